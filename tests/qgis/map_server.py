"""A small map service for the tests: WMTS and WMS of one colour, with lists of their own.

Written after OGC 07-057r7 (WMTS 1.0.0, KVP) and OGC 06-042 (WMS 1.3.0).
"""

from __future__ import annotations

import threading
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Iterator, List
from urllib.parse import parse_qs, urlsplit

from osgeo import gdal

EDGE_M = 20037508.342789244
"""Half the side of the square that web mercator covers."""
LEVELS = 19
SCALE_0 = 559082264.0287178
"""Scale denominator of level 0 at 0.28 mm a pixel."""


def picture(colour: tuple, width: int, height: int) -> bytes:
    """A PNG of one colour."""
    path = "/vsimem/tuban_map.png"
    made = gdal.GetDriverByName("MEM").Create("", width, height, 3)
    for band, value in enumerate(colour, 1):
        made.GetRasterBand(band).Fill(value)
    gdal.GetDriverByName("PNG").CreateCopy(path, made)
    stream = gdal.VSIFOpenL(path, "rb")
    data = gdal.VSIFReadL(1, 10_000_000, stream)
    gdal.VSIFCloseL(stream)
    gdal.Unlink(path)
    return bytes(data)


def _levels() -> str:
    return "".join(
        f"""<TileMatrix><ows:Identifier>{level}</ows:Identifier>
        <ScaleDenominator>{SCALE_0 / 2**level}</ScaleDenominator>
        <TopLeftCorner>-{EDGE_M} {EDGE_M}</TopLeftCorner>
        <TileWidth>256</TileWidth><TileHeight>256</TileHeight>
        <MatrixWidth>{2**level}</MatrixWidth><MatrixHeight>{2**level}</MatrixHeight></TileMatrix>"""
        for level in range(LEVELS)
    )


def wmts_list(address: str) -> str:
    """The answer to GetCapabilities of a WMTS that has the layer ``img``."""
    get = f'<ows:DCP><ows:HTTP><ows:Get xlink:href="{address}?"><ows:Constraint name="GetEncoding">'
    get += "<ows:AllowedValues><ows:Value>KVP</ows:Value></ows:AllowedValues></ows:Constraint>"
    get += "</ows:Get></ows:HTTP></ows:DCP>"
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<Capabilities xmlns="http://www.opengis.net/wmts/1.0" xmlns:ows="http://www.opengis.net/ows/1.1"
 xmlns:xlink="http://www.w3.org/1999/xlink" version="1.0.0">
<ows:OperationsMetadata>
<ows:Operation name="GetCapabilities">{get}</ows:Operation>
<ows:Operation name="GetTile">{get}</ows:Operation></ows:OperationsMetadata>
<Contents><Layer><ows:Title>虚构影像</ows:Title>
<ows:WGS84BoundingBox><ows:LowerCorner>-180 -85</ows:LowerCorner>
<ows:UpperCorner>180 85</ows:UpperCorner></ows:WGS84BoundingBox>
<ows:Identifier>img</ows:Identifier>
<Style isDefault="true"><ows:Identifier>default</ows:Identifier></Style>
<Format>image/png</Format>
<TileMatrixSetLink><TileMatrixSet>w</TileMatrixSet></TileMatrixSetLink></Layer>
<TileMatrixSet><ows:Identifier>w</ows:Identifier>
<ows:SupportedCRS>urn:ogc:def:crs:EPSG::3857</ows:SupportedCRS>{_levels()}</TileMatrixSet>
</Contents></Capabilities>"""


def wms_list(address: str) -> str:
    """The answer to GetCapabilities of a WMS that has the layer ``img``."""
    get = f'<DCPType><HTTP><Get><OnlineResource xlink:href="{address}?"/></Get></HTTP></DCPType>'
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<WMS_Capabilities xmlns="http://www.opengis.net/wms" xmlns:xlink="http://www.w3.org/1999/xlink"
 version="1.3.0"><Service><Name>WMS</Name><Title>虚构</Title>
<OnlineResource xlink:href="{address}"/></Service>
<Capability><Request><GetCapabilities><Format>text/xml</Format>{get}</GetCapabilities>
<GetMap><Format>image/png</Format>{get}</GetMap></Request>
<Exception><Format>XML</Format></Exception>
<Layer queryable="0"><Name>img</Name><Title>虚构影像</Title><CRS>EPSG:3857</CRS>
<EX_GeographicBoundingBox><westBoundLongitude>-180</westBoundLongitude>
<eastBoundLongitude>180</eastBoundLongitude><southBoundLatitude>-85</southBoundLatitude>
<northBoundLatitude>85</northBoundLatitude></EX_GeographicBoundingBox>
<BoundingBox CRS="EPSG:3857" minx="-{EDGE_M}" miny="-{EDGE_M}" maxx="{EDGE_M}" maxy="{EDGE_M}"/>
</Layer></Capability></WMS_Capabilities>"""


@contextmanager
def map_server(colour: tuple) -> Iterator[str]:
    """The address of a running service; ``/wmts`` and ``/wms`` below it."""

    class Answers(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked = urlsplit(self.path)
            wanted = {name.upper(): one[0] for name, one in parse_qs(asked.query).items()}
            address = f"http://127.0.0.1:{self.server.server_address[1]}{asked.path}"
            kind, content = _answer(asked.path, wanted, address, colour)
            self.send_response(200)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Answers)
    server.handle_error = lambda *_given: None  # QGIS hangs up when a map is drawn anew
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}"
    finally:
        server.shutdown()
        server.server_close()


def _answer(path: str, wanted: dict, address: str, colour: tuple) -> tuple:
    if wanted.get("REQUEST") == "GetCapabilities":
        written = wmts_list(address) if path == "/wmts" else wms_list(address)
        return "text/xml", written.encode("utf-8")
    size: List[int] = [int(wanted.get(one, "256")) for one in ("WIDTH", "HEIGHT")]
    return "image/png", picture(colour, *size)
