"""A parcel's photos against the plan: how many, of which kinds, when, where, looking where.

All findings are warnings: the numbers are Tuban's defaults or seen in practice, in the plan's
``photos.json`` with their origin.
"""

from __future__ import annotations

from collections import defaultdict
from datetime import date, timedelta
from pathlib import PurePosixPath
from typing import Callable, Dict, Iterable, Iterator, List, Optional, Tuple

from ..geometry import MultiPolygon, multipolygon_from_wkb
from ..model import Dossier, Finding, Photo, Severity
from ..plan import PhotoChecks, Plan
from ..text import Text, text
from .likeness import alike
from .place import distance_m, off_target_deg, without_gcj02

# No camera that writes EXIF is older; 1970 and 1980 are clocks that lost their battery.
EARLIEST = "2000-01-01"


def photo_findings(dossier: Dossier, plan: Plan, today: date) -> Iterator[Finding]:
    """What is worth reading in the photos of one parcel; nothing where there are none."""
    for name, messages in PHOTO_CHECKS.items():
        for message in messages(dossier, plan, today):
            yield Finding(name, Severity.WARNING, message, dossier.parcel.number)


def name_of(photo: Photo) -> str:
    """What a person calls the photo: its own name, or that of the copy."""
    return PurePosixPath(photo.name or photo.file).name


def kinds(dossier: Dossier, plan: Plan, today: date) -> Iterator[Text]:
    """Too few photos, or none of a kind that is wanted; where there is none, another check.

    Those of putting right do not count: they show what became of what was found.
    """
    photos = [photo for photo in dossier.photos if not photo.stage]
    rules = plan.photo_rules.checks
    if not photos:
        return
    if len(photos) < rules.least_count:
        yield text(
            "There are {count} photos; {least} at least are wanted.",
            count=len(photos),
            least=rules.least_count,
        )
    there = {kind.term.code for kind in (rules.kind_of(one.name) for one in photos) if kind}
    missing = [one for one in rules.kinds if one.required and one.term.code not in there]
    if missing:
        names = tuple(one.term.label for one in missing)
        yield text("No photo is named as one of these kinds: {kinds}.", kinds=names)


def without_exif(dossier: Dossier, plan: Plan, today: date) -> Iterator[Text]:
    """Neither time nor place nor direction: it came through a chat program, or is a screenshot."""
    for photo in dossier.photos:
        if not _noted(photo):
            yield text(
                "The photo {file} has no EXIF: neither time nor place nor direction. Chat programs "
                "take it away; attach the file from the camera.",
                file=name_of(photo),
            )


def _noted(photo: Photo) -> bool:
    return any(one is not None for one in (photo.taken_at, photo.lon_deg, photo.azimuth_deg))


def _with_exif(dossier: Dossier) -> List[Photo]:
    return [photo for photo in dossier.photos if _noted(photo)]


def times(dossier: Dossier, plan: Plan, today: date) -> Iterator[Text]:
    """No time, a time that cannot be, or one before the change could be seen or was issued."""
    issued = issued_from(dossier.patch.month, plan)
    for photo in _with_exif(dossier):
        message = _time(photo, dossier, issued, today)
        if message is not None:
            yield message


def issued_from(month: str, plan: Plan) -> Optional[date]:
    """The first day on which patches of a month are issued: the one after the last cut-off."""
    try:
        first = date.fromisoformat(f"{month}-01")
    except ValueError:
        return None
    before = first - timedelta(days=1)
    cutoff = before.replace(day=min(plan.calendar.cutoff_day, before.day))
    return cutoff + timedelta(days=1)


def _time(photo: Photo, dossier: Dossier, issued: Optional[date], today: date) -> Optional[Text]:
    name = name_of(photo)
    if photo.taken_at is None:
        return text("The photo {file} does not say when it was taken.", file=name)
    day = photo.taken_at[:10]
    if day < EARLIEST or day > today.isoformat():
        return text("The photo {file} was taken on {day}: its clock was wrong.", file=name, day=day)
    after = dossier.patch.after_date
    if after and day < after:
        return text(
            "The photo {file} was taken on {day}, before the later image of {image}.",
            file=name,
            day=day,
            image=after,
        )
    if issued is not None and day < issued.isoformat():
        return text(
            "The photo {file} was taken on {day}; patches of {month} are issued from {first} on.",
            file=name,
            day=day,
            month=dossier.patch.month,
            first=issued.isoformat(),
        )
    return None


