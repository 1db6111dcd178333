"""How a parcel is put right, inspected and accepted: typed into the forms, drawn on the map."""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from openpyxl import load_workbook
from qgis.core import QgsApplication, QgsPointXY, QgsProject
from qgis.gui import QgsMapMouseEvent
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QEvent, QPoint, Qt
from qgis.PyQt.QtGui import QImage

from tuban.core.casebook import create_casebook, events
from tuban.core.model import Verdict, VerdictLevel
from tuban.core.oversight import Filter, Queue, Trait
from tuban.core.rectification import Stage, standing
from tuban.core.rectified import (
    Application,
    Measure,
    Preliminary,
    Progress,
    Rectification,
    VerdictKept,
)
from tuban.core.rounds import Office
from tuban.dialogs.rectification.measures_table import DONE, PROGRESS, RECULTIVATED, WAY
from tuban.dialogs.rectification.yes_no import NO, YES
from tuban.maps.field_sheet import FieldSheets
from tuban.maps.sheet_template import FIELD_SHEET, LAYOUTS, SheetTemplate

AUGUST = date(2023, 8, 20)


def illegal(number: str, plan) -> Verdict:
    return Verdict(number, VerdictLevel.COUNTY, "illegal", "", "", plan.id, plan.sha256)


@pytest.fixture
def number(parcel_number):
    return parcel_number(2)


@pytest.fixture
def county(desk, casebook_file, plan, number):
    """A county's casebook at an illegal parcel, in August."""
    desk.session._today = lambda: AUGUST
    desk.session.open(casebook_file)
    desk.session.show(number)
    desk.session.judge("illegal", "", "")
    desk.session.show(number)
    return desk


@pytest.fixture
def city(desk, tmp_path, plan, number, fill_book):
    """A city's casebook with two parcels that wait for its inspection."""
    path = tmp_path / "虚构市.gpkg"
    with create_casebook(path, plan, "371500", "虚构市", "somebody", Office.CITY) as book:
        fill_book(book, 3)
        for one in (number, number.replace("0002_", "0003_")):
            area = book.dossier(one).parcel.mu()
            done = Measure(
                *("demolition", Progress.DONE, area, Decimal("11.00"), Decimal(0), area),
                done_on="2023-07-01",
            )
            kept = VerdictKept("county", "illegal", "", plan.id, plan.sha256)
            book.record(
                [
                    events.verdict_given(illegal(one, plan), None),
                    events.rectified(one, Rectification(kept, (done,)), None),
                    events.inspected_first(
                        one, (Preliminary("2023-07-10", ("甲",), True, ""),), ()
                    ),
                    events.applied(one, (Application("2023-07-12", "虚构县"),), ()),
                ]
            )
    desk.session._today = lambda: AUGUST
    desk.session.open(path)
    desk.session.show(number)
    return desk


def stage(desk) -> Stage:
    return standing(desk.session.dossier, desk.session.plan).stage


def choose(table, row, column, code):
    box = table.table.cellWidget(row, column)
    box.setCurrentIndex(box.findData(code))
    table.edited.emit()


# ---- the county


def test_a_measure_begins_with_what_is_left_and_the_sums_follow(county, plan):
    form = county.menu.rectification.open_measures()
    area = county.session.dossier.parcel.mu()
    assert f"illegal {area:,.2f} mu" in form.sums.text()
    form.table.add_row()
    assert form.table.rows()[0][2] == str(area)
    assert f"planned {area:,.2f} mu" in form.sums.text()
    choose(form.table, 0, WAY, "demolition")
    choose(form.table, 0, PROGRESS, "done")
    form.table.table.item(0, RECULTIVATED).setText("9.5")
    form.table.table.item(0, DONE).setText("20230701")
    assert f"put right {area:,.2f} mu" in form.sums.text() and "left 0.00 mu" in form.sums.text()
    assert form.said().startswith("Not recorded yet")
    assert form.record()
    recorded = county.session.dossier.put_right.rectification
    (one,) = recorded.measures
    assert (one.way, one.progress, one.area_mu) == ("demolition", Progress.DONE, area)
    assert (one.recultivated_mu, one.done_on) == (Decimal("9.5"), "2023-07-01")
    assert recorded.verdict.category == "illegal"
    assert county.session.book.verify() == ()


