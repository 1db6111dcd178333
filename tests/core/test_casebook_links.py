"""Links to earlier work are events: they replay, are undone, conflict, and older files get them."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import numpy as np
import pytest

pytest.importorskip("osgeo")

from tuban.core.areas import multipolygon_area_m2
from tuban.core.casebook import create_casebook, events, open_casebook
from tuban.core.errors import CasebookConflict
from tuban.core.geometry import digest, wkb_from_multipolygon
from tuban.core.model import EarlierLink, LinkedBy, Parcel, Patch, PatchKind, Source
from tuban.core.mu import round_half_up
from tuban.core.plan import load_plan

PLAN = load_plan("liaocheng-2023")
SHA = "ab" * 32


def patch(number="A", month="2023-04"):
    x, y = np.array([0, 0, 1, 1, 0]) * 0.001 + 115.6, np.array([0, 1, 1, 0, 0]) * 0.001 + 36.4
    polygons = [[np.column_stack([x, y])]]
    wkb = wkb_from_multipolygon(polygons)
    area = round_half_up(multipolygon_area_m2(polygons))
    return Patch(
        *(number, PatchKind.LAND, month, "371599", "虚构县", "", "", None, None, None, ""),
        *(area, "", wkb, digest(wkb), SHA, 1, {}),
    )


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "台账.gpkg"
    one = patch()
    parcel = Parcel("A_1", "A", one.area_m2, one.geometry, one.geometry_sha256)
    with create_casebook(path, PLAN, "371599", "虚构县", "clerk") as book:
        source = Source(SHA, "图斑.zip", "图斑", "EPSG:4490", "GBK", "mu", 1)
        changes = [events.source_imported(source), events.patch_issued(one)]
        book.record([*changes, events.parcel_divided(parcel)])
    return path


LEDGER = EarlierLink(
    *("往期台账.xlsx", "P7", LinkedBy.PREVIOUS_NUMBER, "2022-11"),
    verdict="违法",
    found_on="2022-12-01",
    rectification="拆除复耕",
)
BEFORE = EarlierLink("", "B", LinkedBy.OVERLAP, "2023-03", Decimal("12.50"), Decimal("3.10"))


def test_links_are_read_with_the_parcels_and_replay(path):
    with open_casebook(path, "clerk") as book:
        book.record([events.patch_linked("A", [LEDGER, BEFORE], [])])
        assert book.dossier("A_1").earlier == (BEFORE, LEDGER)
        assert book.dossiers("2023-04")[0].earlier == (BEFORE, LEDGER)
        assert book.verify() == ()


def test_undo_takes_them_back_exactly(path):
    with open_casebook(path, "clerk") as book:
        book.record([events.patch_linked("A", [BEFORE], [])])
        second = book.record([events.patch_linked("A", [LEDGER, BEFORE], [BEFORE])])[0]
        assert book.last_undoable().seq == second.seq
        book.undo(second.seq)
        assert book.dossier("A_1").earlier == (BEFORE,)
        book.undo(book.last_undoable().seq)
        assert book.dossier("A_1").earlier == () and book.verify() == ()


def test_links_that_rest_on_others_are_refused(path):
    with open_casebook(path, "clerk") as book:
        book.record([events.patch_linked("A", [BEFORE], [])])
        with pytest.raises(CasebookConflict):
            book.record([events.patch_linked("A", [LEDGER], [])])
        changed = replace(BEFORE, percent=Decimal("12.51"))
        with pytest.raises(CasebookConflict):
            book.record([events.patch_linked("A", [LEDGER], [changed])])
        assert book.dossier("A_1").earlier == (BEFORE,)


def test_a_casebook_of_the_version_before_gets_the_table(path, as_version):
    as_version(path, 5)
    with open_casebook(path, "clerk") as book:
        book.record([events.patch_linked("A", [LEDGER], [])])
        assert book.dossier("A_1").earlier == (LEDGER,) and book.verify() == ()
