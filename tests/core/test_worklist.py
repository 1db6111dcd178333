"""Queues: conditions, orders, where one goes on to, what is saved."""

from __future__ import annotations

import json
import math
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Optional

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rectified_land import accepted, measure, parcel_of

from tuban.core.errors import InputError
from tuban.core.model import PatchKind
from tuban.core.oversight import (
    EVERYTHING,
    Figure,
    Filter,
    Known,
    Need,
    Order,
    OrderBy,
    Queue,
    Trait,
    WorkList,
    may_be_visited,
    queue_as_json,
    queue_from_json,
    results_to_be_visited,
    stages_and_deadlines,
    standings_of,
    to_be_visited,
    town_in,
    with_queue,
    without_queue,
)
from tuban.core.oversight.orders import nearest_path
from tuban.core.plan import load_plan
from tuban.core.rectification import Stage as Righting
from tuban.core.rectification import Standing, standing
from tuban.core.review import Stage
from tuban.core.rounds import AnswerKind, Outcome, ReturnAnswer, Review, Rounds, Submitted

PLAN = load_plan("liaocheng-2023")


@dataclass(frozen=True)
class Row:
    parcel_number: str
    category: str = ""
    kind: PatchKind = PatchKind.LAND
    patch_number: str = ""
    patch_class: str = ""
    area_mu: Decimal = Decimal(1)
    cultivated_mu: Optional[Decimal] = None
    basic_farmland_mu: Optional[Decimal] = None
    red_line_mu: Optional[Decimal] = None
    judged_by: str = ""
    second_look: str = ""
    comment: str = ""


def chosen(rows, asked: Filter, known: Known = Known()) -> str:
    return "".join(row.parcel_number for row in rows if asked.accepts(row, known))


def filled(rows, queue: Queue = EVERYTHING, known: Known = Known()) -> WorkList:
    work = WorkList()
    work.fill(rows, queue, known)
    return work


def stands(stage: Righting, overdue_since: str = "") -> Standing:
    return replace(
        standing(parcel_of(), PLAN), stage=stage, due=overdue_since, overdue_since=overdue_since
    )


ROWS = [
    Row("a", "legal", judged_by="甲", red_line_mu=Decimal("0.10"), patch_class="建设"),
    Row("b", "", cultivated_mu=Decimal("5.00"), basic_farmland_mu=Decimal("2.00")),
    Row("c", "illegal", judged_by="乙", second_look="影像不清", area_mu=Decimal(9)),
    Row("d", "", kind=PatchKind.MINERAL, comment="问过", cultivated_mu=Decimal("4.99")),
]
KNOWN = Known(
    today=date(2023, 4, 20),
    stages={"a": Stage.RETURNED, "b": Stage.ISSUED},
    deadlines={"a": date(2023, 4, 22), "b": date(2023, 4, 30), "d": date(2023, 4, 19)},
    must_visit=frozenset({"b", "c"}),
    towns={"a": "甲镇", "b": "乙镇"},
    matching=frozenset({"c", "d"}),
    standings={"a": stands(Righting.APPLIED), "b": stands(Righting.REFUSED, "2023-05-02")},
    rectified_visits=frozenset({"a", "d"}),
)


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        (Filter(), "abcd"),
        (Filter(traits=(Trait.UNDECIDED,)), "bd"),
        (Filter(traits=(Trait.RETURNED,)), "a"),
        (Filter(traits=(Trait.MUST_VISIT,)), "bc"),
        (Filter(traits=(Trait.SECOND_LOOK,)), "c"),
        (Filter(traits=(Trait.COMMENTED,)), "d"),
        (Filter(traits=(Trait.BASIC_FARMLAND,)), "b"),
        (Filter(traits=(Trait.RED_LINE,)), "a"),
        (Filter(traits=(Trait.APPLIED,)), "a"),
        (Filter(traits=(Trait.REFUSED,)), "b"),
        (Filter(traits=(Trait.OVERDUE,)), "b"),
        (Filter(traits=(Trait.RECTIFIED_VISIT,)), "ad"),
        (Filter(traits=(Trait.UNDECIDED, Trait.MUST_VISIT)), "b"),  # both have to be so
        (Filter(kinds=(PatchKind.MINERAL,)), "d"),
        (Filter(categories=("legal", "illegal")), "ac"),  # any of the list
        (Filter(classes=("建设",)), "a"),
        (Filter(towns=("乙镇",)), "b"),
        (Filter(persons=("甲", "丙")), "a"),
        (Filter(at_least_mu=Decimal(5)), "b"),  # 以上 includes the number; unknown reaches nothing
        (Filter(figure=Figure.AREA, at_least_mu=Decimal(9)), "c"),
        (Filter(due_within=2), "ad"),  # what is overdue is due
        (Filter(due_within=10), "abd"),
        (Filter(numbers=frozenset("bdz")), "bd"),
        (Filter(expression="x"), "cd"),
        (Filter(expression="x", traits=(Trait.UNDECIDED,)), "d"),
    ],
)
def test_conditions(asked, found):
    assert chosen(ROWS, asked, KNOWN) == found


