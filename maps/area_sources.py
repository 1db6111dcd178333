"""Where areas to divide by come from: polygon layers of the project, and the base data."""

from __future__ import annotations

from pathlib import Path
from typing import List, Union

from qgis.core import QgsMapLayerType, QgsProject, QgsVectorLayer, QgsWkbTypes

from ..core.errors import TubanError
from ..core.geometry import Box
from ..core.overlay.files import open_source
from ..core.overlay.find import find_layers
from ..core.plan import LayerRole, Plan
from .dividing import Area, areas_near
from .shown import TABLE_PROPERTY
from .words import term


class ProjectLayer:
    """A polygon layer that QGIS has open."""

    def __init__(self, layer: QgsVectorLayer, project: QgsProject) -> None:
        self.title = layer.name()
        self.names = {layer.name(), Path(layer.source().partition("|")[0]).stem}
        self.role = ""
        self._layer = layer
        self._project = project

    def near(self, box: Box) -> List[Area]:
        """The areas whose box meets ``box`` (EPSG:4490), with what they are called."""
        return areas_near(self._layer, box, self._project.transformContext())


class BaseLayer:
    """A layer of the base data in the role that the plan gives it."""

    def __init__(self, role: LayerRole, path: Path, layer: str) -> None:
        self.title = f"{term(role.label)} · {path.name}"
        self.names = {layer, path.stem}
        self.role = role.code
        self._role = role
        self._path = path
        self._layer = layer

    def near(self, box: Box) -> List[Area]:
        """The areas whose box meets ``box`` (EPSG:4490), by document, code or number."""
        source = open_source(self._role, self._path, self._layer)
        return [(_name(one.fields, one.fid), one.polygons) for one in source.candidates(box)]


def fits_role(source: Union[ProjectLayer, BaseLayer], role: LayerRole) -> bool:
    """True for a layer in the role, or one that is called as the plan says it may be."""
    names = {name.casefold() for name in source.names}
    return source.role == role.code or any(one.casefold() in names for one in role.layer_names)


def _name(fields: dict, fid: int) -> str:
    return fields.get("document") or fields.get("code") or fields.get("location") or str(fid)


def project_layers(project: QgsProject) -> List[ProjectLayer]:
    """The project's polygon layers in the order of their names, without the casebook's own."""
    layers = [
        layer
        for layer in project.mapLayers().values()
        if layer.type() == QgsMapLayerType.VectorLayer
        and layer.isValid()
        and layer.geometryType() == QgsWkbTypes.GeometryType.PolygonGeometry
        and not layer.customProperty(TABLE_PROPERTY)
    ]
    return [ProjectLayer(one, project) for one in sorted(layers, key=lambda one: one.name())]


def base_layers(folder: str, plan: Plan) -> List[BaseLayer]:
    """The base data of a folder by role; none where there is no such folder."""
    if not folder or not Path(folder).is_dir():
        return []
    try:
        found = find_layers(Path(folder), plan)
    except TubanError:  # several layers fit a role: the overlay's form is the place to choose
        return []
    roles = [role for role in plan.layer_roles if role.code in found]
    return [BaseLayer(role, found[role.code].path, found[role.code].layer) for role in roles]
