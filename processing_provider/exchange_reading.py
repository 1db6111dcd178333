"""What the algorithms that read from another casebook have in common: shown, chosen, merged."""

from __future__ import annotations

from typing import TYPE_CHECKING, Callable, Dict

from qgis.core import (
    QgsProcessingOutputBoolean,
    QgsProcessingOutputNumber,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFile,
)

from ..core.text import text
from ..maps.words import say, tr
from .algorithm import Given, TubanAlgorithm

if TYPE_CHECKING:
    from ..core.casebook import Casebook
    from ..core.exchange.incoming import Incoming

ASK, MINE, THEIRS = "ask", "mine", "theirs"


class ReadingAlgorithm(TubanAlgorithm):
    """Reads a file of another casebook; a subclass says how it is opened."""

    FILE = "FILE"
    PREVIEW = "PREVIEW"
    BOTH = "BOTH"
    CHANGED = "CHANGED"
    CLASHES = "CLASHES"
    ENTRIES = "ENTRIES"
    MERGED = "MERGED"

    def add_reading(self, title: str, help_text: str, file_filter: str) -> None:
        """The parameters and outputs of reading."""
        self.add_casebook()
        self.add(QgsProcessingParameterFile(self.FILE, title, fileFilter=file_filter), help_text)
        self.add(
            QgsProcessingParameterBoolean(
                self.PREVIEW, tr("Only show what it changes"), defaultValue=False
            ),
            tr("Checks the file and lists what reading it would change; nothing is recorded."),
        )
        self.add_advanced(
            QgsProcessingParameterEnum(
                self.BOTH,
                tr("Where both sides changed the same"),
                options=[ASK, MINE, THEIRS],
                usesStaticStrings=True,
                defaultValue=ASK,
            ),
            tr(
                "ask: refuse and list it, to be chosen field by field in the window; mine: what "
                "stands here; theirs: what was read. The choice is kept in the journal."
            ),
        )
        self.add_who()
        self.addOutput(QgsProcessingOutputNumber(self.CHANGED, tr("Things new or changed")))
        self.addOutput(QgsProcessingOutputNumber(self.CLASHES, tr("Fields changed on both sides")))
        self.addOutput(QgsProcessingOutputNumber(self.ENTRIES, tr("Entries recorded")))
        self.addOutput(QgsProcessingOutputBoolean(self.MERGED, tr("True when it was merged")))

    def read(self, given: Given, open_it: Callable[[Casebook], Incoming]) -> Dict[str, object]:
        """Show, choose and merge."""
        from ..core.exchange.merging import preview
        from ..core.exchange.threeway import Choice, How
        from ..core.receiving import merge_incoming

        only_show = given.flag(self.PREVIEW)
        both = given.named_choice(self.BOTH)
        with given.casebook(read_only=only_show) as book:
            shown = preview(book, open_it(book), given.progress)
            given.tell(shown.findings)
            counts = shown.counts()
            for how, count in counts.items():
                given.feedback.pushInfo(f"{say(how.label)}: {count}")
            choices = {} if both == ASK else {one.key: Choice(both) for one in shown.clashes}
            for clash in shown.clashes:
                given.feedback.pushInfo(say(_told(clash.key)))
            merged = None
            if not only_show:
                merged = merge_incoming(book, shown, choices, given.progress)
        return {
            self.CASEBOOK: str(given.path(self.CASEBOOK)),
            self.CHANGED: counts.get(How.NEW, 0) + counts.get(How.CHANGED, 0),
            self.CLASHES: len(shown.clashes),
            self.ENTRIES: merged.entries if merged else 0,
            self.MERGED: merged is not None,
        }


def _told(key: tuple[str, str, str]) -> object:
    from ..core.exchange.kinds import word_of

    return text(
        "{subject}: {part} was changed on both sides.", subject=key[1], part=word_of(key[0])
    )
