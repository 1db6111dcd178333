"""How long a year's tables take in a city's casebook of 100,000 parcels over six years.

.venv/bin/python bench/counting.py [parcels]

The rows are put into the tables as they would stand there; what is measured is reading the facts,
and counting every table, the ratio and the indicators of the last year by county and by month.
"""

from __future__ import annotations

import json
import random
import sys
import tempfile
import time
from pathlib import Path

TESTS = Path(__file__).resolve().parents[1] / "tests"
sys.path.insert(0, str(TESTS))

import conftest  # noqa: F401 - registers the checkout as tuban
from sqlalchemy import insert

from tuban.core.casebook import create_casebook, open_casebook
from tuban.core.casebook.engine import open_engine, transaction
from tuban.core.casebook.put_right_tables import measures, rectifications
from tuban.core.casebook.tables import (
    case_steps,
    cases,
    field_checks,
    figures,
    filings,
    flags,
    parcels,
    patches,
    reviews,
    submitted,
    verdicts,
)
from tuban.core.plan import load_plan
from tuban.core.rounds import Office
from tuban.core.statistics import (
    Period,
    Reach,
    indicators,
    ratio,
    ratio_rules,
    read_facts,
    statistics_rules,
    table,
)

PLAN = load_plan("liaocheng-2023")
COUNTIES = [one.code for one in PLAN.units if not one.branch]
YEARS = range(2018, 2024)
LAST = 2023
CATEGORIES = ["legal"] * 6 + ["illegal"] * 2 + ["facility", "road", "unchanged", "other"]
SHA = "ab" * 32


def timed(name: str, work):
    start, busy = time.perf_counter(), time.process_time()
    result = work()
    took, used = time.perf_counter() - start, time.process_time() - busy
    print(f"{name:40s} {took:8.2f} s, processor {used:6.2f} s", flush=True)
    return result


def rows_of(count: int) -> dict:
    """Rows by table, by chance but always the same."""
    chance, found = random.Random(1), {}  # noqa: S311
    for index in range(count):
        year, county = YEARS[index % len(YEARS)], chance.choice(COUNTIES)
        one = one_parcel(index, year, chance.randrange(1, 13), county, chance)
        for name, rows in one.items():
            found.setdefault(name, []).extend(rows)
    return found


def one_parcel(index: int, year: int, month: int, county: str, chance: random.Random) -> dict:
    patch = f"{county}{year}{index:06d}"
    number, mu = f"{patch}_1", round(chance.uniform(0.1, 60), 2)
    cultivated = round(mu * chance.random(), 2)
    category = chance.choice(CATEGORIES)
    when = f"{year}-{month:02d}"
    owner = {"number": patch, "kind": "land", "month": when, "county_code": county}
    issued = {"JCBH": patch, "TBFL": "新增非农建设类", "BZ": ""}
    patch_row = {
        **owner,
        "county_name": county,
        "patch_class": "新增非农建设类",
        "area_m2": round(mu / 0.0015, 2),
        "issued": json.dumps(issued, ensure_ascii=False),
    }
    parcel = {"number": number, "patch_number": patch, "month": when, "kind": "land"}
    parcel.update(area_m2=round(mu / 0.0015, 2), area_mu=mu, category=category)
    figure = {"parcel_number": number, "area_mu": mu, "cultivated_mu": cultivated}
    for name in ("other_agricultural", "unused", "uncovered", "basic_farmland", "red_line"):
        figure.update({f"{name}_mu": 0.0, f"{name}_m2": 0.0})
    figure.update(cultivated_m2=round(cultivated / 0.0015, 2), urban_mu=0.0, urban_m2=0.0)
    figure.update(construction_mu=round(mu - cultivated, 2), construction_m2=0.0)
    figure["location"] = f"虚构{chance.choice('甲乙丙丁戊')}镇某村"
    verdict = {"parcel_number": number, "level": "county", "category": category}
    check = {"parcel_number": number, "checked_on": f"{when}-10", "way": "onsite"}
    check.update(actual_use="factory", actor_kind="company")
    sent = {"parcel_number": number, "submission": 5, "round": 1, "day": f"{when}-20"}
    seen = {"parcel_number": number, "place": 1, "submission": 5, "round": 1}
    seen.update(outcome=chance.choice(["passed"] * 9 + ["returned"]), reasons="[]")
    found = {
        patches: [patch_row],
        parcels: [parcel],
        figures: [figure],
        verdicts: [verdict],
        field_checks: [check],
        submitted: [sent],
        reviews: [seen],
    }
    if category == "illegal":
        found.update(illegal_too(number, mu, cultivated, chance))
    return found


def illegal_too(number: str, mu: float, cultivated: float, chance: random.Random) -> dict:
    """Its flags, its case, and for every second one how it is put right."""
    found = {
        flags: [{"parcel_number": number, "flag": "SFDPF", "answer": "no"}],
        cases: [{"number": f"案{number}", "parcels": json.dumps([number])}],
        filings: [{"case_number": f"案{number}", "reason": "", "explanation": ""}],
        case_steps: [{"case_number": f"案{number}", "step": "filed", "date": "2023-05-05"}],
    }
    if chance.random() < 0.5:
        kept = {"level": "county", "category": "illegal", "subcategory": ""}
        kept.update(plan_id=PLAN.id, plan_sha256=SHA)
        way = {"parcel_number": number, "place": 1, "way": "land_return", "progress": "done"}
        way.update(area_mu=f"{mu:.2f}", cultivated_mu=f"{cultivated:.2f}", done_on="2023-06-01")
        way.update(basic_farmland_mu="0.00", document="虚构1号")
        found[rectifications] = [{"parcel_number": number, "verdict": kept}]
        found[measures] = [way]
    return found


def fill(path: Path, count: int) -> None:
    create_casebook(path, PLAN, "371500", "虚构市", "甲", Office.CITY).close()
    engine = open_engine(path, read_only=False)
    with transaction(engine, path) as connection:
        for name, rows in rows_of(count).items():
            connection.execute(insert(name), rows)
    engine.dispose()


def all_tables(facts) -> list:
    rules, lines, year = statistics_rules(PLAN), ratio_rules(PLAN), Period.year(LAST)
    found = [
        table(facts, one, Period.everything() if one.by == "year" else year, by)
        for one in rules.tables.values()
        for by in ((one.by, "month") if one.by == "unit" else (one.by,))
    ]
    found += [ratio(facts, lines, year).table, ratio(facts, lines, year, "month").table]
    indicators(facts, rules, lines, year)
    return found


def main(count: int) -> None:
    path = Path(tempfile.mkdtemp(prefix="tuban-bench-")) / "台账.gpkg"
    timed(f"fill {count} parcels", lambda: fill(path, count))
    with open_casebook(path, "甲", read_only=True) as book:
        timed("read the facts of all years", lambda: read_facts(book, PLAN))
        year = Period.year(LAST)
        less, enough = Reach.enough_for(year, ledger=False), Reach.enough_for(year)
        timed("read what the overview needs", lambda: read_facts(book, PLAN, reach=less))
        facts = timed("read what a year needs", lambda: read_facts(book, PLAN, reach=enough))
        found = timed("count all tables of a year", lambda: all_tables(facts))
        cells = [cell for one in found for row in one.every_row() for cell in row.cells.values()]
        print(f"{len(found)} tables, {len(cells)} cells")
        timed("the parcels behind a cell", lambda: found[0].total.cells["issued"].parcels)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000)
