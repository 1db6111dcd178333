"""Names and codes of the fictional county. None of them exists."""

from __future__ import annotations

from typing import Dict, Tuple

COUNTY_CODE = "379901"
COUNTY_NAME = "虚构县（演示）"
TOWNS: Tuple[Tuple[str, str], ...] = (
    ("001", "虚构甲镇"),
    ("002", "虚构乙镇"),
    ("003", "虚构丙镇"),
    ("004", "虚构丁镇"),
)
_FIRST = "东西南北前后大小上下新老"
_SECOND = "柳槐杨枣梨桥堤河沟寨营庙"
_THIRD = ("庄", "村", "屯", "集")
FICTIONAL = "本数据为软件演示而虚构，与任何真实地区、单位、个人无关。"


def village_name(number: int) -> str:
    """A village's name; another number, another name, up to 576."""
    first = _FIRST[number % 12]
    second = _SECOND[(number * 7 + number // 12) % 12]
    return f"虚构{first}{second}{_THIRD[number // 3 % 4]}"


def village_code(town: int, village: int) -> str:
    """19 digits: county 6, town 3, village 3, zeros."""
    return f"{COUNTY_CODE}{TOWNS[town][0]}{200 + village:03d}0000000"


LAND_USE: Dict[str, str] = {
    "0102": "水浇地",
    "0103": "旱地",
    "0201": "果园",
    "0201K": "可调整果园",
    "0301": "乔木林地",
    "0301K": "可调整乔木林地",
    "0307": "其他林地",
    "0404": "其他草地",
    "0508": "物流仓储用地",
    "05H1": "商业服务业设施用地",
    "0601": "工业用地",
    "0602": "采矿用地",
    "0701": "城镇住宅用地",
    "0702": "农村宅基地",
    "0809": "公用设施用地",
    "0810": "公园与绿地",
    "08H1": "机关团体新闻出版用地",
    "08H2": "科教文卫用地",
    "09": "特殊用地",
    "1003": "公路用地",
    "1004": "城镇村道路用地",
    "1006": "农村道路",
    "1101": "河流水面",
    "1104": "坑塘水面",
    "1104A": "养殖坑塘",
    "1107": "沟渠",
    "1107A": "干渠",
    "1109": "水工建筑用地",
    "1201": "空闲地",
    "1202": "设施农用地",
    "1206": "裸土地",
}
CULTIVATED = ("0102", "0103")
LINEAR = ("1003", "1006", "1107", "1107A")
