"""What was handed up keeps its hash when the record learns to say more."""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace
from types import SimpleNamespace

from tuban.core.casefile import Case, CaseFile, Interruption
from tuban.core.exchange.content import content_of

FILE = CaseFile(Case("虚构案1", "虚构主体", "", ("1_1",)))


def dossier(file: CaseFile) -> SimpleNamespace:
    nothing = dict.fromkeys(("figures", "county_verdict", "field_check"))
    return SimpleNamespace(
        patch=SimpleNamespace(geometry_sha256="a"),
        parcel=SimpleNamespace(geometry_sha256="b", area_m2="1.00"),
        **nothing,
        flags={},
        evidence={},
        photos=(),
        cases=(file,),
    )


def test_a_case_without_days_that_do_not_count_has_the_hash_from_before_there_were_such():
    case = {"number": "虚构案1", "actor": "虚构主体", "name": "", "parcels": ["1_1"]}
    empty = {"steps": {}, "reason": "", "explanation": ""}
    facts = {
        **{"patch": "a", "parcel": ["b", "1.00"], "figures": None, "verdict": None},
        **{"flags": {}, "evidence": {}, "field_check": None, "photos": []},
        "cases": [
            {"case": case, "stop_notice": None, "filing": empty, "penalties": [], "transfers": []}
        ],
    }
    written = json.dumps(facts, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    assert content_of(dossier(FILE)) == hashlib.sha256(written.encode()).hexdigest()
    given = replace(FILE, interruptions=(Interruption("hearing", "2023-05-01", "2023-05-03"),))
    assert content_of(dossier(given)) != content_of(dossier(FILE))
