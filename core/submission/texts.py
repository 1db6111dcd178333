"""Texts at the border: what a shapefile's GBK and field widths can hold."""

from __future__ import annotations

import json
from typing import Any, Callable, Iterator, List, Tuple
from weakref import WeakKeyDictionary

from ..casebook.codec import encode
from ..documents import Value
from ..model import Dossier
from ..rectified import PutRight
from .description import Field, Layer
from .value_types import ValueType
from .values import PatchRow, SummaryRow, rows_of, values_of
from .work import MonthWork

CODEC = "gbk"
MISSING = "〓"
"""Stands in GBK for a character that it does not have, as in Chinese type setting."""


def english(template: str) -> str:
    """The text itself: for checks, which do not depend on the language."""
    return template


def not_in_gbk(content: str) -> str:
    """The characters of a text that GBK cannot hold, each once; U+00A0 where one has no look."""
    if _fits_gbk(content):
        return ""
    foreign = dict.fromkeys(one for one in content if not _fits_gbk(one))
    return "".join(one if one.isprintable() else f" U+{ord(one):04X} " for one in foreign).strip()


def _fits_gbk(content: str) -> bool:
    if "\0" in content:  # it would end the text in the shapefile
        return False
    try:
        content.encode(CODEC)
    except UnicodeEncodeError:
        return False
    return True


def gbk_length(content: str) -> int:
    """Length in bytes of GBK, a missing character counted as its stand-in."""
    return len(in_gbk(content).encode(CODEC))


def shortened(content: str, length: int) -> str:
    """The text as it fits ``length`` bytes of GBK, cut between characters."""
    content = in_gbk(content)
    if len(content.encode(CODEC)) <= length:
        return content
    fitting, used = [], 0
    for character in content:
        used += len(character.encode(CODEC))
        if used > length:
            break
        fitting.append(character)
    return "".join(fitting)


def in_gbk(content: str) -> str:
    """The text with a stand-in for each character that GBK does not have."""
    if _fits_gbk(content):
        return content
    return "".join(one if _fits_gbk(one) else MISSING for one in content)


def field_value(field: Field, value: Value) -> Value:
    """The value as the shapefile gets it; a DBF keeps no blanks at the ends of a text."""
    if field.type is not ValueType.TEXT:
        return value
    content = str(value or "").strip(" ")
    return shortened(content, field.length).rstrip(" ") if field.shorten else content


FieldValue = Tuple[str, Field, Value]
_Rows = List[Tuple[Layer, List[Tuple[str, List[Value]]]]]
_KEPT: WeakKeyDictionary[MonthWork, _Rows] = WeakKeyDictionary()


def field_values(
    work: MonthWork, wanted: Callable[[Field], object] = lambda field: True
) -> Iterator[FieldValue]:
    """The values of every layer, or of its wanted fields, with the number each is about; before
    any shortening.

    They are kept as long as the work itself: half a dozen checks ask for them.
    """
    if work not in _KEPT:
        _KEPT[work] = [(layer, _rows(work, layer)) for layer in work.schema.layers]
    for layer, rows in _KEPT[work]:
        fields = [(at, field) for at, field in enumerate(layer.fields) if wanted(field)]
        for subject, values in rows:
            for at, field in fields:
                yield subject, field, values[at]


def _rows(work: MonthWork, layer: Layer) -> List[Tuple[str, List[Value]]]:
    get = values_of(layer.rows, tuple(field.value for field in layer.fields), work.plan)
    return [(_about(row), get(row)) for row in rows_of(layer.rows, work, english)]


def texts_of(work: MonthWork) -> Iterator[Tuple[str, str]]:
    """Every text that the package will hold, with the number it is about."""
    yield "", work.county_name
    yield "", work.county_code
    for subject, _, value in field_values(work):
        if isinstance(value, str):
            yield subject, value
    for dossier in work.dossiers:
        for content in _put_right_texts(dossier):
            yield dossier.parcel.number, content
    shown = [(form.rows, form.values) for form in work.schema.forms]
    if work.schema.boundaries is not None:
        shown.append(("parcels", work.schema.boundaries.columns))
    for row_set, names in shown:
        get = values_of(row_set, names, work.plan)
        for row in rows_of(row_set, work, english):
            for value in get(row):
                if isinstance(value, str):
                    yield _about(row), value


def _put_right_texts(dossier: Dossier) -> Iterator[str]:
    """How the parcel is put right, as the package's record holds it."""
    if dossier.put_right != PutRight():
        yield json.dumps(encode(dossier.put_right), ensure_ascii=False)


def _about(row: Any) -> str:
    if isinstance(row, PatchRow):
        return row.patch.number
    if isinstance(row, SummaryRow):
        return ""
    return str(row.dossiers[0].parcel.number)
