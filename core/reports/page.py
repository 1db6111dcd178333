"""A page to look at, made of parts, and the same as one HTML file that asks for nothing else."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import List, Sequence, Tuple, Union

from ..files import whole_file
from .blocks import Heading, TableBlock


@dataclass(frozen=True)
class Tile:
    """One figure in large, with what it is above and a remark below."""

    words: str
    value: str
    note: str = ""
    alarming: bool = False
    key: str = ""


@dataclass(frozen=True)
class Tiles:
    """Figures beside each other."""

    tiles: Tuple[Tile, ...]


@dataclass(frozen=True)
class Chart:
    """A drawing as SVG text; ``key`` tells which one it is."""

    svg: str
    key: str = ""


Part = Union[Tiles, Chart, TableBlock]


@dataclass(frozen=True)
class Page:
    """A title, a line below it, the parts in order, and the notes at the foot."""

    title: str
    below: str
    parts: Tuple[Part, ...]
    notes: Tuple[str, ...] = ()
    language: str = "zh"


# No address stands in it: the reader's browser is told to load nothing at all.
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"
_STYLE = """
body{margin:0;background:#f1f3f5;color:#222;line-height:1.45;
font-family:"Microsoft YaHei","PingFang SC","Noto Sans CJK SC","WenQuanYi Zen Hei",sans-serif}
main{max-width:1120px;margin:0 auto;padding:24px}
h1{font-size:26px;margin:0 0 4px}
.below{color:#5f6368;margin:0 0 18px}
.tiles{display:flex;flex-wrap:wrap;margin:0 -6px 6px}
.tile{flex:1 1 128px;background:#fff;border:1px solid #dadce0;border-radius:6px;
padding:10px 14px;margin:0 6px 12px}
.tile .words{font-size:13px;color:#5f6368}
.tile .value{font-size:26px;font-weight:bold;color:#1f5fa8;white-space:nowrap}
.tile.alarm .value{color:#b5432f}
.tile .note{font-size:12px;color:#5f6368}
.charts{display:flex;flex-wrap:wrap;margin:0 -6px}
.chart{flex:1 1 480px;background:#fff;border:1px solid #dadce0;border-radius:6px;
padding:8px;margin:0 6px 12px}
.chart svg{display:block;width:100%;height:auto}
.table{background:#fff;border:1px solid #dadce0;border-radius:6px;padding:10px 14px;
margin:0 0 12px;overflow-x:auto}
h2{font-size:17px;margin:0 0 8px}
table{border-collapse:collapse;width:100%;font-size:14px}
th,td{border:1px solid #dadce0;padding:4px 8px;text-align:center}
th{background:#eef2f7}
.left{text-align:left}
tr.bold td{font-weight:bold;background:#f7f9fb}
.notes{font-size:12px;color:#5f6368}
@media print{body{background:#fff}main{padding:0;max-width:none}
.tile,.chart,.table{break-inside:avoid;page-break-inside:avoid}}
"""


def write_page(page: Page, path: Path) -> None:
    """Write the page as HTML, whole or not at all; :raises OutputError: it cannot be written."""
    with whole_file(path) as part:
        part.write_text(html_of(page), encoding="utf-8")


def html_of(page: Page) -> str:
    """One HTML file: drawings and styles in it, no scripts, nothing loaded from anywhere."""
    body = [f"<h1>{escape(page.title)}</h1>", f'<p class="below">{escape(page.below)}</p>']
    body += _groups(page.parts)
    body += [f'<p class="notes">{escape(one)}</p>' for one in page.notes]
    return (
        f'<!DOCTYPE html>\n<html lang="{page.language}"><head><meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">'
        '<meta name="viewport" content="width=device-width">'
        f"<title>{escape(page.title)}</title><style>{_STYLE}</style></head>"
        f"<body><main>{''.join(body)}</main></body></html>\n"
    )


def _groups(parts: Sequence[Part]) -> List[str]:
    """Charts that follow each other stand beside each other."""
    found: List[str] = []
    charts: List[str] = []
    for part in (*parts, None):
        if isinstance(part, Chart):
            charts.append(f'<div class="chart">{_inline(part.svg)}</div>')
            continue
        if charts:
            found.append(f'<div class="charts">{"".join(charts)}</div>')
            charts = []
        if isinstance(part, Tiles):
            found.append(f'<div class="tiles">{"".join(map(_tile, part.tiles))}</div>')
        elif isinstance(part, TableBlock):
            found.append(f'<div class="table">{_table(part)}</div>')
    return found


def _inline(svg: str) -> str:
    """In HTML a drawing needs no name space, and the file then has no address in it."""
    return svg.replace(' xmlns="http://www.w3.org/2000/svg"', "", 1)


def _tile(tile: Tile) -> str:
    alarm = " alarm" if tile.alarming else ""
    return (
        f'<div class="tile{alarm}"><div class="words">{escape(tile.words)}</div>'
        f'<div class="value">{escape(tile.value)}</div>'
        f'<div class="note">{escape(tile.note)}</div></div>'
    )


def _table(table: TableBlock) -> str:
    caption = f"<h2>{escape(table.caption)}</h2>" if table.caption else ""
    rows = "".join(
        f"<tr{_bold(number in table.bold)}>{_cells(row, table.headings)}</tr>"
        for number, row in enumerate(table.rows)
    )
    notes = "".join(f'<p class="notes">{escape(one)}</p>' for one in table.notes)
    head = f"<thead>{head_of(table.headings)}</thead>"
    return f"{caption}<table>{head}<tbody>{rows}</tbody></table>{notes}"


def _bold(is_bold: bool) -> str:
    return ' class="bold"' if is_bold else ""


def _cells(row: Sequence[str], headings: Sequence[Heading]) -> str:
    return "".join(
        f"<td{_left(heading)}>{escape(value)}</td>" for heading, value in zip(headings, row)
    )


def _left(heading: Heading) -> str:
    return ' class="left"' if heading.left else ""


def head_of(headings: Sequence[Heading]) -> str:
    """The rows of headings; neighbours of one group stand under it."""
    if not any(one.group for one in headings):
        return f"<tr>{''.join(f'<th>{escape(one.words)}</th>' for one in headings)}</tr>"
    above: List[Tuple[Heading, int]] = []
    for one in headings:
        if one.group and above and above[-1][0].group == one.group:
            above[-1] = (above[-1][0], above[-1][1] + 1)
        else:
            above.append((one, 1))
    first = "".join(
        f'<th colspan="{count}">{escape(one.group)}</th>'
        if one.group
        else f'<th rowspan="2">{escape(one.words)}</th>'
        for one, count in above
    )
    second = "".join(f"<th>{escape(one.words)}</th>" for one in headings if one.group)
    return f"<tr>{first}</tr><tr>{second}</tr>"