def test_what_is_no_area_is_told_and_waits_for_the_parcels_return(county, number, parcel_number):
    form = county.menu.rectification.open_measures()
    form.table.add_row()
    form.table.table.item(0, 2).setText("zwei")
    assert "is no number" in form.said()
    assert not form.record()
    assert county.session.dossier.put_right.rectification is None
    county.session.show(parcel_number(5))
    assert form.table.rows() == ()
    county.session.show(number)
    assert form.table.rows()[0][2] == "zwei"


def test_only_an_illegal_parcel_is_put_right(county, parcel_number):
    strip = county.dock.rectifying
    assert not strip.isHidden()
    county.session.show(parcel_number(5))
    assert strip.isHidden()
    form = county.menu.rectification.open_measures()
    form.due.setText("2023-09-01")
    form.keep()
    assert not form.record()
    assert "has not been judged" in form.said()


def test_inspection_and_application_are_recorded_together_or_not_at_all(county, plan):
    measures = county.menu.rectification.open_measures()
    measures.table.add_row()
    choose(measures.table, 0, PROGRESS, "done")
    measures.table.table.item(0, DONE).setText("2023-07-01")
    measures.record()
    form = county.menu.rectification.open_county()
    form.on.setText("2023-7-10")
    form.people.setText("甲、乙")
    form.in_place.choose(YES)
    form.asked_on.setText("2023-7-9")
    form.by.setText("虚构县局")
    form.keep()
    assert not form.record()
    assert "after this day" in form.said()
    assert county.session.dossier.put_right.preliminary == ()
    form.asked_on.setText("2023-7-12")
    form.keep()
    assert form.record()
    known = county.session.dossier.put_right
    assert known.preliminary == (Preliminary("2023-07-10", ("甲", "乙"), True),)
    assert known.applications == (Application("2023-07-12", "虚构县局"),)
    assert stage(county) is Stage.APPLIED
    assert "甲" in form.inspected.text() and form.people.text() == ""
    county.session.undo()
    assert stage(county) is Stage.DONE


def test_the_dock_says_the_stage_and_offers_what_comes_next(county, plan):
    strip = county.dock.rectifying
    assert "Nothing recorded" in strip.state.full
    assert plan.rectification_rules.cutoff.date in strip.state.full
    assert strip.button.text() == "Measures and areas…"
    form = county.menu.rectification.open_measures()
    form.table.add_row()
    choose(form.table, 0, PROGRESS, "done")
    form.table.table.item(0, DONE).setText("2023-07-01")
    form.record()
    assert "Done" in strip.state.full
    assert strip.button.text() == "First inspection and application…"


# ---- the city


def accept_here(form, in_place=YES):
    form.people.setText("丙、丁")
    form.checklist.all_yes()
    form.in_place.choose(in_place)
    form.keep()


def test_a_round_goes_on_from_parcel_to_parcel(city, number):
    form = city.menu.rectification.open_acceptance()
    assert city.dock.rectifying.button.text() == "The city's inspection…"
    assert "虚构县" in form.county.text()
    accept_here(form)
    form.record_and_go_on()
    done = city.session.book.dossier(number).put_right.acceptances
    assert [(one.on, one.inspectors, one.in_place) for one in done] == [
        ("2023-08-20", ("丙", "丁"), True)
    ]
    assert set(done[0].items) == set(city.session.plan.rectification_rules.checklist)
    assert city.session.number != number
    assert form.people.text() == "丙、丁" and form.checklist.answers()["crop"] == -1
    assert city.session.book.verify() == ()


def test_what_became_military_by_another_parcel_of_its_patch_is_not_accepted(city, plan, number):
    beside = replace(city.session.dossier.parcel, number=number[:-1] + "2")
    military = next(one.code for one in plan.categories if one.military)
    judged = Verdict(beside.number, VerdictLevel.COUNTY, military, "", "", plan.id, plan.sha256)
    city.session.book.record([events.parcel_divided(beside), events.verdict_given(judged, None)])
    form = city.menu.rectification.open_acceptance()
    accept_here(form)
    assert not form.record()
    assert "military land" in form.said()
    assert city.session.book.dossier(number).put_right.acceptances == ()


