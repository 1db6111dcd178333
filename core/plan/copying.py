"""A plan of an office's own: copied from another one, and compared with it key by key."""

from __future__ import annotations

import json
import os
import re
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Dict, Iterator, List, Tuple

from ..errors import PlanError
from ..files import cannot_write
from ..text import text
from .files import SAME_IN_ALL, TEMPLATES
from .plan import PLANS, Plan, load_plan
from .reader import Node

PLAN_ID = re.compile(r"[a-z0-9][a-z0-9-]{0,39}\Z")


@dataclass(frozen=True)
class Difference:
    """One key of one file whose value differs; empty text where a plan does not have it."""

    file: str
    key: str
    old: str
    new: str


def copy_plan(plan: Plan, new_id: str, title: str, office: Path) -> Path:
    """Copy a plan to the office's folder under a new id; the folder that was made.

    The copy remembers where it comes from. :raises PlanError: the id cannot be used.
    :raises OutputError: the folder cannot be written.
    """
    target = _free_folder(new_id, office)
    part = office / f".{new_id}.part{os.getpid()}"
    try:
        office.mkdir(parents=True, exist_ok=True)
        part.mkdir()
        for path in sorted(plan.folder.glob("*.json")):
            _copy_file(path, part / path.name, new_id)
        for path in (*plan.files.templates().values(), *plan.files.papers().values()):
            (part / TEMPLATES).mkdir(exist_ok=True)
            shutil.copyfile(path, part / TEMPLATES / path.name)
        _rename_head(part / "plan.json", plan, title)
        os.replace(part, target)
    except OSError as error:
        raise cannot_write(target, error) from error
    finally:
        shutil.rmtree(part, ignore_errors=True)
    load_plan(new_id, office=office)
    return target


def _free_folder(new_id: str, office: Path) -> Path:
    if not PLAN_ID.match(new_id):
        raise PlanError(
            text(
                "“{plan}” cannot be a plan's id: small letters, digits and hyphens, 40 at most.",
                plan=new_id,
            )
        )
    if any((folder / new_id).exists() for folder in (office, PLANS)):
        raise PlanError(text("There is a work plan “{plan}” already.", plan=new_id))
    return office / new_id


def _copy_file(path: Path, target: Path, new_id: str) -> None:
    """Each file names the plan that it is part of."""
    value = json.loads(path.read_text(encoding="utf-8-sig"))
    value["id"] = new_id
    write_json(target, value)


def _rename_head(path: Path, plan: Plan, title: str) -> None:
    head = json.loads(path.read_text(encoding="utf-8"))
    head.update(title=title, copied_from=plan.id)
    write_json(path, head)


def write_json(path: Path, value: object) -> None:
    """Write a file of a plan the way people read it."""
    path.write_text(json.dumps(value, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")


def compare_plans(old: Plan, new: Plan) -> List[Difference]:
    """Every key whose value differs, by file; what the copy has to differ in is left out.

    Members of lists that carry a code or an id are compared by it, wherever they stand.
    """
    return compare_files(files_of(old.folder), files_of(new.folder))


def compare_files(old: Dict[str, object], new: Dict[str, object]) -> List[Difference]:
    """The same of files as read: name → value."""
    found: List[Difference] = []
    for name in sorted({*old, *new}):
        before, after = (_flat(one.get(name)) for one in (old, new))
        skipped = _ITS_OWN if name == "plan.json" else (*_ITS_OWN, *SAME_IN_ALL)
        for key in [*before, *(key for key in after if key not in before)]:
            if before.get(key, "") != after.get(key, "") and key not in skipped:
                found.append(Difference(name, key, before.get(key, ""), after.get(key, "")))
    return found


_ITS_OWN = ("id", "copied_from")


def _flat(value: object) -> Dict[str, str]:
    return dict(_leaves("", value)) if value else {}


def files_of(folder: Path) -> Dict[str, object]:
    """The files of a plan as they are read: name → value."""
    return {path.name: Node.read(path).value for path in sorted(folder.glob("*.json"))}


def _leaves(key: str, value: object) -> Iterator[Tuple[str, str]]:
    if isinstance(value, dict) and value:
        for name, inner in value.items():
            yield from _leaves(f"{key}.{name}".lstrip("."), inner)
    elif isinstance(value, list) and value:
        names = [_name_of(one) for one in value]
        named = all(names) and len(set(names)) == len(names)
        for index, inner in enumerate(value):
            yield from _leaves(f"{key}[{names[index] if named else index}]", inner)
        if named:
            yield f"{key}[]", " ".join(names)  # the order counts, too
    else:
        yield key, value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def _name_of(member: object) -> str:
    if isinstance(member, dict):
        for key in ("code", "id", "name", "file", "evidence"):
            if isinstance(member.get(key), str):
                return str(member[key])
    return ""
