"""A Word file as one flow of HTML, for a page printer: what an office has changed in its template
is seen in the PDF, too.

Only what the papers are made of: paragraphs with their fonts, tables with joined cells,
pictures. Heads and feet stay out; the printer numbers the pages.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from html import escape
from pathlib import Path
from typing import Any, Dict, Iterator, List, Optional, Tuple

from .word import open_word, qn

FALLBACKS = {
    "方正小标宋简体": ("方正小标宋_GBK", "FZXiaoBiaoSong-B05S", "STZhongsong", "SimSun"),
    "楷体_GB2312": ("楷体", "KaiTi", "STKaiti", "SimKai"),
    "仿宋_GB2312": ("仿宋", "FangSong", "STFangsong"),
    "黑体": ("SimHei", "STHeiti", "Microsoft YaHei"),
    "宋体": ("SimSun", "STSong"),
}
LAST_FONTS = ("Noto Serif CJK SC", "Noto Sans CJK SC", "WenQuanYi Zen Hei")
EMU_PER_PX, TWIPS_PER_MM, PX_PER_PT = 9525, 56.6929, 96 / 72
_SIDES = {"both": "justify", "center": "center", "right": "right", "end": "right"}
_PEN = {"yellow": "#fff2a8"}
TABLE_PADDING = 2


@dataclass
class Flow:
    """The HTML, its pictures by the name under which it asks for them, page and margins.

    ``margins_mm``: left, top, right, bottom; ``size_mm``: width, height.
    """

    html: str = ""
    pictures: Dict[str, bytes] = field(default_factory=dict)
    size_mm: Tuple[float, float] = (210.0, 297.0)
    margins_mm: Tuple[float, float, float, float] = (28.0, 37.0, 26.0, 35.0)


def flow_of(path: Path) -> Flow:
    """Read a paper that was written; raises :class:`UnreadableFile`."""
    document = open_word(path)
    reading = _Reading(document)
    body = document.element.body
    flow = Flow("".join(reading.block(one) for one in body), reading.pictures)
    section = body.find(qn("w:sectPr"))
    if section is not None:
        size, margins = section.find(qn("w:pgSz")), section.find(qn("w:pgMar"))
        if size is not None:
            flow.size_mm = (_mm(size, "w"), _mm(size, "h"))
        if margins is not None:
            left, top = _mm(margins, "left"), _mm(margins, "top")
            flow.margins_mm = (left, top, _mm(margins, "right"), _mm(margins, "bottom"))
    return flow


def kept_style(number: int) -> str:
    """What marks the block with a number that must not be parted from what follows it."""
    return f"-qt-user-state:{number};"


def _mm(element: Any, name: str) -> float:
    return int(element.get(qn(f"w:{name}"), "0")) / TWIPS_PER_MM


class _Reading:
    """Turns the elements of one document into HTML."""

    def __init__(self, document: Any) -> None:
        self._part = document.part
        styles = document.styles.element
        self._styles = {one.get(qn("w:styleId")): one for one in styles.iter(qn("w:style"))}
        defaults = styles.find(qn("w:docDefaults"))
        self._defaults = [] if defaults is None else [defaults.find(f".//{qn('w:rPr')}")]
        self._normal = next(
            (key for key, one in self._styles.items() if one.get(qn("w:default")) == "1"), ""
        )
        self.pictures: Dict[str, bytes] = {}
        self._kept = 0

    def block(self, element: Any) -> str:
        """A paragraph or a table; nothing for anything else."""
        if element.tag == qn("w:p"):
            return self._paragraph(element)
        return self._table(element) if element.tag == qn("w:tbl") else ""

    # ---- paragraphs

    def _paragraph(self, element: Any) -> str:
        looks = [element.find(qn("w:pPr")), *self._of_style(element, "w:pPr")]
        runs = "".join(self._run(run, element) for run in element.iter(qn("w:r")))
        if runs:
            runs = self._indent(looks, element) + runs
        return f'<p style="{self._look(looks)}">{runs or self._blank(element)}</p>'

    def _of_style(self, paragraph: Any, kind: str) -> List[Any]:
        """The properties that a paragraph's style and its ancestors give, the nearest first."""
        named = paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
        key = self._normal if named is None else named.get(qn("w:val"))
        found = []
        while key in self._styles:
            style = self._styles[key]
            found.append(style.find(qn(kind)))
            above = style.find(qn("w:basedOn"))
            key = "" if above is None else above.get(qn("w:val"))
        return found

    def _look(self, looks: List[Any]) -> str:
        side = _SIDES.get(_value(looks, "w:jc") or "", "left")
        space = _first(looks, "w:spacing")
        parts = [f"text-align:{side}", "white-space:pre-wrap"]
        for name, words in (("before", "margin-top"), ("after", "margin-bottom")):
            parts.append(f"{words}:{_px(_first_of(looks, 'w:spacing', name)):.0f}px")
        if space is not None and space.get(qn("w:lineRule"), "auto") == "auto":
            line = _first_of(looks, "w:spacing", "line") or 240
            parts.append(f"line-height:{line * 100 // 240}%")
        if _first(looks, "w:keepNext") is not None:
            self._kept += 1
            parts.append(kept_style(self._kept))
        return ";".join(parts)

    def _indent(self, looks: List[Any], paragraph: Any) -> str:
        """The first line's indent as blanks: Qt's own depends on the device."""
        indent = _first_of(looks, "w:ind", "firstLine")
        fonts = [*self._of_style(paragraph, "w:rPr"), *self._defaults]
        size = int(_value(fonts, "w:sz") or 21) * 10
        blanks = "\u3000" * round(indent / size)
        return f'<span style="{self._font(fonts)}">{blanks}</span>' if blanks else ""

    def _blank(self, paragraph: Any) -> str:
        looks = [*self._of_style(paragraph, "w:rPr"), *self._defaults]
        return f'<span style="{self._font(looks)}">&#160;</span>'

    def _run(self, run: Any, paragraph: Any) -> str:
        looks = [run.find(qn("w:rPr")), *self._of_style(paragraph, "w:rPr"), *self._defaults]
        content = "".join(self._piece(one) for one in run)
        return f'<span style="{self._font(looks)}">{content}</span>' if content else ""

    def _piece(self, element: Any) -> str:
        if element.tag == qn("w:t"):
            return escape(element.text or "")
        if element.tag == qn("w:br"):
            return "<br/>"
        if element.tag == qn("w:tab"):
            return "&#160;&#160;&#160;&#160;"
        return self._picture(element) if element.tag == qn("w:drawing") else ""

    def _font(self, looks: List[Any]) -> str:
        size = int(_value(looks, "w:sz") or 21) / 2
        name = next(
            (
                fonts.get(qn("w:eastAsia"))
                for fonts in _all(looks, "w:rFonts")
                if fonts.get(qn("w:eastAsia"))
            ),
            "宋体",
        )
        names = [name, *FALLBACKS.get(name, ()), *LAST_FONTS]
        families = ",".join(f"'{escape(one)}'" for one in names)
        parts = [f"font-family:{families}", f"font-size:{size:g}pt"]
        bold = _first(looks, "w:b")
        if bold is not None and bold.get(qn("w:val"), "1") not in ("0", "false"):
            parts.append("font-weight:bold")
        pen = _PEN.get(_value(looks[:1], "w:highlight") or "")
        return ";".join([*parts, f"background-color:{pen}"] if pen else parts)

    def _picture(self, drawing: Any) -> str:
        size = next(drawing.iter(qn("wp:extent")), None)
        blip = next(drawing.iter(qn("a:blip")), None)
        held = None if blip is None else blip.get(qn("r:embed"))
        # A picture that is only linked is not in the file.
        if size is None or held not in self._part.related_parts:
            return ""
        name = f"{held}.png"
        self.pictures[name] = self._part.related_parts[held].blob
        wide, high = (int(size.get(one)) / EMU_PER_PX for one in ("cx", "cy"))
        return f'<img src="{name}" width="{wide:.0f}" height="{high:.0f}"/>'

    # ---- tables

    def _table(self, table: Any) -> str:
        widths = [int(one.get(qn("w:w"), "1")) for one in table.iter(qn("w:gridCol"))]
        rows = list(table.iter(qn("w:tr")))
        heads = [row for row in rows if row.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None]
        grid = [list(_cells(row)) for row in rows]
        written = [self._row(grid, at, widths) for at in range(len(rows))]
        head, body = "".join(written[: len(heads)]), "".join(written[len(heads) :])
        return (
            f'<table width="100%" border="1" cellspacing="0" cellpadding="{TABLE_PADDING}" '
            'style="border-collapse:collapse;border-color:#000000">'
            f"<thead>{head}</thead><tbody>{body}</tbody></table>"
        )

    def _row(self, grid: List[List[Tuple[int, int, Any]]], at: int, widths: List[int]) -> str:
        whole = sum(widths) or 1
        cells = ""
        for column, span, cell in grid[at]:
            merge = cell.find(f"{qn('w:tcPr')}/{qn('w:vMerge')}")
            if merge is not None and merge.get(qn("w:val")) != "restart":
                continue
            high = 1 if merge is None else 1 + _below(grid, at, column)
            share = sum(widths[column : column + span]) * 100 / whole
            shade = cell.find(f"{qn('w:tcPr')}/{qn('w:shd')}")
            colour = "" if shade is None else f' bgcolor="#{shade.get(qn("w:fill"), "ffffff")}"'
            inside = "".join(self.block(one) for one in cell)
            cells += (
                f'<td width="{share:.2f}%" colspan="{span}" rowspan="{high}" valign="middle"'
                f"{colour}>{inside}</td>"
            )
        return f"<tr>{cells}</tr>"