def test_what_a_queue_needs_to_know():
    assert Filter().needs == frozenset()
    assert Filter(traits=(Trait.MUST_VISIT,), towns=("甲镇",)).needs == {Need.VISITS, Need.TOWNS}
    overdue = Filter(traits=(Trait.OVERDUE,))
    assert overdue.needs == Queue(order=Order(OrderBy.RECTIFICATION)).needs == {Need.RECTIFICATION}
    assert Queue(order=Order(OrderBy.SEVERITY)).needs == {Need.VISITS, Need.ROUNDS}


@pytest.mark.parametrize(
    ("order", "found"),
    [
        (Order(), "abcd"),
        (Order(reverse=True), "dcba"),
        (Order(OrderBy.AREA), "cabd"),  # alike: by number
        (Order(OrderBy.DEADLINE), "dabc"),  # without a deadline last
        (Order(OrderBy.SEVERITY), "abcd"),
        (Order(OrderBy.RECTIFICATION), "bacd"),  # what has no day last
    ],
)
def test_orders(order, found):
    assert "".join(row.parcel_number for row in order.sort(ROWS, KNOWN)) == found


def test_serious_is_returned_then_red_line_then_basic_farmland_then_a_visit_then_size():
    rows = [
        Row("small", cultivated_mu=Decimal(1)),
        Row("large", cultivated_mu=Decimal(2)),
        Row("visit"),
        Row("basic", basic_farmland_mu=Decimal("0.01")),
        Row("red", red_line_mu=Decimal("0.01")),
        Row("back"),
    ]
    known = Known(stages={"back": Stage.RETURNED}, must_visit=frozenset({"visit"}))
    found = Order(OrderBy.SEVERITY).sort(rows, known)
    assert [row.parcel_number for row in found] == [
        "back",
        "red",
        "basic",
        "visit",
        "large",
        "small",
    ]


points = st.tuples(st.integers(0, 6), st.integers(0, 6)).map(
    lambda at: (115 + at[0] / 10, 36 + at[1] / 10)
)


@given(st.lists(points, max_size=25, unique=True))
def test_the_nearest_of_all_that_are_left_comes_next(places):
    """Each step is asked of all that are left, on the sphere, with room for rounding."""
    path = nearest_path(places)
    assert sorted(path) == list(range(len(places)))
    assert path[:1] == [0][: len(places)]
    width = math.cos(math.radians(sum(lat for _, lat in places) / len(places))) if places else 1

    def apart(one, other):
        return math.hypot((one[0] - other[0]) * width, one[1] - other[1])

    for step, (here, there) in enumerate(zip(path, path[1:])):
        least = min(apart(places[here], places[other]) for other in path[step + 1 :])
        assert apart(places[here], places[there]) <= least + 1e-9


def test_rows_without_a_place_come_last():
    rows = [Row("a"), Row("b"), Row("c")]
    known = Known(places={"a": (115.0, 36.0), "c": (115.1, 36.0)})
    assert [row.parcel_number for row in Order(OrderBy.NEAREST).sort(rows, known)] == [*"acb"]


# ---- going through it


