"""Makes the templates of papers that the plugin ships: resources/templates/*.docx.

    python tools/report_templates.py

The look is that of official papers (GB/T 9704-2012 for page and margins; type as the office's
bulletins have it). Fonts are named as offices have them, each with the fonts that Word takes
where it is missing. The same script gives the same bytes.
"""

from __future__ import annotations

import sys
from datetime import datetime
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "vendor"))

import docx  # noqa: E402
from docx.enum.style import WD_STYLE_TYPE  # noqa: E402
from docx.enum.text import WD_ALIGN_PARAGRAPH  # noqa: E402
from docx.oxml import OxmlElement, parse_xml  # noqa: E402
from docx.oxml.ns import nsdecls, qn  # noqa: E402
from docx.shared import Mm, Pt  # noqa: E402

TEMPLATES = ROOT / "resources" / "templates"
MADE = datetime(2023, 4, 10)
LATIN = "Times New Roman"
TITLE, KAI, HEI, BODY = "方正小标宋简体", "楷体_GB2312", "黑体", "仿宋_GB2312"
ALTERNATIVES = {TITLE: "方正小标宋_GBK", KAI: "楷体", HEI: "SimHei", BODY: "仿宋"}
"""What Word takes in the place of a font that is not there."""

# name: (font, points, alignment, first line's indent in characters, lines, bold)
STYLES = {
    "公文标题": (TITLE, 22, "center", 0, 1.25),
    "公文副标题": (KAI, 16, "center", 0, 1.5),
    "公文主送": (BODY, 16, "left", 0, 1.5),
    "公文正文": (BODY, 16, "both", 2, 1.5),
    "公文结语": (BODY, 16, "both", 2, 1.5),
    "公文一级标题": (HEI, 16, "both", 2, 1.5),
    "公文二级标题": (KAI, 16, "both", 2, 1.5),
    "公文落款": (BODY, 16, "right", 0, 1.5),
    "公文表格": (BODY, 9, "center", 0, 1.1),
    "公文图": (KAI, 10.5, "center", 0, 1.0),
    "公文草稿说明": (KAI, 10.5, "center", 0, 1.15),
}
SIDES = {"center": WD_ALIGN_PARAGRAPH.CENTER, "left": WD_ALIGN_PARAGRAPH.LEFT}
SIDES |= {"right": WD_ALIGN_PARAGRAPH.RIGHT, "both": WD_ALIGN_PARAGRAPH.JUSTIFY}

T, S, TO, B, END, H, H2, SIGN, TAB, PIC, DRAFT = STYLES
TOP = [(DRAFT, "{草稿说明}"), (T, "{标题}"), (S, "{副标题}"), (TO, "{主送}")]
HEAD = [*TOP, (B, "{开头}")]
FOOT = [(SIGN, "{落款}"), (SIGN, "{日期}"), (DRAFT, "{口径}")]
PROGRESS = [(B, "{文：进度}"), (TAB, "{表：进度}"), (PIC, "{图：进度}")]
VERDICTS = [(B, "{文：判定}"), (TAB, "{表：判定}"), (PIC, "{图：判定}")]
ILLEGAL = [(B, "{文：违法}"), (TAB, "{表：违法}"), (PIC, "{图：排名}")]
ILLEGAL += [(PIC, "{地图：县区}"), (PIC, "{地图：分布}"), (PIC, "{图：累计}")]
RATIO = [(B, "{文：比例}"), (TAB, "{表：比例}"), (PIC, "{图：比例}"), (PIC, "{图：走势}")]
RIGHT = [(B, "{文：整改}"), (TAB, "{表：整改}")]
CASES = [(B, "{文：查处}"), (TAB, "{表：查处}")]
QUALITY = [(B, "{文：审核}"), (TAB, "{表：审核}")]
LEDGER = [(B, "{文：跨年}"), (TAB, "{表：跨年}")]
USES = [(TAB, "{表：成果应用}")]

PAPERS = {
    "bulletin": [
        *HEAD,
        (H, "一、图斑填报、审核进度"),
        *PROGRESS,
        (H, "二、合法性判定情况"),
        *VERDICTS,
        (H, "三、违法用地情况"),
        *ILLEGAL,
        (H, "四、违法占用耕地比例"),
        *RATIO,
        (H, "五、整改和查处情况"),
        *RIGHT,
        *CASES,
        (H, "六、审核退回情况和突出问题"),
        *QUALITY,
        (B, "{文：问题}"),
        (H, "七、典型案例"),
        (B, "{文：案例}"),
        (H, "八、下步工作要求"),
        (END, "{文：要求}"),
        *FOOT,
    ],
    "half_year": [
        *HEAD,
        (H, "一、工作开展情况"),
        *PROGRESS,
        (TAB, "{表：月度}"),
        (H, "二、合法性判定情况"),
        *VERDICTS,
        (H, "三、违法用地和问责比例"),
        *ILLEGAL,
        *RATIO,
        (H, "四、整改和查处情况"),
        *RIGHT,
        *CASES,
        (H, "五、审核质量和存在问题"),
        *QUALITY,
        (B, "{文：问题}"),
        (H, "六、典型案例"),
        (B, "{文：案例}"),
        (H, "七、下半年工作打算"),
        (END, "{文：要求}"),
        *FOOT,
    ],
    "annual": [
        *HEAD,
        (H, "一、工作开展情况"),
        *PROGRESS,
        (TAB, "{表：月度}"),
        (H, "二、合法性判定情况"),
        *VERDICTS,
        (H, "三、违法用地和问责比例"),
        *ILLEGAL,
        *RATIO,
        (H, "四、整改和查处情况"),
        *RIGHT,
        *CASES,
        (H, "五、跨年度违法用地整改情况"),
        *LEDGER,
        (H, "六、审核质量和存在问题"),
        *QUALITY,
        (B, "{文：问题}"),
        (H, "七、典型案例"),
        (B, "{文：案例}"),
        (H, "八、年度成果应用"),
        *USES,
        (H, "九、下一年度工作打算"),
        (END, "{文：要求}"),
        *FOOT,
    ],
    "warning": [
        *TOP,
        (B, "{文：预警}"),
        (TAB, "{表：地块}"),
        (TAB, "{表：比例}"),
        (PIC, "{图：走势}"),
        (PIC, "{地图：分布}"),
        (END, "{文：要求}"),
        *FOOT,
    ],
    "progress": [
        *HEAD,
        *PROGRESS,
        (B, "{文：待办}"),
        (TAB, "{表：待办}"),
        (END, "{文：要求}"),
        *FOOT,
    ],
}


