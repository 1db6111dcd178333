"""A paper written into a folder: Word, PDF, workbook, and where each figure is from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time
from pathlib import Path
from typing import List, Optional, Tuple

from ..core.files import file_name_of
from ..core.model import Finding
from ..core.plan import Plan
from ..core.reports.composing import Paper
from ..core.reports.papers import Desk, Wanted, period_of
from ..core.reports.rules import PaperRule
from ..core.reports.writing import write_sources, write_tables, write_word
from .paper_pdf import write_paper_pdf
from .paper_pictures import Outlines, pictures_of
from .words import chinese

TEMPLATES = Path(__file__).resolve().parents[1] / "resources" / "templates"


@dataclass(frozen=True)
class Written:
    """The files of a paper; ``findings`` are what its template lacks or does not know."""

    word: Path
    files: Tuple[Path, ...]
    findings: Tuple[Finding, ...]


def template_of(rule: PaperRule, plan: Plan) -> Path:
    """The office's own template, in the folder ``templates`` of its plan, or Tuban's."""
    return plan.files.papers().get(rule.template, TEMPLATES / rule.template)


def write_paper(
    desk: Desk,
    wanted: Wanted,
    folder: Path,
    template: Optional[Path] = None,
    outlines: Optional[Outlines] = None,
    pdf: bool = True,
) -> Written:
    """Compose a paper and write it; files of the same name are replaced, each whole.

    :raises InputError: there is no such paper, month or county.
    :raises CasebookError: the casebook begins after the day that is asked about.
    :raises UnreadableFile: the template is no Word file.
    :raises OutputError: a file cannot be written.
    """
    rule = desk.rule(wanted.code)
    paper = desk.paper(wanted)
    when = datetime.combine(wanted.day or date.today(), time())
    name = name_of(desk, wanted, paper)
    word = folder / f"{name}.docx"
    source = template or template_of(rule, desk.plan)
    findings = write_word(paper, pictures_of(paper, outlines), source, word, when)
    files: List[Path] = [word]
    if pdf:
        files.append(folder / f"{name}.pdf")
        write_paper_pdf(word, files[-1])
    files += [folder / f"{name}.xlsx", folder / f"{name}.json"]
    write_tables(paper, files[-2], when, chinese)
    write_sources(paper, files[-1])
    return Written(word, tuple(files), tuple(findings))


def name_of(desk: Desk, wanted: Wanted, paper: Paper) -> str:
    """What its files are called: ``月度通报_2023-04``, of a notice with its county; of a year with
    its last month (``年度工作报告_2023-04``) as long as it is not whole."""
    rule, period = paper.rule, paper.period
    unit = desk.unit_name(wanted) if rule.about_unit else ""
    is_whole = rule.period in ("half_year", "year") and period == period_of(rule, wanted.month)
    span = period.last[:4] if is_whole else period.last
    return file_name_of("_".join(one for one in (rule.label.zh, unit, span) if one))
