"""Files from outside as a draft: what would be imported, what not, and why. Writes nothing."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Dict, List, Optional, Tuple

from ..geometry import digest, wkb_from_multipolygon
from ..model import Finding, Patch, Source
from ..mu import round_half_up
from ..plan import Plan
from ..progress import SILENT, Progress, check_cancelled
from ..reading.fingerprint import fingerprint
from ..reading.systems import reference_named
from ..reading.vector import box_of, quiet
from ..text import Text, text
from .container import opened_container
from .crs import Frames
from .dates import parse_date
from .fields import find_fields, other_candidates
from .geometry_repair import Outcome, Shape, shape_of
from .months import about_months, months_of
from .records import (
    MEANINGS,
    Draft,
    LayerChoice,
    RawLayer,
    RawRow,
    ReadOptions,
    Refusal,
    note,
    warning,
)
from .units import contradicts, differs, find_unit, parse_area
from .vector import ROWS_BETWEEN_NEWS

SAMPLE_ROWS = 10
FIND_OUT = ReadOptions()
_WHOLE_NUMBER = re.compile(r"-?\d+\.0+|-?\d+(?:\.\d*)?[eE]\+?\d+")


def list_layers(path: Path) -> List[LayerChoice]:
    """The layers that a shapefile, zip, GeoPackage, FileGDB, GeoJSON or boundary TXT offers.

    Raises :class:`UnreadableFile` or :class:`UnsafeArchive`.
    """
    with opened_container(path, FIND_OUT) as container:
        return container.choices


def read_draft(
    path: Path, plan: Plan, options: ReadOptions = FIND_OUT, progress: Progress = SILENT
) -> Draft:
    """Read a file as patches-to-be, all of it, without writing anything anywhere.

    Raises :class:`UnreadableFile`, :class:`UnsafeArchive`, :class:`UndecidedInput` when a person
    has to say something first, :class:`Cancelled`.
    """
    progress.say(text("Reading {file}", file=path.name))
    with opened_container(path, options, progress) as container:
        raw = container.read(progress)
    fields = find_fields(raw, plan.field_aliases, options.fields)
    reader = _Reader(path, plan, options, raw, fields)
    progress.say(text("Checking shapes and areas"))
    shapes = reader.shapes(progress)
    return reader.draft(shapes)


@dataclass(frozen=True)
class _Facts:
    """What a row says, by meaning, trimmed."""

    row: int
    number: str
    said: Dict[str, str]


class _Reader:
    """One file on its way to a draft; every step adds to the notes and refusals."""

    def __init__(
        self,
        path: Path,
        plan: Plan,
        options: ReadOptions,
        raw: RawLayer,
        fields: Dict[str, str],
    ) -> None:
        self.path = path
        self.plan = plan
        self.options = options
        self.raw = raw
        self.fields = fields
        self.notes: List[Finding] = list(raw.notes)
        if not raw.rows:
            self.notes.append(warning("empty", text("{layer} holds no patches.", layer=raw.name)))
        self.refused: List[Refusal] = []
        reference = reference_named(options.crs) if options.crs else raw.crs
        self.frames = Frames(path.name, reference, asked=bool(options.crs))

    def shapes(self, progress: Progress) -> Dict[int, Outcome]:
        """Row → its polygons, or the reason why it has none."""
        outcomes: Dict[int, Outcome] = {}
        for done, row in enumerate(self.raw.rows):
            if done % ROWS_BETWEEN_NEWS == 0:
                check_cancelled(progress)
                progress.at(done, len(self.raw.rows))
            with quiet():
                outcomes[row.row] = self._shape(row)
        return outcomes

    def _shape(self, row: RawRow) -> Outcome:
        if row.problem is not None:
            return row.problem
        geometry = row.geometry
        if geometry is None or geometry.IsEmpty():
            return shape_of(geometry, None, Decimal(0))
        code = self.frames.code_for(box_of(geometry.GetEnvelope()))
        if not code:
            return text("its coordinates lie nowhere in China")
        tolerance = self.plan.area_rules.repair_tolerance_m2
        return shape_of(geometry, self.frames.transform(code), tolerance)

    def draft(self, outcomes: Dict[int, Outcome]) -> Draft:
        """The draft, once every shape is known."""
        facts = [self._facts(row) for row in self.raw.rows]
        calendar = self.plan.calendar
        month_field = self.fields.get("month", "")
        asked = self.options.month
        months = months_of(self.path.name, self.raw.rows, month_field, asked, calendar)
        self.notes += about_months(self.raw.rows, month_field, asked, calendar)
        self.notes += other_candidates(self.raw, self.plan.field_aliases, self.fields)
        self.notes += self.frames.notes()
        unit = self._unit(facts, outcomes)
        source = self._source(unit)
        rows_of_number = _rows_by_number(facts)
        patches: List[Patch] = []
        for row, fact in zip(self.raw.rows, facts):
            outcome = outcomes[row.row]
            reason = self._reason_against(fact, outcome, rows_of_number, months)
            if reason is not None:
                self.refused.append(Refusal(row.row, fact.number, reason))
            elif isinstance(outcome, Shape):
                patches.append(self._patch(row, fact, outcome, months[row.row], unit, source))
        self._about_heights(outcomes)
        sample = [_sample_row(patch) for patch in patches[:SAMPLE_ROWS]]
        return Draft(source, self.fields, patches, self.refused, self.notes, sample)

    def _facts(self, row: RawRow) -> _Facts:
        said = {}
        for meaning, name in self.fields.items():
            # What stands behind a NUL is the rest of an older, longer text.
            said[meaning] = row.values.get(name, "").split("\0")[0].strip()
        number = said["number"]
        if self.fields["number"] in self.raw.numeric:
            number = _whole_number(number)
        return _Facts(row.row, number, said)

    def _reason_against(
        self,
        fact: _Facts,
        outcome: Outcome,
        rows_of_number: Dict[str, List[int]],
        months: Dict[int, str],
    ) -> Optional[Text]:
        if not fact.number:
            return text("Row {row}: it has no patch number.", row=fact.row)
        others = [str(row) for row in rows_of_number[fact.number] if row != fact.row]
        if others:
            return text(
                "Row {row}: number {number} is also in row {others}; which of them is right cannot "
                "be known.",
                row=fact.row,
                number=fact.number,
                others=", ".join(others),
            )
        if isinstance(outcome, Text):
            return text(
                "Row {row}, patch {number}: {reason}.",
                row=fact.row,
                number=fact.number,
                reason=outcome,
            )
        if fact.row not in months:
            return text(
                "Row {row}, patch {number}: “{written}” in field {field} is no month. Correct it, "
                "or give the month for the whole file.",
                row=fact.row,
                number=fact.number,
                written=fact.said.get("month", ""),
                field=self.fields.get("month", "?"),
            )
        return None

    def _unit(self, facts: List[_Facts], outcomes: Dict[int, Outcome]) -> str:
        field = self.fields.get("issued_area", "")
        pairs: List[Tuple[Decimal, Decimal]] = []
        for fact in facts:
            outcome = outcomes[fact.row]
            issued = parse_area(fact.said.get("issued_area", ""))
            if issued is not None and isinstance(outcome, Shape):
                pairs.append((issued, Decimal(repr(outcome.area_m2))))
        asked = self.options.area_unit if field else ""
        unit = find_unit(field, pairs, asked)
        if asked and contradicts(pairs, unit):
            self.notes.append(
                warning(
                    "area_unit",
                    text(
                        "Most areas in field {field} do not fit the shapes in the chosen unit "
                        "{unit}.",
                        field=field,
                        unit=unit,
                    ),
                )
            )
        return unit

    def _source(self, unit: str) -> Source:
        return Source(
            sha256=fingerprint(self.path),
            name=self.path.name,
            layer=self.raw.name,
            crs=self.frames.used(),
            encoding=self.raw.encoding,
            area_unit=unit,
            feature_count=len(self.raw.rows),
        )

    def _patch(
        self, row: RawRow, fact: _Facts, shape: Shape, month: str, unit: str, source: Source
    ) -> Patch:
        for done in shape.done:
            self._note("geometry", fact, done)
        wkb = wkb_from_multipolygon(shape.polygons)
        area_m2 = round_half_up(shape.area_m2)
        issued_area = self._issued_area(fact, unit, area_m2)
        return Patch(
            number=fact.number,
            kind=self.options.kind,
            month=month,
            county_code=fact.said.get("county_code", ""),
            county_name=fact.said.get("county_name", ""),
            patch_class=fact.said.get("patch_class", ""),
            change_type=fact.said.get("change_type", ""),
            before_date=self._date(fact, "before_date"),
            after_date=self._date(fact, "after_date"),
            issued_area=issued_area,
            issued_area_unit=unit if issued_area is not None else "",
            area_m2=area_m2,
            remark=fact.said.get("remark", ""),
            geometry=wkb,
            geometry_sha256=digest(wkb),
            source_sha256=source.sha256,
            source_row=row.row,
            issued=dict(row.values),
        )

    def _date(self, fact: _Facts, meaning: str) -> Optional[str]:
        written = fact.said.get(meaning, "")
        found = parse_date(written)
        if written and found is None:
            self._note(
                "date",
                fact,
                text(
                    "“{written}” in field {field} is no date; kept as it is",
                    written=written,
                    field=self.fields[meaning],
                ),
            )
        return found

    def _issued_area(self, fact: _Facts, unit: str, area_m2: Decimal) -> Optional[str]:
        written = fact.said.get("issued_area", "")
        issued = parse_area(written)
        if not written:
            return None
        if issued is None or (unit and differs(issued, unit, area_m2)):
            self._note(
                "area",
                fact,
                text(
                    "the issued area “{written}” is not that of the shape, {area} m²",
                    written=written,
                    area=area_m2,
                ),
            )
        return written

    def _note(self, check: str, fact: _Facts, what: Text) -> None:
        number = fact.number
        self.notes.append(
            note(
                check,
                text("Row {row}, patch {number}: {what}.", row=fact.row, number=number, what=what),
                number,
            )
        )

    def _about_heights(self, outcomes: Dict[int, Outcome]) -> None:
        flattened = sum(1 for one in outcomes.values() if isinstance(one, Shape) and one.flattened)
        if flattened:
            self.notes.append(
                note(
                    "heights",
                    text("{count} shapes had heights or measures; left out.", count=flattened),
                )
            )


def _whole_number(written: str) -> str:
    """A number field's whole number as its digits, with no ``.0`` and no ``e+14``."""
    if _WHOLE_NUMBER.fullmatch(written):
        number = Decimal(written)
        if number == number.to_integral_value():
            return format(number.to_integral_value(), "f")
    return written


def _rows_by_number(facts: List[_Facts]) -> Dict[str, List[int]]:
    rows: Dict[str, List[int]] = {}
    for fact in facts:
        rows.setdefault(fact.number, []).append(fact.row)
    return rows


def _sample_row(patch: Patch) -> Dict[str, str]:
    said = {meaning: getattr(patch, meaning) for meaning in MEANINGS}
    shown = {meaning: "" if value is None else str(value) for meaning, value in said.items()}
    return {"row": str(patch.source_row), **shown, "area_m2": str(patch.area_m2)}
