"""The package as the plan describes it: its layers, forms and names, as records."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import Any, Dict, FrozenSet, List, Optional, Sequence, Tuple

from ..documents import HEADING_ROW, Column, FormTemplate
from ..files import file_name_of
from ..plan.sections import Origin
from .value_types import ValueType

UNSAFE_IN_NAMES = re.compile(r'[\\:*?"<>|\x00-\x1f]')


@dataclass(frozen=True)
class Field:
    """A field of a shapefile; ``length`` in GBK bytes for text, in digits for numbers.

    ``shorten`` says that a text which is not the county's own may be cut to fit, because the
    forms hold it whole; every other text that does not fit is an error.
    """

    name: str
    label: str
    type: ValueType
    length: int
    decimals: int
    required: bool
    shorten: bool
    value: str
    codes: FrozenSet[str]


@dataclass(frozen=True)
class Layer:
    """A shapefile: ``file`` is its path in the package without a suffix."""

    file: str
    label: str
    rows: str
    fields: Tuple[Field, ...]


@dataclass(frozen=True)
class Form:
    """A form: one xlsx with one sheet. ``title`` and ``above_left`` hold placeholders.

    ``template`` is the office's own layout, where there is one.
    """

    file: str
    sheet: str
    title: str
    above_left: str
    above_right: str
    rows: str
    columns: Tuple[Column, ...]
    values: Tuple[str, ...]
    signatures: Tuple[str, ...]
    notes: Tuple[str, ...]
    template: Optional[FormTemplate] = field(default=None, repr=False)

    def body(self, cells: Sequence[Sequence[Any]], count: int) -> List[List[Any]]:
        """The records in a sheet that was read: ``count`` at most, in the order of the columns."""
        if self.template is not None:
            first, places = self.template.row, self.template.places
        else:
            first = HEADING_ROW + 1 + any(column.group for column in self.columns)
            places = tuple(range(1, len(self.columns) + 1))
        found = cells[first - 1 : first - 1 + count]
        return [[row[at - 1] if at <= len(row) else None for at in places] for row in found]


@dataclass(frozen=True)
class Towns:
    """Where a parcel's town is named: fields of the issued row, else what a place ends in."""

    fields: Tuple[str, ...]
    endings: Tuple[str, ...]


@dataclass(frozen=True)
class Boundaries:
    """执法TXT per parcel: ``file`` holds {parcel}; ``head`` are the lines before the parcel, with
    placeholders; ``columns`` are the values of name, type and use."""

    file: str
    decimals: int
    head: Dict[str, str]
    columns: Tuple[str, ...]


@dataclass(frozen=True)
class PackageSchema:
    """What a package holds. ``rules`` gives the source of the rule behind a named check."""

    origin: Origin
    note: str
    package: str
    photo: str
    photo_suffixes: Tuple[str, ...]
    page_footer: str
    undecided: FrozenSet[str]
    words: Dict[str, str]
    towns: Towns
    layers: Tuple[Layer, ...]
    forms: Tuple[Form, ...]
    rules: Dict[str, str]
    boundaries: Optional[Boundaries] = None

    def package_name(self, county: str, month: str) -> str:
        """The file name of a county's month."""
        name = self.package.format(county=county, month=month)
        return UNSAFE_IN_NAMES.sub("_", name.replace("/", "_"))

    def photo_member(self, parcel: str, number: int, file: str) -> str:
        """The path of a parcel's photo in the package; keeps the suffix of ``file``.

        A number that no folder can be called stands there as :func:`file_name_of` writes it.
        """
        suffix = PurePosixPath(file).suffix.lower()
        return self.photo.format(parcel=file_name_of(parcel), n=number, suffix=suffix)
