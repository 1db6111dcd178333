"""What every algorithm owes to the toolbox, the model designer and qgis_process."""

from __future__ import annotations

import json
import re
import shutil

import pytest
from qgis.core import (
    QgsApplication,
    QgsProcessingAlgorithm,
    QgsProcessingModelAlgorithm,
    QgsProcessingModelChildAlgorithm,
    QgsProcessingParameterDefinition,
)

from tuban.core.plan.plan import PLANS
from tuban.maps.settings import Settings
from tuban.processing_provider.provider import TubanProvider

# These work on any layers and know no casebook.
FREE = ["coverage", "overlay", "threshold"]
LEDGER = ["accountabilitydossier", "freezelist", "importledger", "ledger", "rechecks"]
PAPERS = ["bulletin", "overview", "ratio", "report", "statistics", "warningnotice"]
NAMES = [
    "accountabilitydossier",
    "attachphotos",
    "bulletin",
    "casedeadlines",
    "certificates",
    "checkpackage",
    "checkrectification",
    "checksubmission",
    "compareexport",
    "coverage",
    "createcasebook",
    "dossiers",
    "exportsubmission",
    "fieldsheets",
    "formtemplates",
    "freezelist",
    "importinspections",
    "importledger",
    "importpatches",
    "importrectification",
    "ledger",
    "linkearlier",
    "mergework",
    "mustvisit",
    "overlay",
    "overlayareas",
    "overview",
    "prepareimagery",
    "progress",
    "proposals",
    "ratio",
    "readfeedback",
    "readpackage",
    "rechecks",
    "recordcases",
    "recordevidence",
    "recordfieldchecks",
    "recordverdicts",
    "rectification",
    "report",
    "revokecertificates",
    "signs",
    "splitparcels",
    "splitwork",
    "spotcheck",
    "statistics",
    "supervisionsheets",
    "threshold",
    "verifycasebook",
    "verifycertificate",
    "warningnotice",
    "writefeedback",
]


@pytest.fixture(scope="module")
def provider(qgis_app):
    made = TubanProvider()
    assert QgsApplication.processingRegistry().addProvider(made)
    yield made
    QgsApplication.processingRegistry().removeProvider(made)


@pytest.fixture(params=NAMES)
def algorithm(request, provider) -> QgsProcessingAlgorithm:
    made = QgsApplication.processingRegistry().createAlgorithmById(f"tuban:{request.param}")
    assert made is not None
    return made


def test_the_ids_are_final(provider):
    assert provider.id() == "tuban"
    assert sorted(algorithm.name() for algorithm in provider.algorithms()) == NAMES


def test_the_icon_is_there(provider, algorithm):
    assert not provider.icon().isNull()
    assert provider.icon().availableSizes() or not provider.icon().pixmap(24, 24).isNull()
    assert not algorithm.icon().pixmap(24, 24).isNull()


def test_it_has_a_name_a_group_and_words_to_be_found_by(algorithm):
    assert algorithm.displayName()
    group = ("A county's month", "month")
    if algorithm.name() in FREE:
        group = ("Overlay", "overlay")
    elif algorithm.name() in LEDGER:
        group = ("Ledger of all years", "ledger")
    elif algorithm.name() in PAPERS:
        group = ("The city's papers", "papers")
    assert (algorithm.group(), algorithm.groupId()) == group
    assert {"图斑", "tuban"} <= set(algorithm.tags())
    assert len(algorithm.tags()) > 6


def test_every_parameter_and_output_is_described(algorithm):
    """A file destination makes an output of its own; its name says what it is."""
    help_text = algorithm.shortHelpString()
    for parameter in algorithm.parameterDefinitions():
        assert parameter.description() and parameter.help(), parameter.name()
        assert parameter.description().split("“")[0] in help_text
    for output in algorithm.outputDefinitions():
        assert output.description(), output.name()
        assert f"<b>{output.name()}</b>" in help_text
    for heading in ("Inputs", "Outputs", "Rule"):
        assert f"<h3>{heading}</h3>" in help_text
    assert algorithm.shortDescription() and "\n" not in algorithm.shortDescription()


