"""Any sequence of changes to how parcels are put right: the tables are what replay gives, and
undo, redo, certificates and the ledger keep to a model of a few lines."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

pytest.importorskip("osgeo")

from hypothesis import given, settings
from hypothesis import strategies as st
from issued_land import undivided

from tuban.core.casebook import certify, create_casebook, events
from tuban.core.errors import CasebookConflict
from tuban.core.model import Source
from tuban.core.plan import load_plan
from tuban.core.rectified import (
    Acceptance,
    Application,
    Certificate,
    Freezing,
    Measure,
    Preliminary,
    Progress,
    PutRight,
    Recheck,
    Rectification,
    Turn,
    VerdictKept,
)

PLAN = load_plan("liaocheng-2023")
PARCELS = ("37990104000001_1", "37990104000002_1")
DAYS = ("2023-06-01", "2023-06-02")
words = st.text(st.characters(exclude_categories=("Cs",)), max_size=4)
people = st.lists(words, max_size=3).map(tuple)
days = st.sampled_from(DAYS)
areas = st.decimals(0, 1000, places=2)
maybe_areas = st.none() | areas
measures = st.builds(
    Measure, words, st.sampled_from(Progress), areas, areas, areas, maybe_areas, words, days, words
)
verdicts = st.builds(VerdictKept, words, words, words, words, words)
SAID = {
    "rectification": st.none()
    | st.builds(Rectification, verdicts, st.lists(measures, max_size=3).map(tuple), words, words),
    "preliminary": st.lists(st.builds(Preliminary, days, people, st.booleans(), words), max_size=2),
    "applications": st.lists(st.builds(Application, days, words, words), max_size=2),
    "acceptances": st.lists(
        st.builds(
            *(Acceptance, days, people, st.dictionaries(words, st.booleans(), max_size=3)),
            *(st.booleans(), words, maybe_areas, maybe_areas, words, words, words),
        ),
        max_size=2,
    ),
    "rechecks": st.lists(st.builds(Recheck, words, days, words, words, words, words), max_size=2),
    "freezing": st.none() | st.builds(Freezing, days, words, words, words),
}
say_anything = st.one_of([st.tuples(st.just(name), said) for name, said in SAID.items()]).map(
    lambda pair: ("say", pair)
)
turn = st.builds(Turn, st.booleans(), days, words, words, words, words, words)
acts = st.lists(
    st.tuples(
        st.sampled_from(PARCELS),
        st.one_of(
            say_anything,
            say_anything,
            st.tuples(st.just("turn"), turn),
            st.tuples(
                st.sampled_from(["finish", "finish", "accept", "issue", "revoke", "undo", "redo"]),
                st.none(),
            ),
        ),
    ),
    max_size=12,
)
EVENTS = {
    "rectification": events.rectified,
    "preliminary": events.inspected_first,
    "applications": events.applied,
    "acceptances": events.accepted,
    "rechecks": events.rechecked,
    "freezing": events.frozen,
}


def new_book(path):
    book = create_casebook(path, PLAN, "379901", "虚构县", "甲")
    source = Source("ab" * 32, "图斑.zip", "图斑", "EPSG:4490", "GBK", "m2", 2)
    pairs = [undivided(number[:-2], 115.2 + at / 10) for at, number in enumerate(PARCELS)]
    book.record(
        [
            events.source_imported(source),
            *(events.patch_issued(patch) for patch, _ in pairs),
            *(events.parcel_divided(parcel) for _, parcel in pairs),
        ]
    )
    return book


class Model:
    """What should stand: a state per parcel, and two stacks as every editor keeps them."""

    def __init__(self) -> None:
        self.states = dict.fromkeys(PARCELS, PutRight())
        self.done, self.undone, self.serial = [], [], 0

    def put(self, parcel, name, value) -> None:
        self.states[parcel] = replace(self.states[parcel], **{name: value})

    def live(self, parcel):
        return [one for one in self.states[parcel].certificates if not one.revoked_on]

    def loses_its_ground(self, parcel, name, value) -> bool:
        """True when a certificate would stand without the inspection that it names."""
        if name != "acceptances":
            return False
        found = {one.on for one in value if one.in_place}
        return any(one.accepted_on not in found for one in self.live(parcel))


def say(book, model, parcel, name, value) -> None:
    value = tuple(value) if isinstance(value, list) else value
    old = getattr(model.states[parcel], name)
    if value == old:
        return
    change = EVENTS[name](parcel, value, old)
    if model.loses_its_ground(parcel, name, value):
        with pytest.raises(CasebookConflict):
            book.record([change])
        return
    book.record([change])
    model.put(parcel, name, value)
    model.done.append((parcel, name, old, value))
    model.undone.clear()


def step(book, model, back: bool) -> None:
    stack, other = (model.done, model.undone) if back else (model.undone, model.done)
    found = book.last_undoable() if back else book.last_redoable()
    assert (found is None) == (not stack)
    if found is None:
        return
    parcel, name, before, after = stack[-1]
    value = before if back else after
    if model.loses_its_ground(parcel, name, value):
        with pytest.raises(CasebookConflict):
            book.take_back(found)
        return
    book.take_back(found)
    other.append(stack.pop())
    model.put(parcel, name, value)


def certificate(serial: int) -> Certificate:
    mu, digest = Decimal("1.00"), "cd" * 32
    return Certificate(f"证{serial}", "3799", 2023, serial, "", "", DAYS[0], mu, digest)


def issue(book, model, parcel) -> None:
    last = model.states[parcel].acceptances[-1:]
    fits = bool(last) and last[0].in_place and last[0].on == DAYS[0] and not model.live(parcel)
    stage = certify("3799", 2023, {parcel: certificate})
    if not fits:
        with pytest.raises(CasebookConflict):
            book.record_stages([stage])
        return
    book.record_stages([stage])
    model.serial += 1
    there = model.states[parcel].certificates
    model.put(parcel, "certificates", (*there, certificate(model.serial)))


def revoke(book, model, parcel) -> None:
    there = model.states[parcel].certificates
    if model.live(parcel):
        gone = replace(there[-1], revoked_on=DAYS[1], revoked_by="丙", revoked_why="误")
        book.record([events.certified(parcel, [*there[:-1], gone], there)])
        model.put(parcel, "certificates", (*there[:-1], gone))


def do(book, model, parcel, act, value) -> None:
    if act == "say":
        say(book, model, parcel, *value)
    elif act in ("accept", "finish"):
        say(book, model, parcel, "acceptances", [Acceptance(DAYS[0], ("丙",), {}, True)])
        if act == "finish":
            issue(book, model, parcel)
    elif act == "turn":
        there = model.states[parcel].turns
        book.record([events.ledger_turned(parcel, [*there, value], there)])
        model.put(parcel, "turns", (*there, value))
    elif act == "issue":
        issue(book, model, parcel)
    elif act == "revoke":
        revoke(book, model, parcel)
    else:
        step(book, model, back=act == "undo")


@settings(max_examples=20, deadline=None)
@given(acts)
def test_whatever_is_recorded_replay_gives_the_same(tmp_path_factory, several):
    path = tmp_path_factory.mktemp("put") / "b.gpkg"
    model = Model()
    with new_book(path) as book:
        for parcel, (act, value) in several:
            do(book, model, parcel, act, value)
        assert {one.parcel.number: one.put_right for one in book.dossiers()} == model.states
        assert all(book.dossier(number).put_right == one for number, one in model.states.items())
        serials = [one.serial for few in book.certificates().values() for one in few]
        assert sorted(serials) == list(range(1, model.serial + 1))
        assert book.verify() == ()
