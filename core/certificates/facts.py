"""What a certificate certifies, and the hash of it.

Each fact is named here one by one: a field that a later version adds to a record must not make
the certificates of today look changed.
"""

from __future__ import annotations

import hashlib
import json
from decimal import Decimal
from typing import Any, Dict, Iterable, List, Optional, Sequence, Tuple, TypeVar

from ..model import Dossier, Figures, Photo, Verdict
from ..rectification import effective_verdict
from ..rectified import Acceptance, Application, Certificate, Measure, PhotoStage, Preliminary

FORM = "tuban-certificate-1"
"""Which facts are hashed, and how; another list of facts gets another name."""
STAGES = frozenset(one.value for one in PhotoStage)

Dated = TypeVar("Dated", Preliminary, Application)


def digest(certificate: Certificate, dossier: Dossier) -> str:
    """SHA-256 over all that the certificate says of the parcel as the record has it now."""
    written = json.dumps(
        certified(certificate, dossier),
        ensure_ascii=False,
        separators=(",", ":"),
        sort_keys=True,
    )
    return hashlib.sha256(written.encode("utf-8")).hexdigest()


def certified(certificate: Certificate, dossier: Dossier) -> Dict[str, Any]:
    """The facts as JSON values; what is not there any more is ``None``."""
    day, parcel, put_right = certificate.accepted_on, dossier.parcel, dossier.put_right
    rectification = put_right.rectification
    accepted = acceptance_of(dossier, day)
    return {
        "form": FORM,
        "number": certificate.number,
        "office": certificate.office,
        "issued_on": certificate.issued_on,
        "issued_by": certificate.issued_by,
        "accepted_on": day,
        "recultivated_mu": _mu(certificate.recultivated_mu),
        "county": [dossier.patch.county_code, dossier.patch.county_name],
        "patch": [dossier.patch.number, dossier.patch.geometry_sha256],
        "parcel": [parcel.number, parcel.geometry_sha256, _mu(parcel.area_m2)],
        "figures": _figures(dossier.figures),
        "verdict": _verdict(effective_verdict(dossier)),
        "measures": [_measure(one) for one in rectification.measures] if rectification else None,
        "preliminary": _preliminary(last_by(put_right.preliminary, day)),
        "application": _application(last_by(put_right.applications, day)),
        "acceptance": _acceptance(accepted),
        "photos": sorted(
            [one.sha256, one.stage, one.station] for one in certified_photos(dossier, day)
        ),
    }


def acceptance_of(dossier: Dossier, day: str) -> Optional[Acceptance]:
    """The last acceptance in place of that day."""
    found = [one for one in dossier.put_right.acceptances if one.in_place and one.on == day]
    return found[-1] if found else None


def last_by(records: Sequence[Dated], day: str) -> Optional[Dated]:
    """The last of them up to a day."""
    found = [one for one in records if one.on <= day]
    return found[-1] if found else None


def certified_photos(dossier: Dossier, day: str) -> List[Photo]:
    """The photos before, during and after, as far as they were not taken after the acceptance.

    What is photographed later, at a recheck, says nothing of what was certified.
    """
    return [
        one
        for one in dossier.photos
        if one.stage in STAGES and (not one.taken_at or one.taken_at[:10] <= day)
    ]


def photo_pairs(
    photos: Iterable[Photo],
) -> List[Tuple[Optional[Photo], Optional[Photo]]]:
    """Before and after from the same station, by station; what has no partner comes last.

    Of several photos of a station and stage the last one taken is shown.
    """
    stations: Dict[str, Dict[str, Photo]] = {}
    shown = (PhotoStage.BEFORE.value, PhotoStage.AFTER.value)
    for one in sorted(photos, key=lambda photo: (photo.taken_at or "", photo.file)):
        if one.stage in shown:
            key = one.station or f"\uffff{one.file}"
            stations.setdefault(key, {})[one.stage] = one
    pairs = [tuple(stations[key].get(stage) for stage in shown) for key in sorted(stations)]
    whole = [(before, after) for before, after in pairs if before and after]
    return whole + [(before, after) for before, after in pairs if not (before and after)]


def _mu(value: Optional[Decimal]) -> Optional[str]:
    return None if value is None else f"{value:.2f}"


def _figures(figures: Optional[Figures]) -> Optional[List[Optional[str]]]:
    if figures is None:
        return None
    shown = (figures.area_mu, figures.cultivated_mu, figures.basic_farmland_mu)
    return [_mu(one) for one in shown]


def _verdict(verdict: Optional[Verdict]) -> Optional[List[str]]:
    """Without its level: when the city passes what the county said, nothing has changed."""
    if verdict is None:
        return None
    return [verdict.category, verdict.subcategory]


def _measure(one: Measure) -> List[Optional[str]]:
    areas = (one.area_mu, one.cultivated_mu, one.basic_farmland_mu, one.recultivated_mu)
    words = (one.document, one.document_date, one.done_on)
    return [one.way, one.progress.value, *map(_mu, areas), *words]


def _preliminary(one: Optional[Preliminary]) -> Optional[List[Any]]:
    return [one.on, list(one.inspectors), one.in_place, one.finding] if one else None


def _application(one: Optional[Application]) -> Optional[List[str]]:
    return [one.on, one.by, one.document] if one else None


def _acceptance(one: Optional[Acceptance]) -> Optional[List[Any]]:
    if one is None:
        return None
    outline = hashlib.sha256(one.outline.encode("ascii")).hexdigest()
    areas = [_mu(one.measured_mu), _mu(one.inside_mu)]
    return [one.on, list(one.inspectors), one.items, outline, *areas, one.note]
