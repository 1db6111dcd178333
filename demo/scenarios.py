"""What the fictional patches are about: one line of fate per kind, from imagery to verdict.

Patch classes are those of the work plan, change types those of ``tblx_codes_2022``; verdict codes
are those of resources/plans/liaocheng-2023/verdicts.json.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Dict, List, Optional, Tuple

NON_AGRICULTURAL = "新增非农建设类"
OTHER_BUILDING = "其他新增建设类"
OTHER_CHANGE = "其他变化类"
CONTINUED = "年度内持续变化类"

CHANGE_TYPES: Dict[str, str] = {
    "0201": "果树",
    "0502": "农村居民点",
    "0503": "厂房",
    "0505": "设施农用地",
    "0601": "公路（含城镇道路）",
    "0602": "农村道路",
    "0717": "露天堆放场",
    "0719": "其他硬化地表",
    "0750": "温室大棚",
    "0770": "工业设施",
    "0810": "采矿用地",
    "0832": "房屋建筑工地",
    "0849": "其他整理地表",
    "10": "光伏板",
    "1104": "坑塘水面",
}
CHANGE_CATEGORIES: Dict[str, str] = {
    "02": "园地",
    "05": "房屋建筑",
    "06": "铁路与道路",
    "07": "构筑物",
    "08": "推填（堆）土",
    "10": "光伏板",
    "11": "水域",
}


@dataclass(frozen=True)
class Threshold:
    """A figure that must come out exactly: which one, and how many mu (two decimals)."""

    figure: str
    mu: str


@dataclass(frozen=True)
class Scenario:
    """One kind of patch: how it is found, what happened there, what the clerk says."""

    key: str
    count: int
    patch_class: str
    change: str
    painter: str
    verdict: Tuple[str, str]
    reason: str
    where: str = "field"
    basic: str = "any"
    mu: Tuple[float, float] = (2.0, 20.0)
    shape: str = "quad"
    approvals: Tuple[Tuple[str, str], ...] = ()
    before: str = ""
    yes: Tuple[str, ...] = ()
    threshold: Optional[Threshold] = None
    remark: str = ""

    @property
    def is_mineral(self) -> bool:
        """True for what is issued as a mineral patch."""
        return self.where == "mining"


_CONVERTED, _SUPPLIED = ("农转用", "whole"), ("供地", "whole")
_BOTH = (_CONVERTED, _SUPPLIED)
_HALF = (("农转用", "half"), ("供地", "half"))
_FACILITY = (("设施农业用地", "whole"),)
_TEMPORARY = (("临时用地", "whole"),)

_NOT_APPLIED = ("illegal", "not_applied")
_LEGAL = ("legal", "supplied")
_UNCHANGED = ("unchanged", "")

LEGAL_REASON = "位于已批准农转用范围内，供地手续齐全，实际用途与批准用途一致。"
ILLEGAL_REASON = "未办理农用地转用审批和供地手续，擅自占地建设。"
UNCHANGED_REASON = "监测时段内实际用途未变化，影像差异为季节性耕作所致。"
FACILITY_REASON = "为设施农业用地，已备案并上图入库，实际用途与备案一致。"

SCENARIOS: List[Scenario] = [
    Scenario("factory_legal", 9, NON_AGRICULTURAL, "0503", "factory", _LEGAL, LEGAL_REASON,
             "urban", "none", (6, 45), "quad", _BOTH),
    Scenario("site_legal", 6, NON_AGRICULTURAL, "0832", "site", _LEGAL, LEGAL_REASON,
             "urban", "none", (8, 60), "ell", _BOTH),
    Scenario("factory_illegal", 9, NON_AGRICULTURAL, "0503", "factory", _NOT_APPLIED,
             ILLEGAL_REASON, mu=(1.5, 18), shape="whole"),
    Scenario("factory_unsupplied", 5, NON_AGRICULTURAL, "0503", "factory",
             ("illegal", "not_supplied"), "已取得农转用批准，未办理供地手续即开工建设。",
             "urban", "none", (4, 25), "quad", (_CONVERTED,)),
    Scenario("factory_half", 4, NON_AGRICULTURAL, "0503", "factory", ("illegal", "excess"),
             "部分位于批准和供地范围内，其余超出批准范围占地建设。",
             basic="none", mu=(6, 20), approvals=_HALF),
    Scenario("site_illegal", 5, NON_AGRICULTURAL, "0832", "site", ("illegal", "while_applying"),
             "用地报批材料已上报尚未批准，已先行开工建设。", basic="none", mu=(5, 35)),
    Scenario("yard_illegal", 3, OTHER_BUILDING, "0717", "yard", _NOT_APPLIED,
             "未经批准硬化地面堆放物料。", mu=(1, 9), shape="quad"),
    Scenario("yard_red_line", 2, OTHER_BUILDING, "0719", "yard", _NOT_APPLIED,
             "未经批准硬化地面，部分位于生态保护红线内。", "river", mu=(6, 14), shape="ell"),
    Scenario("house_illegal", 4, NON_AGRICULTURAL, "0502", "houses", _NOT_APPLIED,
             "未经批准占用耕地建设住宅。", mu=(0.3, 1.6), yes=("SFLZGD",)),
    Scenario("edge_sliver", 1, OTHER_BUILDING, "0719", "yard", ("other", "edge"),
             "为影像与批准范围之间的边角细缝。", mu=(0.11, 0.13)),
    Scenario("road_illegal", 2, OTHER_BUILDING, "0601", "highway", _NOT_APPLIED,
             "未办理用地手续修建公路，宽度超过8米。", mu=(5, 9), shape="road"),
    Scenario("road_legal", 2, OTHER_BUILDING, "0601", "highway", _LEGAL, LEGAL_REASON,
             "urban", "none", (5, 9), "road", _BOTH),
    Scenario("road_rural", 6, OTHER_BUILDING, "0602", "lane", ("road", ""),
             "为农村道路，实测宽度不超过8米，主要用于农业生产。", mu=(1.5, 3.2), shape="road"),
    Scenario("greenhouse", 6, OTHER_BUILDING, "0750", "greenhouse", ("facility", "listed"),
             FACILITY_REASON, basic="none", mu=(5, 40), approvals=_FACILITY),
    Scenario("livestock", 4, OTHER_BUILDING, "0505", "livestock", ("facility", "listed"),
             FACILITY_REASON, basic="none", mu=(3, 12), approvals=_FACILITY),
    Scenario("facility_misused", 2, OTHER_BUILDING, "0505", "greenhouse",
             ("illegal", "changed_use"), "以设施农业名义建设，棚内改建经营用房，属大棚房问题。",
             basic="none", mu=(2, 8), yes=("SFDPF",)),
    Scenario("pond_fish", 3, OTHER_CHANGE, "1104", "pond", ("illegal", "agricultural_project"),
             "占用耕地挖塘养殖，未办理相关手续。", mu=(3, 11), shape="quad"),
    Scenario("pond_scenic", 2, OTHER_CHANGE, "1104", "lake", _NOT_APPLIED,
             "占用耕地挖湖造景。", mu=(6, 14), yes=("SFWHZJ",)),
    Scenario("solar_illegal", 2, OTHER_BUILDING, "10", "solar", _NOT_APPLIED,
             "光伏方阵占用耕地，未办理用地手续。", mu=(10, 30)),
    Scenario("solar_waste", 2, OTHER_BUILDING, "10", "solar", ("other", "power"),
             "光伏方阵位于其他草地、裸土地，支架架设，未硬化地面、未改变地表形态。",
             "waste", "none", (12, 40)),
    Scenario("temporary", 4, OTHER_BUILDING, "0717", "yard", ("temporary", "in_term"),
             "为经批准的施工临时用地，在批准期限内。", basic="none", mu=(3, 12),
             approvals=_TEMPORARY),
    Scenario("temporary_expired", 1, OTHER_BUILDING, "0717", "yard", ("temporary", "expired"),
             "临时用地期限届满，尚未复垦。", basic="none", mu=(3, 8), approvals=_TEMPORARY),
    Scenario("unchanged", 12, OTHER_CHANGE, "0849", "nothing", _UNCHANGED, UNCHANGED_REASON,
             mu=(1, 25), shape="whole"),
    Scenario("orchard", 3, OTHER_CHANGE, "0201", "orchard", ("transfer", "agriculture"),
             "永久基本农田内新栽果树，属农业农村部门职责，已移交并作记录。",
             basic="all", mu=(3, 15), shape="whole"),
    Scenario("continued_legal", 5, CONTINUED, "0503", "factory", _LEGAL, LEGAL_REASON,
             "urban", "none", (8, 40), "quad", _BOTH, before="site"),
    Scenario("continued_illegal", 6, CONTINUED, "0503", "factory", _NOT_APPLIED, ILLEGAL_REASON,
             mu=(3, 20), before="site"),
]  # fmt: skip

THRESHOLDS: List[Scenario] = [
    Scenario(f"cultivated_{mu}", 1, NON_AGRICULTURAL, "0503", "factory", _NOT_APPLIED,
             ILLEGAL_REASON, "plain", "none", shape="threshold",
             threshold=Threshold("耕地", mu))
    for mu in ("20.00", "19.99")
] + [
    Scenario(f"basic_{mu}", 1, NON_AGRICULTURAL, "0503", "factory", _NOT_APPLIED,
             ILLEGAL_REASON, "plain", "lower", shape="threshold",
             threshold=Threshold("永久基本农田", mu))
    for mu in ("5.00", "4.99")
] + [
    Scenario(f"red_line_{mu}", 1, OTHER_BUILDING, "0719", "yard", _NOT_APPLIED,
             "未经批准硬化地面，部分位于生态保护红线内。", "plain_river", "none",
             shape="threshold", threshold=Threshold("生态保护红线", mu))
    for mu in ("5.00", "4.99")
] + [
    Scenario(f"facility_{mu}", 1, OTHER_BUILDING, "0750", "greenhouse", ("facility", "listed"),
             FACILITY_REASON, "plain", "none", shape="threshold", approvals=_FACILITY,
             threshold=Threshold("耕地", mu))
    for mu in ("10.00", "9.99")
] + [
    Scenario(f"unchanged_{mu}", 1, OTHER_CHANGE, "0849", "nothing", _UNCHANGED,
             UNCHANGED_REASON, "plain", "none", shape="threshold",
             threshold=Threshold("耕地", mu))
    for mu in ("10.00", "9.99")
]  # fmt: skip

_LICENCE = (("采矿权", "whole"),)


def _mine(key: str, verdict: Tuple[str, str], reason: str, licence: tuple = ()) -> Scenario:
    return Scenario(f"mine_{key}", 1, "", "0810", "pit", verdict, reason, "mining", "none",
                    (4, 25), "ell", licence)  # fmt: skip


MINES: List[Scenario] = [
    _mine("unlicensed", ("mineral_illegal", "unlicensed"), "未取得采矿许可证擅自采矿。"),
    _mine("legal", ("mineral_legal", "in_term"), "持有有效采矿许可证，位于许可的矿区范围内。",
          _LICENCE),
    _mine("half", ("mineral_illegal", "beyond"), "部分位于许可的矿区范围内，其余越界开采。",
          (("采矿权", "half"),)),
    _mine("expired", ("mineral_illegal", "expired"),
          "采矿许可证有效期届满，未办理延续登记继续开采。", _LICENCE),
    _mine("rehabilitation", ("mineral_legal", "rehabilitation"),
          "位于合法矿区范围内，为修复治理，无开采。", _LICENCE),
    _mine("none", ("mineral_unchanged", ""), "监测时段内图斑及周边无采矿活动，为伪变化。"),
]  # fmt: skip
MILITARY = Scenario("military", 1, OTHER_BUILDING, "0770", "compound", ("military", ""),
                    "军用土地，另填《军用土地登记表》单独上报。", "barracks", "none", (6, 10),
                    remark="军用")  # fmt: skip

SMALL_KEYS = (
    "factory_legal",
    "factory_illegal",
    "house_illegal",
    "road_rural",
    "greenhouse",
    "temporary",
    "unchanged",
    "cultivated_20.00",
    "cultivated_19.99",
    "red_line_5.00",
    "mine_unlicensed",
)


def mines(small: bool) -> List[Scenario]:
    """One entry per mineral patch: six, or one."""
    return [scenario for scenario in MINES if not small or scenario.key in SMALL_KEYS]


def cast(small: bool) -> List[Scenario]:
    """One entry per land patch to be made: about 120, or ten."""
    everyone = SCENARIOS + THRESHOLDS
    if small:
        return [scenario for scenario in everyone if scenario.key in SMALL_KEYS]
    return [scenario for scenario in everyone for _ in range(scenario.count)]
