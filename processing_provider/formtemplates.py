"""Algorithm: templates of forms and papers, to be laid out in WPS, Excel or Word."""

from __future__ import annotations

import shutil
from datetime import datetime
from pathlib import PurePosixPath
from typing import Dict, List

from qgis.core import (
    QgsProcessingOutputNumber,
    QgsProcessingParameterFile,
)

from ..core.errors import OutputError
from ..core.text import text
from ..maps.words import tr
from .algorithm import Given, TubanAlgorithm


class FormTemplates(TubanAlgorithm):
    """Writes each form as a workbook, each paper as a Word file, with placeholders."""

    ID = "formtemplates"
    FOLDER = "FOLDER"
    FORMS = "FORMS"
    PAPERS = "PAPERS"

    def title(self) -> str:
        return tr("Templates of forms and papers")

    def about(self) -> str:
        return tr(
            "Writes the package's forms as workbooks, and bulletins, reports and notices as Word "
            "files, with placeholders, to be laid out anew.\n"
            "Move columns, change fonts, add a heading; the row of placeholders is written once "
            "per record, what stands below moves down. In a Word file each placeholder takes the "
            "look of its place; one that is taken out leaves its part out. Put the file into the "
            "folder “templates” of the office's own work plan, under the name it has, and Tuban "
            "fills it. Files that are there already stay as they are."
        )

    def rule(self) -> str:
        return tr(
            "Each column of the form needs its placeholder once, alone in its cell, all in one "
            "row without merged cells. {county}, {year} and {number} can stand anywhere, in those "
            "of the ledger {place}, {day} and {first_year}. What is wrong is told with the cell "
            "when the plan is opened. The register of military land is not among the forms."
        )

    def words(self) -> List[str]:
        return ["template", "form", "xlsx", "docx", "word", "模板", "表式", "通报", "打印"]

    def define(self) -> None:
        self.add_casebook()
        self.add(
            QgsProcessingParameterFile(
                self.FOLDER, tr("Folder"), behavior=QgsProcessingParameterFile.Behavior.Folder
            ),
            tr("Where to put the templates."),
        )
        self.addOutput(QgsProcessingOutputNumber(self.FORMS, tr("Templates of forms written")))
        self.addOutput(QgsProcessingOutputNumber(self.PAPERS, tr("Templates of papers written")))

    def work(self, given: Given) -> Dict[str, object]:
        from ..core.files import whole_file
        from ..core.ledger import sheets
        from ..core.ledger.forms import ledger_forms
        from ..core.reports.rules import report_rules
        from ..core.submission import load_schema
        from ..core.submission.forms import template_bytes
        from ..maps.paper_files import template_of

        folder = given.folder(self.FOLDER)
        with given.casebook(read_only=True) as book:
            plan = given.plan(book)
        schema = load_schema(plan)
        papers = {
            folder / one.template: template_of(one, plan)
            for one in report_rules(plan).papers.values()
        }
        now = datetime.now()
        made = {
            folder / PurePosixPath(form.file).name: template_bytes(schema, form, now)
            for form in schema.forms
        }
        for form in ledger_forms(plan).values():
            made[folder / form.template_name] = sheets.template_bytes(form, now)
        there = [path.name for path in (*made, *papers) if path.exists()]
        if there:
            raise OutputError(
                text("{file} is there already; choose another folder.", file=there[0])
            )
        for path, content in made.items():
            with whole_file(path) as part:
                part.write_bytes(content)
        for path, source in papers.items():
            with whole_file(path) as part:
                shutil.copyfile(source, part)
        return {
            self.CASEBOOK: str(given.path(self.CASEBOOK)),
            self.FORMS: len(made),
            self.PAPERS: len(papers),
        }
