"""The fictional evidence of mineral patches: licences, and what is on the ground."""

from __future__ import annotations

from pathlib import Path
from typing import Dict, List, Sequence

from .layers import licence_end
from .patches import Site
from .verdicts import parcel_number, write_table

HEAD = (
    *("地块编号", "矿产实地情况", "采矿许可证有效期至", "延续登记申请已受理", "为相邻矿山越界开采"),
    *("采矿许可证号", "矿山名称", "矿种", "开采方式", "违法主体", "违法主体分类"),
    *("矿产违法处理方式", "非立案或不处理的说明"),
)
_MINING = "有采矿活动"
_THERE = {
    "mine_rehabilitation": "矿山修复治理、绿化、交通",
    "mine_none": "图斑及周边无采矿活动",
}


def write_mineral_evidence(path: Path, sites: Sequence[Site]) -> int:
    """内业/矿产举证.csv: a row for every mineral patch."""
    mines = [site for site in sites if site.scenario.is_mineral]
    write_table(path, HEAD, [_row(at, site) for at, site in enumerate(mines, start=1)])
    return len(mines)


def _row(at: int, site: Site) -> List[str]:
    key = site.scenario.key
    category, subcategory = site.scenario.verdict
    illegal, licensed = category == "mineral_illegal", bool(site.approvals)
    answers: Dict[str, str] = {
        "矿产实地情况": _THERE.get(key, _MINING),
        "采矿许可证有效期至": licence_end(site) if licensed else "",
        "延续登记申请已受理": "否" if subcategory == "expired" else "",
        "为相邻矿山越界开采": "是" if subcategory == "beyond" else "",
        "矿山名称": f"虚构矿山{at}号（演示）" if licensed else "",
        "矿种": "建筑用砂" if illegal else "",
        "开采方式": "露天开采" if illegal else "",
        "违法主体": f"虚构矿主{at:03d}" if illegal else "",
        "违法主体分类": "企事业单位" if illegal else "",
        "矿产违法处理方式": "立案查处" if illegal else "",
    }
    return [parcel_number(site), *(answers.get(name, "") for name in HEAD[1:])]
