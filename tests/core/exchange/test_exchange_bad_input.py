"""What comes in is not what it should be: each with a sentence, and nothing changed."""

from __future__ import annotations

import hashlib
import json
import zipfile
from dataclasses import replace
from datetime import datetime, timezone

import pytest

from tuban.core.casebook import events
from tuban.core.casebook.journal import chain
from tuban.core.casefile import Case
from tuban.core.errors import InputError, UnreadableFile, UnsafeArchive
from tuban.core.exchange import chain as journal_part
from tuban.core.exchange import signing
from tuban.core.exchange.comparing import narrow
from tuban.core.exchange.merging import preview
from tuban.core.model import Severity
from tuban.core.plan import load_plan
from tuban.core.receiving import open_incoming
from tuban.core.submission.manifest import Member


def repacked(path, change, name="改.zip"):
    """The package with its members changed; the manifest's hashes are made to fit again."""
    with zipfile.ZipFile(path) as archive:
        content = {one: archive.read(one) for one in archive.namelist()}
    manifest = json.loads(content.pop("manifest.json"))
    change(content, manifest)
    manifest["members"] = [
        vars(Member(one, len(data), hashlib.sha256(data).hexdigest()))
        for one, data in content.items()
    ]
    target = path.with_name(name)
    with zipfile.ZipFile(target, "w") as archive:
        for one, data in content.items():
            archive.writestr(one, data)
        archive.writestr("manifest.json", json.dumps(manifest, ensure_ascii=False))
    return target


def lines(content, member):
    return [json.loads(line) for line in content[member].splitlines()]


def put(content, member, rows):
    content[member] = b"".join(json.dumps(row, ensure_ascii=False).encode() + b"\n" for row in rows)


@pytest.fixture
def package(county):
    county.issue("2023-04", 2)
    return county.submit("2023-04")


def refused(city, path, sentence, kind=UnreadableFile):
    head = city.book.head()
    with pytest.raises(kind, match=sentence):
        city.shown(path)
    assert city.book.head() == head


@pytest.mark.parametrize("share", [0.02, 0.3, 0.6, 0.9, 0.999])
def test_one_byte_changed(city, package, share):
    content = bytearray(package.read_bytes())
    content[int(len(content) * share)] ^= 0x41
    package.write_bytes(content)
    head = city.book.head()
    with pytest.raises((UnreadableFile, UnsafeArchive)):
        city.shown(package)
    assert city.book.head() == head


@pytest.mark.parametrize("share", [0.0, 0.1, 0.5, 0.99])
def test_cut_short(city, package, share):
    content = package.read_bytes()
    package.write_bytes(content[: int(len(content) * share)])
    refused(city, package, "not a whole zip archive")


def test_a_verdict_changed_with_all_hashes_made_to_fit(city, package):
    """Who edits records and manifest still breaks the journal's chain."""

    def change(content, _):
        rows = lines(content, "record/state.jsonl")
        for row in rows:
            if row.get("kind") == "verdict.county":
                row["state"]["category"] = "legal"
        put(content, "record/state.jsonl", rows)

    refused(city, repacked(package, change), "in its records and in its journal differ")

    def change_both(content, manifest):
        change(content, manifest)
        rows = lines(content, "record/journal.jsonl")
        for row in rows[1:]:
            if isinstance(row, list) and row[3] == "verdict.county":
                row[6]["category"] = "legal"
        put(content, "record/journal.jsonl", rows)

    refused(city, repacked(package, change_both), "does not hold together at entry")


def test_a_statement_that_no_entry_holds(city, package):
    def change(content, _):
        rows = lines(content, "record/state.jsonl")
        case = {"number": "假", "actor": "某", "name": "", "parcels": []}
        rows.append({"kind": "case.changed", "subject": "假", "state": case})
        put(content, "record/state.jsonl", rows)

    refused(city, repacked(package, change), "假 in its records and in its journal differ")


def test_an_entry_taken_out_of_the_journal(city, package):
    def change(content, _):
        rows = lines(content, "record/journal.jsonl")
        put(content, "record/journal.jsonl", rows[:5] + rows[6:])

    refused(city, repacked(package, change), "does not hold together at entry")


