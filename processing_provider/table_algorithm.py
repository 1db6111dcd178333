"""What the algorithms have in common that take into the casebook what a table says."""

from __future__ import annotations

from typing import Any, Callable, Dict, List, Mapping, Sequence, Tuple

from qgis.core import (
    QgsProcessing,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterFeatureSource,
)

from ..core.plan import Plan
from ..maps.words import tr
from .algorithm import Given, TubanAlgorithm
from .result_table import write_rows
from .table_input import rows_given


class TableAlgorithm(TubanAlgorithm):
    """Reads a table and records what it changes; some say beforehand what that would be."""

    INPUT = "INPUT"
    PREVIEW = "PREVIEW"

    def add_input(self, label: str) -> None:
        """The table."""
        self.add(
            QgsProcessingParameterFeatureSource(
                self.INPUT, label, [QgsProcessing.SourceType.TypeVector]
            ),
            tr("A table or layer, or the path of an xlsx, or of a CSV file in UTF-8 or GBK."),
        )

    def add_preview(self) -> None:
        """To try it first."""
        self.add(
            QgsProcessingParameterBoolean(
                self.PREVIEW, tr("Only say what would be recorded"), False
            ),
            tr("Nothing is recorded; the table says what would become of each row."),
        )

    def add_rows(self) -> None:
        """What became of each row."""
        self.add_table(tr("Rows"), tr("A table without geometry: each row as it was understood."))

    def recorded(
        self, given: Given, read: Callable[..., Any], preview: bool = False
    ) -> Tuple[Any, Plan]:
        """What ``read`` makes of the rows, by which plan; its events are recorded."""
        rows = rows_given(given, self.INPUT)
        with given.casebook(read_only=preview) as book:
            plan = given.plan(book)
            table = read(rows, book, plan, progress=given.progress)
            if not preview:
                book.record(table.events, given.progress)
        return table, plan

    def previewed(
        self,
        given: Given,
        read: Callable[..., Any],
        columns: Mapping[str, object],
        row_of: Callable[[Any, Plan], Sequence[object]],
    ) -> Tuple[Any, Dict[str, object]]:
        """As :meth:`recorded`, unless it is only tried; the results so far: each row."""
        table, plan = self.recorded(given, read, given.flag(self.PREVIEW))
        if table.unread:
            words = tr("Columns that were not read: {names}")
            given.feedback.pushWarning(words.format(names=", ".join(table.unread)))
        rows: List[Sequence[object]] = [row_of(one, plan) for one in table.rows]
        written = write_rows(given, columns, rows)
        return table, {self.CASEBOOK: str(given.path(self.CASEBOOK)), **written}
