"""A table that cannot be written to its end is no table."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from qgis.core import QgsProcessingException

from tuban.maps.field_types import INTEGER, TEXT
from tuban.processing_provider.result_table import write_rows

COLUMNS = {"number": TEXT, "count": INTEGER}


class FullAfter:
    """A sink that takes so many features and then no more, like a disk that is full."""

    def __init__(self, room):
        self.room = room
        self.rows = []

    def addFeature(self, feature, _flags):
        if len(self.rows) == self.room:
            return False
        self.rows.append(feature.attributes())
        return True


def given_with(sink, **parameters):
    algorithm = SimpleNamespace(
        parameterAsSink=lambda *_: (sink, "there"),
        invalidSinkError=lambda *_: "no such place",
        writeFeatureError=lambda *_: "not written",
    )
    return SimpleNamespace(algorithm=algorithm, parameters=parameters, context=None)


def test_rows_in_the_order_of_the_columns():
    sink = FullAfter(9)
    rows = iter([("1", 2), ["3", None]])
    assert write_rows(given_with(sink, OUTPUT="x"), COLUMNS, rows) == {"OUTPUT": "there"}
    assert [row[0] for row in sink.rows] == ["1", "3"]
    assert sink.rows[0][1] == 2


def test_a_row_that_is_not_taken_ends_the_run():
    with pytest.raises(QgsProcessingException, match="not written"):
        write_rows(given_with(FullAfter(1), OUTPUT="x"), COLUMNS, [("1", 2), ("3", 4)])


def test_a_place_that_is_none_is_told_and_no_place_is_no_table():
    with pytest.raises(QgsProcessingException, match="no such place"):
        write_rows(given_with(None, OUTPUT="x"), COLUMNS, [])
    assert write_rows(given_with(None), COLUMNS, [("1", 2)]) == {}
