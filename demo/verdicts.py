"""The fictional clerk: one verdict per land parcel, agreeing with what was drawn and approved."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from typing import Dict, List, Sequence

from ..core.mu import round_half_up
from .layers import filing_number, project_name, supply_number
from .names import FICTIONAL
from .patches import Site

FLAGS = ("SFLZGD", "SFDPF", "SFWHZJ", "SFJJXM", "SFBZFA", "SFYLFY")
_HEAD = ("地块编号", "判定类型", "判定细类", "判断依据说明", *FLAGS)
_THRESHOLD_HEAD = ("图斑编号", "套合项", "应得亩数", "面积平方米", "用途", "说明")


def parcel_number(site: Site) -> str:
    """The one parcel of an undivided patch."""
    return f"{site.number}_1"


def write_verdicts(path: Path, sites: Sequence[Site]) -> int:
    """内业/判定.csv: a row for every land patch, the military one included."""
    return _write(path, [site for site in sites if not site.scenario.is_mineral])


def write_mineral_verdicts(path: Path, sites: Sequence[Site]) -> int:
    """内业/矿产判定.csv: a row for every mineral patch."""
    return _write(path, [site for site in sites if site.scenario.is_mineral])


def _write(path: Path, sites: Sequence[Site]) -> int:
    write_table(path, _HEAD, [_row(site) for site in sites])
    return len(sites)


def write_thresholds(path: Path, sites: Sequence[Site]) -> int:
    """下发/阈值图斑.csv: which patch was made for which figure."""
    rows = []
    for site in sites:
        threshold = site.scenario.threshold
        if threshold:
            rows.append(
                [
                    site.number,
                    threshold.figure,
                    threshold.mu,
                    str(round_half_up(site.area_m2)),
                    _purpose(site),
                    FICTIONAL,
                ]
            )
    write_table(path, _THRESHOLD_HEAD, rows)
    return len(rows)


def _purpose(site: Site) -> str:
    limit = {"2": "20", "1": "10", "9": "10", "5": "5", "4": "5"}[site.scenario.threshold.mu[0]]
    if site.scenario.threshold.mu == "19.99":
        limit = "20"
    reached = "达到" if float(site.scenario.threshold.mu) >= float(limit) else "略小于"
    return f"{site.scenario.threshold.figure}{reached}{limit}亩"


def _row(site: Site) -> List[str]:
    category, subcategory = site.scenario.verdict
    return [parcel_number(site), category, subcategory, _reason(site), *_flags(site).values()]


def _reason(site: Site) -> str:
    documents = []
    if site.scenario.verdict[0] == "legal":
        documents.append(f"项目：{project_name(site)}；电子监管号：{supply_number(site)}。")
    if site.scenario.verdict == ("facility", "listed"):
        documents.append(f"上图入库号：{filing_number(site)}。")
    return site.scenario.reason + "".join(documents) + "（演示数据）"


def _flags(site: Site) -> Dict[str, str]:
    """Answered on illegal parcels; otherwise blank, which is not the same as no."""
    if not site.scenario.verdict[0].endswith("illegal"):
        return dict.fromkeys(FLAGS, "")
    return {flag: "是" if flag in site.scenario.yes else "否" for flag in FLAGS}


def write_table(path: Path, head: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """A CSV file as Chinese Excel opens it by a double click."""
    path.parent.mkdir(parents=True, exist_ok=True)
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(head)
    writer.writerows(rows)
    path.write_bytes(text.getvalue().encode("utf-8-sig"))