def test_a_queue_is_gone_through_and_what_leaves_it_keeps_its_place():
    rows = [Row("a"), Row("b", "legal"), Row("c"), Row("d")]
    work = filled(rows, Queue(filter=Filter(traits=(Trait.UNDECIDED,))))
    assert (work.first(), work.step("a", 1), work.step("a", -1)) == ("a", "c", "")
    work.replace(replace(rows[2], category="legal"))
    assert work.step("c", 1) == "d"  # from its old place
    assert work.step("c", -1) == "a"
    assert work.next_undecided("d") == "a"


def test_what_becomes_known_later_changes_the_queue():
    work = filled(ROWS, Queue(filter=Filter(traits=(Trait.MUST_VISIT,))), KNOWN)
    assert [row.parcel_number for row in work.rows if work.accepts(row)] == ["b", "c"]
    work.learn(replace(KNOWN, must_visit=frozenset({"c", "d"})), "c")
    assert [row.parcel_number for row in work.rows if work.accepts(row)] == ["c", "d"]


def test_after_a_verdict_one_goes_on_in_the_queue():
    rows = [Row("a", "legal"), Row("b"), Row("c", "legal"), Row("d")]
    assert filled(rows).following("d") == "b"
    done = [replace(row, category="legal") for row in rows]
    assert filled(done).following("b") == ""  # the month is done
    judged = Queue(filter=Filter(categories=("legal",)))
    work = filled(rows, judged)
    assert [work.following("a"), work.following("c")] == ["c", ""]  # to the end, not around


def test_numbers_are_found_outside_the_queue_too():
    work = filled(ROWS, Queue(filter=Filter(traits=(Trait.UNDECIDED,))))
    assert work.find("c") == "c"
    assert work.find("zzz") == ""


def test_back_to_where_one_was():
    work = filled(ROWS)
    for number in ("a", "b", "b", "gone", "c"):
        work.left(number)
    assert [work.back(), work.back(), work.back(), work.back()] == ["c", "b", "a", ""]


def test_what_comes_next_is_in_the_queue():
    work = filled(ROWS, Queue(filter=Filter(traits=(Trait.UNDECIDED,)), order=Order(reverse=True)))
    assert work.upcoming("d", 3) == ["b"]
    assert filled(ROWS).upcoming("b", 3) == ["d", "c", "a"]
    assert WorkList().upcoming("", 3) == []
    assert WorkList().first() == ""


# ---- saved


def test_a_queue_comes_back_as_it_was_saved():
    queue = Queue(
        "急件",
        Filter(
            traits=(Trait.RETURNED, Trait.RED_LINE),
            kinds=(PatchKind.LAND,),
            categories=("", "illegal"),
            classes=("建设",),
            towns=("甲镇",),
            persons=("乙",),
            figure=Figure.RED_LINE,
            at_least_mu=Decimal("0.50"),
            due_within=3,
            numbers=frozenset({"b", "a"}),
            expression='"area_mu" > 2',
        ),
        Order(OrderBy.NEAREST, reverse=True),
    )
    assert queue_from_json(json.loads(json.dumps(queue_as_json(queue)))) == queue
    assert queue_from_json({"name": "x"}) == Queue("x")


@pytest.mark.parametrize(
    "data", [None, [], {}, {"name": "x", "traits": ["no"]}, {"name": "x", "at_least_mu": "many"}]
)
def test_a_saved_queue_that_is_none_is_refused(data):
    with pytest.raises(InputError):
        queue_from_json(data)


def test_saving_under_a_name_again_replaces():
    queues = with_queue(with_queue([], Queue("b")), Queue("a"))
    again = with_queue(queues, Queue("b", order=Order(OrderBy.AREA)))
    assert [(one.name, one.order.by) for one in again] == [
        ("a", OrderBy.NUMBER),
        ("b", OrderBy.AREA),
    ]
    assert [one.name for one in without_queue(again, "a")] == ["b"]


# ---- what is found out


