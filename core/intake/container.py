"""A file from outside as a box of layers, whatever its format."""

from __future__ import annotations

import shutil
import tempfile
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Iterator, List, Tuple

from ..errors import InputError, UndecidedInput, UnreadableFile, UnsafeArchive
from ..model import Finding
from ..progress import SILENT, Progress
from ..reading.encoding import UTF8, decode_whole
from ..reading.vector import opened
from ..text import Text, text
from .archive import unpack
from .boundary_txt import is_boundary_txt, read_boundary_txt
from .records import LayerChoice, RawLayer, ReadOptions, note, warning
from .shapefile import read_shapefile, shapefile_choice
from .vector import field_types, layer_choices, read_rows, reference_of

_OGR = (".gpkg", ".gdb", ".geojson", ".json")
_READABLE = (".shp", ".txt", *_OGR)
_GPKG_JOURNAL_MODE = slice(18, 20)
_WRITE_AHEAD = b"\x02\x02"


@dataclass(frozen=True)
class _Found:
    """A layer, the file it is in, and its name there."""

    choice: LayerChoice
    path: Path
    inner: str


class Container:
    """The layers of one file. ``notes`` says what happened on the way to them."""

    def __init__(self, path: Path, scratch: Path, options: ReadOptions) -> None:
        self.path = path
        self._scratch = scratch
        self._options = options
        self._layers: List[_Found] = []
        self._failed: List[Tuple[str, UnreadableFile]] = []
        self.notes: List[Finding] = []

    @property
    def choices(self) -> List[LayerChoice]:
        """What can be chosen from."""
        return [one.choice for one in self._layers]

    def read(self, progress: Progress) -> RawLayer:
        """The layer asked for, or the only one with polygons.

        Raises :class:`UndecidedInput` (layer), :class:`UnreadableFile`.
        """
        found = self._chosen()
        suffix = found.path.suffix.lower()
        scratch = Path(tempfile.mkdtemp(dir=self._scratch))
        if suffix == ".shp":
            raw = read_shapefile(found.path, scratch, self._options.encoding, progress)
        elif suffix == ".txt":
            crs_is_given = bool(self._options.crs)
            raw = read_boundary_txt(found.path, self._options.encoding, crs_is_given, progress)
        else:
            raw = self._read_vector(found, scratch, progress)
        return RawLayer(
            found.choice.name,
            raw.fields,
            raw.rows,
            raw.crs,
            raw.encoding,
            [*self.notes, *raw.notes],
            raw.numeric,
        )

    def _chosen(self) -> _Found:
        asked = self._options.layer
        usable = [one for one in self._layers if one.choice.geometry == "polygon"]
        wanted = [one for one in self._layers if one.choice.name == asked] if asked else usable
        if len(wanted) == 1:
            return wanted[0]
        names = tuple(one.choice.name for one in usable)
        if not names:
            raise self._nothing()
        name = self.path.name
        if asked:
            said = text("{file} has no layer “{name}”. Choose one.", file=name, name=asked)
        else:
            said = text("{file} has several layers. Choose one.", file=name)
        raise UndecidedInput(said, "layer", names)

    def _nothing(self) -> UnreadableFile:
        if self._failed:
            return self._failed[0][1]
        return UnreadableFile(text("{file} has no layer with polygons.", file=self.path.name))

    def _read_vector(self, found: _Found, scratch: Path, progress: Progress) -> RawLayer:
        path, encoding, notes = _readable_copy(found.path, scratch, self._options.encoding)
        with opened(path) as dataset:
            layer = dataset.GetLayerByName(found.inner)
            rows, numeric = read_rows(path, layer, progress)
            names = [name for _, name, _ in field_types(layer)]
            reference = reference_of(layer)
        return RawLayer(found.inner, tuple(names), rows, reference, encoding, notes, numeric)

    def look(self, progress: Progress) -> None:
        """Find the layers; raises :class:`UnreadableFile` or :class:`UnsafeArchive`."""
        if not self.path.exists():
            raise UnreadableFile(text("There is no file {file}.", file=str(self.path)))
        if self.path.suffix.lower() == ".zip":
            self._look_into_zip(progress)
        elif self.path.suffix.lower() in _READABLE:
            self._add(self.path, "")
        else:
            raise UnreadableFile(
                text(
                    "{file} is of no kind that can be read here. Choose a shapefile (.shp or "
                    ".zip), GeoPackage, FileGDB, GeoJSON or boundary text (.txt).",
                    file=self.path.name,
                )
            )

    def _look_into_zip(self, progress: Progress) -> None:
        folder = Path(tempfile.mkdtemp(dir=self._scratch))
        archives = unpack(self.path, folder, self._options.encoding, progress)
        for path in _readable_files(folder):
            try:
                self._add(path, path.relative_to(folder).with_suffix("").as_posix())
            except UnreadableFile as error:
                self._failed.append((path.name, error))
                self.notes.append(warning("archive", error.text, path.name))
        if not self._layers and not self._failed:
            raise self._nothing_in_zip(archives)
        for name in archives:
            self.notes.append(
                note("archive", text("The archive {name} inside was not opened.", name=name), name)
            )

    def _nothing_in_zip(self, archives: List[str]) -> InputError:
        if archives:
            return UnsafeArchive(
                text(
                    "{file} holds nothing but another archive ({name}). Unpack it and open what "
                    "is in it.",
                    file=self.path.name,
                    name=archives[0],
                )
            )
        return UnreadableFile(
            text("{file} holds no file that can be read here.", file=self.path.name)
        )

    def _add(self, path: Path, place: str) -> None:
        suffix = path.suffix.lower()
        scratch = Path(tempfile.mkdtemp(dir=self._scratch))
        if suffix == ".shp":
            choices = [shapefile_choice(path, scratch)]
        elif suffix == ".txt":
            choices = self._text_choice(path, bool(place))
        else:
            copy, _, _ = _readable_copy(path, scratch, self._options.encoding)
            with opened(copy) as dataset:
                choices = layer_choices(dataset)
        for choice in choices:
            name = place or choice.name
            if place and len(choices) > 1:
                name = f"{place}/{choice.name}"
            shown = LayerChoice(name, choice.feature_count, choice.geometry)
            self._layers.append(_Found(shown, path, choice.name))

    def _text_choice(self, path: Path, beside_others: bool) -> List[LayerChoice]:
        """A TXT in an archive may be a mere readme, and is passed over then."""
        if beside_others:
            content, _ = decode_whole(path.name, path.read_bytes(), self._options.encoding)
            if not is_boundary_txt(content):
                return []
        raw = read_boundary_txt(path, self._options.encoding, True, SILENT)
        return [LayerChoice(path.stem, len(raw.rows), "polygon")]