def test_the_verifiers_queue_is_gone_through_to_its_end(city, number):
    city.session.set_queue(Queue(filter=Filter(traits=(Trait.APPLIED,))))
    form = city.menu.rectification.open_acceptance()
    assert city.session.number == number
    for _ in range(2):
        accept_here(form)
        form.record_and_go_on()
    assert len(form.compared.text()) > 0
    left = [row.parcel_number for row in city.session.rows if city.session.work.accepts(row)]
    assert left == []
    city.session.undo()
    left = [row.parcel_number for row in city.session.rows if city.session.work.accepts(row)]
    assert left == [number.replace("0002_", "0003_")]


def test_a_tour_is_written_filled_in_and_recorded_with_a_reason_for_each_row(
    city, qtbot, number, tmp_path
):
    other = number.replace("0002_", "0003_")
    form = city.menu.rectification.open_several()
    path = tmp_path / "核验 表.xlsx"
    form.write_list(path)
    qtbot.waitUntil(lambda: not form.task.is_running, timeout=20_000)
    sheet = load_workbook(path)
    table = sheet.active
    at = {cell.value: cell.column for cell in table[1]}
    assert [table.cell(row, at["地块编号"]).value for row in (2, 3)] == [number, other]
    checklist = [
        one.term.label.zh for one in city.session.plan.rectification_rules.checklist.values()
    ]
    for row, people in ((2, "丙、丁"), (3, "丙")):
        said = {"核验日期": "2023-08-20", "核验人": people, "核验结果": "到位"}
        for name, words in {**dict.fromkeys(checklist, "是"), **said}.items():
            table.cell(row, at[name]).value = words
    sheet.save(path)
    form.set_file(path)
    qtbot.waitUntil(lambda: form.found is not None, timeout=20_000)
    assert form.record_button.text() == "Record 1"
    lines = [(one.parcel, one.state.value) for one in form.rows.grid.lines]
    assert lines == [(number, "new"), (other, "refused")]
    assert "2 inspectors at least" in form.rows.grid.columns[3].words(form.rows.grid.lines[1])
    form.record()
    qtbot.waitUntil(lambda: bool(city.session.book.dossier(number).put_right.acceptances))
    assert city.session.book.dossier(other).put_right.acceptances == ()
    qtbot.waitUntil(lambda: form.found is not None and not form.task.is_running, timeout=20_000)
    assert form.found.rows[0].state.value == "same" and not form.record_button.isEnabled()


def certificates(city, qtbot):
    form = city.menu.rectification.open_certificates()
    qtbot.waitUntil(lambda: not form.task.is_running, timeout=20_000)
    return form


def test_certificates_are_issued_and_revoked(city, qtbot, number):
    accepting = city.menu.rectification.open_acceptance()
    accept_here(accepting)
    accepting.record()
    assert city.dock.rectifying.button.text() == "Certificates…"
    form = certificates(city, qtbot)
    assert [one.dossier.parcel.number for one in form.shown] == [number]
    assert form.issue_button.text() == "Issue 1" and not form.revoke_button.isEnabled()
    form.issue_button.click()
    qtbot.waitUntil(lambda: form.shown and form.shown[0].certificate is not None, timeout=20_000)
    qtbot.waitUntil(lambda: not form.task.is_running, timeout=20_000)
    (known,) = city.session.dossier.put_right.certificates
    assert known.serial == 1 and known.number in city.dock.rectifying.state.full
    assert stage(city) is Stage.CERTIFIED
    form.list.topLevelItem(0).setSelected(True)
    assert form.revoke_button.isEnabled()
    form.revoke(known.number, "复耕范围有误")
    qtbot.waitUntil(lambda: not form.task.is_running, timeout=20_000)
    (revoked,) = city.session.dossier.put_right.certificates
    assert revoked.revoked_why == "复耕范围有误" and stage(city) is Stage.ACCEPTED
    assert "revoked" in city.dock.rectifying.state.full
    assert city.session.book.verify() == ()