def test_deadlines_are_for_those_whose_turn_it_is():
    due = date(2023, 4, 30)
    handed = Submitted(7, 1, "", "2023-04-10")
    returned = Review(7, 1, Outcome.RETURNED, "2023-04-12", "市", deadline="2023-04-18")
    passed = Review(7, 1, Outcome.PASSED, "2023-04-12", "市")
    answer = ReturnAnswer(7, 1, AnswerKind.CORRECTED, "2023-04-13", "县")
    rounds = {
        "handed": Rounds((handed,)),
        "returned": Rounds((handed,), (returned,)),
        "answered": Rounds((handed,), (returned,), (answer,)),
        "passed": Rounds((handed,), (passed,)),
    }
    rows = [Row(number, "legal") for number in ("new", *rounds)]
    stages, deadlines = stages_and_deadlines(rows, rounds, due)
    assert deadlines == {"new": due, "returned": date(2023, 4, 18), "answered": due}
    assert stages["returned"] is Stage.RETURNED and stages["passed"] is Stage.PASSED


@pytest.mark.parametrize(
    ("location", "town"),
    [
        ("虚构镇甲村", "虚构镇"),
        ("某乡镇上村", "某乡"),
        ("镇前镇甲村", "镇前镇"),
        ("甲村", ""),
        ("", ""),
        ("镇东村", ""),
    ],
)
def test_the_town_of_a_location(location, town):
    assert town_in(location, ("镇", "乡", "街道")) == town


def test_which_results_the_city_has_to_visit():
    """10.00 mu of cultivated land reach no threshold; 2.00 mu of red line neither, 5.00 do."""
    torn = parcel_of(measure("demolition", "12.00", recultivated="10.00"))
    large = replace(torn, figures=replace(torn.figures, red_line_mu=Decimal("5.00")))
    seen = replace(large, put_right=replace(large.put_right, acceptances=(accepted("2023-10-10"),)))
    bare = replace(large, put_right=parcel_of().put_right)
    (number,) = standings_of([torn], PLAN, date(2023, 11, 1))

    def visited(one):
        return results_to_be_visited([one], PLAN, standings_of([one], PLAN, date(2023, 11, 1)))

    assert visited(torn) == visited(seen) == visited(bare) == frozenset()
    assert visited(large) == {number}


CODES = [None, *(one.code for one in PLAN.categories)]
AT_A_THRESHOLD = [0, 250, 499, 500, 999, 1000, 2000]
MU = st.one_of(st.integers(0, 2500), st.sampled_from(AT_A_THRESHOLD)).map(
    lambda n: Decimal(n) / 100
)
LITTLE = st.integers(-49, 49).map(lambda n: Decimal(n) / 10_000)


@given(st.lists(st.tuples(MU, MU, MU, LITTLE, st.sampled_from(CODES)), min_size=1, max_size=4))
def test_no_patch_that_has_to_be_visited_is_passed_over(drawn):
    """What rows tell of a patch is enough to know that nobody need look into its parcels."""
    dossiers, rows = [], []
    for at, (cultivated, basic, red, little, category) in enumerate(drawn):
        one = parcel_of()
        number = f"{one.patch.number}_{at}"
        mu = {"cultivated": cultivated, "basic_farmland": basic, "red_line": red}
        shown = {f"{name}_mu": value for name, value in mu.items()}
        exact = {f"{name}_m2": (value + little) * 2000 / 3 for name, value in mu.items()}
        judged = replace(one.county_verdict, category=category or "")
        dossiers.append(
            replace(
                one,
                parcel=replace(one.parcel, number=number),
                figures=replace(one.figures, **shown, **exact),
                verdicts={judged.level: judged} if category else {},
            )
        )
        rows.append(Row(number, category or "", patch_number=one.patch.number, **shown))
    visited = to_be_visited(dossiers, PLAN)
    assert not visited or may_be_visited(rows, PLAN) == [dossiers[0].patch.number]


def test_small_patches_need_not_be_read_to_know_that_nobody_visits_them():
    small = Row("1_1", patch_number="1", cultivated_mu=Decimal("9.9"), red_line_mu=Decimal("4.9"))
    large = Row("2_1", patch_number="2", cultivated_mu=Decimal("10.0"))
    assert may_be_visited([small, large], PLAN) == ["2"]


def test_only_what_has_to_be_put_right_stands_somewhere():
    legal = replace(parcel_of(), verdicts={})
    assert standings_of([legal], PLAN, date(2023, 11, 1)) == {}
