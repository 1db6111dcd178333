"""The parcel at a glance, its bar that adds up, and what stands beside parcels on the map."""

from __future__ import annotations

import pytest
from qgis.core import QgsPalLayerSettings, QgsProject

from tuban.dialogs.desk.glance import Glance
from tuban.dialogs.desk.header import Header
from tuban.maps.layers import PARCELS, TABLE_PROPERTY, add_layers


@pytest.fixture
def glance(filled):
    made = Glance(filled.session)
    yield made
    made.deleteLater()


@pytest.fixture
def filled(desk, casebook_file):
    desk.session.open(casebook_file)
    return desk


def test_it_says_what_was_issued_and_what_lies_there(filled, glance):
    """Three quarters cultivated, the rest construction; the red line of the second is unknown."""
    session = filled.session
    with_figures = [
        row.parcel_number
        for row in session.rows
        if session.book.dossier(row.parcel_number).figures is not None
    ]
    session.show(with_figures[0])
    figures = session.dossier.figures
    assert "New non-agricultural construction 20" in glance.issued.full
    assert f"{figures.cultivated_mu:.2f}" in glance.figures.text()
    assert "75.00 %" in glance.bar.toolTip()
    assert "25.00 %" in glance.bar.toolTip()
    # The rounded quarters of an area of hundredths still make up the whole.
    assert sum(share for _name, share in glance.bar._parts) == pytest.approx(100, abs=1e-9)
    assert not glance.bar.grab().isNull()


def test_without_figures_it_says_so(filled, glance):
    session = filled.session
    bare = next(
        (
            row.parcel_number
            for row in session.rows
            if session.book.dossier(row.parcel_number).figures is None
        ),
        None,
    )
    if bare is None:
        glance.bar.show_figures(None)
        assert glance.bar._parts == []
        return
    session.show(bare)
    assert glance.figures.text() == "No overlay yet"
    assert glance.bar._parts == []


def test_a_verdict_changes_the_counts_as_counting_anew_would(filled):
    session = filled.session
    header = Header(session, filled.menu)
    session.judge(session.plan.categories[1].code, "", "x")
    session.judge(session.plan.categories[0].code, "", "x")
    told = header._left.text()
    header._recount()
    assert header._left.text() == told
    session.undo()
    session.undo()
    told = header._left.text()
    header._recount()
    assert header._left.text() == told
    header.deleteLater()


def test_numbers_stand_outside_the_parcels(filled):
    project = QgsProject.instance()
    added = add_layers(project, filled.session.book, filled.session.plan)
    (parcels,) = (one for one in added if one.customProperty(TABLE_PROPERTY) == PARCELS)
    settings = parcels.labeling().settings()
    assert parcels.labelsEnabled()
    assert settings.placement == QgsPalLayerSettings.Placement.OutsidePolygons
    assert settings.scaleVisibility
    project.removeMapLayers([one.id() for one in added])
