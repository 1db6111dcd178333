"""Words can be read on light and dark themes."""

from __future__ import annotations

import pytest
from qgis.PyQt.QtGui import QColor

from tuban.dialogs.parts import colours
from tuban.maps.inks import LEAST_CONTRAST, contrast, readable

LIGHT, NIGHT, NIGHT_LIST = "#efefef", "#323232", "#222222"


def test_contrast_is_that_of_the_standard():
    """Known pairs of WCAG 2.1: the ends, and the grey that just passes on white."""
    black, white = QColor("#000000"), QColor("#ffffff")
    assert contrast(black, white) == contrast(white, black) == pytest.approx(21)
    assert contrast(white, white) == 1
    assert contrast(QColor("#767676"), white) == pytest.approx(4.54, abs=0.01)


@pytest.mark.parametrize("ground", [LIGHT, NIGHT, NIGHT_LIST])
def test_every_colour_of_words_can_be_read(ground, plan):
    shades = [one.colour for one in plan.categories]
    shades += [colours.ALARM, colours.HURRY, colours.GOOD, colours.QUIET, "#2e7d5b", "#b26a12"]
    for shade in shades:
        assert contrast(readable(QColor(shade), QColor(ground)), QColor(ground)) >= LEAST_CONTRAST


def test_what_can_be_read_stays():
    assert readable(QColor("#c0392b"), QColor("#ffffff")) == QColor("#c0392b")
