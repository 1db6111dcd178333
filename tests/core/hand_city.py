"""A fictional city of three counties and two years, small enough to be counted by hand.

2023, in mu (area / cultivated / basic farmland / red line), with what became of each parcel:

- A1_1, 01 甲镇, 15.00/10.00/6.00/0: illegal, factory, company, 乱占 yes; visited; case filed
- A2_1, 01 甲镇, 30.00/24.00/0/2.00: the county says legal, returned, the city says illegal; road,
  county; an approval was made up for all of it in time; the case is closed
- A3_1, 02 乙镇, 8.00/8.00/0/0: legal
- A4_1, 10.00, was divided: A4_2, 6.00/4.00: illegal, housing, person, 大棚房 yes; 3.00/2.00 are
  demolished, 1.50 recultivated, certified; A4_3, 4.00/1.00: facility, not handed up
- A5_1, 03 甲镇, 5.00/unknown: nobody has judged
- B1_1, 01 丙镇, 2.00/0.50/0/0: unchanged
- B2_1, 02 丙镇, 120.00/100.00/5.00/0: legal; returned, not answered yet
- B3_1, 02 丙镇, 0.80/0.60/0/0: illegal, no case with a reason; demolished, recultivated,
  certified, closed
- B4_1 (military) and B5_1 (mineral), 03 丙镇: are counted nowhere
- C1_1, 03 丁乡, 3.00/3.00/0/0: in doubt
- C2_1, 03 丁乡, 1.00/1.00/0/0: road; C has no illegal parcel and no legal one

2022: A0_1 (01 甲镇, 12.00/9.00) illegal, nothing done; B0_1 (02 丙镇, 5.00/5.00) legal. Old
cases of 2019: L1 of A, 7.00/4.00, 5.00 put right, open; L2 of B, 2.00/2.00, closed.
"""

from __future__ import annotations

from decimal import Decimal
from typing import List, NamedTuple, Optional

from fictional_city import new_city, received, recorded_on, source
from issued_land import land_patch, square_wkb

from tuban.core.casebook import certifying, events
from tuban.core.casefile import Case, CaseStep, Filing, Penalty
from tuban.core.geometry import digest
from tuban.core.model import (
    Answer,
    Evidence,
    FieldCheck,
    Figures,
    Parcel,
    PatchKind,
    Verdict,
    VerdictLevel,
)
from tuban.core.mu import round_half_up
from tuban.core.rectified import (
    Acceptance,
    Application,
    Certificate,
    LedgerEntry,
    Measure,
    Preliminary,
    Progress,
    Rectification,
    Turn,
    VerdictKept,
)
from tuban.core.rounds import Outcome, Review

A, B, C = "379901", "379902", "379903"
NAMES = {A: "虚构东县", B: "虚构西县", C: "虚构南县"}
NEW_NONFARM, NEW_OTHER, OTHER_CHANGE = "新增非农建设类", "其他新增建设类", "其他变化类"
JUDGED, REVIEWED, PUT_RIGHT = "2023-04-10", "2023-04-24", "2023-10-20"
"""When the parcels were recorded and judged, when reviewed, when put right."""
D = Decimal


class Row(NamedTuple):
    number: str
    county: str
    month: str
    town: str
    patch_class: str
    mu: str
    cultivated: Optional[str]
    basic: str = "0"
    red: str = "0"
    category: str = ""
    subcategory: str = ""
    way: str = "onsite"
    use: str = ""
    actor: str = ""
    remark: str = ""
    kind: PatchKind = PatchKind.LAND


ROWS = [
    Row("A0", A, "2022-01", "甲镇", NEW_NONFARM, "12", "9", "0", "0", "illegal", "not_applied"),
    Row("B0", B, "2022-02", "丙镇", NEW_NONFARM, "5", "5", "0", "0", "legal", "supplied"),
    Row(
        *("A1", A, "2023-01", "甲镇", NEW_NONFARM, "15", "10", "6", "0", "illegal", "not_applied"),
        *("onsite", "factory", "company"),
    ),
    Row(
        *("A2", A, "2023-01", "甲镇", NEW_OTHER, "30", "24", "0", "2", "legal", "supplied"),
        *("imagery", "road", "county"),
    ),
    Row("A3", A, "2023-02", "乙镇", NEW_NONFARM, "8", "8", "0", "0", "legal", "supplied"),
    Row("A4", A, "2023-02", "乙镇", NEW_NONFARM, "10", "5", "0", "0", "legal", "supplied"),
    Row("A5", A, "2023-03", "甲镇", NEW_NONFARM, "5", None, way=""),
    Row("B1", B, "2023-01", "丙镇", OTHER_CHANGE, "2", "0.5", "0", "0", "unchanged"),
    Row("B2", B, "2023-02", "丙镇", NEW_NONFARM, "120", "100", "5", "0", "legal", "supplied"),
    Row("B3", B, "2023-02", "丙镇", NEW_NONFARM, "0.8", "0.6", "0", "0", "illegal", "not_applied"),
    Row("B4", B, "2023-03", "丙镇", NEW_NONFARM, "20", "20", remark="军用", category="illegal"),
    Row(
        *("B5", B, "2023-03", "丙镇", NEW_NONFARM, "9", "9", "0", "0", "mineral_illegal"),
        kind=PatchKind.MINERAL,
    ),
    Row("C1", C, "2023-03", "丁乡", OTHER_CHANGE, "3", "3", "0", "0", "doubt"),
    Row("C2", C, "2023-03", "丁乡", OTHER_CHANGE, "1", "1", "0", "0", "road"),
]
OLD_CASES = [
    LedgerEntry(
        *("2019-L1", 2019, A, NAMES[A], "L1", ""),
        area_mu=D("7.00"),
        cultivated_mu=D("4.00"),
        rectified_mu=D("5.00"),
    ),
    LedgerEntry(
        *("2019-L2", 2019, B, NAMES[B], "L2", ""),
        area_mu=D("2.00"),
        cultivated_mu=D("2.00"),
        closed_on="2020-05-06",
    ),
]