def test_a_county_issues_no_certificates(county, qtbot):
    form = certificates(county, qtbot)
    assert not form.issue_button.isEnabled() and not form.write_button.isEnabled()


def test_what_is_not_in_place_says_what_is_missing_and_by_when(city):
    form = city.menu.rectification.open_acceptance()
    accept_here(form, NO)
    assert form.missing.isEnabled()
    assert not form.record()
    assert "missing has to be written out" in form.said()
    form.missing.setText("围墙未拆")
    form.keep()
    assert form.record()
    (one,) = city.session.dossier.put_right.acceptances
    # Thirty days after 20 August, by the plan's default.
    assert (one.missing, one.by_when, one.in_place) == ("围墙未拆", "2023-09-19", False)
    assert stage(city) is Stage.REFUSED
    assert "围墙未拆" in form.earlier.text()


def test_one_inspector_is_too_few_and_a_missing_item_is_not_in_place(city):
    form = city.menu.rectification.open_acceptance()
    accept_here(form)
    form.people.setText("丙")
    form.keep()
    assert not form.record() and "2 inspectors" in form.said()
    form.people.setText("丙、丁")
    form.checklist.rows["rubble_cleared"].choose(NO)
    form.keep()
    assert not form.record() and "not in place as long as" in form.said()


def click(canvas, lon, lat, button=Qt.MouseButton.LeftButton):
    tool = canvas.mapTool()
    point = tool._to_map().transform(QgsPointXY(lon, lat))
    where = canvas.getCoordinateTransform().transform(point)
    event = QgsMapMouseEvent(
        canvas, QEvent.Type.MouseButtonRelease, QPoint(int(where.x()), int(where.y())), button
    )
    tool.canvasReleaseEvent(event)


def corners_of(dossier):
    from tuban.core.geometry import box, multipolygon_from_wkb

    west, south, east, north = box(multipolygon_from_wkb(dossier.parcel.geometry))
    return [(west, south), (east, south), (east, north), (west, north)]


def test_an_outline_is_drawn_and_measured_against_the_parcel(city):
    form = city.menu.rectification.open_acceptance()
    before = city.canvas.mapTool()
    form.outline.draw_button.click()
    assert form.body.isHidden() and not form.guide.isHidden()
    for lon, lat in corners_of(city.session.dossier):
        click(city.canvas, lon, lat)
    click(city.canvas, 0, 0, Qt.MouseButton.RightButton)
    assert not form.body.isHidden() and city.canvas.mapTool() is before
    parcel = city.session.dossier.parcel.mu()
    # It snaps to the parcel's corners.
    assert f"{parcel:,.2f} mu measured" in form.outline.figures.text()
    assert "(100.00 %)" in form.outline.figures.text()
    accept_here(form)
    assert form.record()
    (one,) = city.session.dossier.put_right.acceptances
    assert (one.measured_mu, one.inside_mu) == (parcel, parcel)


def test_leaving_the_map_brings_the_form_back(city, qtbot):
    form = city.menu.rectification.open_acceptance()
    form.outline.draw_button.click()
    qtbot.keyClick(city.canvas, Qt.Key.Key_Escape)
    assert not form.body.isHidden() and form.outline.outline == ""


def test_an_outline_elsewhere_stands_out(city, tmp_path):
    form = city.menu.rectification.open_acceptance()
    west, south = corners_of(city.session.dossier)[0]
    walked = [(west + 0.01, south), (west + 0.011, south), (west + 0.011, south + 0.001)]
    track = "".join(f'<trkpt lat="{lat}" lon="{lon}"/>' for lon, lat in walked)
    path = tmp_path / "走到别处.gpx"
    path.write_text(
        '<gpx version="1.1" creator="x" xmlns="http://www.topografix.com/GPX/1/1">'
        f"<trk><trkseg>{track}</trkseg></trk></gpx>",
        encoding="utf-8",
    )
    form.outline.read(path)
    assert "(0.00 %)" in form.outline.figures.text()
    accept_here(form)
    assert "outline" in form.said()
    form.outline.read(tmp_path / "nothing.gpx")
    assert "There is no file" in form.outline.refused.text()
    form.outline.clear_button.click()
    assert form.outline.outline == "" and "Nothing was measured" in form.outline.figures.text()


