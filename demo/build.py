"""Makes a whole county, part by part, and says what it does."""

from __future__ import annotations

from concurrent.futures import Future, ProcessPoolExecutor
from pathlib import Path
from typing import Callable, List

from . import (
    afterwards,
    earlier,
    evidence,
    fieldchecks,
    hosts,
    imagery,
    issued,
    layers,
    minerals,
    photos,
    readme,
    scene,
    verdicts,
)
from .county import FULL, SMALL, Plan
from .partition import Mesh
from .patches import SiteMaker
from .protected import protect
from .warp import Bend

Say = Callable[[str], None]


def build(folder: Path, seed: int, small: bool, say: Say = print) -> None:
    """Fill ``folder``; ``say`` gets one line per step."""
    folder.mkdir(parents=True, exist_ok=True)
    say("Drawing the county (fictional) ...")
    plan = Plan(seed, SMALL if small else FULL)
    hosted = hosts.settle(plan, small)
    u0, v0, u1, v1 = plan.extent
    bend = Bend(seed, ((u0 + u1) / 2, (v0 + v1) / 2))
    mesh = Mesh(plan.draw(), bend)
    protected = protect(plan, mesh, bend)
    sites = SiteMaker(plan, mesh, bend, protected).make(hosted)
    say(f"  {len(sites)} patches")
    landscape = scene.compose(plan, mesh, bend, sites)
    with ProcessPoolExecutor(2) as pool:
        pictures = [
            pool.submit(imagery.paint, folder / "影像" / name, landscape, epoch, seed)
            for epoch, name in imagery.FILES.items()
        ]
        counts = layers.write_base(folder / "底图", plan, mesh, protected, sites)
        for layer, count in counts.items():
            say(f"  底图/{layer}.gpkg: {count}")
        issued.write_issued(folder / "下发" / f"图斑_{issued.MONTH}.zip", sites)
        verdicts.write_thresholds(folder / "下发" / "阈值图斑.csv", sites)
        count = earlier.write_earlier(folder / "往期" / f"往期图斑_{earlier.MONTH}.gpkg", sites)
        say(f"  往期/往期图斑_{earlier.MONTH}.gpkg: {count}")
        say(f"  下发/图斑_{issued.MONTH}.zip, 阈值图斑.csv")
        count = evidence.write_evidence(folder / "内业" / "举证.csv", sites)
        say(f"  内业/举证.csv: {count}")
        count = verdicts.write_verdicts(folder / "内业" / "判定.csv", sites)
        say(f"  内业/判定.csv: {count}")
        minerals.write_mineral_evidence(folder / "内业" / "矿产举证.csv", sites)
        count = verdicts.write_mineral_verdicts(folder / "内业" / "矿产判定.csv", sites)
        say(f"  内业/矿产举证.csv, 矿产判定.csv: {count}")
        count = photos.write_photos(folder / "外业" / "照片", seed, sites, small)
        say(f"  外业/照片: {count}")
        count = fieldchecks.write_field_checks(folder / "外业" / "核查.csv", seed, sites)
        say(f"  外业/核查.csv: {count}")
        count = afterwards.write_cases(folder / "内业" / "案件.csv", sites)
        say(f"  内业/案件.csv: {count}")
        count = afterwards.write_measures(folder / "内业" / "整改.csv", sites)
        say(f"  内业/整改.csv: {count}")
        readme.write_readme(folder / "说明.txt")
        _wait(pictures, say)
    say(f"Done: {folder}")


def _wait(pictures: List[Future], say: Say) -> None:
    for picture in pictures:
        say(f"  影像/{picture.result().name}")
