"""The work plans that can be chosen: the shipped ones and the office's own."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Iterator, List, Tuple

from ..core.errors import PlanError
from ..core.model import Dossier
from ..core.plan import Plan, load_plan, plan_ids
from ..core.progress import Progress, check_cancelled
from ..core.text import text
from .settings import Settings
from .words import tr

if TYPE_CHECKING:
    from ..core.casebook import Casebook
    from ..core.legality import Otherwise


def known_plans(settings: Settings) -> Tuple[List[Plan], List[PlanError]]:
    """Every plan that loads, and what is wrong with the others."""
    office = settings.plans_folder
    plans: List[Plan] = []
    errors: List[PlanError] = []
    for plan_id in plan_ids(office=office):
        try:
            plans.append(load_plan(plan_id, office=office))
        except PlanError as error:
            errors.append(error)
    return plans, errors


def known_plan_ids() -> List[str]:
    """The ids to choose from: the office's own plans among the shipped ones."""
    return plan_ids(office=Settings().plans_folder)


def plan_named(plan_id: str) -> Plan:
    """A plan by its id, the office's own before a shipped one; raises :class:`PlanError`."""
    return load_plan(plan_id, office=Settings().plans_folder)


def whole_plan(plan_id: str, plans: Path) -> Plan:
    """A plan of a folder through the one door, with all that single rooms read of it."""
    from ..core.whole_plan import load_whole_plan

    return load_whole_plan(plan_id, plans)


def plan_title(plan: Plan) -> str:
    """The plan's title with its mark: an example must not be mistaken for a plan."""
    title = f"{plan.title} ({plan.id})"
    return tr("{title} · example").format(title=title) if plan.is_example else title


def different_under(book: Casebook, old: Plan, new: Plan, progress: Progress) -> List[Otherwise]:
    """The judged parcels of all months that another plan would propose otherwise."""
    from ..core.legality import judged_otherwise

    progress.say(text("Comparing the two plans"))
    return judged_otherwise(_counted(book.dossiers(), progress), old, new)


def _counted(dossiers: List[Dossier], progress: Progress) -> Iterator[Dossier]:
    for index, dossier in enumerate(dossiers):
        check_cancelled(progress)
        progress.at(index, len(dossiers))
        yield dossier
