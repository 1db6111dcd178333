"""The journal's entries about one parcel as sentences: what was done, and to what."""

from __future__ import annotations

from typing import Any, Callable, Dict, List, Mapping, Optional, Tuple, Union

from ..casebook import Recorded, events
from ..model import VerdictLevel
from ..plan import Label, Plan
from ..rectified import PhotoStage
from ..rounds import AnswerKind, Outcome
from ..text import Text, Translate, text

State = Mapping[str, Any]
Said = Union[Text, Label, str, Tuple[Any, ...]]
"""Words that are translated when they are shown; a tuple is listed."""


def say_words(words: Said, translate: Translate) -> str:
    """Words in the language of ``translate``."""
    return Text("{words}", {"words": words}).say(translate)


def told(entry: Recorded, plan: Plan) -> Text:
    """What the entry says of the parcel; codes that the plan does not know stay codes."""
    known = _VERDICT if entry.kind.startswith(events.VERDICT) else _KINDS.get(entry.kind)
    what = known(entry, plan) if known else text("Entry of kind {kind}", kind=entry.kind)
    return text("Undone: {what}", what=what) if entry.undoes is not None else what


def day_and_time(entry: Recorded) -> str:
    """When it was recorded, to the minute."""
    return entry.at[:16].replace("T", " ")


def _verdict(entry: Recorded, plan: Plan) -> Text:
    level = VerdictLevel(entry.kind[len(events.VERDICT) :]).label
    if entry.new is None:
        return text("{level}: none any more", level=level)
    named = verdict_label(str(entry.new["category"]), str(entry.new["subcategory"]), plan)
    reason = str(entry.new.get("reason", ""))
    if not reason:
        return text("{level}: {verdict}", level=level, verdict=named)
    return text("{level}: {verdict}; {reason}", level=level, verdict=named, reason=reason)


def verdict_label(category: str, subcategory: str, plan: Plan) -> Said:
    """A category with its subcategory, as the plan calls them."""
    known = plan.category(category)
    if known is None:
        return category
    sub = known.subcategory(subcategory)
    if sub is None:
        return known.label
    return Label(f"{known.label.zh}·{sub.label.zh}", f"{known.label.en} · {sub.label.en}")


def _figures(entry: Recorded, _plan: Plan) -> Text:
    new = entry.new or {}
    return text(
        "Overlay: cultivated {cultivated} mu, basic farmland {basic} mu",
        cultivated=new.get("cultivated_mu") or "—",
        basic=new.get("basic_farmland_mu") or "—",
    )


def _photo(template: Text) -> Callable[[Recorded, Plan], Text]:
    def tell(entry: Recorded, _plan: Plan) -> Text:
        state = entry.new or entry.old or {}
        return Text(template.template, {"photo": state.get("name") or state.get("file", "")})

    return tell


def _evidence(entry: Recorded, plan: Plan) -> Text:
    kinds = plan.lists.evidence
    codes = _other_keys(entry.old, entry.new)
    names: Tuple[Said, ...] = tuple(kinds[code].label if code in kinds else code for code in codes)
    return text("Evidence: {kinds}", kinds=names)


def _other_keys(old: Optional[State], new: Optional[State]) -> Tuple[str, ...]:
    """What is another value now, or is there no more."""
    before, after = old or {}, new or {}
    both = dict.fromkeys((*before, *after))
    return tuple(key for key in both if before.get(key) != after.get(key))


def _review(entry: Recorded, _plan: Plan) -> Text:
    newest = _newest(entry.new, "reviews")
    if newest is None:
        return text("Review taken back")
    outcome = Outcome(newest["outcome"]).label
    return text("Review: {outcome} {words}", outcome=outcome, words=newest.get("text", ""))


def _answer(entry: Recorded, _plan: Plan) -> Text:
    newest = _newest(entry.new, "answers")
    if newest is None:
        return text("Answer taken back")
    kind = AnswerKind(newest["kind"]).label
    return text("Answer to the return: {kind} {words}", kind=kind, words=newest.get("text", ""))


def _newest(state: Optional[State], name: str) -> Optional[State]:
    found = _several(state, name)
    return found[-1] if found else None


def _staged(entry: Recorded, _plan: Plan) -> Text:
    state = entry.new or {}
    stage = next((one.label for one in PhotoStage if one.value == state.get("stage")), "—")
    return text(
        "Photo {photo}: {stage}, station {station}",
        photo=state.get("name") or state.get("file", ""),
        stage=stage,
        station=state.get("station") or "—",
    )


def _measures(entry: Recorded, plan: Plan) -> Text:
    if entry.new is None:
        return text("Putting right: nothing any more")
    ways = dict.fromkeys(one["way"] for one in entry.new.get("measures", []))
    names = tuple(plan.rectification_rules.way_label(way) for way in ways)
    return text("Putting right: {ways}", ways=names)


