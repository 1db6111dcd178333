"""Takes a picture of every form, inside the real QGIS window; started by tools/shots.py.

Nothing is recorded on the way: forms are opened, filled where that shows more, and closed.
"""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pictures
import qgis.utils
from qgis.core import QgsProject
from qgis.PyQt.QtWidgets import QWidget

from tuban.core.plan.copying import copy_plan
from tuban.dialogs.casebook_forms import NewCasebookDialog
from tuban.dialogs.dividing.merge_dialog import MergeDialog
from tuban.dialogs.dividing.split_layer_dialog import SplitLayerDialog
from tuban.dialogs.overview.overview_dialog import OverviewDialog
from tuban.dialogs.overview.ratio_dialog import RatioDialog
from tuban.dialogs.overview.reports_dialog import ReportsDialog
from tuban.dialogs.overview.statistics_dialog import StatisticsDialog
from tuban.dialogs.plans.forms import ChoosePlanDialog, ComparePlansDialog
from tuban.dialogs.review.compare_dialog import CompareDialog
from tuban.dialogs.review.keys_dialog import KeysDialog
from tuban.dialogs.review.progress_dialog import ProgressDialog
from tuban.dialogs.review.queue_dialog import QueueDialog
from tuban.dialogs.review.read_dialog import ReadDialog
from tuban.dialogs.review.sample_dialog import SampleDialog
from tuban.dialogs.review.signs_dialog import SignsDialog
from tuban.dialogs.review.split_dialog import SplitDialog

PLACE = Path(os.environ["TUBAN_SHOTS"])
SHOTS = PLACE / os.environ["TUBAN_LANGUAGE"]
DATA = PLACE / "data"
BASE = DATA / "底图"
DRAW_MS, SHORT_MS = 2500, 600
DOCK_WIDTH = 460
CASE_TABS = 5
LEDGER_TABS = 3
OLD_LIST = """\
2019年虚构县违法占用耕地整改台账,,,,,,
序号,图斑编号,位置,违法主体,发现时间,面积（亩）,其中耕地（平方米）,验收时间,销号时间
1,37990119000001,虚构镇甲村,虚构公司,2019.3.5,12.5,6666.67,2020年3月,2020-04-01
2,37990119000002,虚构镇乙村,虚构丙,二〇一九年六月一日,3.2,约2亩,,
3,37990119000002,虚构镇乙村,虚构丙,二〇一九年六月一日,3.2,约2亩,,
4,,虚构镇丙村,虚构丁,2019年,1,500,,
合计,,,,,19.9,,,
"""
RATIO_TABS = 4


def main(say):
    plugin = pictures.open_project(PLACE / "demo.qgz")
    qgis.utils.iface.mainWindow().resizeDocks([plugin.desk.dock], [DOCK_WIDTH], 1)
    plugin.desk.work.settings.remember_folder("base", str(BASE))
    yield DRAW_MS
    yield from of_the_dock(plugin)
    for name, forms in FORMS.items():
        for form in forms(plugin):
            yield from taken(name, form)
    QgsProject.instance().setDirty(False)
    say(f"{len(list(SHOTS.glob('*.png')))} pictures: {SHOTS}")


def of_the_dock(plugin):
    """The dock at a parcel that is not judged, at an illegal one and at a mine; dividing."""
    session = plugin.desk.session
    mine = session.rows[-1]
    undecided = next(one for one in session.rows if not one.category)
    illegal = next(one for one in session.rows if one.category == "illegal")
    for name, row in (("undecided", undecided), ("illegal", illegal), ("mineral", mine)):
        session.show(row.parcel_number)
        yield DRAW_MS
        save(plugin.desk.dock, f"dock_{name}")
        save(pictures.screen(), f"window_{name}")
    session.show(session.rows[0].parcel_number)
    plugin.desk.dock.dividing.start_line()
    yield SHORT_MS
    save(plugin.desk.dock, "dock_split_by_line")
    plugin.desk.dock.dividing.leave()


def new_casebook(plugin):
    yield plugin.desk.menu._show(NewCasebookDialog(plugin.desk.work, plugin.desk.menu._window))


def issued_patches(plugin):
    form = plugin.desk.menu.show_import()
    form.set_file(next((DATA / "下发").glob("图斑_*.zip")))
    yield form


def overlay(plugin):
    yield plugin.desk.menu.show_overlay()


def evidence(plugin):
    yield plugin.desk.dock.proposing.open_evidence()


def field_check(plugin):
    visited = [row for row in plugin.desk.session.rows if row.photo_count]
    plugin.desk.session.show((visited or plugin.desk.session.rows)[0].parcel_number)
    yield plugin.desk.menu.field.show_check()