def _cells(row: Any) -> Iterator[Tuple[int, int, Any]]:
    """The cells of a row: first column, how many columns, the cell."""
    column = 0
    for cell in row.findall(qn("w:tc")):
        span = cell.find(f"{qn('w:tcPr')}/{qn('w:gridSpan')}")
        wide = 1 if span is None else int(span.get(qn("w:val"), "1"))
        yield column, wide, cell
        column += wide


def _below(grid: List[List[Tuple[int, int, Any]]], at: int, column: int) -> int:
    """How many cells below go on with the one at a place."""
    count = 0
    for row in grid[at + 1 :]:
        cell = next((one for start, _span, one in row if start == column), None)
        merge = None if cell is None else cell.find(f"{qn('w:tcPr')}/{qn('w:vMerge')}")
        if merge is None or merge.get(qn("w:val")) == "restart":
            break
        count += 1
    return count


def _all(looks: List[Any], name: str) -> Iterator[Any]:
    for look in looks:
        found = None if look is None else look.find(qn(name))
        if found is not None:
            yield found


def _first(looks: List[Any], name: str) -> Any:
    return next(_all(looks, name), None)


def _value(looks: List[Any], name: str) -> Optional[str]:
    found = _first(looks, name)
    return None if found is None else str(found.get(qn("w:val")))


def _first_of(looks: List[Any], name: str, key: str) -> int:
    """The first number that one of the elements gives; measures in twips."""
    for one in _all(looks, name):
        if one.get(qn(f"w:{key}")) is not None:
            return int(float(one.get(qn(f"w:{key}"))))
    return 0


def _px(twips: int) -> float:
    return twips / 20 * PX_PER_PT
