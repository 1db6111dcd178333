"""Days and amounts as people and spreadsheets write them."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tuban.core.cases.typed import typed_amount, typed_day
from tuban.core.errors import InputError


@pytest.mark.parametrize(
    "written",
    [
        *("2023-05-08", "2023/5/8", "20230508", "2023年5月8日", "2023.5.8", "２０２３－０５－０８"),
        *("2023-05-08 00:00:00", "2023-05-08T09:30", "2023 年 5 月 8 日", " 2023-05-08 "),
    ],
)
def test_a_day_however_it_is_written(written):
    assert typed_day("日期", written) == "2023-05-08"


@pytest.mark.parametrize(
    "written", ["2023-02-30", "2023-05", "5-8", "昨天", "0001-01-01", "3023-05-08", "2023-05-08-1"]
)
def test_what_is_no_day(written):
    with pytest.raises(InputError, match="is no date"):
        typed_day("日期", written)


def test_nothing_stays_nothing():
    assert typed_day("日期", "  ") == ""
    assert typed_amount("罚款", " ") is None


@pytest.mark.parametrize(
    ("written", "meant"),
    [("12000", "12000"), ("12,000.50", "12000.50"), ("1，200，000", "1200000"), ("0", "0")],
)
def test_amounts(written, meant):
    assert typed_amount("罚款", written) == Decimal(meant)


@pytest.mark.parametrize("written", ["-1", "1,00", "一万", "NaN", "1e13", "12 000", "12万"])
def test_what_is_no_amount(written):
    with pytest.raises(InputError, match="no number of zero or more"):
        typed_amount("罚款", written)
