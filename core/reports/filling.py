"""A template of Word with its places filled.

``{标题}`` is a place within a line, ``{表：进度}`` one that has a line of its own. Word splits
what was typed into runs as it likes (spelling, input methods, changes), so places are looked for
in the paragraph's whole text; braces and colons may be those of an input method, too. What
nobody knows stays where it stands and is told; so is what the template has no place for.
"""

from __future__ import annotations

import copy
import re
from datetime import datetime
from pathlib import Path
from typing import Any, Iterator, List, Tuple

from ..documents import visible
from ..model import Finding, Severity
from ..text import text
from .blocks import Filling, Fillings, Lines, PictureBlock, TableBlock
from .elements import marked, picture_of, set_words, words_of
from .tables import table_of
from .word import open_word, qn, save_word

PLACE = re.compile(r"[{｛]([^{}｛｝]{1,60})[}｝]")
_LONE = re.compile(r"[{}｛｝]")


def fill_template(template: Path, fillings: Fillings, path: Path, when: datetime) -> List[Finding]:
    """Write the template with its places filled; what does not fit is told, paper for paper.

    :raises UnreadableFile: the template cannot be read.
    :raises OutputError: the paper cannot be written.
    """
    document = open_word(template)
    filler = _Filler(template.name, fillings)
    for root, part in _roots(document):
        for paragraph in list(root.iter(qn("w:p"))):
            filler.fill(paragraph, part, root is document.element.body)
    save_word(document, path, when)
    return filler.findings()


def name_of(written: str) -> str:
    """The name of a place, however its blanks and colon were typed."""
    return "".join(written.split()).replace(":", "：")


def _roots(document: Any) -> Iterator[Tuple[Any, Any]]:
    """Everything that holds paragraphs: the body, then heads and feet that are written."""
    yield document.element.body, document.part
    for section in document.sections:
        for one in (
            *(section.header, section.first_page_header, section.even_page_header),
            *(section.footer, section.first_page_footer, section.even_page_footer),
        ):
            if not one.is_linked_to_previous:
                yield one._element, one.part


class _Filler:
    """Fills paragraphs and keeps what has to be told."""

    def __init__(self, file: str, fillings: Fillings) -> None:
        self._file = file
        self._fillings = fillings
        self._used: set[str] = set()
        self._findings: List[Finding] = []
        self._pictures = 0

    def fill(self, paragraph: Any, part: Any, in_body: bool) -> None:
        """Fill the places of one paragraph."""
        whole = words_of(paragraph)
        matches = list(PLACE.finditer(whole))
        if _LONE.search(PLACE.sub("", whole)):
            self._tell(text("“{words}” has a brace without a partner", words=whole.strip()[:40]))
        alone = len(matches) == 1 and matches[0].group() == whole.strip()
        for match in reversed(matches):
            name = name_of(match.group(1))
            filling = self._fillings.get(name)
            if filling is None:
                self._unknown(name)
            elif isinstance(filling, str):
                self._used.add(name)
                set_words(paragraph, match.start(), match.end(), visible(filling))
            elif alone and in_body:
                self._used.add(name)
                self._put(paragraph, part, filling)
            else:
                self._misplaced(name)

    def _put(self, paragraph: Any, part: Any, filling: Filling) -> None:
        """Put a block in the paragraph's place."""
        made: List[Any] = []
        if isinstance(filling, Lines):
            made = [_line(paragraph, one, filling.mark) for one in filling.lines]
        elif isinstance(filling, TableBlock):
            made = table_of(paragraph, filling)
        elif isinstance(filling, PictureBlock):
            self._pictures += 1
            made = picture_of(paragraph, part, filling, self._pictures)
        for element in made:
            paragraph.addprevious(element)
        if made and _may_go(paragraph):
            paragraph.getparent().remove(paragraph)
        else:
            set_words(paragraph, 0, len(words_of(paragraph)), "")

    def _unknown(self, name: str) -> None:
        known = "、".join(f"{{{one}}}" for one in self._fillings)
        self._tell(
            text(
                "{place} is not known and stands in the paper as it is. Known are: {known}",
                place=f"{{{name}}}",
                known=known,
            ),
            Severity.ERROR,
        )

    def _misplaced(self, name: str) -> None:
        self._tell(
            text(
                "{place} needs a line of its own in the body of the template; it stands in the "
                "paper as it is",
                place=f"{{{name}}}",
            ),
            Severity.ERROR,
        )
        self._used.add(name)

    def _tell(self, message: Any, severity: Severity = Severity.WARNING) -> None:
        self._findings.append(Finding("template", severity, message, self._file))

    def findings(self) -> List[Finding]:
        """What was told, with what the template has no place for."""
        missing = [name for name in self._fillings if name not in self._used]
        told = [
            Finding(
                "template",
                Severity.WARNING,
                text("there is no {place} in it; the paper lacks it", place=f"{{{name}}}"),
                self._file,
            )
            for name in missing
        ]
        return [*self._findings, *told]


def _line(paragraph: Any, words: str, mark: str) -> Any:
    """A copy of the paragraph with other words."""
    made = copy.deepcopy(paragraph)
    set_words(made, 0, len(words_of(made)), visible(words))
    return marked(made, mark) if mark else made


def _may_go(paragraph: Any) -> bool:
    """True unless the paragraph ends a section or is the last of a cell, which Word wants."""
    if paragraph.find(f"{qn('w:pPr')}/{qn('w:sectPr')}") is not None:
        return False
    parent = paragraph.getparent()
    return parent.tag != qn("w:tc") or _ends_with_paragraph(parent, paragraph)


def _ends_with_paragraph(cell: Any, but: Any) -> bool:
    rest = [one for one in cell if one is not but]
    return bool(rest) and rest[-1].tag == qn("w:p")