def m2_of(mu: Decimal) -> Decimal:
    return round_half_up(mu * 2000 / 3)


def wkb_of(place: int, east: float = 0.0) -> bytes:
    return square_wkb(115.2 + 0.003 * place + east)


def figures_of(number: str, mu: str, cultivated: str, basic: str, red: str, town: str) -> Figures:
    whole, zero = D(mu).quantize(D("0.01")), D("0.00")
    parts = {"cultivated": D(cultivated), "basic_farmland": D(basic), "red_line": D(red)}
    parts = {name: value.quantize(D("0.01")) for name, value in parts.items()}
    parts["construction"] = whole - parts["cultivated"]
    parts["cultivated_gross"] = parts["cultivated"]
    for name in ("other_agricultural", "unused", "uncovered", "urban"):
        parts[name] = zero
    return Figures(
        parcel_number=number,
        net=True,
        area_m2=m2_of(whole),
        area_mu=whole,
        **{f"{name}_mu": value for name, value in parts.items()},
        **{f"{name}_m2": m2_of(value) for name, value in parts.items()},
        by_code_m2={},
        adjusted_m2={},
        approvals=(),
        location=f"虚构{town}甲村",
        layers=(),
        notes=(),
    )


def make_city(path, plan):
    """The city's casebook, open: everything above, on the days that stand there."""
    with recorded_on(JUDGED):
        book = new_city(path, plan)
        book.record([events.source_imported(source(len(ROWS)))])
        for place, row in enumerate(ROWS):
            book.record(issued(place, row, plan))
        book.record([events.ledger_taken_in(one) for one in OLD_CASES])
    with recorded_on(REVIEWED):
        book.record([*divided(plan), *filed(), *reviewed(plan)])
    with recorded_on(PUT_RIGHT):
        put_right(book, plan)
    return book


def issued(place: int, row: Row, plan) -> List[events.Event]:
    """A patch, its only parcel, and what the county says of it."""
    wkb, number = wkb_of(place), f"{row.number}_1"
    facts = {"kind": row.kind, "month": row.month, "county_code": row.county}
    area = m2_of(D(row.mu))
    patch = land_patch(
        *(row.number, wkb),
        **facts,
        county_name=NAMES[row.county],
        patch_class=row.patch_class,
        remark=row.remark,
        area_m2=area,
    )
    parcel = Parcel(number, row.number, area, wkb, digest(wkb))
    found = [events.patch_issued(patch), events.parcel_divided(parcel)]
    if row.cultivated is not None:
        its = figures_of(number, row.mu, row.cultivated, row.basic, row.red, row.town)
        found.append(events.figures_computed(its, None))
    if row.way:
        check = FieldCheck(
            number, ("甲",), "2023-04-02", row.way, "", row.use, "", "", "", row.actor
        )
        found.append(events.field_checked(check, None))
    if row.category:
        given = verdict(number, VerdictLevel.COUNTY, row.category, row.subcategory, plan)
        found.append(events.verdict_given(given, None))
    return found


def verdict(number: str, level: VerdictLevel, category: str, subcategory: str, plan) -> Verdict:
    return Verdict(number, level, category, subcategory, "虚构", plan.id, plan.sha256)


def divided(plan) -> List[events.Event]:
    """A4 gives way to an illegal parcel and a facility; what was said of it is said no more."""
    place = [row.number for row in ROWS].index("A4")
    old = Parcel("A4_1", "A4", m2_of(D(10)), wkb_of(place), digest(wkb_of(place)))
    parts = []
    for number, mu, east in (("A4_2", 6, 0.0), ("A4_3", 4, 0.0015)):
        wkb = wkb_of(place, east)
        parts.append(Parcel(number, "A4", m2_of(D(mu)), wkb, digest(wkb)))
    found = [events.patch_divided("A4", parts, [old])]
    for number, mu, cultivated, category, subcategory, use, actor in (
        ("A4_2", "6", "4", "illegal", "not_applied", "housing", "person"),
        ("A4_3", "4", "1", "facility", "listed", "facility", "village"),
    ):
        its = figures_of(number, mu, cultivated, "0", "0", "乙镇")
        found.append(events.figures_computed(its, None))
        check = FieldCheck(number, ("甲",), "2023-04-12", "onsite", "", use, "", "", "", actor)
        found.append(events.field_checked(check, None))
        given = verdict(number, VerdictLevel.COUNTY, category, subcategory, plan)
        found.append(events.verdict_given(given, None))
    return found