def test_the_casebook_goes_in_and_comes_out(algorithm):
    """So that a model can put one step after another."""
    if algorithm.name() in FREE:
        assert algorithm.parameterDefinition("CASEBOOK") is None
        return
    assert algorithm.parameterDefinition("CASEBOOK").type() in ("file", "fileDestination")
    assert algorithm.outputDefinition("CASEBOOK").type() == "outputFile"


def test_parameters_are_named_like_constants_of_the_class(algorithm):
    names = [parameter.name() for parameter in algorithm.parameterDefinitions()]
    assert all(re.fullmatch(r"[A-Z_]+", name) for name in names)
    from tuban.core.plan import load_plan

    roles = {role.code.upper() for role in load_plan("liaocheng-2023").layer_roles}
    constants = set(vars(type(algorithm)).values()) if isinstance(algorithm, type) else None
    constants = {
        value
        for kind in type(algorithm).__mro__
        for value in vars(kind).values()
        if isinstance(value, str)
    }
    assert set(names) <= constants | roles


def test_who_is_among_the_advanced_ones(algorithm):
    who = algorithm.parameterDefinition("WHO")
    if algorithm.name() in (
        "casedeadlines",
        "checkpackage",
        "checkrectification",
        "checksubmission",
        "compareexport",
        "dossiers",
        "fieldsheets",
        "formtemplates",
        "freezelist",
        "ledger",
        "mustvisit",
        "prepareimagery",
        "progress",
        "proposals",
        "rectification",
        "rechecks",
        "signs",
        "supervisionsheets",
        "verifycasebook",
        "verifycertificate",
        *PAPERS,
        *FREE,
    ):
        assert who is None  # they change nothing
    else:
        assert who.flags() & QgsProcessingParameterDefinition.Flag.FlagAdvanced
        assert who.flags() & QgsProcessingParameterDefinition.Flag.FlagOptional


def test_it_can_be_cancelled_and_runs_beside_the_window(algorithm):
    assert algorithm.flags() & QgsProcessingAlgorithm.Flag.FlagCanCancel
    # Layouts and the project's layers belong to the main thread.
    in_the_window = algorithm.name() in ("certificates", "dossiers", "fieldsheets")
    threading = algorithm.flags() & QgsProcessingAlgorithm.Flag.FlagNoThreading
    assert bool(threading) == in_the_window


def test_the_model_designer_takes_it(algorithm):
    model = QgsProcessingModelAlgorithm("month", "Month")
    child = QgsProcessingModelChildAlgorithm(algorithm.id())
    child.setChildId("step")
    assert child.algorithm() is not None
    assert model.addChildAlgorithm(child) == "step"
    assert not algorithm.flags() & QgsProcessingAlgorithm.Flag.FlagHideFromModeler


def test_an_offices_own_plan_is_offered_and_a_broken_one_breaks_nothing(
    qgis_app, tmp_path, monkeypatch
):
    shipped = PLANS / "liaocheng-2023"
    for name, layers in (("own-2024", None), ("broken-2024", "{")):
        shutil.copytree(shipped, tmp_path / name)
        head = json.loads((shipped / "plan.json").read_text(encoding="utf-8"))
        text = json.dumps({**head, "id": name}, ensure_ascii=False)
        (tmp_path / name / "plan.json").write_text(text, encoding="utf-8")
        if layers:
            (tmp_path / name / "layers.json").write_text(layers, encoding="utf-8")
    monkeypatch.setattr(Settings, "plans_folder", tmp_path)
    provider = TubanProvider()
    provider.refreshAlgorithms()
    assert {one.name() for one in provider.algorithms()} == set(NAMES)
    for name in ("createcasebook", "overlay", "threshold"):
        offered = provider.algorithm(name).parameterDefinition("PLAN").options()
        assert any("own-2024" in option for option in offered), name