def test_an_outline_changed(city, package):
    def change(content, _):
        rows = lines(content, "record/state.jsonl")
        row = next(row for row in rows if "patch" in row)
        other = next(one for one in reversed(rows) if "patch" in one)
        row["wkb"] = other["wkb"]
        put(content, "record/state.jsonl", rows)

    refused(city, repacked(package, change), "is not the one its record names")


def test_without_records(city, package):
    def change(content, manifest):
        del content["record/state.jsonl"], manifest["exchange"]
        manifest["format_version"] = 1

    refused(city, repacked(package, change), "older Tuban")


@pytest.mark.parametrize("key", ["format_version", "schema"])
def test_of_a_newer_version(city, package, key):
    def change(_, manifest):
        place = manifest if key == "format_version" else manifest["exchange"]
        place[key] = 99

    refused(city, repacked(package, change), "newer Tuban")


def test_of_another_month(city, package):
    def change(_, manifest):
        manifest["month"] = "2023-05"

    refused(city, repacked(package, change), "its month and its patches differ")


def test_with_an_extra_file(city, package):
    with zipfile.ZipFile(package, "a") as archive:
        archive.writestr("夹带.txt", b"x")
    refused(city, package, "夹带.txt is not in the manifest")


def test_a_form_saved_again_by_an_office_program(city, package, tmp_path):
    import io

    import openpyxl

    with zipfile.ZipFile(package) as archive:
        content = {one: archive.read(one) for one in archive.namelist()}
    form = next(name for name in content if name.endswith(".xlsx"))
    book = openpyxl.load_workbook(io.BytesIO(content[form]))
    book.active.insert_cols(2)
    saved = io.BytesIO()
    book.save(saved)
    content[form] = saved.getvalue()
    other = tmp_path / "另存.zip"
    with zipfile.ZipFile(other, "w") as archive:
        for name, data in content.items():
            archive.writestr(name, data)
    refused(city, other, "has another size|is not what the manifest says")


def test_a_county_reads_no_package_and_no_feedback_for_another(city, county, make_place, package):
    with pytest.raises(InputError, match="only a city's casebook"):
        county.shown(package)
    other = make_place("371522", "虚构乙县", index=2)
    other.issue("2023-04", 1)
    city.read(other.submit("2023-04"))
    feedback = city.feedback(other, "2023-04")
    with pytest.raises(InputError, match="is feedback for 莘县, not for 虚构甲县"):
        county.shown(feedback)


def test_what_a_county_may_not_say_is_left_out(city, county, package):
    """A package made by a program of somebody's own cannot pass its own parcels."""
    parcel = city.read(package) and city.book.parcels()[0].number

    def change(content, _):
        rows = lines(content, "record/state.jsonl")
        review = {"submission": 1, "round": 1, "outcome": "passed", "day": "2023-04-22"}
        review.update(who="x", reasons=[], text="", deadline="")
        state = {"reviews": [review]}
        rows.append({"kind": "review.given", "subject": parcel, "state": state})
        put(content, "record/state.jsonl", rows)

    county.judge(county.book.parcels()[0].number, "illegal", "excess")
    forged = repacked(county.submit("2023-04"), change)
    shown = city.shown(forged)
    assert any("not its sender's to say" in str(one.message) for one in shown.findings)
    city.read(forged)
    assert city.book.dossier(parcel).rounds.reviews == ()


def test_codes_of_another_plan_are_told(city, package):
    plan = load_plan("example-2025")
    findings = open_incoming(city.book, plan, package).findings
    assert any("It was made under the plan" in str(one.message) for one in findings)


def test_a_unit_the_plan_does_not_know_is_told(city, make_place):
    stranger = make_place("379999", "虚构外县", index=3)
    stranger.issue("2023-04", 1)
    shown = city.shown(stranger.submit("2023-04"))
    assert any("is not among the units" in str(one.message) for one in shown.findings)


