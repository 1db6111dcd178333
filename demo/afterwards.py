"""What the fictional office did about illegal land: cases, and how it was put right."""

from __future__ import annotations

from pathlib import Path
from typing import List, Sequence

from ..core.mu import mu_from_m2, round_half_up
from .patches import Site, ordinary_land
from .verdicts import parcel_number, write_table

_CASE_HEAD = ("案件编号", "当事人", "项目或事项", "地块编号", "通知书文号", "通知书日期",
              "送达对象", "立案", "立案文号", "罚款决定", "罚款决定日期", "罚款执行",
              "罚款执行日期", "限期拆除建筑物和其他设施决定")  # fmt: skip
_MEASURE_HEAD = ("地块编号", "整改方式", "整改进度", "整改面积（亩）", "复耕面积（亩）", "文号",
                 "文书日期", "完成日期", "整改期限", "责任单位", "备注")  # fmt: skip
_EVERY_CASE, _EVERY_MEASURE = 3, 2
_FINE_YUAN = 20_000


def write_cases(path: Path, sites: Sequence[Site]) -> int:
    """内业/案件.csv: a case for every third illegal patch."""
    chosen = _illegal(sites)[::_EVERY_CASE]
    rows = [_case(at, site) for at, site in enumerate(chosen, start=1)]
    write_table(path, _CASE_HEAD, rows)
    return len(rows)


def write_measures(path: Path, sites: Sequence[Site]) -> int:
    """内业/整改.csv: what is done about every second illegal patch, and how far it is."""
    chosen = _illegal(sites)[::_EVERY_MEASURE]
    rows = [_measure(at, site) for at, site in enumerate(chosen)]
    write_table(path, _MEASURE_HEAD, rows)
    return len(rows)


def _illegal(sites: Sequence[Site]) -> List[Site]:
    return [site for site in ordinary_land(sites) if site.scenario.verdict[0] == "illegal"]


def _case(at: int, site: Site) -> List[str]:
    who, paid = f"虚构主体{at:03d}", at % 2 == 0
    return [
        *(f"虚构案〔2023〕{at}号", who, f"{site.scenario.reason}（演示数据）", parcel_number(site)),
        *(f"虚构责停〔2023〕{at}号", "2023-04-14", who, "2023-04-18", f"虚构立〔2023〕{at}号"),
        *(str(_FINE_YUAN * at), "2023-04-21" if paid else ""),
        *((str(_FINE_YUAN * at), "2023-04-21") if paid else ("", "")),
        str(round_half_up(site.area_m2)),
    ]


def _measure(at: int, site: Site) -> List[str]:
    mu = mu_from_m2(site.area_m2)
    way, progress = (("拆除复耕", "已完成"), ("拆除复耕", "整改中"), ("补办手续", "计划"))[at % 3]
    done = progress == "已完成"
    return [
        *(parcel_number(site), way, progress, str(mu), str(mu) if done else ""),
        *("", "", "2023-04-20" if done else "", "2023-12-31"),
        *("虚构镇政府", "演示数据"),
    ]
