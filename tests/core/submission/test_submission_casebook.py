"""The package from a real casebook: the journal's head, twice the same bytes, the export kept."""

from __future__ import annotations

import json
import zipfile
from datetime import date
from decimal import Decimal

import pytest

from tuban.core.casebook import create_casebook, events, open_casebook
from tuban.core.errors import CasebookReadOnly
from tuban.core.submission import check_month, read_package, write_package

MONTH = "2023-04"


def english(template):
    return template


@pytest.fixture
def real(book, plan):
    """The month of the fake book, recorded in a casebook."""
    changes = [events.patch_issued(patch) for patch in book.land]
    changes += [events.parcel_divided(one.parcel) for one in book.files]
    changes += [events.figures_computed(one.figures, None) for one in book.files]
    changes += [events.verdict_given(one.county_verdict, None) for one in book.files]
    changes += [events.flags_answered(one.parcel.number, one.flags, {}) for one in book.files]
    changes += [events.field_checked(one.field_check, None) for one in book.files]
    changes += [events.evidence_recorded(one.parcel.number, one.evidence, {}) for one in book.files]
    changes += [events.photo_attached(photo) for one in book.files for photo in one.photos]
    with create_casebook(book.path, plan, book.county_code, book.county_name, "tester") as made:
        made.record(changes)
        yield made


def test_a_recorded_month_passes(real, plan):
    assert check_month(real, plan, MONTH, today=date(2023, 4, 22)) == ()


def test_twice_the_same_bytes_although_the_export_is_recorded(real, plan, out):
    head = real.head()
    first = write_package(real, plan, MONTH, out, english)
    content = first.path.read_bytes()
    assert real.head().seq == head.seq + 1
    assert write_package(real, plan, MONTH, out, english).path.read_bytes() == content
    assert real.head().seq == head.seq + 2
    with zipfile.ZipFile(first.path) as archive:
        journal = json.loads(archive.read("manifest.json"))["journal"]
    assert journal == {"seq": head.seq, "hash": head.hash, "at": head.at}
    assert real.verify() == ()


def test_figures_survive_the_casebook(real, plan, out):
    package = write_package(real, plan, MONTH, out, english)
    rows = read_package(package.path).layers["vector/DK"].rows
    figures = real.dossiers(MONTH)[0].figures
    assert Decimal(str(rows[0]["QTNYD"])) == figures.other_agricultural_mu


def test_the_second_window_cannot_export(real, plan, out):
    with open_casebook(real.path, "other", read_only=True) as second:
        with pytest.raises(CasebookReadOnly):
            write_package(second, plan, MONTH, out, english)
        assert list(out.iterdir()) == []
