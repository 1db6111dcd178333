"""说明.txt: what lies in the folder, and that none of it is real."""

from __future__ import annotations

from pathlib import Path

from .names import COUNTY_CODE, COUNTY_NAME, FICTIONAL

_TEXT = f"""{COUNTY_NAME} 演示数据说明
（FICTIONAL demo data. Nothing here describes a real place, person, unit or document.）

{FICTIONAL}
行政区代码 {COUNTY_CODE} 不是真实代码；乡镇、村庄、项目、批准文号、电子监管号、上图入库号均为虚构。
影像和照片由程序绘制，不是卫星影像，也不是实拍照片。位置跨东经115.5度，仅为演示38、39两个3度带。

底图/DLTB.gpkg          地类图斑（TD/T 1057-2020字段），EPSG:4490；县域无缝隙、无重叠
底图/YJJBNTTB.gpkg      永久基本农田，EPSG:4527（39带，带号）；有意含少量重复图斑
底图/STBHHX.gpkg        生态保护红线，EPSG:4490；一个多边形，节点两万以上，有洞
底图/CZKFBJ.gpkg        城镇开发边界，EPSG:4490
底图/XZQ.gpkg           县界和乡镇界，EPSG:4490
底图/农转用.gpkg        农转用批准范围（PZWH 批准文号）
底图/供地.gpkg          供地范围（DZJGH 电子监管号）
底图/临时用地.gpkg      临时用地范围（SXRQ 失效日期）
底图/设施农业用地.gpkg  设施农业用地范围（BAH 上图入库号）
底图/采矿权.gpkg        采矿权范围（XKZH 许可证号，YXQZ 有效期至）
影像/前时相_*.tif       前时相影像，EPSG:4527，文件名中为日期
影像/后时相_*.tif       后时相影像，EPSG:4527
下发/图斑_202304.zip    下发图斑：土地和矿产两个shapefile；属性为GBK，无.cpg；
                        坐标为39带带号坐标；矿产图斑无.prj；含1个军用图斑（BZ=军用）
下发/阈值图斑.csv       有意做到20、10、5亩整和略小于的图斑及应得亩数
                        （椭球面积，亩=平方米×0.0015，四舍五入）
往期/往期图斑_202303.gpkg 虚构的上月图斑，与“年度内持续变化类”图斑同一位置
内业/举证.csv           虚构的举证和填报项（名称见 resources/plans/liaocheng-2023/evidence.json）
内业/判定.csv           虚构的县级判定（代码见 resources/plans/liaocheng-2023/verdicts.json）
内业/矿产举证.csv       虚构的矿产图斑举证和填报项
内业/矿产判定.csv       虚构的矿产图斑县级判定
内业/案件.csv           虚构的案件：当事人、文书、处罚决定与执行
内业/整改.csv           虚构的整改措施：方式、进度、面积、期限
外业/核查.csv             虚构的外业核查记录；人员、主体、文号均为虚构
外业/照片/<图斑编号>/   虚构的外业照片，EXIF含位置、方位角和时间
"""


def write_readme(path: Path) -> None:
    """Write it with Windows line ends and a BOM, so that Notepad shows it."""
    path.write_bytes(_TEXT.replace("\n", "\r\n").encode("utf-8-sig"))
