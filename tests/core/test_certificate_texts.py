"""拆除复耕到位证明: the plan's rules, numbers, and the QR code's text."""

from __future__ import annotations

import json
import re
import shutil
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tuban.core.certificates import qr
from tuban.core.certificates.rules import certificate_rules
from tuban.core.errors import PlanError
from tuban.core.plan import load_plan
from tuban.core.rectified import Certificate

RULES = certificate_rules(load_plan("liaocheng-2023"))


def certificate(number="聊拆复证〔2023〕0001号", sha256="a" * 64, day="2023-05-20"):
    return Certificate(
        number, "371500", 2023, 1, day, "虚构人甲", "2023-05-18", Decimal("1.20"), sha256
    )


def test_a_number_is_written_by_the_pattern_and_read_back():
    assert RULES.number.number("聊", 2023, 7) == "聊拆复证〔2023〕0007号"
    assert RULES.number.parts("聊拆复证〔2023〕0007号") == ("聊", 2023, 7)
    assert RULES.number.parts("聊拆复证〔2023〕12345号") == ("聊", 2023, 12345)


@pytest.mark.parametrize(
    "typed",
    [
        "聊拆复证〔2023〕0007号",
        "聊拆复证[2023]0007号",
        "聊拆复证（2023）7号",
        "聊拆复证(2023) 07 号",
        "聊拆复证【２０２３】７号",
    ],
)
def test_a_number_typed_with_other_brackets_and_digits_is_the_same_number(typed):
    assert RULES.number.as_printed(typed) == "聊拆复证〔2023〕0007号"


@pytest.mark.parametrize("typed", ["", "hello", "聊拆复证2023第7号", "聊拆复证[2023]号"])
def test_what_is_no_number_stays_as_typed(typed):
    assert RULES.number.as_printed(typed) == typed


@pytest.mark.parametrize(
    "number",
    ["", "聊拆复证〔2023〕007号", "拆复证〔2023〕0007号", "聊拆复证〔2023〕0007号x", "0007"],
)
def test_what_is_not_written_by_the_pattern_is_no_number(number):
    assert RULES.number.parts(number) is None


def test_an_office_that_the_plan_does_not_know_stands_by_its_code():
    assert (RULES.short_of("371500"), RULES.short_of("990000")) == ("聊", "990000")


@pytest.mark.parametrize("plan_id", ["liaocheng-2023", "example-2025"])
def test_the_form_says_that_it_is_tubans_own(plan_id):
    rules = certificate_rules(load_plan(plan_id))
    assert "Tuban" in rules.mark.zh and "非官方" in rules.mark.zh


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (lambda v: v["numbering"].update(pattern="{office}{year}"), "numbering.pattern"),
        (lambda v: v["numbering"].update(pattern="{office}{year}{serial}{x}"), "{x} is not known"),
        (lambda v: v["numbering"].update(pattern="{office}{year}{serial"), "no partner"),
        (lambda v: v["numbering"].update(digits=0), "numbering.digits"),
        (lambda v: v["wording"].update(zh="{secret}"), "{secret} is not known"),
        (lambda v: v["offices"][0].pop("short"), "short"),
        (lambda v: v.update(seal="红"), "seal"),
        (lambda v: v.update(stamp="红"), "stamp"),
        (
            lambda v: v["offices"].append({**v["offices"][0], "code": "371501"}),
            "371501 and 371500 have the same short word",
        ),
    ],
)
def test_a_mistake_in_the_plan_names_its_place(change, told, tmp_path):
    shipped = Path(__file__).resolve().parents[2] / "resources" / "plans" / "liaocheng-2023"
    folder = tmp_path / "liaocheng-2023"
    shutil.copytree(shipped, folder)
    path = folder / "certificates.json"
    value = json.loads(path.read_text(encoding="utf-8"))
    change(value)
    path.write_text(json.dumps(value, ensure_ascii=False), encoding="utf-8")
    with pytest.raises(PlanError, match=re.escape(told)):
        certificate_rules(load_plan("liaocheng-2023", tmp_path))


PARTS = st.text(st.characters(blacklist_categories=("Cs",)), min_size=1, max_size=30)


@given(number=PARTS, parcel=PARTS)
def test_what_is_written_in_the_code_is_read_back_whatever_the_numbers_are(number, parcel):
    words = qr.written(certificate(number), parcel)
    assert "\n" not in words and words.count("|") == 4
    assert qr.read(f"  {words}\r\n") == (number, parcel, "2023-05-20", "a" * 64)


@given(st.text(max_size=200))
def test_any_other_text_is_none_of_a_certificate(words):
    told = qr.read(words)
    assert told is None or qr.read(words.strip()) == told


@pytest.mark.parametrize(
    "words",
    [
        "TUBAN1|a|b|2023-05-20",
        "TUBAN1|a|b|2023-05-20|" + "g" * 64,
        "TUBAN1|a|b|2023-05|" + "a" * 64,
        "TUBAN1||b|2023-05-20|" + "a" * 64,
        "TUBAN2|a|b|2023-05-20|" + "a" * 64,
    ],
)
def test_a_text_with_a_part_missing_or_broken_is_not_read(words):
    assert qr.read(words) is None


def test_the_picture_is_the_code_of_the_text(tmp_path):
    """Decoded without the library that made it, where a decoder is installed."""
    words = qr.written(certificate(), "371599000000000000012_1")
    picture = tmp_path / "码.png"
    qr.draw(words, picture)
    assert picture.read_bytes().startswith(b"\x89PNG")
    assert [path.name for path in tmp_path.iterdir()] == ["码.png"]
    decoder = pytest.importorskip("zxingcpp")
    image = pytest.importorskip("PIL.Image")
    (found,) = decoder.read_barcodes(image.open(picture))
    assert qr.read(found.text) == qr.read(words) is not None