def test_a_branch_without_a_code_of_its_own_is_a_unit(city, make_place):
    branch = make_place("LC-GXQ", "虚构开发区", index=4)
    (number,) = branch.issue("2023-04", 1)
    city.read(branch.submit("2023-04"))
    assert city.book.senders() == {number: "LC-GXQ"}


def test_two_counties_hand_up_one_patch(city, county, make_place, package):
    city.read(package)
    other = make_place("371522", "虚构乙县", index=5)
    taken = county.book.patches()[0]
    dossier = county.book.dossiers()[0]
    number = dossier.parcel.number
    other.issue("2023-04", 1)
    changes = [events.patch_issued(taken), events.parcel_divided(dossier.parcel)]
    other.record(*changes, *other._judged(dossier))
    shown = city.shown(other.submit("2023-04"))
    told = [one for one in shown.findings if one.subject == taken.number]
    assert "handed up by 371521 already" in str(told[0].message)
    city.read(shown.incoming.path)
    assert city.book.senders()[taken.number] == county.code
    assert city.book.dossier(number).patch.county_code == county.code


def test_a_number_that_differs_by_full_width_digits_is_told(city, county, package):
    city.read(package)
    number = county.book.patches()[0].number
    wide = "".join(chr(ord(one) + 0xFEE0) for one in number)
    incoming = replace(city.shown(package).incoming, sender="371522")
    facts = {**incoming.record.patches.pop(number), "number": wide}
    incoming.record.patches.clear()
    incoming.record.parcels.clear()
    incoming.record.patches[wide] = facts
    shown = preview(city.book, incoming)
    assert [(one.subject, number in str(one.message)) for one in shown.findings[-1:]] == [
        (wide, True)
    ]
    assert narrow(" １２ａ＿１") == "12a_1"


def test_a_gap_is_told(city, county, make_place, package):
    city.read(package)
    county.read(city.feedback(county, "2023-04"))
    county.judge(county.book.parcels()[0].number, "illegal", "excess")
    second = county.submit("2023-04")
    other = make_place("371500", "虚构市二", city.office)
    shown = other.shown(second)
    assert any("An earlier package" in str(one.message) for one in shown.findings)
    other.read(second)
    assert other.book.verify() == ()
    assert not any("An earlier" in str(one.message) for one in city.shown(second).findings)


def test_two_packages_that_contradict_each_other(city, county, tmp_path):
    """The county's computer broke; it went on from a copy made before the first package."""
    import shutil

    from tuban.core.casebook import open_casebook
    from tuban.core.errors import CasebookConflict
    from tuban.core.exchange.threeway import Choice

    county.issue("2023-04", 1)
    parcel = county.book.parcels()[0].number
    county.book.close()
    kept = tmp_path / "备份.gpkg"
    path = county.folder / "台账.gpkg"
    shutil.copyfile(path, kept)
    county.book = open_casebook(path, "clerk")
    county.judge(parcel, "illegal", "excess")
    county.record(events.case_changed(Case("案1", "虚构公司", "厂房案", (parcel,)), None))
    first = county.submit("2023-04", name="甲.zip")
    county.book.close()
    shutil.copyfile(kept, path)
    county.book = open_casebook(path, "clerk")
    county.record(events.case_changed(Case("案1", "虚构公司", "仓库案", (parcel,)), None))
    county.judge(parcel, "illegal", "not_applied")
    county.judge(parcel, "illegal", "fraud")
    second = county.submit("2023-04", name="乙.zip")
    city.read(first)
    shown = city.shown(second)
    assert [one.severity for one in shown.findings if "contradicts" in str(one.message)] == [
        Severity.ERROR
    ]
    clash, of_case = shown.clashes
    assert (of_case.key[2], of_case.mine, of_case.theirs) == ("name", "厂房案", "仓库案")
    assert [one["subcategory"] for one in (clash.base, clash.mine, clash.theirs)] == [
        "not_applied",
        "excess",
        "fraud",
    ]
    with pytest.raises(CasebookConflict):
        city.read(second)
    city.read(second, {clash.key: Choice.THEIRS, of_case.key: Choice.MINE})
    assert [one.name for one in city.book.cases()] == ["厂房案"]
    assert city.book.dossier(parcel).county_verdict.subcategory == "fraud"
    assert city.book.verify() == ()


