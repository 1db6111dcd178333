"""What is said of a case below the table."""

from __future__ import annotations

from typing import List

from ...core.ledger.case import LedgerCase
from ...core.ledger.rules import LedgerRules
from ...core.rectified import Turn
from ...maps.words import say, term, tr


def told_of(case: LedgerCase, rules: LedgerRules) -> str:
    """The rows of old lists, every closing and reopening, and the remarks, line by line."""
    lines: List[str] = []
    for one in case.entries:
        where = tr("Old list: {file}, row {row}").format(file=one.source, row=one.source_row)
        written = "；".join(f"{name} {value}" for name, value in one.written.items())
        lines.append(f"{where} — {written}")
    if case.closed_in_list:
        lines.append(tr("Closed in the old list on {day}").format(day=case.closed_in_list))
    lines += [_turn(one, rules) for one in case.turns]
    lines += [say(one) for one in case.remarks]
    return "\n".join(lines)


def _turn(turn: Turn, rules: LedgerRules) -> str:
    basis = rules.basis(turn.basis)
    what = tr("Closed on {day} by {who}") if turn.closed else tr("Reopened on {day} by {who}")
    parts = [
        what.format(day=turn.on, who=turn.by),
        term(basis.label) if basis else turn.basis,
        turn.document,
        turn.why,
        tr("new patch {number}").format(number=turn.new_patch) if turn.new_patch else "",
    ]
    return "；".join(one for one in parts if one)
