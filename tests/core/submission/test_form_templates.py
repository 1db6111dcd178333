"""An office's own layout of a form: found by its placeholders, filled, read back, refused."""

from __future__ import annotations

import io
import shutil
import zipfile
from datetime import date, datetime

import pytest
from openpyxl import load_workbook
from openpyxl.styles import Font

from tuban.core.errors import PlanError
from tuban.core.plan import load_plan
from tuban.core.plan.copying import copy_plan
from tuban.core.plan.plan import PLANS
from tuban.core.submission import load_schema, read_package, write_package
from tuban.core.submission.collecting import collect
from tuban.core.submission.forms import form_bytes, form_sheet, template_bytes

MONTH, TODAY = "2023-04", date(2023, 4, 18)
WHEN = datetime(2023, 4, 20, 16, 5, 7)
FORM = "地块判定表.xlsx"


def english(template):
    return template


@pytest.fixture
def office(tmp_path, plan):
    """A folder of plans with a copy of the shipped one, and its default template of a form."""
    plans = tmp_path / "plans"
    shutil.copytree(PLANS / "liaocheng-2023", plans / "liaocheng-2023")
    schema = load_schema(plan)
    (form,) = [one for one in schema.forms if one.file.endswith(FORM)]
    folder = plans / "liaocheng-2023" / "templates"
    folder.mkdir()
    (folder / FORM).write_bytes(template_bytes(schema, form, WHEN))
    return plans


def changed(office, change):
    path = office / "liaocheng-2023" / "templates" / FORM
    book = load_workbook(path)
    change(book.worksheets[0])
    book.save(path)
    return load_plan("liaocheng-2023", office)


def form_of(plan):
    (form,) = [one for one in load_schema(plan).forms if one.file.endswith(FORM)]
    return form


def made(work, form):
    return form_bytes(work, form, form_sheet(work, form, english), WHEN)


def cells(content):
    return list(load_workbook(io.BytesIO(content)).worksheets[0].iter_rows(values_only=True))


def test_the_default_template_gives_the_same_values_as_no_template(book, plan, office):
    work = collect(book, plan, MONTH, TODAY)
    bare = form_of(plan)
    laid_out = form_of(load_plan("liaocheng-2023", office))
    assert laid_out.template is not None
    without = cells(made(work, bare))
    within = cells(made(work, laid_out))
    assert within == without


def move(ws):
    """The number's column to the end, two rows inserted above: what an office does in WPS."""
    for one in list(ws.merged_cells.ranges):
        ws.unmerge_cells(str(one))
    ws.insert_rows(1, 2)
    row = next(r for r in ws.iter_rows() if any(c.value == "{地块编号}" for c in r))
    number = next(c for c in row if c.value == "{地块编号}")
    number.value = None
    ws.cell(number.row, ws.max_column + 3).value = "{parcel.number}"
    ws.cell(1, 1).value = "{county} {year}/{number}"
    ws.cell(number.row, 4).font = Font(name="楷体", size=14)


def test_an_offices_layout_goes_into_the_package_and_reads_back(book, office, out):
    plan = changed(office, move)
    for index in range(4):
        book.judge(index, plan_sha256=plan.sha256)
    written = write_package(book, plan, MONTH, out, english, today=TODAY)
    rows = read_package(written.path).forms[f"表/{FORM}"]
    assert rows[0][0] == "虚构县 2023/4"
    form = form_of(plan)
    first = form.body(rows, 1)[0]
    at = form.values.index("parcel.number")
    assert first[at] == book.files[0].parcel.number
    # What stands below the table has moved down with it, whole.
    below = [cell for row in rows[form.template.row + 3 :] for cell in row if cell]
    assert any(str(cell).startswith("填表人") for cell in below)


def test_each_record_has_the_style_of_the_templates_row(book, office):
    plan = changed(office, move)
    work = collect(book, plan, MONTH, TODAY)
    form = form_of(plan)
    ws = load_workbook(io.BytesIO(made(work, form))).worksheets[0]
    fonts = {ws.cell(form.template.row + n, 4).font.name for n in range(4)}
    assert fonts == {"楷体"}
    assert ws.print_title_rows
    assert ws.page_setup.paperSize in (9, "9")


def test_the_same_rows_give_the_same_bytes(book, office):
    plan = load_plan("liaocheng-2023", office)
    work, form = collect(book, plan, MONTH, TODAY), form_of(plan)
    assert made(work, form) == made(work, form)


def test_a_month_without_rows_keeps_the_layout(book, office):
    book.files = []
    plan = load_plan("liaocheng-2023", office)
    work, form = collect(book, plan, MONTH, TODAY), form_of(plan)
    rows = cells(made(work, form))
    assert not any("{" in str(cell) for row in rows for cell in row)


def cell_with(ws, content):
    return next(c for row in ws.iter_rows() for c in row if c.value == content)


def set_cell(content, value):
    def change(ws):
        cell_with(ws, content).value = value

    return change


def merged(ws):
    row, last = cell_with(ws, "{地块编号}").row, ws.max_column
    ws.merge_cells(start_row=row, end_row=row, start_column=last, end_column=last + 1)


def apart(ws):
    cell = cell_with(ws, "{地块编号}")
    ws.cell(cell.row + 3, 1).value, cell.value = cell.value, None


WRONG = [
    (set_cell("{地块编号}", "{地块代码}"), "the form has no {地块代码}"),
    (set_cell("{地块编号}", None), "the placeholder {地块编号} is missing"),
    (set_cell("{地块编号}", "{坐落}"), "{坐落} is there twice"),
    (set_cell("{地块编号}", "No. {地块编号}"), "has to stand alone"),
    (set_cell("{地块编号}", "=1+1"), "has a formula"),
    (merged, "merged cells"),
    (apart, "in one row"),
]


@pytest.mark.parametrize(("change", "reason"), WRONG)
def test_a_wrong_template_is_refused_with_file_and_reason(office, change, reason):
    plan = changed(office, change)
    with pytest.raises(PlanError) as caught:
        load_schema(plan)
    assert FORM in str(caught.value)
    assert reason in str(caught.value)


def test_a_file_that_is_no_workbook_is_refused(office):
    (office / "liaocheng-2023" / "templates" / FORM).write_bytes(b"PK\x03\x04 cut short")
    with pytest.raises(PlanError, match="no workbook"):
        load_schema(load_plan("liaocheng-2023", office))


def test_a_workbook_with_a_damaged_part_is_refused(office):
    path = office / "liaocheng-2023" / "templates" / FORM
    with zipfile.ZipFile(path) as source:
        parts = {name: source.read(name) for name in source.namelist()}
    with zipfile.ZipFile(path, "w") as target:
        for name, content in parts.items():
            target.writestr(name, content.replace(b"</sheetData>", b""))
    with pytest.raises(PlanError, match="no workbook"):
        load_schema(load_plan("liaocheng-2023", office))


def test_a_template_of_no_form_is_refused(office):
    folder = office / "liaocheng-2023" / "templates"
    (folder / FORM).rename(folder / "判定.xlsx")
    with pytest.raises(PlanError, match="no form has a file of this name"):
        load_schema(load_plan("liaocheng-2023", office))


def test_a_copy_of_the_plan_has_the_templates_and_they_count(office, tmp_path):
    plan = load_plan("liaocheng-2023", office)
    assert plan.sha256 != load_plan("liaocheng-2023").sha256
    target = copy_plan(plan, "mine-2023", "mine", tmp_path / "own")
    assert (target / "templates" / FORM).read_bytes() == plan.files.templates()[FORM].read_bytes()