def places(dossier: Dossier, plan: Plan, today: date) -> Iterator[Text]:
    """No position, or one too far from the parcel."""
    rules = plan.photo_rules.checks
    polygons = _outline(dossier)
    for photo in _with_exif(dossier):
        if photo.lon_deg is None or photo.lat_deg is None:
            yield text("The photo {file} does not say where it was taken.", file=name_of(photo))
            continue
        far = distance_m(photo.lon_deg, photo.lat_deg, polygons)
        if far > rules.near_m:
            yield _misplaced(photo, far, polygons, rules)


def directions(dossier: Dossier, plan: Plan, today: date) -> Iterator[Text]:
    """No direction of view, or one that misses the parcel; of photos taken near it."""
    rules = plan.photo_rules.checks
    polygons = _outline(dossier)
    for photo in _with_exif(dossier):
        name, lon, lat = name_of(photo), photo.lon_deg, photo.lat_deg
        if photo.azimuth_deg is None:
            yield text("The photo {file} does not say which way it looks.", file=name)
        elif lon is not None and lat is not None:
            off = off_target_deg(lon, lat, photo.azimuth_deg, polygons)
            if off > rules.looking_within_deg and distance_m(lon, lat, polygons) <= rules.near_m:
                yield text(
                    "The photo {file} looks {off}° past the parcel.", file=name, off=round(off)
                )


def _outline(dossier: Dossier) -> MultiPolygon:
    return multipolygon_from_wkb(dossier.parcel.geometry) if dossier.photos else []


def _misplaced(photo: Photo, far: float, polygons: MultiPolygon, rules: PhotoChecks) -> Text:
    name = name_of(photo)
    true = without_gcj02(photo.lon_deg or 0.0, photo.lat_deg or 0.0)
    if true is not None and distance_m(*true, polygons) <= rules.near_m:
        return text(
            "The photo {file} was taken {metres} m from the parcel, but without the offset of "
            "Chinese map services (GCJ-02) it is there: the camera wrote their coordinates.",
            file=name,
            metres=round(far),
        )
    return text(
        "The photo {file} was taken {metres} m from the parcel; {most} m are allowed.",
        file=name,
        metres=round(far),
        most=rules.near_m,
    )


def repeated_photos(dossiers: Iterable[Dossier], plan: Plan) -> Iterator[Tuple[str, Text]]:
    """Photos that are there twice: the same bytes, or the same picture renamed or resized.

    Gives the number of the later parcel, and what it repeats.
    """
    shown = [(one.parcel.number, photo) for one in dossiers for photo in one.photos]
    by_content: Dict[str, List[Tuple[str, Photo]]] = defaultdict(list)
    for number, photo in shown:
        by_content[photo.sha256].append((number, photo))
    for same in by_content.values():
        for number, photo in same[1:]:
            yield _twice(number, photo, same[0][0], photo)
    single = [same[0] for same in by_content.values()]
    prints = [photo.likeness for _, photo in single]
    for one, other in alike(prints, plan.photo_rules.checks.alike_within_bits):
        yield _twice(*single[other], *single[one])


def _twice(number: str, photo: Photo, first_number: str, first: Photo) -> Tuple[str, Text]:
    if photo.sha256 == first.sha256:
        message = text(
            "The photo {file} is also one of parcel {other}.",
            file=name_of(photo),
            other=first_number,
        )
    else:
        message = text(
            "The photo {file} shows the same as {first} of parcel {other}.",
            file=name_of(photo),
            first=name_of(first),
            other=first_number,
        )
    return number, message


PHOTO_CHECKS: Dict[str, Callable[[Dossier, Plan, date], Iterator[Text]]] = {
    "photos-kinds": kinds,
    "photos-exif": without_exif,
    "photos-time": times,
    "photos-place": places,
    "photos-direction": directions,
}
"""The checks that look at one parcel's photos, by name."""