def photo_matching(plugin):
    """One by its folder, one by its place, one whose name is wrong, one cut off."""
    photos = sorted((DATA / "外业" / "照片").rglob("*.jpg"))
    given = PLACE / "matching"
    shutil.rmtree(given, ignore_errors=True)
    (given / photos[0].parent.name).mkdir(parents=True)
    shutil.copy(photos[0], given / photos[0].parent.name / photos[0].name)
    shutil.copy(photos[2], given / "IMG_0002.jpg")
    shutil.copy(photos[4], given / f"{photos[0].parent.name}_1.jpg")
    content = photos[5].read_bytes()
    (given / "IMG_0003.jpg").write_bytes(content[: len(content) * 2 // 3])
    yield plugin.desk.menu.field.match([given])


def sheets(plugin):
    form = plugin.desk.menu.field.show_sheets()
    form.folder.setFilePath(str(PLACE))
    yield form


def split_by_layer(plugin):
    partly = next(row for row in plugin.desk.session.rows if row.category == "legal")
    plugin.desk.session.show(partly.parcel_number)
    plugin.desk.dock.dividing.choose_layer()
    form = pictures.opened(SplitLayerDialog)
    for at in range(form.layer.count()):  # the first layer that has areas there
        if not form.areas.count():
            form.layer.setCurrentIndex(at)
    yield form


def merge(plugin):
    plugin.desk.dock.dividing.choose_parcels()
    yield pictures.opened(MergeDialog)


def cases(plugin):
    with_case = next(one for one in plugin.desk.session.book.cases())
    plugin.desk.session.show(with_case.parcels[0])
    for tab in range(CASE_TABS):
        form = plugin.desk.menu.cases.show_cases()
        form.tabs.setCurrentIndex(tab)
        yield form
    yield plugin.desk.menu.cases.show_due()


def military(plugin):
    yield plugin.desk.menu.show_register()


def checks(plugin):
    yield plugin.desk.menu.show_check()


def must_visit(plugin):
    plugin.desk.menu.save_visits(PLACE)
    yield qgis.utils.iface.messageBar()


def plans(plugin):
    plan, office = plugin.desk.session.plan, plugin.desk.work.settings.plans_folder
    yield plugin.desk.menu.plans.copy()
    if not (office / "own-2023").is_dir():
        copy_plan(plan, "own-2023", "虚构单位自用方案", office)
    yield plugin.desk.menu.plans.edit("own-2023")
    yield plugin.desk.menu.plans.choose_own()
    compare = plugin.desk.menu.plans.open(ComparePlansDialog)
    compare.new.setCurrentIndex((compare.old.currentIndex() + 1) % compare.new.count())
    yield compare
    yield plugin.desk.menu.plans.open(ChoosePlanDialog)


def imagery(plugin):
    comparing = plugin.desk.dock.comparing
    comparing.show_layers()
    yield comparing.forms.layers
    yield comparing.forms.show_service()
    yield comparing.forms.show_prepare()
    yield comparing.show_beside()


def putting_right(plugin):
    """A parcel with measures; photos of the field check are there to be sorted."""
    session, menu = plugin.desk.session, plugin.desk.menu.rectification
    known = (session.book.dossier(row.parcel_number) for row in session.rows)
    one = next(one for one in known if one and one.put_right.rectification)
    session.show(one.parcel.number)
    measures = menu.open_measures()
    measures.table.add_row()
    yield measures
    yield menu.open_county()
    yield menu.open_acceptance()
    yield menu.open_photos()
    yield menu.open_certificates()
    yield plugin.desk.dock.comparing.show_now()


def ledger(plugin):
    """An old list with faults, the ledger with its tabs, closing a case, what is due again."""
    menu = plugin.desk.menu.ledger
    path = PLACE / "虚构旧台账.csv"
    path.write_text(OLD_LIST, encoding="utf-8")
    form = menu.open_import()
    form.set_file(path)
    yield form
    for tab in range(LEDGER_TABS):
        form = menu.open_ledger()
        form.tabs.setCurrentIndex(tab)
        yield form
    form = menu.open_rechecks()
    form.when.setCurrentIndex(form.when.count() - 1)
    yield form


def oversight(plugin):
    for form in (OverviewDialog, StatisticsDialog, ReportsDialog):
        yield plugin.desk.menu.oversight.open(form)
    for tab in range(RATIO_TABS):
        form = plugin.desk.menu.oversight.open(RatioDialog)
        form.tabs.setCurrentIndex(tab)
        yield form


def between_offices(plugin):
    for form in (QueueDialog, ReadDialog, ProgressDialog, SampleDialog, SignsDialog, KeysDialog):
        yield plugin.desk.menu.review.open(form)
    form = plugin.desk.menu.review.open(SplitDialog)
    form.names.setText("甲，乙")
    yield form
    yield compared_with_the_system(plugin)


def compared_with_the_system(plugin):
    rows = plugin.desk.session.rows[:6]
    lines = [f"{row.parcel_number},合法,审核结束,," for row in rows]
    headings = "图斑编号,核实认定意见,图斑状态,拆分状态,审核阶段"
    path = PLACE / "虚构导出.csv"
    path.write_text("\n".join((headings, *lines)), encoding="utf-8")
    form = plugin.desk.menu.review.open(CompareDialog)
    form.set_file(path)
    return form


FORMS = {
    "new_casebook": new_casebook,
    "import": issued_patches,
    "overlay": overlay,
    "evidence": evidence,
    "field_check": field_check,
    "photo_matching": photo_matching,
    "field_sheets": sheets,
    "split_by_layer": split_by_layer,
    "merge": merge,
    "case": cases,
    "military": military,
    "checks": checks,
    "must_visit": must_visit,
    "plan": plans,
    "imagery": imagery,
    "putting_right": putting_right,
    "ledger": ledger,
    "between_offices": between_offices,
    "oversight": oversight,
}


def taken(name: str, form):
    """Wait until the form's work is done, take its picture, close it."""
    if form is None:
        raise RuntimeError(f"{name} did not open")
    yield SHORT_MS
    yield from pictures.waited(lambda: not is_working(form))
    yield SHORT_MS
    count = len(list(SHOTS.glob(f"{name}*.png")))
    save(form, f"{name}_{count + 1}" if count else name)
    if not isinstance(form, QWidget) or not form.isWindow():
        return
    form.close()
    yield SHORT_MS


def is_working(form) -> bool:
    task = getattr(form, "task", None)
    return bool(task and task.is_running)


def save(what, name: str) -> None:
    pictures.save(what, SHOTS / f"{name}.png")
