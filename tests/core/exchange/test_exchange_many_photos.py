"""20,000 photos go up and come in, each once."""

from __future__ import annotations

import hashlib
from dataclasses import replace

import pytest

from tuban.core.casebook import events

PARCELS, EACH = 25, 800


@pytest.mark.slow
def test_twenty_thousand_photos(city, county):
    numbers = county.issue("2023-04", PARCELS)
    content = b"\xff\xd8\xff\xe0" + bytes(200)
    changes = []
    for number in numbers:
        first = county.book.dossier(f"{number}_1").photos[0]
        folder = county.folder / "照片" / number
        folder.mkdir()
        for at in range(EACH - 2):
            own = content + f"{number} {at}".encode()
            (folder / f"{at}.jpg").write_bytes(own)
            changes.append(
                events.photo_attached(
                    replace(
                        first,
                        file=f"照片/{number}/{at}.jpg",
                        sha256=hashlib.sha256(own).hexdigest(),
                        size_bytes=len(own),
                    )
                )
            )
    county.record(*changes)
    package = county.submit("2023-04")
    shown = city.shown(package)
    assert shown.photos_added == PARCELS * EACH == 20_000
    assert city.read(package).photos == 20_000
    folder = city.folder / "台账_照片"
    files = [path for path in folder.rglob("*") if path.is_file()]
    assert len(files) == 20_000
    assert all(path.stem == hashlib.sha256(path.read_bytes()).hexdigest() for path in files[::500])
    assert city.read(package).entries == 0
