"""The fictional evidence and answers: what a clerk fills in beside the verdict."""

from __future__ import annotations

from pathlib import Path
from typing import Dict, List, Sequence

from .patches import Site, ordinary_land
from .verdicts import parcel_number, write_table

HEAD = (
    *("地块编号", "实地情况", "违法类型", "违法性质", "是否符合规划"),
    *("农村道路宽度", "属国家公路网络", "临时用地到期日", "实际用途与备案一致"),
    *("用地正在报批", "超出自有批准范围", "移交函文号", "移交签收日期", "与往期图斑的关系"),
)
_BUILT = "建（构）筑物或硬化，非农用途"
# Painter of the scenario → what is there, where that is not a building.
_THERE: Dict[str, str] = {
    "greenhouse": "农业设施",
    "livestock": "农业设施",
    "lane": "农村道路",
    "nothing": "实际用途未变化",
    "pond": "挖塘养殖等农业项目",
    "solar": _BUILT,
    "orchard": "属农业农村部门职责",
}
_SPECIAL = {"power": "电力设施、光伏支架", "edge": "边角细缝"}
_EARLIER = {"legal": "同一事实，沿用往期核查和举证", "illegal": "往期违法行为的继续"}
_NATURE = {"excess": "未报即用", "changed_use": "未报即用"}


def write_evidence(path: Path, sites: Sequence[Site]) -> int:
    """内业/举证.csv: a row for every land patch but the military one."""
    ordinary = ordinary_land(sites)
    write_table(path, HEAD, [_row(at, site) for at, site in enumerate(ordinary, start=1)])
    return len(ordinary)


def _row(at: int, site: Site) -> List[str]:
    scenario = site.scenario
    category, subcategory = scenario.verdict
    illegal, transfer = category == "illegal", category == "transfer"
    ends = {"in_term": "2024-05-31", "expired": "2023-03-31"}
    filed = {"listed": "是", "changed_use": "否"} if "设施" in scenario.reason else {}
    there = _SPECIAL.get(subcategory) or _THERE.get(scenario.painter, _BUILT)
    answers = {
        "实地情况": there,
        "违法类型": "非法占地" if illegal else "",
        "违法性质": _NATURE.get(subcategory, "") if illegal else "",
        "是否符合规划": "不符合" if illegal else "",
        "农村道路宽度": "5.5" if category == "road" else "",
        "属国家公路网络": "否" if category == "road" else "",
        "临时用地到期日": ends.get(subcategory, ""),
        "实际用途与备案一致": filed.get(subcategory, ""),
        "用地正在报批": "是" if subcategory == "while_applying" else "",
        "超出自有批准范围": "是" if subcategory == "excess" else "",
        "移交函文号": f"虚构移〔2023〕{at:03d}号" if transfer else "",
        "移交签收日期": "2023-04-18" if transfer else "",
        "与往期图斑的关系": _EARLIER[category] if scenario.before else "",
    }
    return [parcel_number(site), *(answers[name] for name in HEAD[1:])]
