"""Services and files as they are when something is wrong with them: real servers, real files."""

from __future__ import annotations

import http.client
import threading
import time
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

pytest.importorskip("osgeo")
from osgeo import gdal

from tuban.core.imagery.fetch import fetch
from tuban.core.imagery.gateway import Gateway, Route, route_name
from tuban.core.imagery.troubles import Answer, answer_of, file_day, file_trouble

KEY = "0123abcdGEHEIM"
PNG = b"\x89PNG\r\n\x1a\n" + b"pixels" + b"\0\0\0\0IEND\xaeB`\x82"


class Service(BaseHTTPRequestHandler):
    """Answers by the first part of the path; keeps what it was asked."""

    asked: list[str] = []
    released = threading.Event()

    def do_GET(self) -> None:
        self.asked.append(self.path)
        way = self.path.split("/")[1].split("?")[0]
        if way == "hang":
            self.released.wait(60)
            return
        if way == "moved":
            self.send_response(302)
            self.send_header("Location", "/tiles/1/0/0.png")
            self.end_headers()
            return
        status = {"forbidden": 403, "fault": 500, "busy": 429, "none": 404}.get(way, 200)
        page = way in ("page", "forbidden")
        self.send_response(status)
        self.send_header("Content-Type", "text/html; charset=utf-8" if page else "image/png")
        self.end_headers()
        self.wfile.write(b"<html>sign in</html>" if page else PNG)

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def service():
    Service.asked, Service.released = [], threading.Event()
    server = ThreadingHTTPServer(("127.0.0.1", 0), Service)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    Service.released.set()
    server.shutdown()
    server.server_close()


@pytest.mark.parametrize(
    ("path", "answer"),
    [
        ("/tiles/1/0/0.png", Answer.FINE),
        ("/moved", Answer.FINE),
        ("/page", Answer.A_PAGE),
        ("/forbidden", Answer.REFUSED),
        ("/fault", Answer.BROKEN),
        ("/busy", Answer.TOO_OFTEN),
        ("/none", Answer.NO_PICTURE),
    ],
)
def test_what_a_service_answers(service, path, answer):
    assert fetch(service + path, 30).answer is answer


def test_a_service_that_hangs_is_left(service):
    start = time.monotonic()
    assert fetch(f"{service}/hang", 0.3).answer is Answer.SILENT
    assert time.monotonic() - start < 20  # of the minute that it hangs


@pytest.mark.parametrize("address", ["http://127.0.0.1:9/x", "file:///etc/passwd", "nonsense"])
def test_what_cannot_be_reached(address):
    fetched = fetch(address, 1)
    assert (fetched.status, fetched.data, fetched.answer) == (0, b"", Answer.UNREACHED)


def test_each_answer_but_the_good_one_has_a_sentence():
    for answer in Answer:
        said = answer.say("影像", 403)
        assert (said is None) == (answer is Answer.FINE)
        assert said is None or str(said).startswith("影像")
    assert answer_of(200, "application/octet-stream") is Answer.FINE


@contextmanager
def door(service: str, key: str = KEY):
    gateway = Gateway("token", wait_s=30)
    address = gateway.open(Route(service + "/tiles/{z}/{x}/{y}.png?a=1", "tk", key))
    yield gateway, address
    gateway.stop()


def through(address: str, z: int = 3, x: int = 1, y: int = 2) -> tuple[int, bytes, str]:
    for mark, value in (("{z}", z), ("{x}", x), ("{y}", y)):
        address = address.replace(mark, str(value))
    place, _, path = address.removeprefix("http://").partition("/")
    connection = http.client.HTTPConnection(place, timeout=40)
    connection.request("GET", f"/{path}")
    response = connection.getresponse()
    return response.status, response.read(), response.getheader("Content-Type")


def test_the_door_puts_the_key_in_and_nobody_else_has_it(service):
    with door(service) as (_gateway, address):
        assert KEY not in address and service not in address
        assert through(address) == (200, PNG, "image/png")
    assert Service.asked == [f"/tiles/3/1/2.png?a=1&tk={KEY}"]


def test_the_door_opens_for_nothing_else(service):
    with door(service) as (gateway, address):
        base = address.split("/token")[0]
        for path in ("/", "/wrong/x/1/2/3", "/token/none/1/2/3", "/token"):
            assert through(base + path)[0] == 404
        name = route_name(service + "/tiles/{z}/{x}/{y}.png?a=1")
        assert through(f"{base}/wrong/{name}/1/2/3")[0] == 404
        assert through(f"{base}/token/{name}/a/b/c")[0] == 404
        assert Service.asked == []
        port = gateway.port
    with pytest.raises(OSError):
        http.client.HTTPConnection("127.0.0.1", port, timeout=1).connect()


@pytest.mark.parametrize(
    ("way", "status"), [("page", 200), ("forbidden", 403), ("hang", 504), ("none", 404)]
)
def test_the_door_tells_what_the_service_says(service, way, status):
    gateway = Gateway("token", wait_s=0.3 if way == "hang" else 30)
    address = gateway.open(Route(f"{service}/{way}/{{z}}/{{x}}/{{y}}", "tk", KEY))
    found, _, kind = through(address)
    gateway.stop()
    assert found == status and (way != "page" or kind.startswith("text/html"))


def test_a_port_that_is_taken_is_no_trouble():
    first = Gateway("one")
    first.open(Route("http://a/{z}/{x}/{y}", "", ""))
    second = Gateway("two", first.port)
    second.open(Route("http://a/{z}/{x}/{y}", "", ""))
    assert second.port not in (0, first.port)
    first.stop()
    second.stop()


# ---- files


def picture(path: Path, **notes: str) -> Path:
    """A tiled picture of 512 × 512 pixels with something on it."""
    options = ["TILED=YES", "BLOCKXSIZE=64", "BLOCKYSIZE=64"]
    made = gdal.GetDriverByName("GTiff").Create(str(path), 512, 512, 3, options=options)
    made.SetGeoTransform((500000, 1, 0, 4000000, 0, -1))
    for name, value in notes.items():
        made.SetMetadataItem(name, value)
    made.GetRasterBand(1).Fill(90)
    made = None
    return path


def test_a_whole_file_has_no_trouble(tmp_path):
    assert file_trouble(picture(tmp_path / "后时相 '四月'.tif")) is None


def test_a_file_that_has_moved(tmp_path):
    assert "is not in" in str(file_trouble(tmp_path / "gone.tif"))


def test_a_file_that_was_not_copied_whole(tmp_path):
    path = picture(tmp_path / "half.tif")
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) // 2])
    assert "half.tif cannot be read to its end" in str(file_trouble(path))
    path.write_bytes(b"<html>not found</html>")
    assert "cannot be read" in str(file_trouble(path))


@pytest.mark.usefixtures("gdal_raises")
def test_exceptions_of_gdal_make_no_difference(tmp_path):
    path = picture(tmp_path / "half.tif")
    path.write_bytes(path.read_bytes()[:4000])
    assert file_trouble(path) is not None
    assert file_day(tmp_path / "gone.tif") is None


@pytest.mark.parametrize(
    ("notes", "day"),
    [
        ({"TIFFTAG_DATETIME": "2023:04:02 10:30:00"}, "2023-04-02"),
        ({"tuban_day": "2023-03-28", "TIFFTAG_DATETIME": "2024:01:01"}, "2023-03-28"),
        ({"TIFFTAG_DATETIME": "yesterday"}, None),
        ({}, None),
    ],
)
def test_a_day_in_a_files_notes(tmp_path, notes, day):
    assert file_day(picture(tmp_path / "a.tif", **notes)) == day
