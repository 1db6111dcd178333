"""The fictional field checks: who went to see each land patch, and what they found."""

from __future__ import annotations

from pathlib import Path
from typing import Dict, List, Sequence, Tuple

from .chance import rng
from .patches import Site, ordinary_land
from .verdicts import parcel_number, write_table

HEAD = ("地块编号", "核查人", "核查日期", "核查方式", "现场描述", "实际用途", "建设状态",
        "建设时间", "用地主体", "主体类型", "责令停止通知书", "制止情况")  # fmt: skip
_PEOPLE = ("虚构甲", "虚构乙", "虚构丙", "虚构丁")
# Painter of the scenario → what stands there, its use, its stage.
_SEEN: Dict[str, Tuple[str, str, str]] = {
    "factory": ("钢结构厂房，地面已硬化", "厂房", "已建成"),
    "site": ("建筑工地，主体在建，有塔吊", "厂房", "在建"),
    "yard": ("硬化地面，堆放砂石料", "堆放", "已建成"),
    "houses": ("砖混结构住宅", "住宅", "已建成"),
    "highway": ("沥青路面公路", "道路", "已建成"),
    "lane": ("混凝土路面，宽5.5米，供农业生产通行", "农村道路", "已建成"),
    "greenhouse": ("塑料大棚，耕作层未破坏", "设施农业", "已建成"),
    "livestock": ("养殖棚舍及料塔", "设施农业", "已建成"),
    "pond": ("坑塘，有养殖活动", "坑塘、水面", "已建成"),
    "lake": ("景观水面，岸线已整修", "坑塘、水面", "已建成"),
    "solar": ("光伏支架及组件", "光伏", "已建成"),
    "orchard": ("成片栽植果树", "果园", ""),
    "nothing": ("麦田，未见建设", "耕种", "未动工"),
}
# Two that a check has something to say about: one person alone, and one who stayed at the desk.
_ALONE, _AT_DESK = 3, 9


def write_field_checks(path: Path, seed: int, sites: Sequence[Site]) -> int:
    """外业/核查.csv: a row for every land patch but the military one."""
    ordinary = ordinary_land(sites)
    rows = [_row(seed, at, site) for at, site in enumerate(ordinary)]
    write_table(path, HEAD, rows)
    return len(rows)


def _row(seed: int, at: int, site: Site) -> List[str]:
    chance = rng(seed, "field check", site.number)
    first = int(chance.integers(len(_PEOPLE)))
    people = [_PEOPLE[first], _PEOPLE[(first + 1) % len(_PEOPLE)]]
    day = f"2023-04-{int(chance.integers(12, 20)):02d}"
    found, use, stage = _SEEN[site.scenario.painter]
    illegal = site.scenario.verdict[0] == "illegal"
    return [
        parcel_number(site),
        "、".join(people[: 1 if at == _ALONE else 2]),
        day,
        "影像" if at == _AT_DESK else "实地",
        f"{found}（演示数据）",
        use,
        stage,
        "2023-02" if stage in ("已建成", "在建") else "",
        f"虚构主体{at + 1:03d}" if illegal else "",
        "企事业单位" if illegal else "",
        f"虚构责停〔2023〕{at + 1:03d}号" if illegal else "",
        "停工" if illegal else "",
    ]
