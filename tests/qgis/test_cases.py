"""Parcels of several patches in one case: written in the form, shown among the facts."""

from __future__ import annotations

import pytest


@pytest.fixture
def form(desk, casebook_file, parcel_number):
    desk.session.open(casebook_file)
    desk.session.show(parcel_number(1))
    return desk.menu.show_cases()


def facts(desk):
    return [value.text() for _, value in desk.dock.facts._lines if not value.isHidden()]


def test_parcels_of_two_patches_make_a_case(desk, form, parcel_number):
    form.number.setText("虚案〔2023〕1号")
    form.actor.setText("虚构公司")
    desk.session.show(parcel_number(3))
    form.parcels.add_parcel()
    form.record()
    (case,) = desk.session.book.cases()
    assert case.parcels == (parcel_number(1), parcel_number(3))
    assert "虚案〔2023〕1号 · 虚构公司" in facts(desk)
    row = form.cases.topLevelItem(0)
    assert [row.text(column) for column in range(3)] == ["虚案〔2023〕1号", "虚构公司", "2"]
    assert row.text(3).endswith("mu")
    desk.session.show(parcel_number(2))
    assert "虚案〔2023〕1号 · 虚构公司" not in facts(desk)
    assert desk.session.book.verify() == ()


def test_a_case_is_changed_undone_and_dropped(desk, form, parcel_number):
    form.number.setText("1")
    form.record()
    desk.session.show(parcel_number(2))
    form.parcels.add_parcel()
    form.parcels.list.setCurrentRow(0)
    form.parcels.take_parcel()
    form.record()
    assert [case.parcels for case in desk.session.book.cases()] == [(parcel_number(2),)]
    desk.session.undo()
    assert [case.parcels for case in desk.session.book.cases()] == [(parcel_number(1),)]
    form.begin(desk.session.book.case_files()[0])
    form.drop()
    assert desk.session.book.cases() == []
    assert form.cases.topLevelItemCount() == 0


def test_without_number_or_parcel_nothing_is_recorded(desk, form):
    form.record()
    assert "needs a number" in form.answer.text()
    form.number.setText("1")
    form.parcels.list.setCurrentRow(0)
    form.parcels.take_parcel()
    form.record()
    assert desk.session.book.cases() == []


def test_a_number_that_is_there_already_is_refused(desk, form, parcel_number):
    form.number.setText("1")
    form.record()
    form.begin(None)
    form.number.setText("1")
    form.record()
    assert len(desk.session.book.cases()) == 1
    assert desk.bar.currentItem() is not None


def test_the_form_opens_at_the_parcels_case(desk, form, parcel_number):
    form.number.setText("7")
    form.record()
    form.close()
    again = desk.menu.show_cases()
    assert again is not form
    assert again.number.text() == "7"
    assert again.number.isReadOnly()
