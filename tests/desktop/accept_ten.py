"""Runs inside QGIS: the city inspects ten parcels, issues the certificates and prints them.

Only X key and mouse events change anything; the script looks at windows to know where to click,
and opens the window that verifies by its action.
TUBAN_PLACE holds ``casebook.gpkg``, the county's ``data``, the empty folder ``papers``, and gets
the pictures. The fourth and the eighth parcel are not in place.
"""

from __future__ import annotations

import qgis.utils
from hands import (
    PLACE,
    box_of,
    click,
    focus,
    make_project,
    middle,
    on_screen,
    press,
    shoot,
    type_in,
    until,
    visible,
)
from qgis.core import QgsProject
from qgis.PyQt.QtWidgets import QApplication, QFileDialog

from tuban.core.certificates import qr
from tuban.dialogs.rectification.acceptance_form import AcceptanceForm
from tuban.dialogs.rectification.certificates_form import CertificatesForm
from tuban.dialogs.rectification.verify_form import VerifyForm
from tuban.dialogs.rectification.yes_no import NO, YES

COUNT, REFUSED = 10, (3, 7)
# How much of the parcel's box stays outside the drawn outline, on each side.
INSET = 0.3


def main(say):
    window = qgis.utils.iface.mainWindow()
    window.setGeometry(0, 0, 1500, 940)
    qgis.utils.iface.addProject(make_project())
    plugin = qgis.utils.plugins["tuban"]
    session = plugin.desk.session
    yield from until(lambda: session.is_open and plugin.desk.dock.isVisible())
    window.resizeDocks([plugin.desk.dock], [400], 1)
    yield 1000
    focus(window)
    yield from choose_queue(plugin)
    yield 500
    shoot(window, "queue")
    focus(window)
    yield 100
    press("a")
    yield from until(lambda: visible(AcceptanceForm))
    form = visible(AcceptanceForm)
    for index in range(COUNT):
        say(f"{index} {session.number}")
        yield from inspect(window, plugin, form, index)
    focus(form)
    press("Escape")
    yield 300
    focus(window)
    yield from certify(window, say)
    yield from check_paper(window, plugin, say)
    session.close()
    QgsProject.instance().setDirty(False)


def choose_queue(plugin):
    """The parcels that wait for the city, from the list of queues."""
    box = plugin.desk.dock.list.queue.choice
    click(middle(box))
    yield from until(lambda: box.view().isVisible())
    at = box.model().index(box.findData("trait:applied"), 0)
    yield 300
    click(box.view().viewport().mapToGlobal(box.view().visualRect(at).center()))
    yield from until(lambda: box.currentData() == "trait:applied")


def inspect(window, plugin, form, index):
    """People, checklist, outline, result; then on to the next one of the queue."""
    number = plugin.desk.session.number
    focus(form)
    yield 200
    if index == 0:
        click(middle(form.people))
        type_in("Jia,Yi")
    if index in REFUSED:
        click(middle(form.checklist.rows["rubble_cleared"].buttons[NO]))
    click(middle(form.yes_button))
    yield 150
    yield from draw(window, plugin, form, shown=index == 1)
    focus(form)
    click(middle(form.in_place.buttons[NO if index in REFUSED else YES]))
    yield 150
    if index in REFUSED:
        click(middle(form.missing))
        type_in("rubble at the east side")
    yield 150
    if index in (1, 3):
        shoot(window, "in_place" if index == 1 else "not_in_place")
    press("ctrl+shift+Return")
    last = index == COUNT - 1
    yield from until(lambda: last or plugin.desk.session.number != number)
    yield 200


def draw(window, plugin, form, shown):
    """A corner with each click, inside the parcel; Enter."""
    click(middle(form.outline.draw_button))
    yield 400
    for point in corners(plugin.desk.session.dossier.parcel.geometry):
        click(point)
        yield 120
    if shown:
        shoot(window, "drawing")
    press("Return")
    yield from until(lambda: form.outline.outline)


def certify(window, say):
    """All that wait, in one go; the papers go to the folder that was used last."""
    press("shift+a")
    yield from until(lambda: visible(CertificatesForm))
    form = visible(CertificatesForm)
    focus(form)
    yield from until(lambda: form.issue_button.isEnabled())
    click(middle(form.issue_button))
    yield from until(lambda: form.list.topLevelItemCount() and form.list.topLevelItem(0).text(1))
    yield from until(lambda: form.write_button.isEnabled())
    yield 300
    shoot(window, "issued")
    say(form.answer.text())
    click(middle(form.write_button))
    yield from until(lambda: visible(QFileDialog))
    focus(visible(QFileDialog))
    yield 300
    press("ctrl+a")
    type_in(f"{PLACE / 'papers'}/")  # without the stroke its completer takes the folder above
    yield 300
    press("Return")
    yield from until(lambda: form.written)
    say(form.answer.text())
    focus(form)
    press("Escape")
    yield from until(lambda: not visible(CertificatesForm))
    focus(window)


def check_paper(window, plugin, say):
    """The first one's number typed into the window that verifies; it is scanned, too."""
    menu = plugin.desk.menu.rectification
    menu.by_name["verify"].trigger()
    yield from until(lambda: visible(VerifyForm))
    form = visible(VerifyForm)
    focus(form)
    with_one = [one for one in plugin.desk.session.book.certificates().items() if one[1]]
    parcel, (certificate,) = min(with_one, key=lambda one: one[1][0].serial)
    QApplication.clipboard().setText(qr.written(certificate, parcel))
    click(middle(form.code))
    press("ctrl+v")
    yield from until(lambda: form.found is not None)
    yield 500
    shoot(window, "verified")
    say(f"verified: {form.found.outcome.value}")


def corners(wkb: bytes):
    """Four points of the screen inside the parcel's box."""
    box = box_of(wkb)
    dx, dy = box.width() * INSET, box.height() * INSET
    west, east = box.xMinimum() + dx, box.xMaximum() - dx
    south, north = box.yMinimum() + dy, box.yMaximum() - dy
    return on_screen([(west, south), (east, south), (east, north), (west, north)])