# ---- photos


def picture(path, shade):
    image = QImage(64, 48, QImage.Format.Format_RGB32)
    image.fill(shade)
    image.save(str(path))
    return path


def test_photos_fall_on_a_station_and_a_stage_and_are_moved(county, qtbot, tmp_path):
    form = county.menu.rectification.open_photos()
    before, after = (
        picture(tmp_path / "拆前.png", 0xAA0000),
        picture(tmp_path / "拆后.png", 0x00AA00),
    )
    form._dropped(("1", "before"), [before])
    qtbot.waitUntil(lambda: not form.task.is_running, timeout=20_000)
    form.add([after], ("", ""))
    qtbot.waitUntil(lambda: not form.task.is_running, timeout=20_000)
    assert sorted((one.stage, one.station) for one in county.session.dossier.photos) == [
        ("", ""),
        ("before", "1"),
    ]
    form.cells["", ""].selectAll()
    form.stage.setCurrentIndex(form.stage.findData("after"))
    form.station.setCurrentText("1")
    form.move_button.click()
    assert sorted((one.stage, one.station) for one in county.session.dossier.photos) == [
        ("after", "1"),
        ("before", "1"),
    ]
    assert form.cells["1", "after"].count() == 1
    county.session.undo()
    assert form.cells["", ""].count() == 1
    assert county.session.book.verify() == ()


def test_a_row_for_nothing_left_has_no_cultivated_land_either(county):
    form = county.menu.rectification.open_measures()
    form.table.add_row()
    form.table.table.item(0, 3).setText("0")
    form.table.add_row()
    assert [Decimal(one) for one in form.table.rows()[1][2:5]] == [0, 0, 0]


def test_what_is_typed_outlives_the_form_and_waits_for_the_casebooks_return(
    county, number, tmp_path, plan, fill_book
):
    form = county.menu.rectification.open_county()
    form.people.setText("甲")
    form.keep()
    form.close()
    county.menu.rectification.open_photos()  # the menu lets closed forms go
    QgsApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    again = county.menu.rectification.open_county()
    assert again is not form and again.people.text() == "甲"
    path, other = county.session.book.path, tmp_path / "另一个县.gpkg"
    with create_casebook(other, plan, "371521", "虚构县", "somebody") as book:
        fill_book(book, 3)
    county.session.open(other)
    county.session.show(number)
    assert county.menu.rectification.open_county().people.text() == ""
    county.session.open(path)
    county.session.show(number)
    assert county.menu.rectification.open_county().people.text() == "甲"


def test_the_county_reads_what_the_city_found(city, number):
    form = city.menu.rectification.open_acceptance()
    accept_here(form, NO)
    form.missing.setText("围墙未拆")
    form.keep()
    form.record()
    assert "围墙未拆" in city.menu.rectification.open_county().answered.text()
    assert "围墙未拆" in city.dock.rectifying.state.toolTip()


# ---- keys, clicks and small screens


def in_tab_order(form, fields):
    """The fields as Tab comes to them."""
    chain, widget = [], form.nextInFocusChain()
    while widget is not form:
        chain.append(widget)
        widget = widget.nextInFocusChain()
    return sorted(fields, key=chain.index)


def test_tab_goes_from_field_to_field_as_they_stand(city):
    form = city.menu.rectification.open_acceptance()
    first = next(iter(form.checklist.rows.values())).buttons[YES]
    fields = [form.on, form.people, first, form.outline.draw_button, form.in_place.buttons[YES]]
    fields += [form.missing, form.by_when, form.note, form.record_buttons[0]]
    assert in_tab_order(form, fields) == fields
    county = city.menu.rectification.open_county()
    fields = [county.on, county.people, county.in_place.buttons[YES], county.finding]
    fields += [county.asked_on, county.by, county.document, county.record_buttons[0]]
    assert in_tab_order(county, fields) == fields