def filed() -> List[events.Event]:
    """Cases of A1 (filed), A2 (filed, fined, closed) and B3 (none, with a reason); flags."""
    day = CaseStep("2023-04-15")
    fine = Penalty("fine", D(1000), "2023-04-16", "虚构罚〔2023〕1号", D(1000), "2023-04-20")
    return [
        *(
            events.case_changed(Case(number, "虚构某人", "", (parcel,)), None)
            for number, parcel in (("案1", "A1_1"), ("案2", "A2_1"), ("案3", "B3_1"))
        ),
        events.case_filed("案1", Filing({"filed": day}), Filing()),
        events.case_filed("案2", Filing({"filed": day, "closed": day}), Filing()),
        events.penalties_changed("案2", [fine], []),
        events.case_filed("案3", Filing(reason="minor", explanation="虚构"), Filing()),
        events.flags_answered("A1_1", {"SFLZGD": Answer.YES, "SFDPF": Answer.NO}, {}),
        events.flags_answered("A4_2", {"SFLZGD": Answer.NO, "SFDPF": Answer.YES}, {}),
    ]


def reviewed(plan) -> List[events.Event]:
    """All but A4_3, A5 and C's were handed up; A4_2 waits for its review."""
    handed = {
        (A, "2023-01"): ["A1_1", "A2_1"],
        (A, "2023-02"): ["A3_1", "A4_2"],
        (B, "2023-01"): ["B1_1"],
        (B, "2023-02"): ["B2_1", "B3_1"],
    }
    found = [received(county, month, numbers) for (county, month), numbers in handed.items()]
    came_back = review(Outcome.RETURNED)
    for number in ("A1_1", "A3_1", "B1_1", "B3_1"):
        found.append(events.review_given(number, [review(Outcome.PASSED)], []))
    found.append(events.review_given("B2_1", [came_back], []))
    both = [came_back, review(Outcome.OVERRIDDEN)]
    found.append(events.review_given("A2_1", both, []))
    citys = verdict("A2_1", VerdictLevel.CITY, "illegal", "not_supplied", plan)
    return [*found, events.verdict_given(citys, None)]


def review(outcome: Outcome) -> Review:
    returned = outcome is Outcome.RETURNED
    reasons, deadline = (("photos",), "2023-05-05") if returned else ((), "")
    return Review(5, 1, outcome, "2023-04-24", "虚构审核人", reasons, "虚构", deadline)


def put_right(book, plan) -> None:
    """A2 by an approval, A4_2 in part and B3 wholly by demolition; B3 is closed in the ledger."""
    approval = Measure(
        *("made_up", Progress.DONE, D("30.00"), D("24.00"), D("0.00"), None),
        *("虚构批〔2023〕1号", "2023-09-01", "2023-09-01"),
    )
    book.record(
        [
            events.rectified("A2_1", plan_of(approval, "not_supplied", plan), None),
            events.evidence_recorded(
                "A2_1", {"supply_number": Evidence("supply_number", "虚构供〔2023〕1号")}, {}
            ),
        ]
    )
    for number, mu, cultivated, recultivated in (
        ("A4_2", "3.00", "2.00", "1.50"),
        ("B3_1", "0.80", "0.60", "0.60"),
    ):
        demolition = Measure(
            *("demolition", Progress.DONE, D(mu), D(cultivated), D("0.00"), D(recultivated)),
            done_on="2023-10-01",
        )
        book.record(inspected(number, plan_of(demolition, "not_applied", plan)))
        issue = certificate_of(number, D(recultivated))
        book.record_stages([certifying.certify("379900", 2023, {number: issue})])
    turn = Turn(True, "2023-10-20", "虚构某人", "certificate", "虚构证〔2023〕2号")
    book.record([events.ledger_turned("B3_1", [turn], [])])


def plan_of(measure: Measure, subcategory: str, plan) -> Rectification:
    kept = VerdictKept("county", "illegal", subcategory, plan.id, plan.sha256)
    return Rectification(kept, (measure,), due="2023-12-31", responsible="虚构镇")


def inspected(number: str, planned: Rectification) -> List[events.Event]:
    items = dict.fromkeys(("building_removed", "rubble_cleared", "soil_layer", "levelled"), True)
    return [
        events.rectified(number, planned, None),
        events.inspected_first(number, [Preliminary("2023-10-05", ("乙",), True)], []),
        events.applied(number, [Application("2023-10-06", "县局")], []),
        events.accepted(number, [Acceptance("2023-10-10", ("丙", "丁"), items, True)], []),
    ]


def certificate_of(number: str, recultivated: Decimal):
    def issue(serial: int) -> Certificate:
        return Certificate(
            *(f"虚构证〔2023〕{serial}号", "379900", 2023, serial, "2023-10-12", "虚构某人"),
            *("2023-10-10", recultivated, "ab" * 32),
        )

    return issue
