"""Words and pictures within the paragraphs of a Word file."""

from __future__ import annotations

import copy
import io
from typing import Any, List

from .blocks import PictureBlock
from .word import Mm, OxmlElement, qn

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def _texts(paragraph: Any) -> List[Any]:
    """The text elements of a paragraph, without those of text boxes that hang in it."""
    found = []
    for one in paragraph.iter(qn("w:t")):
        owner = next(one.iterancestors(qn("w:p")))
        if owner is paragraph:
            found.append(one)
    return found


def words_of(paragraph: Any) -> str:
    """A paragraph's words, whatever runs they lie in."""
    return "".join(one.text or "" for one in _texts(paragraph))


def set_words(paragraph: Any, start: int, end: int, words: str) -> None:
    """Put words in the place of the characters ``start`` … ``end``.

    They look as the first of those characters does; line feeds become line breaks.
    """
    at, first = 0, None
    for one in _texts(paragraph):
        own = one.text or ""
        low, high = max(start - at, 0), min(end - at, len(own))
        at += len(own)
        if low >= high:
            continue
        if first is None:
            first = one
            one.text = own[:low] + words + own[high:]
        else:
            one.text = own[:low] + own[high:]
        one.set(_SPACE, "preserve")
    if first is not None and "\n" in words:
        _broken(first)


def _broken(element: Any) -> None:
    """Turn line feeds within a text into breaks."""
    lines = (element.text or "").split("\n")
    element.text = lines[0]
    last = element
    for line in lines[1:]:
        broken, rest = OxmlElement("w:br"), OxmlElement("w:t")
        rest.text = line
        rest.set(_SPACE, "preserve")
        last.addnext(broken)
        broken.addnext(rest)
        last = rest


def look_of(paragraph: Any) -> Any:
    """The first run's properties of a paragraph, or ``None``."""
    run = next(paragraph.iter(qn("w:r")), None)
    return None if run is None else run.find(qn("w:rPr"))


def paragraph_like(paragraph: Any, words: str, bold: bool = False) -> Any:
    """A paragraph with the look of another one and other words."""
    made = OxmlElement("w:p")
    if paragraph.find(qn("w:pPr")) is not None:
        made.append(copy.deepcopy(paragraph.find(qn("w:pPr"))))
    run = OxmlElement("w:r")
    look = look_of(paragraph)
    run.append(OxmlElement("w:rPr") if look is None else copy.deepcopy(look))
    if bold:
        weight = run[0].find(qn("w:b"))
        if weight is None:
            run[0].get_or_add_b()
    words_element = OxmlElement("w:t")
    words_element.text = words
    words_element.set(_SPACE, "preserve")
    run.append(words_element)
    made.append(run)
    return made


def marked(paragraph: Any, mark: str) -> Any:
    """The paragraph with a mark before its words that a marker pen seems to have gone over."""
    first = next(run for run in paragraph.iter(qn("w:r")) if run.find(qn("w:t")) is not None)
    before = OxmlElement("w:r")
    look = look_of(paragraph)
    before.append(OxmlElement("w:rPr") if look is None else copy.deepcopy(look))
    pen = before[0].get_or_add_highlight()
    pen.set(qn("w:val"), "yellow")
    words = OxmlElement("w:t")
    words.text = mark
    before.append(words)
    first.addprevious(before)
    return paragraph


def keep_with_next(paragraph: Any) -> Any:
    """The paragraph, kept on the page of what follows it."""
    paragraph.get_or_add_pPr().get_or_add_keepNext()
    return paragraph


def picture_of(paragraph: Any, part: Any, picture: PictureBlock, number: int) -> List[Any]:
    """The picture in a paragraph, and its caption in another below it."""
    holder = paragraph_like(paragraph, "")
    inline = part.new_pic_inline(io.BytesIO(picture.png), Mm(picture.width_mm))
    told = inline.docPr
    told.set("name", f"图{number}")
    told.set("descr", picture.told or picture.caption)
    drawing = OxmlElement("w:drawing")
    drawing.append(inline)
    run = holder.find(qn("w:r"))
    run.remove(run.find(qn("w:t")))
    run.append(drawing)
    if not picture.caption:
        return [holder]
    return [keep_with_next(holder), paragraph_like(paragraph, picture.caption)]
