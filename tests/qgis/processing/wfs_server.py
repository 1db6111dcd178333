"""A small WFS 2.0 with pages and a spatial filter, which can fail in the ways that servers do."""

from __future__ import annotations

import re
import threading
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

PAGE = 50
NAMESPACES = (
    'xmlns:wfs="http://www.opengis.net/wfs/2.0" xmlns:gml="http://www.opengis.net/gml/3.2" '
    'xmlns:ows="http://www.opengis.net/ows/1.1" xmlns:fes="http://www.opengis.net/fes/2.0" '
    'xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:t="http://example.invalid/t"'
)
SCHEMA = """<?xml version="1.0" encoding="UTF-8"?>
<xsd:schema xmlns:xsd="http://www.w3.org/2001/XMLSchema" xmlns:t="http://example.invalid/t"
 xmlns:gml="http://www.opengis.net/gml/3.2" targetNamespace="http://example.invalid/t"
 elementFormDefault="qualified">
 <xsd:import namespace="http://www.opengis.net/gml/3.2"
  schemaLocation="http://schemas.opengis.net/gml/3.2.1/gml.xsd"/>
 <xsd:complexType name="DLTBType"><xsd:complexContent><xsd:extension base="gml:AbstractFeatureType">
  <xsd:sequence><xsd:element name="DLBM" type="xsd:string"/>
  <xsd:element name="geom" type="gml:MultiSurfacePropertyType"/></xsd:sequence>
 </xsd:extension></xsd:complexContent></xsd:complexType>
 <xsd:element name="DLTB" type="t:DLTBType" substitutionGroup="gml:AbstractFeature"/>
</xsd:schema>"""


class WfsServer(ThreadingHTTPServer):
    """Serves rows (left, bottom, right, top, code) in EPSG:4490 as ``t:DLTB``.

    ``failing`` is what happens to pages of features after the first: ``""``, ``"500"``,
    ``"html"``, ``"cut"`` (half an answer), ``"hang"`` or ``"drop"`` (no answer at all).
    """

    daemon_threads = True

    def __init__(self, rows) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.rows = rows
        self.failing = ""
        self.asked: list[dict[str, str]] = []
        self.released = threading.Event()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}/wfs"

    @property
    def source(self) -> str:
        """The layer as QGIS's WFS provider is told of it."""
        return (
            f"pagingEnabled='true' pageSize='{PAGE}' restrictToRequestBBOX='1' "
            f"srsname='EPSG:4490' typename='t:DLTB' url='{self.url}' version='2.0.0'"
        )

    def handle_error(self, request, client_address) -> None:
        """A client that goes away in the middle is no news here."""


@contextmanager
def serving(rows):
    """A running server."""
    server = WfsServer(rows)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield server
    finally:
        server.released.set()
        server.shutdown()
        server.server_close()
        thread.join()


class _Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        query = parse_qs(urlsplit(self.path).query)
        asked = {name.upper(): value[0] for name, value in query.items()}
        self.server.asked.append(asked)
        request = asked.get("REQUEST", "")
        if request == "GetCapabilities":
            self._answer(_capabilities(self.server.url))
        elif request == "DescribeFeatureType":
            self._answer(SCHEMA)
        elif asked.get("RESULTTYPE") == "hits" or int(asked.get("STARTINDEX", 0)) < PAGE:
            self._answer(_features(self.server.rows, asked))
        else:
            self._fail_or_answer(asked)

    def _fail_or_answer(self, asked) -> None:
        page, how = _features(self.server.rows, asked), self.server.failing
        if how == "500":
            self._answer("<html><body>Internal Server Error</body></html>", 500, "text/html")
        elif how == "html":
            self._answer("<html><body>Please sign in</body></html>", 200, "text/html")
        elif how == "cut":
            self._answer(page[: len(page) // 2])
        elif how == "hang":
            self.server.released.wait(120)
        elif how == "drop":
            self.close_connection = True
        else:
            self._answer(page)

    def _answer(self, body: str, status: int = 200, kind: str = "text/xml") -> None:
        data = body.encode()
        self.send_response(status)
        self.send_header("Content-Type", f"{kind}; charset=UTF-8")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, *_) -> None:
        """Nobody reads it."""


def _capabilities(url: str) -> str:
    gets = "".join(
        f'<ows:Operation name="{name}"><ows:DCP><ows:HTTP><ows:Get xlink:href="{url}"/>'
        f"</ows:HTTP></ows:DCP></ows:Operation>"
        for name in ("GetCapabilities", "DescribeFeatureType", "GetFeature")
    )
    paging = (
        '<ows:Constraint name="ImplementsResultPaging"><ows:NoValues/>'
        "<ows:DefaultValue>TRUE</ows:DefaultValue></ows:Constraint>"
    )
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><wfs:WFS_Capabilities version="2.0.0" {NAMESPACES}>'
        f"<ows:ServiceIdentification><ows:ServiceType>WFS</ows:ServiceType>"
        f"<ows:ServiceTypeVersion>2.0.0</ows:ServiceTypeVersion></ows:ServiceIdentification>"
        f"<ows:OperationsMetadata>{gets}{paging}</ows:OperationsMetadata>"
        f"<wfs:FeatureTypeList><wfs:FeatureType><wfs:Name>t:DLTB</wfs:Name>"
        f"<wfs:Title>DLTB</wfs:Title><wfs:DefaultCRS>urn:ogc:def:crs:EPSG::4490</wfs:DefaultCRS>"
        f"<ows:WGS84BoundingBox><ows:LowerCorner>115 36</ows:LowerCorner>"
        f"<ows:UpperCorner>117 37</ows:UpperCorner></ows:WGS84BoundingBox>"
        f"</wfs:FeatureType></wfs:FeatureTypeList></wfs:WFS_Capabilities>"
    )


def _features(rows, asked) -> str:
    chosen = [(n, row) for n, row in enumerate(rows) if _meets(row, asked.get("BBOX", ""))]
    start = int(asked.get("STARTINDEX", 0))
    page = chosen[start : start + int(asked.get("COUNT", len(chosen)))]
    hits = asked.get("RESULTTYPE") == "hits"
    members = "" if hits else "".join(_member(number, row) for number, row in page)
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><wfs:FeatureCollection {NAMESPACES} '
        f'numberMatched="{len(chosen)}" numberReturned="{0 if hits else len(page)}" '
        f'timeStamp="2026-01-01T00:00:00Z">{members}</wfs:FeatureCollection>'
    )


def _meets(row, bbox: str) -> bool:
    """EPSG:4490 in WFS 2.0: latitude comes first."""
    if not bbox:
        return True
    bottom, left, top, right = (float(one) for one in re.findall(r"-?\d+\.?\d*", bbox)[:4])
    return row[0] <= right and row[2] >= left and row[1] <= top and row[3] >= bottom


def _member(number: int, row) -> str:
    left, bottom, right, top, code = row
    ring = f"{bottom} {left} {bottom} {right} {top} {right} {top} {left} {bottom} {left}"
    return (
        f'<wfs:member><t:DLTB gml:id="DLTB.{number}"><t:DLBM>{code}</t:DLBM><t:geom>'
        f'<gml:MultiSurface srsName="urn:ogc:def:crs:EPSG::4490" gml:id="g{number}">'
        f'<gml:surfaceMember><gml:Polygon gml:id="p{number}"><gml:exterior><gml:LinearRing>'
        f"<gml:posList>{ring}</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon>"
        f"</gml:surfaceMember></gml:MultiSurface></t:geom></t:DLTB></wfs:member>"
    )
