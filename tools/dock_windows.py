"""The dock's states with a window or a menu open."""

from __future__ import annotations

from typing import Iterator

import pictures
from dock_place import Place
from qgis.PyQt.QtWidgets import QToolButton, QWidget

from tuban.dialogs.desk.cheat_sheet import CheatSheet


def keys(place: Place) -> Iterator[None]:
    place.dock._show_keys()
    yield from shown(pictures.opened(CheatSheet))


def queue(place: Place) -> Iterator[None]:
    yield from shown(place.dock.list.queue.open_dialog())


def today(place: Place) -> Iterator[None]:
    yield from shown(place.dock.steps.show_today())


def photos(place: Place) -> Iterator[None]:
    with_photos = next(row for row in place.session.rows if row.photo_count > 2)
    place.session.show(with_photos.parcel_number)
    yield from shown(place.desk.menu.field.show_check())


def casebook_menu(place: Place) -> Iterator[None]:
    yield from under(place.dock.header._button)


def compare_menu(place: Place) -> Iterator[None]:
    yield from under(place.dock.comparing.button)


def order_menu(place: Place) -> Iterator[None]:
    yield from under(place.dock.list.queue.more)


def shown(window: QWidget) -> Iterator[None]:
    yield
    window.close()


def under(button: QToolButton) -> Iterator[None]:
    """A button's menu, opened without waiting for a choice."""
    button.menu().popup(button.mapToGlobal(button.rect().bottomLeft()))
    yield from shown(button.menu())


STATES = (keys, queue, today, photos, casebook_menu, compare_menu, order_menu)
