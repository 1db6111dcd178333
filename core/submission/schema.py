"""Reading the plan's description of the package (``submission.json``), and checking it.

Layers and forms are lists of columns; each column names the value it shows. The values are
those of ``values/``. A description that cannot work is refused with file, key and reason.
"""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import PurePosixPath
from typing import Dict, FrozenSet, List, Optional

from ..documents import Kind, read_template
from ..documents.described import needed_template, optional_template, read_column, read_kind
from ..errors import PlanError, UnreadableFile
from ..ledger.forms import ledger_forms
from ..plan import Plan
from ..plan.files import TEMPLATES
from ..plan.reader import Node
from ..plan.sections import origin_of
from ..text import text
from .description import UNSAFE_IN_NAMES, Boundaries, Field, Form, Layer, PackageSchema, Towns
from .value_types import ValueType
from .values import ROW_SETS, value_types

FIELD_TYPES = {
    "text": ValueType.TEXT,
    "decimal": ValueType.DECIMAL,
    "integer": ValueType.INTEGER,
    "date": ValueType.DATE,
}
COLUMN_TYPES = {
    Kind.TEXT: ValueType.TEXT,
    Kind.CODE: ValueType.TEXT,
    Kind.AREA: ValueType.DECIMAL,
    Kind.INTEGER: ValueType.INTEGER,
    Kind.DATE: ValueType.DATE,
}
CODE_LISTS = ["patch_classes", "categories", "subcategories", "answers"]
LAYER_ROWS = ["patches", "parcels"]
WORDS = ["yes", "no", "n/a", "subtotal", "total", "no_class", "no_town", "semicolon"]
BRACKETS = {"full": str.maketrans("()", "（）"), "half": str.maketrans("（）", "()")}
LONGEST_DBF_TEXT = 254  # bytes
DATE_LENGTH = 8
MOST_PHOTOS = 999  # of one parcel, when the length of a name is tried
HEADLINE: Dict[str, object] = {"county": "县", "year": "2023", "number": "1"}
"""What titles may name, with samples."""
BOUNDARY_HEAD: Dict[str, object] = {"county": "县", "month": "2023-01", "zone": "39"}
BOUNDARY_COLUMNS = ["name", "type", "use"]
_FIELD_NAME = re.compile(r"[A-Z][A-Z0-9_]{0,9}\Z")
_ASCII_PATH = re.compile(r"[A-Za-z0-9_/-]+\Z")


def load_schema(plan: Plan) -> PackageSchema:
    """Load the plan's description of the package.

    :raises PlanError: names the file, the key and what is wrong with it.
    """
    node = plan.section("submission")
    brackets = BRACKETS[node.one_of("brackets", list(BRACKETS))]
    schema = PackageSchema(
        origin=origin_of(node),
        note=node.text("note"),
        package=_template(node, "package", {"county": "县", "month": "2023-01"}),
        photo=_template(node, "photo", {"parcel": "1", "n": 1, "suffix": ".jpg"}),
        photo_suffixes=tuple(node.texts("photo_suffixes")),
        page_footer=node.text("page_footer"),
        undecided=_undecided(node, plan),
        words={name: node.at("words").text(name) for name in WORDS},
        towns=_towns(node.at("towns")),
        layers=tuple(_layer(one, plan) for one in node.each("layers")),
        forms=tuple(_with_template(_form(one, plan, brackets), plan) for one in node.each("forms")),
        boundaries=_boundaries(node, plan),
        rules={name: node.at("rules").text(name) for name in node.at("rules").names()},
    )
    _check_photo_name(node, schema, plan)
    _check_members(node, schema)
    _check_templates(schema, plan)
    node.refuse_unknown()
    return schema


def _towns(node: Node) -> Towns:
    return Towns(tuple(node.texts("fields")), tuple(node.texts("endings")))


def _boundaries(node: Node, plan: Plan) -> Optional[Boundaries]:
    """What the plan says of boundary texts; ``None`` where it wants none."""
    if not node.has("boundaries"):
        return None
    part = node.at("boundaries")
    columns = part.at("columns")
    head = part.at("head")
    return Boundaries(
        file=_boundary_file(part),
        decimals=part.whole("decimals", 2, 6),
        head={name: optional_template(head, name, BOUNDARY_HEAD) for name in head.names()},
        columns=tuple(
            columns.one_of(name, list(value_types("parcels", plan))) for name in BOUNDARY_COLUMNS
        ),
    )


def _boundary_file(node: Node) -> str:
    _file_name(node, ".txt")
    return _template(node, "file", {"parcel": "1"})


def _template(node: Node, key: str, sample: Dict[str, object]) -> str:
    template = needed_template(node, key, sample)
    for name in sample:
        if "{" + name not in template:
            raise node.at(key).wrong(text("the placeholder {name} is missing", name=f"{{{name}}}"))
    return template


def _undecided(node: Node, plan: Plan) -> FrozenSet[str]:
    for one in node.each("undecided_categories"):
        if plan.category(one.as_text()) is None:
            raise one.wrong(text("the plan has no such category"))
    return frozenset(node.texts("undecided_categories"))


def _layer(node: Node, plan: Plan) -> Layer:
    if not _ASCII_PATH.match(node.text("file")):
        raise node.at("file").wrong(text("only ASCII letters, digits, _, - and / are expected"))
    rows = node.one_of("rows", LAYER_ROWS)
    fields = [_field(one, rows, plan) for one in node.each("fields")]
    _refuse_repeated(node.at("fields"), [field.name for field in fields])
    return Layer(node.text("file"), node.text("zh"), rows, tuple(fields))