def test_a_clock_that_is_wrong_is_told_and_changes_no_order(city, package):
    early = datetime(2020, 1, 1, tzinfo=timezone.utc)
    findings = open_incoming(city.book, load_plan("liaocheng-2023"), package, now=early).findings
    assert any("has not come yet" in str(one.message) for one in findings)


def test_sealed_entries_tell_nothing_and_hold_the_chain():
    made = [events.Event("verdict.county", f"P{n}_1", None, {"category": "x"}) for n in range(9)]
    entries = chain(made, None, "2023-04-01T00:00:00+08:00", "clerk")
    part = journal_part.Part(journal_part.BEGINNING, journal_part.Place(9, entries[-1].hash))
    seq, previous = 0, part.base.hash
    for entry in entries:
        facts = [*journal_part._open_facts(entry), 0]
        if entry.seq in (3, 4):
            facts = {"sealed": [entry.seq, entry.seq], "hash": entry.hash}
        seq, previous = journal_part._next(
            part, facts, seq, previous, "包.zip", lambda _kind, _subject, state: state
        )
    assert (seq, previous) == (9, entries[-1].hash)
    assert ("verdict.county", "P2_1") not in part.entries


def test_military_land_leaves_no_trace_in_the_records(city, county):
    numbers = county.issue("2023-04", 2)
    secret = f"{numbers[0]}_1"
    county.judge(secret, "military", "", reason="军用")
    content = zipfile.ZipFile(county.submit("2023-04"))
    for name in content.namelist():
        assert numbers[0].encode() not in content.read(name)
    assert len(city.shown(county.out / content.filename).incoming.record.patches) == 1


@pytest.mark.skipif(not signing.is_available(), reason="cryptography is not installed")
def test_signatures(city, county, make_place):
    county.issue("2023-04", 1)
    key, other = signing.new_key(), signing.new_key()
    package = county.submit("2023-04", sign=signing.signer(key))
    known = {county.code: signing.public_key_of(key)}
    assert str(city.shown(package, known).findings[0].message).startswith("Signed with the key")
    assert "not known here" in str(city.shown(package).findings[0].message)
    with pytest.raises(UnreadableFile, match="another key"):
        city.shown(package, {county.code: signing.public_key_of(other)})

    with zipfile.ZipFile(package) as archive:
        signature = archive.read("manifest.sig")
    changed = repacked(package, lambda content, manifest: content.pop("manifest.sig"))
    with zipfile.ZipFile(changed, "a") as archive:
        archive.writestr("manifest.sig", signature)
    with pytest.raises(UnreadableFile, match="its manifest was changed"):
        city.shown(changed, known)


def test_without_the_library_it_is_said(monkeypatch):
    from tuban.core.errors import DependencyError

    monkeypatch.setattr(signing, "ed25519", None)
    with pytest.raises(DependencyError, match="cryptography is missing"):
        signing.new_key()
    signature = json.dumps(
        {"algorithm": "Ed25519", "public_key": "00" * 32, "signature": "00" * 64}
    ).encode()
    assert signing.check(b"x", signature, "", "a.zip") is signing.Signature.UNCHECKED


def test_what_once_named_military_land_is_sealed(city, county):
    """A text that has long been put right would else stop every package for ever."""
    secret, number = county.issue("2023-04", 2)
    county.judge(f"{number}_1", "illegal", "excess", reason=f"紧邻 {secret}。")
    county.judge(f"{number}_1", "military", "")
    county.judge(f"{number}_1", "illegal", "excess")
    county.judge(f"{secret}_1", "military", "")
    package = county.submit("2023-04")
    with zipfile.ZipFile(package) as archive:
        written = archive.read("record/journal.jsonl").decode()
    assert secret not in written
    assert '"category":"military"' not in written
    city.read(package)
    assert city.book.dossier(f"{number}_1").county_verdict.subcategory == "excess"