def main() -> int:
    TEMPLATES.mkdir(parents=True, exist_ok=True)
    for name, lines in PAPERS.items():
        _save(_document(lines), TEMPLATES / f"{name}.docx")
        print(f"  {TEMPLATES / name}.docx")
    return 0


def _document(lines: list[tuple[str, str]]) -> docx.document.Document:
    document = docx.Document()
    _leave_out(document)
    body = document.element.body
    for one in list(body):
        if one.tag != qn("w:sectPr"):
            body.remove(one)
    _page(document.sections[0])
    _styles(document)
    for style, words in lines:
        document.add_paragraph(words, style=style)
    _foot(document.sections[0])
    return document


def _leave_out(document) -> None:
    """python-docx's blank document has a picture of itself, and its styles a second time."""
    for relations in (document.part.package.rels, document.part.rels):
        for key, one in list(relations.items()):
            if one.reltype.endswith(("/thumbnail", "/stylesWithEffects")):
                del relations[key]


def _page(section) -> None:
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin, section.bottom_margin = Mm(37), Mm(35)
    section.left_margin, section.right_margin = Mm(28), Mm(26)
    section.footer_distance = Mm(25)


def _styles(document) -> None:
    for style in list(document.styles):
        if style.type == WD_STYLE_TYPE.TABLE or style.name.startswith(("Heading", "List", "Body")):
            style.delete()
    _font(document.styles["Normal"], BODY, 16)
    for name, (font, points, side, indent, lines) in STYLES.items():
        style = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = document.styles["Normal"]
        _font(style, font, points)
        look = style.paragraph_format
        look.alignment, look.line_spacing = SIDES[side], lines
        look.space_before = look.space_after = Pt(0)
        if name in (T, PIC, DRAFT):
            look.space_after = Pt(8)
        if name == T:
            look.space_before = Pt(10)
        # A signature does not stand on a page of its own.
        if name in (H, H2, END, SIGN):
            look.keep_with_next = True
        if indent:
            look.first_line_indent = Pt(points * indent)
            style.element.pPr.ind.set(qn("w:firstLineChars"), str(indent * 100))
    _alternatives(document)


def _font(style, name: str, points: float) -> None:
    style.font.size = Pt(points)
    style.font.name = LATIN
    fonts = style.element.get_or_add_rPr().rFonts
    for key in list(fonts.attrib):
        if "Theme" in key:
            del fonts.attrib[key]
    fonts.set(qn("w:eastAsia"), name)


def _alternatives(document) -> None:
    """Names the fonts to take instead, in the part where Word looks for them."""
    table = next(one for one in document.part.package.iter_parts() if "fontTable" in one.partname)
    fonts = "".join(
        f'<w:font w:name="{name}"><w:altName w:val="{other}"/><w:charset w:val="86"/>'
        f'<w:family w:val="{"modern" if name == HEI else "script"}"/>'
        '<w:pitch w:val="fixed"/></w:font>'
        for name, other in ALTERNATIVES.items()
    )
    content = table.blob.replace(b"</w:fonts>", fonts.encode() + b"</w:fonts>")
    table._blob = content


def _foot(section) -> None:
    """— 1 — in the middle of the foot."""
    paragraph = section.footer.paragraphs[0]
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    for part in ("— ", "PAGE", " —"):
        run = paragraph.add_run("" if part == "PAGE" else part)
        run.font.size = Pt(14)
        run.font.name = "宋体"
        run._element.rPr.rFonts.set(qn("w:eastAsia"), "宋体")
        if part == "PAGE":
            _field(run)


def _field(run) -> None:
    for kind in ("begin", "instr", "separate", "end"):
        if kind == "instr":
            run._element.append(
                parse_xml(f'<w:instrText {nsdecls("w")} xml:space="preserve"> PAGE </w:instrText>')
            )
            continue
        mark = OxmlElement("w:fldChar")
        mark.set(qn("w:fldCharType"), kind)
        run._element.append(mark)


def _save(document, path: Path) -> None:
    import importlib.util

    if "tuban" not in sys.modules:
        spec = importlib.util.spec_from_file_location(
            "tuban", ROOT / "__init__.py", submodule_search_locations=[str(ROOT)]
        )
        sys.modules["tuban"] = importlib.util.module_from_spec(spec)
    from tuban.core.reports.word import save_word

    save_word(document, path, MADE)


if __name__ == "__main__":
    raise SystemExit(main())