def test_enter_in_a_field_neither_records_nor_closes(city, qtbot):
    menu = city.menu.rectification
    photos = menu.open_photos()
    qtbot.keyClick(photos.station.lineEdit(), Qt.Key.Key_Return)
    assert photos.isVisible()
    form = menu.open_acceptance()
    accept_here(form)
    for line in (form.people, form.note):
        qtbot.keyClick(line, Qt.Key.Key_Return)
    assert form.isVisible() and city.session.dossier.put_right.acceptances == ()


def click_twice(qtbot, button):
    """What a double click sends: press, release, double click, release."""
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    qtbot.mouseDClick(button, Qt.MouseButton.LeftButton)
    qtbot.mouseRelease(button, Qt.MouseButton.LeftButton)


def test_a_double_click_records_once_and_goes_one_parcel_on(city, qtbot, number):
    form = city.menu.rectification.open_acceptance()
    accept_here(form)
    click_twice(qtbot, form.record_buttons[0])
    assert form.said().startswith("Recorded.")
    assert len(city.session.dossier.put_right.acceptances) == 1
    assert form.record() and form.said().startswith("Nothing new to record.")
    numbers = [row.parcel_number for row in city.session.rows]
    click_twice(qtbot, form.record_buttons[1])
    assert city.session.number == numbers[numbers.index(number) + 1]


def test_no_form_is_larger_than_its_screen(city):
    room = QgsApplication.primaryScreen().availableGeometry()
    menu = city.menu.rectification
    for opens in (menu.open_measures, menu.open_county, menu.open_acceptance):
        form = opens()
        assert form.width() <= room.width() and form.height() <= room.height()
        assert form.minimumSizeHint().height() < 400


def test_what_is_drawn_at_one_parcel_does_not_come_to_the_next(city, number):
    form = city.menu.rectification.open_acceptance()
    before = city.canvas.mapTool()
    form.outline.draw_button.click()
    for lon, lat in corners_of(city.session.dossier):
        click(city.canvas, lon, lat)
    city.session.show(number.replace("0002_", "0003_"))
    assert city.canvas.mapTool() is before and not form.body.isHidden()
    assert form.outline.outline == ""
    form.outline.draw_button.click()
    form.close()
    assert city.canvas.mapTool() is before


def test_a_certificate_is_not_revoked_without_a_reason(city, qtbot):
    accepting = city.menu.rectification.open_acceptance()
    accept_here(accepting)
    accepting.record()
    form = certificates(city, qtbot)
    form.issue_button.click()
    qtbot.waitUntil(lambda: form.shown and form.shown[0].certificate is not None, timeout=10_000)
    (known,) = city.session.dossier.put_right.certificates
    form.revoke(known.number, " ")
    assert "Say why it is revoked" in form.answer.text()
    assert city.session.dossier.put_right.certificates == (known,)


def test_a_form_that_was_closed_is_opened_again_and_stays(county):
    form = county.menu.rectification.open_county()
    form.close()
    again = county.menu.rectification.open_county()
    QgsApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert not sip.isdeleted(again) and again.isVisible()


def test_a_casebook_that_can_only_be_read_says_so_in_the_form(county, number):
    path = county.session.book.path
    county.session.open(path, read_only=True)
    county.session.show(number)
    form = county.menu.rectification.open_county()
    assert form.said().startswith("This casebook can only be read.")
    assert not form.record() and not form.record_buttons[0].isEnabled()


def test_where_nobody_has_judged_no_verdict_has_changed(county, parcel_number):
    county.session.show(parcel_number(5))
    form = county.menu.rectification.open_measures()
    assert form.said() == "It has not been judged."


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="pdftotext is not installed")
def test_the_sheet_of_a_parcel_that_waits_asks_for_what_the_city_fills_in(city, tmp_path):
    template = SheetTemplate(LAYOUTS / FIELD_SHEET)
    sheets = FieldSheets(QgsProject.instance(), city.session.plan, tmp_path, template)
    pdf = sheets.write(city.session.dossier, (None, None), tmp_path)
    done = subprocess.run(["pdftotext", "-raw", str(pdf), "-"], check=True, capture_output=True)
    words = done.stdout.decode("utf-8")
    assert words.count("□是 □否 □不适用") == len(city.session.plan.rectification_rules.checklist)
    assert "耕作层厚度" in words and "现场情况" not in words