def _readable_files(folder: Path) -> List[Path]:
    paths = [path for path in sorted(folder.rglob("*")) if path.suffix.lower() in _READABLE]
    return [
        path
        for path in paths
        if (path.is_dir() == (path.suffix.lower() == ".gdb"))
        and not any(parent.suffix.lower() == ".gdb" for parent in path.parents)
    ]


def _readable_copy(path: Path, scratch: Path, asked: str) -> Tuple[Path, str, List[Finding]]:
    """The file itself, or a copy where GDAL would write beside it or misread its text."""
    suffix = path.suffix.lower()
    if suffix == ".gpkg" and _writes_beside(path):
        copy = scratch / "copy.gpkg"
        shutil.copyfile(path, copy)
        log = path.with_name(path.name + "-wal")
        if log.is_file():
            shutil.copyfile(log, copy.with_name(copy.name + "-wal"))
        return copy, UTF8, []
    if suffix in (".geojson", ".json"):
        return _json_in_utf8(path, scratch, asked)
    return path, UTF8, []


def _writes_beside(path: Path) -> bool:
    """A database in write-ahead mode gets side files even when it is only read."""
    with path.open("rb") as file:
        return file.read(20)[_GPKG_JOURNAL_MODE] == _WRITE_AHEAD


def _json_in_utf8(path: Path, scratch: Path, asked: str) -> Tuple[Path, str, List[Finding]]:
    data = path.read_bytes()
    try:
        data.decode("utf-8-sig")
    except UnicodeDecodeError:
        content, encoding = decode_whole(path.name, data, asked)
        copy = scratch / "copy.geojson"
        copy.write_text(content, encoding="utf-8")
        said: Text = text(
            "{file} should be UTF-8 but is {encoding}; read so.", file=path.name, encoding=encoding
        )
        return copy, encoding, [warning("encoding", said)]
    return path, UTF8, []


@contextmanager
def opened_container(
    path: Path, options: ReadOptions, progress: Progress = SILENT
) -> Iterator[Container]:
    """Look into a file; whatever had to be unpacked is gone afterwards."""
    scratch = Path(tempfile.mkdtemp(prefix="tuban-"))
    try:
        container = Container(path, scratch, options)
        container.look(progress)
        yield container
    finally:
        shutil.rmtree(scratch, ignore_errors=True)