def _inspected(name: str, said: Text, gone: Text) -> Callable[[Recorded, Plan], Text]:
    def tell(entry: Recorded, _plan: Plan) -> Text:
        newest = _newest(entry.new, name)
        if newest is None or len(_several(entry.new, name)) < len(_several(entry.old, name)):
            return gone
        result = text("in place") if newest["in_place"] else text("not in place")
        return Text(said.template, {"day": newest["on"], "result": result})

    return tell


def _certificate(entry: Recorded, _plan: Plan) -> Text:
    """Which one was issued, or revoked and why."""
    before, after = (_several(state, "certificates") for state in (entry.old, entry.new))
    if len(after) > len(before):
        return text("Certificate {number} issued", number=after[-1]["number"])
    known = {one["number"]: one for one in before}
    revoked = [one for one in after if one != known.get(one["number"])]
    if not revoked:
        return text("Certificate of recultivation")
    last = revoked[-1]
    return text(
        "Certificate {number} revoked: {why}", number=last["number"], why=last["revoked_why"]
    )


def _rechecked(entry: Recorded, plan: Plan) -> Text:
    newest = _newest(entry.new, "rechecks")
    if newest is None:
        return text("Recheck taken back")
    finding = plan.lists.rechecks.findings.get(str(newest["finding"]))
    return text(
        "Recheck of {day}, {cycle}: {finding}",
        day=newest["on"],
        cycle=plan.lists.rechecks.label_of(str(newest["cycle"])),
        finding=finding.label if finding else newest["finding"],
    )


def _turned(entry: Recorded, _plan: Plan) -> Text:
    newest = _newest(entry.new, "turns") or {}
    said = "; ".join(
        str(newest[one]) for one in ("document", "why", "new_patch") if newest.get(one)
    )
    day, who = newest.get("on", ""), newest.get("by", "")
    if newest.get("closed"):
        return text("Closed in the ledger on {day} by {who}: {why}", day=day, who=who, why=said)
    return text("Reopened in the ledger on {day} by {who}: {why}", day=day, who=who, why=said)


def _frozen(entry: Recorded, _plan: Plan) -> Text:
    state = entry.new or {}
    if state.get("freed_on"):
        return text("Quota set free on {day}", day=state["freed_on"])
    return text("Quota frozen on {day}", day=state.get("frozen_on", ""))


def _several(state: Optional[State], name: str) -> List[State]:
    return (state or {}).get(name) or []


def _field_check(entry: Recorded, _plan: Plan) -> Text:
    new = entry.new or {}
    return text("Field check of {day}", day=new.get("checked_on", ""))


def _note(said: Text, gone: Text) -> Callable[[Recorded, Plan], Text]:
    def tell(entry: Recorded, _plan: Plan) -> Text:
        return Text(said.template, {"words": entry.new["text"]}) if entry.new else gone

    return tell


def _only(words: Text) -> Callable[[Recorded, Plan], Text]:
    return lambda _entry, _plan: words


_VERDICT = _verdict
_KINDS: Dict[str, Callable[[Recorded, Plan], Text]] = {
    events.PATCH_ISSUED: _only(text("Issued patch taken in")),
    events.PARCEL_DIVIDED: _only(text("Parcel made")),
    events.PATCH_DIVIDED: _only(text("Parcels of the patch divided or put together")),
    events.FIGURES_COMPUTED: _figures,
    events.FLAGS_ANSWERED: _only(text("Six flags answered")),
    events.EVIDENCE_RECORDED: _evidence,
    events.FIELD_CHECKED: _field_check,
    events.PHOTO_ATTACHED: _photo(text("Photo attached: {photo}")),
    events.PHOTO_DETACHED: _photo(text("Photo taken off: {photo}")),
    events.PHOTO_STAGED: _staged,
    events.RECTIFIED: _measures,
    events.PRELIMINARY: _inspected(
        "preliminary",
        text("The county's inspection of {day}: {result}"),
        text("The county's inspection taken back"),
    ),
    events.APPLIED: _only(text("Application for acceptance")),
    events.ACCEPTED: _inspected(
        "acceptances",
        text("The city's inspection of {day}: {result}"),
        text("The city's inspection taken back"),
    ),
    events.CERTIFIED: _certificate,
    events.RECHECKED: _rechecked,
    events.LEDGER_TAKEN: _only(text("Old case taken into the ledger")),
    events.LEDGER_TURNED: _turned,
    events.FROZEN: _frozen,
    events.SECOND_LOOK: _note(text("Second look: {words}"), text("Second look no longer wanted")),
    events.COMMENTED: _note(text("Comment: {words}"), text("Comment taken off")),
    events.CASE_CHANGED: _only(text("Case and its parcels")),
    events.STOP_NOTICED: _only(text("Stop notice of the case")),
    events.CASE_FILED: _only(text("Steps of the case")),
    events.PENALTIES_CHANGED: _only(text("Penalties of the case")),
    events.TRANSFERS_CHANGED: _only(text("Transfers of the case")),
    events.INTERRUPTED: _only(text("Days of the case that do not count")),
    events.PATCH_LINKED: _only(text("Linked to earlier work")),
    events.REVIEW_GIVEN: _review,
    events.RETURN_ANSWERED: _answer,
}
