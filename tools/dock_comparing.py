"""The dock's states of comparing pictures, and of what is wrong with the pictures."""

from __future__ import annotations

from typing import Callable, Iterator

import pictures
import qgis.utils
from dock_place import RUN, Place
from qgis.core import QgsProject, QgsProjectBadLayerHandler, QgsRasterLayer

from tuban.maps.imagery.epochs import epoch_of, pictures_of

SHIFTED = "type=xyz&zmin=3&zmax=18&url=https://webst01.is.autonavi.com/%7Bz%7D/%7Bx%7D/%7By%7D.jpg"
# Two epochs more, so that there are four: shown is what the others show.
MORE = {"中期_20230320": "前时相_20230215", "最新_20230510": "后时相_20230408"}


def blink(place: Place) -> Iterator[None]:
    place.at("illegal")
    place.desk.imagery.flip()
    yield
    place.desk.imagery.flip()


def swipe(place: Place) -> Iterator[object]:
    comparing = place.dock.comparing
    comparing.toggle_swipe()
    yield pictures.waited(lambda: comparing.swipe.curtain.picture is not None)
    comparing.toggle_swipe()


def beside_two(place: Place) -> Iterator[object]:
    place.dock.comparing.show_beside()
    yield pictures.drawn()


def beside_four(place: Place) -> Iterator[object]:
    more_pictures()
    window = place.dock.comparing.show_beside()
    window.count.setMaximum(4)
    window.count.setValue(4)
    yield pictures.drawn()
    window.close()


def strip(place: Place) -> Iterator[object]:
    more_pictures()
    place.dock.comparing.strip.toggle()
    yield pictures.drawn()
    place.dock.comparing.strip.toggle()


def more_pictures() -> None:
    there = {layer.name() for layer in pictures_of(QgsProject.instance())}
    for name, shown in MORE.items():
        if name not in there:
            layer = QgsRasterLayer(str(RUN / "data" / "影像" / f"{shown}.tif"), name, "gdal")
            QgsProject.instance().addMapLayer(layer)
            QgsProject.instance().layerTreeRoot().findLayer(layer).setItemVisibilityChecked(False)


def none_fits(place: Place) -> Iterator[None]:
    """All pictures are years older than the patch."""
    yield from named(place, lambda at: f"影像{at}_{2019 + at % 2}0301")


def no_picture(place: Place) -> Iterator[None]:
    """There are pictures, but nothing tells of when they are."""
    yield from named(place, lambda at: f"影像{at}")


def named(place: Place, name: Callable[[int], str]) -> Iterator[None]:
    """All pictures have other names, given by their place in the list."""
    names = {layer: layer.name() for layer in pictures_of(QgsProject.instance())}
    for at, layer in enumerate(names, start=1):
        layer.setName(name(at))
    place.desk.imagery.take_again()
    yield
    for layer, before in names.items():
        layer.setName(before)
    place.desk.imagery.take_again()


def shifted(place: Place) -> Iterator[None]:
    layer = QgsRasterLayer(SHIFTED, "在线影像_20230408", "wms")
    QgsProject.instance().addMapLayer(layer)
    place.desk.imagery.use(epoch_of(layer))
    yield
    QgsProject.instance().removeMapLayer(layer.id())


def picture_missing(place: Place) -> Iterator[None]:
    """The file of the picture after is no longer where the project has it."""
    picture = next((RUN / "data" / "影像").glob("后时相*.tif"))
    aside = picture.with_suffix(".away")
    picture.rename(aside)
    # QGIS's own handler asks in a window that nobody can answer.
    QgsProject.instance().setBadLayerHandler(QgsProjectBadLayerHandler())
    open_again()
    yield
    aside.rename(picture)
    open_again()


def open_again() -> None:
    """The project, by the window's own way, after which the map shows the parcel."""
    QgsProject.instance().setDirty(False)
    qgis.utils.iface.addProject(str(RUN / "demo.qgz"))


STATES = (
    *(blink, swipe, beside_two, beside_four, strip),
    *(none_fits, no_picture, shifted, picture_missing),
)
