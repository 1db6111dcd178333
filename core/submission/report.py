"""What the checks found, as a sheet for people or as JSON for programs."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Dict, List, Sequence

from ..documents import Column, Kind, Sheet, write_workbook
from ..errors import OutputError
from ..files import whole_file
from ..model import Finding, Severity
from ..text import Translate, text
from .checks.registry import CHECKS

# Their findings name military patches.
MILITARY_CHECKS = ("military-own-path", "military-mixed")
_COLUMNS = (
    (text("No."), 6.0, Kind.INTEGER),
    (text("Severity"), 10.0, Kind.CODE),
    (text("Number"), 24.0, Kind.CODE),
    (text("What is wrong"), 56.0, Kind.TEXT),
    (text("Check"), 30.0, Kind.TEXT),
    (text("Source of the rule"), 40.0, Kind.TEXT),
)


def write_report(findings: Sequence[Finding], path: Path, say: Translate) -> None:
    """Write the findings, errors first, as .xlsx or .json after the suffix of ``path``.

    :raises OutputError: the file cannot be written, or its suffix is neither.
    """
    ordered = _in_order(findings)
    suffix = path.suffix.lower()
    if suffix == ".xlsx":
        write_workbook(path, [_sheet(ordered, say)], datetime.now())
    elif suffix == ".json":
        content = json.dumps([_facts(one, say) for one in ordered], ensure_ascii=False, indent=1)
        with whole_file(path) as part:
            part.write_text(content + "\n", encoding="utf-8")
    else:
        raise OutputError(text("A report is .xlsx or .json; {file} is neither.", file=path.name))


def report_sheet(findings: Sequence[Finding], say: Translate) -> Sheet:
    """The report as a sheet, errors first; of military land only that there is some."""
    return _sheet(_in_order(findings), say)


def _in_order(findings: Sequence[Finding]) -> List[Finding]:
    return sorted(for_others(findings), key=lambda one: list(Severity).index(one.severity))


def for_others(findings: Sequence[Finding]) -> List[Finding]:
    """The findings as they may leave the office: of military land only that there is some."""
    told = [one for one in findings if one.check in MILITARY_CHECKS]
    kept = [one for one in findings if one.check not in MILITARY_CHECKS]
    if told:
        message = text(
            "Military land: {count} patches or parcels are not in this package. They stand in "
            "the register of military land.",
            count=len(told),
        )
        kept.append(replace(told[0], subject="", message=message))
    return kept


def _sheet(findings: Sequence[Finding], say: Translate) -> Sheet:
    counts = {one: sum(found.severity is one for found in findings) for one in Severity}
    summary = text(
        "Errors: {errors}, warnings: {warnings}, notices: {notices}",
        errors=counts[Severity.ERROR],
        warnings=counts[Severity.WARNING],
        notices=counts[Severity.NOTICE],
    )
    return Sheet(
        name=text("Findings").say(say),
        title=text("What the submission checks found").say(say),
        columns=tuple(Column(label.say(say), width, kind) for label, width, kind in _COLUMNS),
        rows=[
            (
                number,
                one.severity.label.say(say),
                one.subject,
                one.message.say(say),
                _title(one, say),
                one.rule,
            )
            for number, one in enumerate(findings, start=1)
        ],
        above_left=summary.say(say),
    )


def _title(finding: Finding, say: Translate) -> str:
    check = CHECKS.get(finding.check)
    return check.title.say(say) if check else finding.check


def _facts(finding: Finding, say: Translate) -> Dict[str, str]:
    return {
        "check": finding.check,
        "severity": finding.severity.value,
        "subject": finding.subject,
        "message": finding.message.say(say),
        "rule": finding.rule,
    }