def _field(node: Node, rows: str, plan: Plan) -> Field:
    name = node.text("name")
    if not _FIELD_NAME.match(name):
        raise node.at("name").wrong(
            text("a field name has at most 10 characters: capital letters, digits, _")
        )
    kind = FIELD_TYPES[node.one_of("type", list(FIELD_TYPES))]
    decimals = node.whole("decimals", 1, 9) if kind is ValueType.DECIMAL else 0
    return Field(
        name=name,
        label=node.text("zh"),
        type=kind,
        length=_length(node, kind, decimals),
        decimals=decimals,
        required=node.flag("required", False),
        shorten=node.flag("shorten", False),
        value=read_value(node, rows, kind, plan),
        codes=_codes(node, plan),
    )


def _length(node: Node, kind: ValueType, decimals: int) -> int:
    if kind is ValueType.DATE:
        return DATE_LENGTH
    if kind is ValueType.TEXT:
        return node.whole("length", 1, LONGEST_DBF_TEXT)
    if kind is ValueType.INTEGER:
        return node.whole("length", 1, 9)
    return node.whole("length", decimals + 2, 18)


def read_value(node: Node, rows: str, kind: ValueType, plan: Plan) -> str:
    """The name of the value under ``value``, which must be of a row set and of a type."""
    types = value_types(rows, plan)
    name = node.one_of("value", list(types))
    if types[name] is not kind:
        raise node.at("value").wrong(text("{value} is {kind}", value=name, kind=types[name].value))
    return name


def _codes(node: Node, plan: Plan) -> FrozenSet[str]:
    if not node.has("codes"):
        return frozenset()
    which = node.one_of("codes", [*CODE_LISTS, *plan.lists.values])
    if which == "patch_classes":
        return frozenset(term.code for term in plan.patch_classes)
    if which == "categories":
        return frozenset(one.code for one in plan.categories if not one.military)
    if which == "subcategories":
        return frozenset(term.code for one in plan.categories for term in one.subcategories)
    if which in plan.lists.values:
        return frozenset(term.label.zh for term in plan.lists.values[which].values)
    words = plan.section("submission").at("words")
    return frozenset(words.text(name) for name in ("yes", "no", "n/a"))


def _form(node: Node, plan: Plan, brackets: Dict[int, int]) -> Form:
    rows = node.one_of("rows", list(ROW_SETS))
    columns = list(node.each("columns"))
    if not columns:
        raise node.wrong(text("a form needs columns"))
    return Form(
        file=_file_name(node, ".xlsx"),
        sheet=node.text("sheet"),
        title=optional_template(node, "title", HEADLINE).translate(brackets),
        above_left=optional_template(node, "above_left", HEADLINE).translate(brackets),
        above_right=node.text("above_right", "").translate(brackets),
        rows=rows,
        columns=tuple(read_column(one, brackets) for one in columns),
        values=tuple(read_value(one, rows, COLUMN_TYPES[read_kind(one)], plan) for one in columns),
        signatures=tuple(line.translate(brackets) for line in node.texts("signatures")),
        notes=tuple(line.translate(brackets) for line in node.texts("notes")),
    )


def _with_template(form: Form, plan: Plan) -> Form:
    """The form in the office's own layout, if the plan has a template of its file's name."""
    path = plan.files.templates().get(PurePosixPath(form.file).name)
    if path is None:
        return form
    try:
        found = read_template(path, form.columns, form.values, tuple(HEADLINE))
    except UnreadableFile as error:
        raise PlanError(error.text, f"{TEMPLATES}/{path.name}", "", error.text) from error
    return replace(form, template=found)


def _check_templates(schema: PackageSchema, plan: Plan) -> None:
    known = [PurePosixPath(form.file).name for form in schema.forms]
    known += [form.template_name for form in ledger_forms(plan).values()]
    for name in plan.files.templates():
        if name not in known:
            reason = text("no form has a file of this name: {names}", names=", ".join(known))
            raise Node(f"{TEMPLATES}/{name}", "", None).wrong(reason)


def _file_name(node: Node, suffix: str) -> str:
    name = node.text("file")
    path = PurePosixPath(name)
    if path.is_absolute() or ".." in path.parts or UNSAFE_IN_NAMES.search(name):
        raise node.at("file").wrong(text("it is not a file name that every system can hold"))
    if path.suffix != suffix:
        raise node.at("file").wrong(text("it must end in {suffix}", suffix=suffix))
    return name


def _check_photo_name(node: Node, schema: PackageSchema, plan: Plan) -> None:
    most = plan.photo_rules.name_characters
    for suffix in schema.photo_suffixes:
        name = PurePosixPath(schema.photo_member("1", MOST_PHOTOS, f"x{suffix}")).name
        if len(name) > most:
            raise node.at("photo").wrong(
                text("the name {name} has more than {most} characters", name=name, most=most)
            )


def _check_members(node: Node, schema: PackageSchema) -> None:
    _refuse_repeated(node.at("layers"), [layer.file for layer in schema.layers])
    _refuse_repeated(node.at("forms"), [form.file for form in schema.forms])


def _refuse_repeated(node: Node, names: List[str]) -> None:
    for name in names:
        if [other.casefold() for other in names].count(name.casefold()) > 1:
            raise _repeated(node, name)


def _repeated(node: Node, name: str) -> PlanError:
    return node.wrong(text("{name} is there twice", name=name))
