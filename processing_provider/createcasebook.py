"""Algorithm: a new, empty casebook."""

from __future__ import annotations

import re
from typing import Dict, List

from qgis.core import (
    QgsProcessingParameterEnum,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterString,
)

from ..core.errors import InputError
from ..core.text import text
from ..maps.plans import known_plan_ids, plan_named
from ..maps.words import tr
from .algorithm import GPKG_FILTER, Given, TubanAlgorithm

COUNTY_CODE = re.compile(r"[0-9]{6}")
COUNTY, CITY = "county", "city"


class CreateCasebook(TubanAlgorithm):
    """Makes the file in which a county's months are kept."""

    ID = "createcasebook"
    PLAN = "PLAN"
    COUNTY_CODE = "COUNTY_CODE"
    COUNTY_NAME = "COUNTY_NAME"
    OFFICE = "OFFICE"

    def title(self) -> str:
        return tr("Create casebook")

    def about(self) -> str:
        return tr(
            "Makes a new, empty casebook for one county.\n"
            "A casebook is one GeoPackage with the patches, the parcels, what was judged about "
            "them and a journal of every change. A file that is there already is never "
            "overwritten."
        )

    def rule(self) -> str:
        return tr(
            "A casebook belongs to one county and one work plan; the plan's dates, thresholds, "
            "categories and flags hold for everything in it."
        )

    def words(self) -> List[str]:
        return ["create", "new", "journal", "新建"]

    def define(self) -> None:
        known = known_plan_ids()
        self.add(
            QgsProcessingParameterEnum(
                self.PLAN,
                tr("Work plan"),
                options=known,
                usesStaticStrings=True,
                defaultValue=known[0],
            ),
            tr("The year's rules, by the name of their folder."),
        )
        self.add(
            QgsProcessingParameterString(self.COUNTY_CODE, tr("County code")),
            tr(
                "Administrative code of the county, six digits; of a branch that has none, the "
                "code of the work plan's list of units."
            ),
        )
        self.add(
            QgsProcessingParameterString(self.COUNTY_NAME, tr("County name")),
            tr("Name of the county, as the forms print it."),
        )
        self.add(
            QgsProcessingParameterFileDestination(
                self.CASEBOOK, tr("Casebook"), fileFilter=GPKG_FILTER
            ),
            tr("The new file; it must not exist yet."),
        )
        self.add_advanced(
            QgsProcessingParameterEnum(
                self.OFFICE,
                tr("Whose casebook"),
                options=[COUNTY, CITY],
                usesStaticStrings=True,
                defaultValue=COUNTY,
            ),
            tr("county: one county's own; city: takes the packages of all its counties."),
        )
        self.add_who()

    def work(self, given: Given) -> Dict[str, object]:
        from ..core.casebook import create_casebook
        from ..core.rounds import Office

        code = given.string(self.COUNTY_CODE)
        plan = plan_named(given.named_choice(self.PLAN))
        if not COUNTY_CODE.fullmatch(code) and plan.unit(code) is None:
            raise InputError(text("“{code}” is not a county code. It has six digits.", code=code))
        name = given.string(self.COUNTY_NAME)
        if not name:
            raise InputError(text("The parameter {name} is empty.", name=self.COUNTY_NAME))
        office = Office(given.named_choice(self.OFFICE))
        path = given.destination(self.CASEBOOK)
        with create_casebook(path, plan, code, name, given.who(), office) as book:
            return {self.CASEBOOK: str(book.path)}
