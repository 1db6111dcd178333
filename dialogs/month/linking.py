"""The month linked to somebody else's earlier work: one file is chosen, the rest is a task."""

from __future__ import annotations

from pathlib import Path

from qgis.PyQt.QtWidgets import QFileDialog, QWidget

from ...core.errors import TubanError, UndecidedInput
from ...core.intake import ReadOptions
from ...core.linking import Linked
from ...maps.earlier import link_file
from ...maps.words import say, tr
from ..workplace import Workplace

FOLDER = "earlier"


def choose_and_link(work: Workplace, window: QWidget) -> None:
    """Ask for a casebook, layer or ledger and link the month at hand to it."""
    kinds = tr("Earlier work: casebook, layer or ledger")
    name, _kind = QFileDialog.getOpenFileName(
        window,
        tr("Link patches to earlier work"),
        work.settings.start_folder(FOLDER),
        f"{kinds} (*.gpkg *.zip *.shp *.geojson *.json *.txt *.csv *.xlsx)",
    )
    if name:
        work.settings.remember_folder(FOLDER, str(Path(name).parent))
        link(work, Path(name))


def link(work: Workplace, path: Path) -> None:
    """Link the month at hand to the work in a file, in the background."""
    session = work.session
    book, plan, month = session.book, session.plan, session.month
    release = session.hold(tr("Patches are being linked to earlier work."))

    def done(linked: Linked) -> None:
        session.reload()
        words = tr("{file}: {count} patches of {month} have earlier work there.")
        work.messages.tell(words.format(file=path.name, count=linked.patches, month=month))

    def refused(error: TubanError) -> None:
        if isinstance(error, UndecidedInput):
            hint = tr("The toolbox's “Link patches to earlier work” can be told so.")
            work.messages.warn(f"{say(error.text)} {hint}")
        else:
            work.messages.error(error)

    work.tasks.start(
        tr("Link patches to earlier work"),
        lambda progress: link_file(book, plan, path, ReadOptions(), month, progress),
        done,
        refused,
        release,
    )
