"""Each check fails once for its own reason and passes on a month that is right."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from tuban.core.model import Answer, PatchKind, Severity, VerdictLevel
from tuban.core.rectification.basis import kept
from tuban.core.rectified import (
    Application,
    Measure,
    Preliminary,
    Progress,
    PutRight,
    Recheck,
    Rectification,
)
from tuban.core.submission import CHECKS, check_month, load_schema

MONTH = "2023-04"
IN_TIME = date(2023, 4, 22)


def findings(book, plan, today=IN_TIME):
    return check_month(book, plan, MONTH, today=today)


def test_a_right_month_has_no_finding(book, plan):
    assert findings(book, plan) == ()


def test_every_check_has_a_rule_and_every_rule_a_check(plan):
    assert set(load_schema(plan).rules) == set(CHECKS)


def test_findings_carry_the_rule_from_the_plan(book, plan):
    book.change(0, verdicts={})
    (finding,) = findings(book, plan)
    assert "聊自然资规发〔2023〕11号" in finding.rule
    assert finding.severity is Severity.ERROR
    assert finding.subject == "37159904000000_1"


# Each entry spoils the month; the named check must find exactly the subject named.


def no_patches(book, build):
    book.land, book.files = [], []
    return ""


def no_parcel(book, build):
    del book.files[0]
    return book.land[0].number


def same_number_full_width(book, build):
    wide = book.files[1].parcel.number.replace("4", "４")
    book.change_parcel(0, number=wide)
    return book.files[1].parcel.number


def control_character_in_number(book, build):
    book.change_parcel(2, number="a\nb")
    return "a\nb"


def number_of_another_patch(book, build):
    book.change_parcel(2, number=book.land[3].number + "_7")
    return book.files[2].parcel.number


def unknown_class(book, build):
    book.change_patch(1, patch_class="新增类")
    return book.land[1].number


def blank_class(book, build):
    book.change_patch(1, patch_class="")
    return book.land[1].number


def another_county(book, build):
    book.change_patch(1, county_code="371598")
    return book.land[1].number


def dates_turned(book, build):
    book.change_patch(1, before_date="2023-03-02")
    return book.land[1].number


def date_missing(book, build):
    book.change_patch(1, after_date=None)
    return book.land[1].number


def area_missing(book, build):
    half = build.rectangle(115.9, 36.4, width=0.0005)
    book.files[0] = build.make_dossier(book.land[0], 1, half)
    return book.land[0].number


def parcels_overlap(book, build):
    # Same total area, but 10 % of the patch twice and 10 % of it not at all.
    first = build.rectangle(115.9, 36.4, width=0.0005)
    second = build.rectangle(115.9004, 36.4, width=0.0005)
    book.files[:1] = [
        build.make_dossier(book.land[0], 1, first),
        build.make_dossier(book.land[0], 2, second),
    ]
    return book.land[0].number


def self_crossing(book, build):
    import numpy as np

    from tuban.core.geometry import digest, wkb_from_multipolygon

    bow = np.array([(115.9, 36.4), (115.901, 36.401), (115.901, 36.4), (115.9, 36.401)])
    wkb = wkb_from_multipolygon([[np.vstack([bow, bow[:1]])]])
    book.change_patch(0, geometry=wkb, geometry_sha256=digest(wkb))
    return book.land[0].number


def outline_changed(book, build):
    book.change_patch(0, geometry=build.rectangle(115.9, 36.4, width=0.00100000001))
    return book.land[0].number


def no_figures(book, build):
    book.change(1, figures=None)
    return book.files[1].parcel.number


def old_figures(book, build):
    book.change_figures(1, area_m2=Decimal("1.00"))
    return book.files[1].parcel.number


def parts_differ_by_two_hundredths(book, build):
    figures = book.files[1].figures
    book.change_figures(1, unused_mu=figures.unused_mu + Decimal("0.02"))
    return book.files[1].parcel.number


def farmland_larger_than_parcel(book, build):
    book.change_figures(1, basic_farmland_mu=book.files[1].figures.area_mu + Decimal("0.02"))
    return book.files[1].parcel.number


def uncovered(book, build):
    figures = book.files[1].figures
    one = Decimal("1.00")
    book.change_figures(
        1, uncovered_mu=one, other_agricultural_mu=figures.other_agricultural_mu - one
    )
    return book.files[1].parcel.number


def red_line_unknown(book, build):
    book.change_figures(1, red_line_mu=None)
    return book.files[1].parcel.number


def not_judged(book, build):
    book.change(1, verdicts={})
    return book.files[1].parcel.number


def judged_by_the_city_only(book, build):
    verdict = replace(book.files[1].county_verdict, level=VerdictLevel.CITY)
    book.change(1, verdicts={VerdictLevel.CITY: verdict})
    return book.files[1].parcel.number


def unknown_category(book, build):
    book.judge(1, "guilty", "")
    book.change(1, flags={})
    return book.files[1].parcel.number


def subcategory_of_another(book, build):
    book.judge(1, "illegal", "supplied")
    return book.files[1].parcel.number


def no_subcategory(book, build):
    book.judge(1, "illegal", "")
    return book.files[1].parcel.number


def blank_reason(book, build):
    book.judge(1, reason=" 　")
    return book.files[1].parcel.number


def in_doubt(book, build):
    book.judge(1, "doubt", "")
    book.change(1, flags={})
    return book.files[1].parcel.number


def actor_not_said(book, build):
    evidence = {code: one for code, one in book.files[1].evidence.items() if code != "actor"}
    book.change(1, evidence=evidence)
    return book.files[1].parcel.number


def legal_without_documents(book, build):
    book.judge(1, "legal", "supplied")
    book.change(1, flags={})
    return book.files[1].parcel.number


def nature_not_said(book, build):
    book.judge(1, "illegal", "excess")
    kept = {code: one for code, one in book.files[1].evidence.items() if code != "violation_nature"}
    book.change(1, evidence=kept)
    return book.files[1].parcel.number


def older_plan(book, build):
    book.judge(1, plan_sha256="0" * 64)
    return book.files[1].parcel.number


def flag_open(book, build):
    flags = dict(book.files[1].flags)
    del flags["SFDPF"]
    book.change(1, flags=flags)
    return book.files[1].parcel.number


def flag_not_applicable(book, build):
    book.change(1, flags={**book.files[1].flags, "SFDPF": Answer.NOT_APPLICABLE})
    return book.files[1].parcel.number


def flags_of_a_legal_parcel(book, build):
    book.judge(1, "legal", "supplied")
    return book.files[1].parcel.number


def military(book, build):
    book.judge(1, "military", "", reason="军用")
    return book.land[1].number


def military_by_remark(book, build):
    book.change_patch(1, remark="军用设施")
    return book.land[1].number


def military_in_part(book, build):
    west = build.rectangle(115.9, 36.4, width=0.0005)
    east = build.rectangle(115.9005, 36.4, width=0.0005)
    book.files[:1] = [
        build.make_dossier(book.land[0], 1, west),
        build.make_dossier(book.land[0], 2, east),
    ]
    book.judge(0, "military", "")
    return book.files[1].parcel.number


def military_named_in_a_reason(book, build):
    military(book, build)
    wide = book.land[1].number.replace("3", "３")
    book.judge(2, reason=f"与{wide}相邻")
    return book.files[2].parcel.number


def military_photo_twice(book, build):
    military(book, build)
    photo = book.files[1].photos[0]
    book.change(2, photos=(*book.files[2].photos, replace(photo, parcel_number="x")))
    return book.files[2].parcel.number


def military_named_in_a_recheck(book, build):
    military(book, build)
    note = f"与{book.land[1].number}相邻"
    again = Recheck("recultivated", "2023-12-01", "甲", "as_it_was", note)
    book.change(2, put_right=PutRight(rechecks=(again,)))
    return book.files[2].parcel.number


def rare_character(book, build):
    book.judge(1, reason="𠮷林公司建厂房")
    return book.files[1].parcel.number


def emoji(book, build):
    book.judge(1, reason="已核实👍")
    return book.files[1].parcel.number


def end_of_text(book, build):
    book.judge(1, reason="已核实\0见附件")
    return book.files[1].parcel.number


def long_reason(book, build):
    book.judge(1, reason="说" * 128)
    return book.files[1].parcel.number


def long_remark(book, build):
    book.change_patch(1, remark="注" * 300)
    return book.land[1].number


def rare_remark(book, build):
    book.change_patch(1, remark="𠮷")
    return book.land[1].number


def huge_area(book, build):
    book.change_figures(1, urban_mu=Decimal("12345678901.00"), area_mu=Decimal("12345678901.00"))
    return book.files[1].parcel.number


def no_month_in_patch(book, build):
    book.judge(1, plan_id="")
    return book.files[1].parcel.number


def photo_gone(book, build):
    (book.path.parent / book.files[1].photos[0].file).unlink()
    return book.files[1].parcel.number


def photo_changed(book, build):
    (book.path.parent / book.files[1].photos[0].file).write_bytes(b"x")
    return book.files[1].parcel.number


def photo_large(book, build):
    book.add_photo(1, "big.jpg", size_bytes=10 * 1024 * 1024 + 1)
    return book.files[1].parcel.number


def photo_of_another_kind(book, build):
    book.add_photo(1, "scan.tif")
    return book.files[1].parcel.number


def no_photo(book, build):
    book.change(1, photos=())
    return book.files[1].parcel.number


def minerals(book, build):
    book.minerals = [build.make_patch(9, kind=PatchKind.MINERAL)]
    return ""


def mineral_verdict(book, build):
    book.minerals = [build.make_patch(9, kind=PatchKind.MINERAL)]
    verdict = build.make_verdict("37159904000009_1", "mineral_illegal", "unlicensed")
    dossier = build.make_dossier(book.minerals[0])
    book.files.append(replace(dossier, verdicts={VerdictLevel.COUNTY: verdict}))
    return "37159904000009_1"


def not_visited(book, build):
    book.change(1, field_check=None)
    return book.files[1].parcel.number


def visited_by(name, value):
    def spoil(book, build):
        book.change(1, field_check=replace(book.files[1].field_check, **{name: value}))
        return book.files[1].parcel.number

    return spoil


def photo_with(name, value):
    def spoil(book, build):
        first, *others = book.files[1].photos
        book.change(1, photos=(replace(first, **{name: value}), *others))
        return book.files[1].parcel.number

    return spoil


def photo_without_exif(book, build):
    first, *others = book.files[1].photos
    bare = replace(first, taken_at=None, lon_deg=None, lat_deg=None, azimuth_deg=None)
    book.change(1, photos=(bare, *others))
    return book.files[1].parcel.number


def one_photo(book, build):
    far = [one for one in book.files[1].photos if "远景" in one.name]
    near = [replace(one, name="IMG_0001.jpg") for one in book.files[1].photos if one not in far]
    book.change(1, photos=(*far, *near))
    return book.files[1].parcel.number


def photos_from_after_the_work(book, build):
    after = tuple(replace(one, stage="after") for one in book.files[1].photos)
    book.change(1, photos=after)
    return book.files[1].parcel.number


def photo_of_another_parcel(book, build):
    far, near = book.files[2].photos
    book.change(2, photos=(replace(far, likeness="f" * 64), near))
    other = book.files[3].photos[0]
    book.change(3, photos=(replace(other, likeness="f" * 63 + "8"), book.files[3].photos[1]))
    return book.files[3].parcel.number


def put_right(*measures, **more):
    """The second parcel is put right by these measures; with steps after them."""

    def spoil(book, build):
        recorded = Rectification(kept(book.files[1].county_verdict), measures)
        book.change(1, put_right=PutRight(recorded, **more))
        return book.files[1].parcel.number

    return spoil


def judged_again_since(book, build):
    number = put_right(torn_down())(book, build)
    book.judge(1, "illegal", "excess")
    return number


def torn_down(mu="5.00", **changes):
    return Measure("demolition", Progress.PLANNED, Decimal(mu), **changes)


APPROVED_LATE = Measure(
    "made_up", Progress.DONE, Decimal("1.00"), document="虚土字1号", document_date="2024-01-16"
)
DONE = torn_down(recultivated_mu=Decimal("4.00"))
DONE = replace(DONE, progress=Progress.DONE, done_on="2023-04-15")
LOOKED = Preliminary("2023-04-16", ("虚构甲",), True)
SPOILED = [
    ("month-has-patches", no_patches),
    ("patches-have-parcels", no_parcel),
    ("numbers-unique", same_number_full_width),
    ("numbers-usable", control_character_in_number),
    ("parcel-numbers", number_of_another_patch),
    ("patch-class", unknown_class),
    ("patch-class", blank_class),
    ("county-code", another_county),
    ("dates-order", dates_turned),
    ("dates-order", date_missing),
    ("parcels-fill-patch", area_missing),
    ("parcels-fill-patch", parcels_overlap),
    ("geometry-valid", self_crossing),
    ("geometry-issued", outline_changed),
    ("figures-present", no_figures),
    ("figures-current", old_figures),
    ("figures-identity", parts_differ_by_two_hundredths),
    ("figures-nested", farmland_larger_than_parcel),
    ("figures-covered", uncovered),
    ("figures-covered", red_line_unknown),
    ("verdict-present", not_judged),
    ("verdict-present", judged_by_the_city_only),
    ("verdict-known", unknown_category),
    ("verdict-known", subcategory_of_another),
    ("verdict-subcategory", no_subcategory),
    ("verdict-reason", blank_reason),
    ("verdict-doubt", in_doubt),
    ("verdict-plan", older_plan),
    ("verdict-complete", actor_not_said),
    ("verdict-complete", legal_without_documents),
    ("verdict-evidence", nature_not_said),
    ("flags-answered", flag_open),
    ("flags-answered", flag_not_applicable),
    ("flags-unneeded", flags_of_a_legal_parcel),
    ("military-own-path", military),
    ("military-own-path", military_by_remark),
    ("military-mixed", military_in_part),
    ("military-unmentioned", military_named_in_a_reason),
    ("military-unmentioned", military_named_in_a_recheck),
    ("military-unmentioned", military_photo_twice),
    ("texts-gbk", rare_character),
    ("texts-gbk", emoji),
    ("texts-fit", long_reason),
    ("texts-gbk", end_of_text),
    ("texts-shortened", long_remark),
    ("texts-shortened", rare_remark),
    ("numbers-fit", huge_area),
    ("fields-required", no_month_in_patch),
    ("fields-codes", unknown_category),
    ("photos-files", photo_gone),
    ("photos-files", photo_changed),
    ("photos-size", photo_large),
    ("photos-names", photo_of_another_kind),
    ("photos-present", no_photo),
    ("photos-present", photos_from_after_the_work),
    ("minerals", minerals),
    ("mineral-verdict", mineral_verdict),
    ("field-checked", not_visited),
    ("field-people", visited_by("checkers", ("虚构甲",))),
    ("field-ground", visited_by("way", "imagery")),
    ("field-day", visited_by("checked_on", "2023-02-28")),
    ("field-found", visited_by("found", "")),
    ("photos-kinds", one_photo),
    ("photos-exif", photo_without_exif),
    ("photos-time", photo_with("taken_at", "1970-01-01T00:00:00")),
    ("photos-place", photo_with("lat_deg", None)),
    ("photos-direction", photo_with("azimuth_deg", 271.5)),
    ("photos-twice", photo_of_another_parcel),
    ("rectified-way", put_right(replace(DONE, way="moved"))),
    ("rectified-recultivated", put_right(replace(DONE, recultivated_mu=Decimal("5.01")))),
    ("rectified-sum", put_right(torn_down("15.00"))),
    ("rectified-share", put_right(torn_down(cultivated_mu=Decimal("0.01")))),
    ("rectified-nested", put_right(torn_down(cultivated_mu=Decimal("5.01")))),
    ("rectified-done", put_right(replace(DONE, done_on="2023-04-23"))),
    ("rectified-in-time", put_right(APPROVED_LATE)),
    ("rectified-evidence", put_right(DONE)),
    ("rectified-verdict", judged_again_since),
    ("rectified-inspected", put_right(DONE, preliminary=(replace(LOOKED, on="2023-04-14"),))),
    ("rectified-applied", put_right(DONE, applications=(Application("2023-04-15", "虚构县"),))),
    (
        "rectified-photos",
        put_right(DONE, preliminary=(LOOKED,), applications=(Application("2023-04-17", "虚构县"),)),
    ),
]


@pytest.mark.parametrize(
    ("name", "spoil"), SPOILED, ids=lambda value: getattr(value, "__name__", value)
)
def test_each_check_finds_its_offence(book, plan, build, name, spoil):
    subject = spoil(book, build)
    found = [one for one in findings(book, plan) if one.check == name]
    assert [one.subject for one in found] == [subject]
    assert found[0].severity is CHECKS[name].severity


def test_every_check_is_spoiled_once(book, plan):
    assert set(CHECKS) - {name for name, _ in SPOILED} == {"deadline"}


def test_deadline_is_a_notice_after_the_22nd(book, plan):
    assert findings(book, plan, date(2023, 4, 22)) == ()
    (notice,) = findings(book, plan, date(2023, 4, 23))
    assert (notice.check, notice.severity) == ("deadline", Severity.NOTICE)
    assert "2023-04-22" in str(notice.message)


def test_identity_allows_a_hundredth_of_a_mu(book, plan):
    figures = book.files[1].figures
    book.change_figures(1, unused_mu=figures.unused_mu + Decimal("0.01"))
    assert findings(book, plan) == ()


def test_127_characters_fit_254_bytes(book, plan):
    book.judge(1, reason="说" * 127)
    assert findings(book, plan) == ()


def test_two_parcels_that_fill_the_patch_pass(book, plan, build):
    west = build.rectangle(115.9, 36.4, width=0.0004)
    east = build.rectangle(115.9004, 36.4, width=0.0006)
    book.files[:1] = [
        build.make_dossier(book.land[0], 1, west),
        build.make_dossier(book.land[0], 2, east),
    ]
    names = {one.check for one in findings(book, plan)}
    assert names <= {"photos-present", "figures-nested", "figures-identity", "rectified-share"}


def test_a_longer_number_does_not_name_a_military_patch(book, plan, build):
    military(book, build)
    book.judge(2, reason=f"合同号{book.land[1].number}9")
    assert not [one for one in findings(book, plan) if one.check == "military-unmentioned"]


def test_nothing_of_military_land_is_checked_for_the_package(book, plan, build):
    book.judge(1, "military", "", reason="")
    book.change(1, figures=None, photos=())
    assert {one.check for one in findings(book, plan)} == {"military-own-path"}


@pytest.mark.parametrize("number", ["", " ", "g\nh", "\0", "\x7f_1"])
def test_a_number_that_no_form_can_hold(book, plan, number):
    book.change_parcel(1, number=number)
    assert ("numbers-usable", number) in {(f.check, f.subject) for f in findings(book, plan)}


@pytest.mark.parametrize(
    "number", ["007_1", "图斑 1号_1", "it's_1", "a/b_1", "CON", "<x>:?*_1", "."]
)
def test_a_number_that_can_be_written(book, plan, number):
    book.change_parcel(1, number=number)
    assert "numbers-usable" not in {one.check for one in findings(book, plan)}


def test_a_character_without_a_look_is_named_by_its_number(book, plan):
    book.judge(1, reason="见附件\u00a0一")
    (found,) = [one for one in findings(book, plan) if one.check == "texts-gbk"]
    assert "U+00A0" in str(found.message)


def test_mineral_patches_are_named_with_their_day_and_what_is_left(book, plan, build):
    """They are no part of the package; what is known of them is said, nothing is stopped."""
    mineral_verdict(book, build)
    mine, gaps = findings(book, plan)
    assert (mine.check, mine.severity) == ("minerals", Severity.NOTICE)
    assert (mine.message.values["day"], mine.message.values["left"]) == ("2024-02-28", 0)
    assert (gaps.check, gaps.severity) == ("mineral-verdict", Severity.NOTICE)
    assert "矿种" in [one.zh for one in gaps.message.values["what"]]


def test_a_military_mine_is_named_as_military_and_as_nothing_else(book, plan, build):
    mineral_verdict(book, build)
    book.minerals = [replace(book.minerals[0], remark="军用")]
    book.files[-1] = replace(book.files[-1], patch=book.minerals[0])
    assert sorted(one.check for one in findings(book, plan)) == ["military-own-path", "minerals"]


def test_a_verdict_for_mines_on_land_is_an_error(book, plan):
    book.judge(0, "mineral_legal", "in_term")
    found = [one.subject for one in findings(book, plan) if one.check == "verdict-known"]
    assert found == [book.files[0].parcel.number]
