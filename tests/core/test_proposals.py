"""Every rule of the plan proposes what it should for a patch of the fictional county.

Expected proposals, rules and gaps are written by hand from the plan's document and the practice
it follows; the figures come from the overlay of the county that the demo draws.
"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Dict

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

pytest.importorskip("osgeo")

from tuban.core.intake import ReadOptions, read_draft
from tuban.core.legality import About, judged_otherwise, propose, unanswered, written_reason
from tuban.core.model import (
    Coverage,
    Dossier,
    Evidence,
    FieldCheck,
    Parcel,
    PatchKind,
    Photo,
    Verdict,
    VerdictLevel,
)
from tuban.core.overlay.files import open_source
from tuban.core.overlay.find import find_layers
from tuban.core.overlay.run import overlay_parcels
from tuban.core.plan import load_plan

PLAN = load_plan("liaocheng-2023")
EXAMPLE = load_plan("example-2025")
SEED = 2023
KEYS = (
    *("factory_legal", "factory_unsupplied", "factory_half", "factory_illegal", "site_illegal"),
    *("yard_illegal", "house_illegal", "road_illegal", "road_rural", "greenhouse", "livestock"),
    *("facility_misused", "pond_fish", "solar_waste", "temporary", "temporary_expired"),
    *("unchanged", "orchard", "cultivated_20.00", "edge_sliver"),
    *("mine_unlicensed", "mine_legal", "mine_half", "mine_expired", "mine_rehabilitation"),
    "mine_none",
)
PHOTO = Photo("", "a.jpg", "ab" * 32, 1, None, None, None, None)


def draw(folder):
    """The fictional county with one patch for each of KEYS; their numbers by scenario."""
    from tuban.demo import hosts, issued, layers, scenarios
    from tuban.demo.county import Plan, Size
    from tuban.demo.partition import Mesh
    from tuban.demo.patches import SiteMaker
    from tuban.demo.protected import protect
    from tuban.demo.warp import Bend

    patch = pytest.MonkeyPatch()
    patch.setattr(scenarios, "SMALL_KEYS", KEYS)
    try:
        county = Plan(SEED, Size(8, 7, 0, (1100, 1700), (2, 2), 4.0, 4))
        hosted = hosts.settle(county, True)
        west, south, east, north = county.extent
        bend = Bend(SEED, ((west + east) / 2, (south + north) / 2))
        mesh = Mesh(county.draw(), bend)
        protected = protect(county, mesh, bend)
        sites = SiteMaker(county, mesh, bend, protected).make(hosted)
    finally:
        patch.undo()
    layers.write_base(folder / "底图", county, mesh, protected, sites)
    issued.write_issued(folder / "图斑.zip", sites)
    return {site.number: site.scenario.key for site in sites}


@pytest.fixture(scope="module")
def county(tmp_path_factory) -> Dict[str, Dossier]:
    """Scenario → dossier with figures and nothing else."""
    folder = tmp_path_factory.mktemp("虚构 县")
    keys = draw(folder)
    patches = []
    for layer, kind in (("土地卫片图斑", PatchKind.LAND), ("矿产卫片图斑", PatchKind.MINERAL)):
        crs = "EPSG:4527" if kind is PatchKind.MINERAL else ""  # it comes without its .prj
        options = ReadOptions(layer=layer, kind=kind, month="2023-04", crs=crs)
        patches += read_draft(folder / "图斑.zip", PLAN, options).patches
    parcels = [Parcel(f"{one.number}_1", one.number, one.area_m2, one.geometry) for one in patches]
    files = find_layers(folder / "底图", PLAN)
    sources = [
        open_source(role, files[role.code].path, files[role.code].layer)
        for role in PLAN.layer_roles
        if role.code in files
    ]
    figures = overlay_parcels(parcels, sources, PLAN)
    return {
        keys[patch.number]: Dossier(patch, parcel, found, {}, {}, ())
        for patch, parcel, found in zip(patches, parcels, figures)
    }


def with_evidence(dossier: Dossier, **values: str) -> Dossier:
    """Records evidence; ``site_photos`` attaches a photo instead."""
    photos = (PHOTO,) if values.pop("site_photos", "") else ()
    evidence = {code: Evidence(code, value) for code, value in values.items()}
    return replace(dossier, evidence=evidence, photos=photos)


# Scenario of the patch, what a person has recorded; then what has to come out: category,
# subcategory, rule, and the evidence still missing.
TABLE = [
    ("military", {}, "military", "", "military", ""),
    ("factory_legal", {}, "legal", "supplied", "legal_supplied", ""),
    ("factory_legal", {"use_as_approved": "no"}, "illegal", "changed_use", "changed_use", ""),
    ("factory_legal", {"approval_defect": "deceit"}, "illegal", "fraud", "fraud", ""),
    (
        "factory_legal",
        {"approval_defect": "unlawful_approval"},
        *("illegal", "unlawful_approval", "unlawful_approval", ""),
    ),
    (
        "factory_legal",
        {"approval_defect": "unlawful_supply"},
        *("illegal", "unlawful_supply", "unlawful_supply", ""),
    ),
    (
        "factory_unsupplied",
        {"site_finding": "built"},
        *("illegal", "not_supplied", "not_supplied", ""),
    ),
    ("factory_unsupplied", {}, "doubt", "", None, "site_finding"),
    ("factory_half", {"site_finding": "built"}, "doubt", "", "split_conversion", ""),
    (
        "factory_half",
        {"conversion_percent": "100", "site_finding": "built"},
        *("doubt", "", "split_supply", ""),
    ),
    (
        "greenhouse",
        {"facility_percent": "40", "site_finding": "facility"},
        *("doubt", "", "split_facility", ""),
    ),
    (
        "temporary",
        {"temporary_percent": "99.8", "site_finding": "built"},
        *("doubt", "", "split_temporary", ""),
    ),
    (
        "factory_illegal",
        {"title_number": "虚构证1号"},
        "doubt",
        "",
        "legal_registered",
        "document_boundary",
    ),
    (
        "factory_illegal",
        {"title_number": "虚构证1号", "document_boundary": "界址.txt"},
        *("legal", "registered", "legal_registered", ""),
    ),
    *(
        (
            "factory_illegal",
            {f"{code}_number": "虚构〔2023〕1号", "document_boundary": "界址.txt"},
            *("legal", subcategory, f"legal_{code}", ""),
        )
        for code, subcategory in (
            ("advance_use", "advance_use"),
            ("linked_quota", "linked_quota"),
            ("special_policy", "special_policy"),
            ("historic", "historic_approval"),
        )
    ),
    ("greenhouse", {}, "doubt", "", "facility_listed", "facility_use_as_filed"),
    ("greenhouse", {"facility_use_as_filed": "yes"}, "facility", "listed", "facility_listed", ""),
    (
        "livestock",
        {"facility_use_as_filed": "no"},
        *("illegal", "changed_use", "facility_misused", ""),
    ),
    (
        "facility_misused",
        {"site_finding": "facility", "facility_statement": "说明", "site_photos": "1"},
        *("doubt", "", "facility_unlisted", "facility_contract"),
    ),
    (
        "facility_misused",
        {
            "site_finding": "facility",
            "facility_statement": "说明",
            "facility_contract": "合同",
            "site_photos": "1",
        },
        *("facility", "unlisted", "facility_unlisted", ""),
    ),
    (
        "temporary",
        {"temporary_expiry": "2024-05-31"},
        *("temporary", "in_term", "temporary_in_term", ""),
    ),
    # The second image is of 2023-04-08: on that day the term still holds.
    (
        "temporary",
        {"temporary_expiry": "2023-04-08"},
        *("temporary", "in_term", "temporary_in_term", ""),
    ),
    (
        "temporary_expired",
        {"temporary_expiry": "2023-04-07"},
        *("temporary", "expired", "temporary_expired", ""),
    ),
    (
        "temporary",
        {"site_finding": "built"},
        *("doubt", "", "not_applied", "temporary_expiry"),
    ),
    ("unchanged", {"site_finding": "unchanged"}, "doubt", "", "unchanged", "site_photos"),
    (
        "unchanged",
        {"site_finding": "unchanged", "site_photos": "1"},
        *("unchanged", "", "unchanged", ""),
    ),
    (
        "road_rural",
        {
            "site_finding": "rural_road",
            "road_width_m": "8.0",
            "in_highway_network": "no",
            "site_photos": "1",
        },
        *("road", "", "road", ""),
    ),
    (
        "road_rural",
        {"site_finding": "rural_road", "road_width_m": "2.0", "in_highway_network": "no"},
        *("doubt", "", "road", "site_photos"),
    ),
    (
        "road_illegal",
        {"site_finding": "rural_road", "road_width_m": "8.1"},
        *("illegal", "not_applied", "road_too_wide", ""),
    ),
    (
        "road_rural",
        {"site_finding": "rural_road", "road_width_m": "1.9", "in_highway_network": "no"},
        *("doubt", "", None, ""),
    ),
    (
        "site_illegal",
        {
            "site_finding": "entrance",
            "entrance_cover_percent": "95",
            "building_cover_percent": "90",
            "uncovered_cultivated_mu": "0.49",
            "site_photos": "1",
        },
        *("other", "entrance", "entrance_large", ""),
    ),
    (
        "site_illegal",
        {
            "site_finding": "entrance",
            "entrance_cover_percent": "95",
            "uncovered_cultivated_mu": "0.5",
            "site_photos": "1",
        },
        *("doubt", "", None, ""),
    ),
    (
        "house_illegal",
        {
            "site_finding": "entrance",
            "building_cover_percent": "90",
            "uncovered_cultivated_mu": "0.4",
            "site_photos": "1",
        },
        *("other", "entrance", "entrance_small", ""),
    ),
    ("house_illegal", {"site_finding": "edge", "site_photos": "1"}, "doubt", "", None, ""),
    (
        "solar_waste",
        {"site_finding": "power", "site_photos": "1"},
        *("other", "power", "power", ""),
    ),
    ("factory_illegal", {"site_finding": "power", "site_photos": "1"}, "doubt", "", None, ""),
    *(
        (
            "house_illegal",
            {"site_finding": finding, "decision_document": "虚构〔2023〕2号"},
            *("other", finding, finding, ""),
        )
        for finding in ("ecological", "disaster", "emergency", "homestead")
    ),
    ("house_illegal", {"site_finding": "homestead"}, "doubt", "", "homestead", "decision_document"),
    *(
        (
            "yard_illegal",
            {"site_finding": finding, "site_photos": "1"},
            "other",
            finding,
            finding,
            "",
        )
        for finding in ("pipe", "tomb")
    ),
    *(
        (
            "orchard",
            {
                "site_finding": f"{office}_office",
                "transfer_letter": "虚构移〔2023〕1号",
                "transfer_receipt": "2023-04-18",
            },
            *("transfer", office, f"transfer_{office}", ""),
        )
        for office in ("agriculture", "water", "forestry")
    ),
    (
        "orchard",
        {"site_finding": "agriculture_office", "transfer_letter": "虚构移〔2023〕1号"},
        *("doubt", "", "transfer_agriculture", "transfer_receipt"),
    ),
    ("orchard", {"site_finding": "non_grain"}, "illegal", "non_grain", "non_grain", ""),
    (
        "pond_fish",
        {"site_finding": "agricultural_project"},
        *("illegal", "agricultural_project", "agricultural_project", ""),
    ),
    (
        "site_illegal",
        {"site_finding": "built", "application_pending": "yes"},
        *("illegal", "while_applying", "while_applying", ""),
    ),
    (
        "yard_illegal",
        {"site_finding": "built", "beyond_own_approval": "yes"},
        *("illegal", "excess", "excess", ""),
    ),
    (
        "cultivated_20.00",
        {"site_finding": "built"},
        *("illegal", "not_applied", "not_applied", ""),
    ),
    ("factory_illegal", {}, "doubt", "", None, "site_finding"),
    # Drawn with less than 0.15 mu, the most that an edge sliver may have.
    (
        "edge_sliver",
        {"site_finding": "edge", "site_photos": "1"},
        *("other", "edge", "edge", ""),
    ),
    ("edge_sliver", {"site_finding": "edge"}, "doubt", "", "edge", "site_photos"),
]

# The same for mineral patches. The second image is of 2023-04-08.
MINING, NOW, THEN = {"mineral_finding": "mining"}, "2023-04-08", "2023-04-07"
MINERAL_TABLE = [
    ("mine_none", {}, "doubt", "", None, "mineral_finding"),
    (
        "mine_none",
        {"mineral_finding": "no_mining"},
        *("doubt", "", "mineral_unchanged", "site_photos"),
    ),
    (
        "mine_none",
        {"mineral_finding": "no_mining", "site_photos": "1"},
        *("mineral_unchanged", "", "mineral_unchanged", ""),
    ),
    ("mine_unlicensed", MINING, "mineral_illegal", "unlicensed", "mineral_unlicensed", ""),
    (
        "mine_unlicensed",
        {**MINING, "exploration_licence_number": "虚构T1号"},
        *("mineral_illegal", "exploration", "mineral_exploration", ""),
    ),
    (
        "mine_unlicensed",
        {**MINING, "unlawful_lease": "yes"},
        *("mineral_illegal", "transferred", "mineral_transferred", ""),
    ),
    (
        "mine_unlicensed",
        {**MINING, "beyond_own_mine": "yes"},
        *("doubt", "", "mineral_beyond", "mining_licence_number"),
    ),
    (
        "mine_unlicensed",
        {**MINING, "beyond_own_mine": "yes", "mining_licence_number": "虚构C1号"},
        *("mineral_illegal", "beyond", "mineral_beyond", ""),
    ),
    *(
        (
            "mine_unlicensed",
            {"mineral_finding": finding, **document},
            *((category, sub) if document else ("doubt", "")),
            f"mineral_{finding}",
            "" if document else "decision_document",
        )
        for finding, category, sub in (
            ("own_use", "mineral_other", "own_use"),
            ("restoration", "mineral_other", "restoration"),
            ("stripping", "mineral_other", "stripping"),
        )
        for document in ({}, {"decision_document": "虚构〔2023〕3号"})
    ),
    ("mine_legal", MINING, "doubt", "", None, "mining_licence_expiry"),
    (
        "mine_legal",
        {**MINING, "mining_licence_expiry": NOW},
        *("mineral_legal", "in_term", "mineral_in_term", ""),
    ),
    (
        "mine_legal",
        {**MINING, "mining_licence_expiry": "2026-06-30", "beyond_licensed_depth": "yes"},
        *("mineral_illegal", "beyond_depth", "mineral_beyond_depth", ""),
    ),
    (
        "mine_expired",
        {**MINING, "mining_licence_expiry": THEN},
        *("doubt", "", "mineral_expired", "renewal_accepted"),
    ),
    (
        "mine_expired",
        {**MINING, "mining_licence_expiry": THEN, "renewal_accepted": "no"},
        *("mineral_illegal", "expired", "mineral_expired", ""),
    ),
    (
        "mine_expired",
        {**MINING, "mining_licence_expiry": THEN, "renewal_accepted": "yes"},
        *("doubt", "", "mineral_renewal", "renewal_document"),
    ),
    (
        "mine_expired",
        {
            **MINING,
            "mining_licence_expiry": THEN,
            "renewal_accepted": "yes",
            "renewal_document": "虚构受〔2022〕1号",
        },
        *("mineral_legal", "renewal", "mineral_renewal", ""),
    ),
    (
        "mine_rehabilitation",
        {"mineral_finding": "rehabilitation", "site_photos": "1"},
        *("mineral_legal", "rehabilitation", "mineral_rehabilitation", ""),
    ),
    ("mine_half", MINING, "doubt", "", "mineral_split", ""),
]
TABLE += MINERAL_TABLE


@pytest.mark.parametrize(
    ("key", "recorded", "category", "subcategory", "rule", "missing"),
    TABLE,
    ids=[f"{key}-{rule}-{index}" for index, (key, _, _, _, rule, _) in enumerate(TABLE)],
)
def test_the_table(county, key, recorded, category, subcategory, rule, missing):
    found = propose(with_evidence(county[key], **recorded), PLAN)
    assert (found.category, found.subcategory) == (category, subcategory)
    assert (found.rule.id if found.rule else None) == rule
    assert " ".join(one.code for one in found.missing) == missing
    assert (found.plan_id, found.plan_sha256) == (PLAN.id, PLAN.sha256)


def test_every_rule_of_the_plan_has_its_row():
    proposed = {rule for *_, rule, _ in TABLE}
    assert {rule.id for rule in PLAN.rules.rules} == proposed - {None}
    # Each rule is also proposed for good, or says along what to split, at least once.
    certain = {rule for *_, rule, missing in TABLE if not missing}
    assert {rule.id for rule in PLAN.rules.rules} == certain - {None}
    for kind in PatchKind:
        rows = {
            rule
            for key, *_, rule, _ in TABLE
            if key.startswith("mine_") == (kind.value == "mineral")
        }
        of_kind = {rule.id for rule in PLAN.rules.of_kind(kind)}
        assert of_kind - rows <= {"military"}, "the county's military patch is a land patch"


def test_a_military_mine_is_military_first(county):
    patch = replace(county["mine_legal"].patch, remark="军用")
    found = propose(replace(county["mine_legal"], patch=patch), PLAN)
    assert (found.verdict, found.rule.id) == (("military", ""), "military")


def test_rules_of_land_are_not_asked_about_mines(county):
    found = propose(with_evidence(county["mine_legal"], site_finding="built"), PLAN)
    assert [one.code for one in found.missing] == ["mineral_finding"]
    built = propose(with_evidence(county["factory_illegal"], mineral_finding="mining"), PLAN)
    assert [one.code for one in built.missing] == ["site_finding"]


def test_figures_used_carry_their_layer(county):
    found = propose(county["factory_legal"], PLAN)
    used = {(one.about, one.code): one for one in found.used}
    conversion = used[About.COVERAGE, "conversion"]
    assert conversion.value == "100.00"
    assert conversion.layer.name == "农转用" and len(conversion.layer.sha256) == 64
    assert "政土字〔2022〕" in used[About.EVIDENCE, "conversion_number"].value
    reason = written_reason(found, PLAN)
    assert reason.startswith("位于农用地转用批准和供地范围内") and "电子监管号：" in reason


def test_a_split_names_the_approval(county):
    found = propose(with_evidence(county["factory_half"], site_finding="built"), PLAN)
    documents = {one.document for one in county["factory_half"].figures.approvals if one.document}
    assert found.split.role == "conversion" and found.split.document in documents
    assert 1 <= found.split.percent < Decimal("99.9")


def test_of_several_approvals_the_split_is_along_the_largest(county):
    half = with_evidence(county["factory_half"], site_finding="built")
    rows = [("", "70.00"), ("乙", "10.00"), ("甲", "40.00"), ("丙", "20.00")]
    approvals = tuple(
        Coverage("conversion", document, Decimal(share), Decimal(share)) for document, share in rows
    )
    found = propose(replace(half, figures=replace(half.figures, approvals=approvals)), PLAN)
    assert found.split.document == "甲"


def test_without_an_overlay_layers_are_missing(county):
    bare = replace(county["factory_legal"], figures=None)
    found = propose(bare, PLAN)
    assert (found.category, found.rule) == ("doubt", None)
    missing = {(one.about, one.code) for one in found.missing}
    assert (About.COVERAGE, "conversion") in missing
    assert "农用地转用" in written_reason(found, PLAN)


def test_an_approval_without_a_number_is_not_enough(county):
    legal = county["factory_legal"]
    approvals = tuple(
        replace(one, document="—") if one.role == "supply" and one.document else one
        for one in legal.figures.approvals
    )
    unnamed = replace(legal, figures=replace(legal.figures, approvals=approvals))
    found = propose(unnamed, PLAN)
    assert found.category == "doubt"
    assert [one.code for one in found.missing] == ["supply_number"]
    named = propose(with_evidence(unnamed, supply_number="虚构监管号1"), PLAN)
    assert named.verdict == ("legal", "supplied")


def test_overlapping_approvals_count_once(county):
    """Two documents of 60 % each on the same ground do not cover the parcel."""
    legal = county["factory_legal"]
    m2 = Decimal("100.00")
    rows = [("", "60.00"), ("甲", "60.00"), ("乙", "60.00")]
    approvals = tuple(
        Coverage(role, document, m2, Decimal(percent))
        for role in ("conversion", "supply", "temporary", "facility")
        for document, percent in rows
    )
    found = propose(replace(legal, figures=replace(legal.figures, approvals=approvals)), PLAN)
    assert found.rule.id == "split_conversion"
    # Without the total of the role only the larger document is certain.
    loose = tuple(one for one in approvals if one.document)
    found = propose(replace(legal, figures=replace(legal.figures, approvals=loose)), PLAN)
    assert found.rule.id == "split_conversion"


def test_land_that_no_layer_covers_might_be_cultivated(county):
    figures = replace(county["solar_waste"].figures, uncovered_mu=Decimal("1.00"))
    dossier = replace(county["solar_waste"], figures=figures)
    found = propose(with_evidence(dossier, site_finding="power", site_photos="1"), PLAN)
    assert found.category == "doubt"
    assert [(one.about, one.code) for one in found.missing] == [(About.COVERAGE, "land_use")]


def test_a_field_check_answers_too(county):
    check = FieldCheck("", ("甲", "乙"), "2023-04-12", "onsite", actor="虚构公司", stage="built")
    dossier = replace(county["factory_illegal"], field_check=check)
    dossier = replace(dossier, verdicts={VerdictLevel.COUNTY: verdict("illegal", "not_applied")})
    assert [one.kind.code for one in unanswered(dossier, PLAN)] == [
        *("actor_kind", "violation_type", "actual_use", "build_time", "plan_conformity")
    ]


def test_a_plan_without_rules_for_mines_proposes_nothing_for_them(county):
    land = tuple(rule for rule in PLAN.rules.rules if PatchKind.MINERAL not in rule.kinds)
    bare = replace(PLAN, rules=replace(PLAN.rules, rules=land))
    assert propose(county["mine_legal"], bare) is None


# Verdict on a mine; what the plan then asks for besides what the layers give.
MINERAL_QUESTIONS = [
    ("mine_legal", "mineral_legal", "in_term", {}, "mining_licence_expiry mine_name"),
    (
        "mine_expired",
        *("mineral_legal", "renewal", {}, "mining_licence_expiry renewal_document mine_name"),
    ),
    ("mine_rehabilitation", "mineral_legal", "rehabilitation", {}, "mine_name"),
    (
        "mine_unlicensed",
        *("mineral_illegal", "unlicensed", {}),
        "mineral_kind mining_method actor actor_kind mineral_handling",
    ),
    (
        "mine_unlicensed",
        *("mineral_illegal", "beyond", {"mineral_kind": "砂", "mining_method": "open"}),
        "actor actor_kind mineral_handling mining_licence_number",
    ),
    (
        "mine_unlicensed",
        "mineral_illegal",
        "unlicensed",
        {
            "mineral_kind": "砂",
            "mining_method": "open",
            "actor": "虚构",
            "actor_kind": "person",
            "mineral_handling": "none",
        },
        "mineral_explanation",
    ),
    ("mine_none", "mineral_unchanged", "", {}, ""),
    ("mine_unlicensed", "mineral_other", "own_use", {}, "decision_document"),
]


@pytest.mark.parametrize(("key", "category", "subcategory", "recorded", "asked"), MINERAL_QUESTIONS)
def test_what_a_verdict_on_a_mine_has_to_answer(
    county, key, category, subcategory, recorded, asked
):
    dossier = with_evidence(county[key], **recorded)
    judged = replace(dossier, verdicts={VerdictLevel.COUNTY: verdict(category, subcategory)})
    assert " ".join(one.kind.code for one in unanswered(judged, PLAN)) == asked


def verdict(category, subcategory):
    return Verdict("", VerdictLevel.COUNTY, category, subcategory, "", PLAN.id, PLAN.sha256)


# ---- what has to hold whatever is recorded

KINDS = list(PLAN.lists.evidence.values())
DOCUMENTS = [
    f"{role}_{what}" for role in ("conversion", "supply") for what in ("number", "boundary")
]


def values_of(kind):
    if kind.values:
        return st.sampled_from([term.code for term in PLAN.lists.values[kind.values].values])
    return st.sampled_from(["100", "50", "0", "2023-04-08", "虚构〔2023〕1号", "NaN", " "])


def readable_number(evidence):
    """The recorded number; ``None`` where nothing is, or what is recorded is no number."""
    return Decimal(evidence.value) if evidence and evidence.value.isdigit() else None


RECORDED = st.fixed_dictionaries(
    {}, optional={kind.code: values_of(kind) for kind in KINDS if kind.code != "site_photos"}
)


@settings(max_examples=300, deadline=None)
@given(st.data())
def test_legal_is_never_proposed_with_anything_missing(county, data):
    key = data.draw(st.sampled_from(sorted(county)))
    dossier = with_evidence(county[key], **data.draw(RECORDED))
    unnamed = data.draw(st.booleans())
    if unnamed:
        approvals = tuple(
            replace(one, document="—" if one.document else "") for one in dossier.figures.approvals
        )
        dossier = replace(dossier, figures=replace(dossier.figures, approvals=approvals))
    found = propose(dossier, PLAN)
    if found.missing:
        assert found.category == "doubt"
    if found.verdict == ("legal", "supplied"):
        shares = {one.role: one for one in dossier.figures.approvals if not one.document}
        for role in ("conversion", "supply"):
            recorded = readable_number(dossier.evidence.get(f"{role}_percent"))
            percent = shares[role].percent if recorded is None else recorded
            assert percent >= Decimal("99.9")
            numbers = [
                one.document
                for one in dossier.figures.approvals
                if one.role == role and one.document
            ]
            given_number = dossier.evidence.get(f"{role}_number")
            assert (given_number and given_number.value.strip()) or (numbers and "—" not in numbers)
    # A verdict that a person gives for the same reasons leaves no document unasked.
    if found.category == "legal":
        judged = replace(dossier, verdicts={VerdictLevel.COUNTY: verdict(*found.verdict)})
        assert unanswered(judged, PLAN) == ()


# ---- another plan

EXAMPLE_TABLE = [
    # Other thresholds: covered from 95 %, and roads of 1 to 6 m.
    ("factory_legal", {}, "unclear", "", "legal_supplied", "site_finding site_photos"),
    (
        "factory_half",
        {"conversion_percent": "95", "supply_percent": "95", "site_photos": "1"},
        *("unclear", "", "legal_supplied", "site_finding"),
    ),
    (
        "road_rural",
        {
            "site_finding": "rural_road",
            "road_width_m": "6.0",
            "in_highway_network": "no",
            "site_photos": "1",
        },
        *("lane", "", "road", ""),
    ),
    (
        "road_rural",
        {"site_finding": "rural_road", "road_width_m": "6.1"},
        *("unlawful", "not_applied", "road_too_wide", ""),
    ),
    # Another order: what is unchanged comes before what is approved.
    (
        "factory_legal",
        {"site_finding": "unchanged", "site_photos": "1"},
        *("same", "", "unchanged", ""),
    ),
    ("factory_illegal", {"site_finding": "built"}, "unlawful", "not_applied", "not_applied", ""),
    # Mines, in another order: a licence comes before what is seen on the ground.
    (
        "mine_legal",
        {"mineral_finding": "mining", "mining_licence_expiry": "2026-06-30"},
        *("pit_lawful", "in_term", "mineral_in_term", ""),
    ),
    (
        "mine_none",
        {"mineral_finding": "no_mining"},
        "unclear",
        "",
        "mineral_unchanged",
        "site_photos",
    ),
    ("mine_half", {"mineral_finding": "mining"}, "unclear", "", "mineral_split", ""),
    (
        "mine_unlicensed",
        {"mineral_finding": "mining"},
        *("pit_unlawful", "unlicensed", "mineral_unlicensed", ""),
    ),
    ("mine_unlicensed", {"mineral_finding": "own_use"}, "unclear", "", None, ""),
]


@pytest.mark.parametrize(
    ("key", "recorded", "category", "subcategory", "rule", "missing"), EXAMPLE_TABLE
)
def test_another_plan_proposes_by_its_own_rules(
    county, key, recorded, category, subcategory, rule, missing
):
    found = propose(with_evidence(county[key], **recorded), EXAMPLE)
    assert (found.category, found.subcategory) == (category, subcategory)
    assert (found.rule.id if found.rule else None) == rule
    assert " ".join(one.code for one in found.missing) == missing


def test_a_change_of_plan_lists_what_would_come_out_otherwise(county):
    road = {"site_finding": "rural_road", "in_highway_network": "no", "site_photos": "1"}
    narrow, wide = (
        replace(
            with_evidence(county["road_rural"], road_width_m=width, **road),
            verdicts={VerdictLevel.COUNTY: verdict("road", "")},
        )
        for width in ("5.0", "7.0")
    )
    built = replace(
        with_evidence(county["factory_illegal"], site_finding="built"),
        verdicts={VerdictLevel.COUNTY: verdict("illegal", "not_applied")},
    )
    unjudged = with_evidence(county["road_rural"], road_width_m="7.0", **road)
    strict = replace(PLAN, rules=narrower_roads())
    (found,) = judged_otherwise([narrow, wide, built, unjudged], PLAN, strict)
    assert found.dossier is wide and not found.is_unknown
    assert (found.old.category, found.new.category) == ("road", "illegal")
    # The example has other categories: all that is judged would have to be judged anew.
    others = judged_otherwise([narrow, wide, built, unjudged], PLAN, EXAMPLE)
    assert [one.is_unknown for one in others] == [True, True, True]
    assert judged_otherwise([narrow, wide, built], PLAN, PLAN) == []


def narrower_roads():
    """The plan's rules with 6 m instead of 8 m as the widest rural road."""
    eight, six = Decimal("8.0"), Decimal("6.0")

    def narrowed(condition):
        bounds = getattr(condition, "bounds", None)
        if bounds is None:
            return condition
        swap = {name: six for name in ("above", "at_most") if getattr(bounds, name) == eight}
        return replace(condition, bounds=replace(bounds, **swap))

    changed = tuple(
        replace(rule, when=tuple(map(narrowed, rule.when))) for rule in PLAN.rules.rules
    )
    return replace(PLAN.rules, rules=changed)
