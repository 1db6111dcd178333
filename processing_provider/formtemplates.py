"""Algorithm: templates of the package's forms, to be laid out in WPS or Excel."""

from __future__ import annotations

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
    """Writes each form as a workbook with placeholders."""

    ID = "formtemplates"
    FOLDER = "FOLDER"
    FORMS = "FORMS"

    def title(self) -> str:
        return tr("Templates of forms")

    def about(self) -> str:
        return tr(
            "Writes the package's forms as workbooks with placeholders, to be laid out anew.\n"
            "Move columns, change fonts, add a heading; the row of placeholders is written once "
            "per record, what stands below moves down. Put the workbook into the folder "
            "“templates” of the office's own work plan, under the name it has, and Tuban fills "
            "it. Files that are there already stay as they are."
        )

    def rule(self) -> str:
        return tr(
            "Each column of the form needs its placeholder once, alone in its cell, all in one "
            "row without merged cells. {county}, {year} and {number} can stand anywhere. What is "
            "wrong is told with the cell when the plan is opened. The register of military land "
            "is not among the forms."
        )

    def words(self) -> List[str]:
        return ["template", "form", "xlsx", "模板", "表式", "打印"]

    def define(self) -> None:
        self.add_casebook()
        self.add(
            QgsProcessingParameterFile(
                self.FOLDER, tr("Folder"), behavior=QgsProcessingParameterFile.Behavior.Folder
            ),
            tr("Where to put the templates."),
        )
        self.addOutput(QgsProcessingOutputNumber(self.FORMS, tr("Templates written")))

    def work(self, given: Given) -> Dict[str, object]:
        from ..core.files import whole_file
        from ..core.submission import load_schema
        from ..core.submission.forms import template_bytes

        folder = given.folder(self.FOLDER)
        with given.casebook(read_only=True) as book:
            schema = load_schema(given.plan(book))
        paths = {folder / PurePosixPath(form.file).name: form for form in schema.forms}
        there = [path.name for path in paths if path.exists()]
        if there:
            raise OutputError(
                text("{file} is there already; choose another folder.", file=there[0])
            )
        for path, form in paths.items():
            with whole_file(path) as part:
                part.write_bytes(template_bytes(schema, form, datetime.now()))
        return {self.CASEBOOK: str(given.path(self.CASEBOOK)), self.FORMS: len(paths)}
