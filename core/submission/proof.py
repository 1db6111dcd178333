"""Is what was written what was meant? The finished file against the record it came from."""

from __future__ import annotations

import io
import json
from datetime import datetime
from decimal import Decimal
from typing import Any, Dict, Iterable, Iterator, List, Optional, Sequence, Tuple

from ..documents import Column, Kind, Sheet, Value, clean, first_sheet
from ..errors import OutputError
from ..exchange.chain import MEMBER as JOURNAL
from ..exchange.chain import check_part
from ..exchange.record import MEMBER
from ..geometry import LONLAT_EPSG
from ..legality.military import mention_finder
from ..model import Severity
from ..mu import round_half_up
from ..progress import SILENT, Asked, Progress, check_cancelled
from ..text import Text, text
from .description import Field, Form, Layer
from .handed_in import check_package
from .layers import layer_rows
from .reader import PackageContent
from .shapefile import LayerContent, same_outline
from .value_types import ValueType
from .work import MonthWork

_TYPE_NAMES = {
    ValueType.TEXT: "String",
    ValueType.DECIMAL: "Real",
    ValueType.INTEGER: "Integer",
    ValueType.DATE: "Date",
}


def prove(content: PackageContent, work: MonthWork, progress: Progress = SILENT) -> None:
    """Compare the layers and records of the package that was read back with the month's work.

    The forms were compared when they were made (:func:`prove_form`); their hashes in the manifest
    say that they are the same in the package.

    :raises OutputError: something in it is not what was meant, or military land is in it.
    """
    expected = {"patches": len(work.patches), "parcels": len(work.dossiers)}
    found = {name: content.manifest.counts.get(name) for name in expected}
    if found != expected:
        raise _differs(text("the counts in the manifest"))
    for layer in work.schema.layers:
        check_cancelled(progress)
        _prove_layer(layer, content.layers.get(layer.file), layer_rows(work, layer))
    check_cancelled(progress)
    _prove_records(content, progress)
    check_cancelled(progress)
    _prove_checks(content, work, progress)
    check_cancelled(progress)
    _refuse_military(_all_texts(content), work)


def prove_form(form: Form, content: bytes, sheet: Sheet, work: MonthWork) -> None:
    """Read a form's workbook and compare it with the sheet it was made from.

    :raises OutputError: it is not what was meant, or military land is in it.
    """
    cells = first_sheet(content)
    _prove_rows(form, form.body(cells, len(sheet.rows)), sheet)
    _refuse_military((cell for row in cells for cell in row if isinstance(cell, str)), work)


def _refuse_military(texts: Iterable[str], work: MonthWork) -> None:
    hidden = work.military_numbers
    find = mention_finder(hidden)
    if hidden and any(map(find, set(texts))):
        raise OutputError(
            text("The package was not written: a military patch would have been in it.")
        )


def _prove_records(content: PackageContent, progress: Progress) -> None:
    """That the journal holds together, and all patches are there; read line by line."""
    lines = io.BytesIO(content.records.get(MEMBER, b""))
    patches = sum(line.startswith(b'{"patch"') for line in lines)
    if patches != content.manifest.counts["patches"]:
        raise _differs(text("the records"))
    check_part(content.records.get(JOURNAL, b""), content.path.name, Asked(progress))


def _prove_checks(content: PackageContent, work: MonthWork, progress: Progress) -> None:
    """What was checked in the record holds in the file, too."""
    found = check_package(content, work.plan, progress)
    errors = [one for one in found if one.severity is Severity.ERROR]
    if errors:
        raise _differs(
            text("{number}: {reason}", number=errors[0].subject, reason=errors[0].message)
        )


def _prove_layer(
    layer: Layer, content: Optional[LayerContent], rows: Sequence[Tuple[bytes, List[Value]]]
) -> None:
    if content is None:
        raise _differs(text("layer {layer} is missing", layer=layer.label))
    if content.fields != tuple(_definition(field) for field in layer.fields):
        raise _differs(text("the fields of layer {layer}", layer=layer.label))
    if (content.epsg, content.encoding) != (LONLAT_EPSG, "GBK"):
        raise _differs(text("CRS or encoding of layer {layer}", layer=layer.label))
    if len(content.rows) != len(rows):
        raise _differs(text("the number of rows of layer {layer}", layer=layer.label))
    for number, (outline, values) in enumerate(rows):
        if not same_outline(outline, content.geometries[number]):
            raise _differs(
                text("the outline in row {row} of {layer}", row=number + 1, layer=layer.label)
            )
        _prove_values(layer, number, content.rows[number], values)


def _definition(field: Field) -> Tuple[str, str, int, int]:
    # GDAL gives a date's width as 10, as it prints it, though the file holds 8 digits.
    width = 10 if field.type is ValueType.DATE else field.length
    return field.name, _TYPE_NAMES[field.type], width, field.decimals


def _prove_values(
    layer: Layer, number: int, found: Dict[str, Any], values: Sequence[Value]
) -> None:
    for field, value in zip(layer.fields, values):
        got = _read_value(field, found[field.name])
        wanted = round_half_up(value, field.decimals) if isinstance(value, Decimal) else value
        if got != (None if wanted == "" else wanted) or not _in_codes(field, got):
            raise _differs(
                text(
                    "field {field} in row {row} of {layer}",
                    field=field.name,
                    row=number + 1,
                    layer=layer.label,
                )
            )


def _read_value(field: Field, value: Any) -> Value:
    if value is None:
        return None
    if field.type is ValueType.DECIMAL:
        return Decimal(f"{value:.{field.decimals}f}")
    if field.type is ValueType.DATE:
        return str(value).replace("/", "-")
    return int(value) if field.type is ValueType.INTEGER else str(value)


def _in_codes(field: Field, value: Value) -> bool:
    # What was issued may be outside the list; a warning has said so.
    return value is None or not field.codes or field.shorten or value in field.codes


def _prove_rows(form: Form, body: List[List[Any]], sheet: Sheet) -> None:
    if len(body) != len(sheet.rows):
        raise _differs(text("the number of rows of {form}", form=form.file))
    for number, (cells, values) in enumerate(zip(body, sheet.rows), start=1):
        wanted = [
            _cell(column, value, sheet.unknown) for column, value in zip(sheet.columns, values)
        ]
        if [_plain(cell) for cell in cells] != wanted:
            raise _differs(text("row {row} of {form}", row=number, form=form.file))


def _cell(column: Column, value: Value, unknown: str) -> Any:
    """A value as the reader of the sheet gives it."""
    if value is None or value == "":
        return unknown if column.kind is Kind.AREA else None
    if column.kind is Kind.AREA:
        return float(value)
    if column.kind is Kind.DATE:
        return str(value)
    return clean(value) if isinstance(value, str) else value


def _plain(cell: Any) -> Any:
    return cell.date().isoformat() if isinstance(cell, datetime) else cell


def _all_texts(content: PackageContent) -> Iterator[str]:
    yield json.dumps(vars(content.manifest), ensure_ascii=False, default=vars)
    yield from (one.decode("utf-8") for one in content.records.values())
    for layer in content.layers.values():
        for row in layer.rows:
            yield from (value for value in row.values() if isinstance(value, str))


def _differs(what: Text) -> OutputError:
    return OutputError(
        text(
            "The package was not written, because it does not read back as meant: {what}.",
            what=what,
        )
    )
