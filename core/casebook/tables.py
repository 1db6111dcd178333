"""The tables of the record, declared once.

Areas carry their unit. Flat columns of ``figures`` are for people who open the file in a GIS;
``data`` holds the exact decimals.
"""

from __future__ import annotations

from sqlalchemy import Column, Float, Index, Integer, LargeBinary, Table, Text

from .columns import metadata, texts
from .put_right_tables import ABOUT_PUTTING_RIGHT, certificates

journal = Table(
    "journal",
    metadata,
    Column("seq", Integer, primary_key=True),
    *texts("at", "who", "kind", "subject"),
    Column("old", Text),
    Column("new", Text),
    Column("undoes", Integer),
    *texts("previous_hash", "hash"),
)
Index("journal_subject", journal.c.subject)
Index("journal_undoes", journal.c.undoes)

meta = Table("meta", metadata, Column("key", Text, primary_key=True), *texts("value"))

sources = Table(
    "sources",
    metadata,
    Column("sha256", Text, primary_key=True),
    Column("layer", Text, primary_key=True),
    *texts("name", "crs", "encoding", "area_unit"),
    Column("feature_count", Integer),
    *texts("imported_at", "imported_by"),
)

patches = Table(
    "patches",
    metadata,
    Column("fid", Integer, primary_key=True),
    Column("geom", LargeBinary),
    *texts("number", "kind", "month", "county_code", "county_name", "patch_class"),
    *texts("change_type"),
    Column("before_date", Text),
    Column("after_date", Text),
    Column("issued_area", Text),
    *texts("issued_area_unit"),
    Column("area_m2", Float),
    *texts("remark", "geometry_sha256", "source_sha256"),
    Column("source_row", Integer),
    *texts("issued"),
)
Index("patches_number", patches.c.number, unique=True)
Index("patches_month", patches.c.month)

parcels = Table(
    "parcels",
    metadata,
    Column("fid", Integer, primary_key=True),
    Column("geom", LargeBinary),
    *texts("number", "patch_number", "month", "kind"),
    Column("area_m2", Float),
    Column("area_mu", Float),
    *texts("geometry_sha256", "category", "subcategory"),
    Column("adjusted_mu", Text),
)
Index("parcels_number", parcels.c.number, unique=True)
Index("parcels_patch", parcels.c.patch_number)
Index("parcels_month", parcels.c.month)

FIGURE_COLUMNS = (
    "area_m2",
    "area_mu",
    "cultivated_gross_m2",
    "cultivated_gross_mu",
    "cultivated_m2",
    "cultivated_mu",
    "other_agricultural_m2",
    "other_agricultural_mu",
    "unused_m2",
    "unused_mu",
    "construction_m2",
    "construction_mu",
    "uncovered_m2",
    "uncovered_mu",
    "basic_farmland_m2",
    "basic_farmland_mu",
    "red_line_m2",
    "red_line_mu",
    "urban_m2",
    "urban_mu",
)

figures = Table(
    "figures",
    metadata,
    Column("parcel_number", Text, primary_key=True),
    *(Column(name, Float) for name in FIGURE_COLUMNS),
    *texts("location", "data"),
)

verdicts = Table(
    "verdicts",
    metadata,
    Column("parcel_number", Text, primary_key=True),
    Column("level", Text, primary_key=True),
    *texts("category", "subcategory", "reason", "plan_id", "plan_sha256"),
    *texts("given_at", "given_by"),
)

flags = Table(
    "flags",
    metadata,
    Column("parcel_number", Text, primary_key=True),
    Column("flag", Text, primary_key=True),
    *texts("answer"),
)

photos = Table(
    "photos",
    metadata,
    Column("parcel_number", Text, primary_key=True),
    Column("sha256", Text, primary_key=True),
    *texts("file"),
    Column("size_bytes", Integer),
    Column("taken_at", Text),
    Column("lon_deg", Float),
    Column("lat_deg", Float),
    Column("azimuth_deg", Float),
    *texts("name", "likeness", "stage", "station"),
)

FIELD_CHECK_COLUMNS = (
    "checked_on",
    "way",
    "found",
    "actual_use",
    "stage",
    "build_time",
    "actor",
    "actor_kind",
    "stop_notice",
    "stop_result",
)

field_checks = Table(
    "field_checks",
    metadata,
    Column("parcel_number", Text, primary_key=True),
    *texts("checkers", *FIELD_CHECK_COLUMNS, "data"),
)

evidence = Table(
    "evidence",
    metadata,
    Column("parcel_number", Text, primary_key=True),
    Column("kind", Text, primary_key=True),
    *texts("value", "date", "note"),
)

earlier_links = Table(
    "earlier_links",
    metadata,
    Column("patch_number", Text, primary_key=True),
    Column("source", Text, primary_key=True),
    Column("number", Text, primary_key=True),
    *texts("linked_by", "month"),
    Column("percent", Text),
    Column("earlier_percent", Text),
    *texts("verdict", "found_on", "rectification"),
)

former_parcels = Table(
    "former_parcels",
    metadata,
    Column("number", Text, primary_key=True),
    Column("geom", LargeBinary),
    *texts("patch_number", "month", "kind"),
    Column("area_m2", Float),
    Column("area_mu", Float),
    Column("geometry_sha256", Text, primary_key=True),
    *texts("category", "subcategory"),
    Column("adjusted_mu", Text),
    *texts("shelf"),
)
"""Parcels that gave way to others, with everything that was said of them (``shelf``, JSON by
table): no other table and no layer counts them beside their successors, and undo brings them
back as they were. Two people may have given one number to different land, so the outline is part
of the key."""
Index("former_parcels_patch", former_parcels.c.patch_number)

cases = Table(
    "cases",
    metadata,
    Column("number", Text, primary_key=True),
    *texts("actor", "name", "parcels"),
)

stop_notices = Table(
    "stop_notices",
    metadata,
    Column("case_number", Text, primary_key=True),
    *texts("number", "date", "served_to", "served_on", "result", "note"),
)

filings = Table(
    "filings",
    metadata,
    Column("case_number", Text, primary_key=True),
    *texts("reason", "explanation"),
)

case_steps = Table(
    "case_steps",
    metadata,
    Column("case_number", Text, primary_key=True),
    Column("step", Text, primary_key=True),
    *texts("date", "document", "note"),
)

penalties = Table(
    "penalties",
    metadata,
    Column("case_number", Text, primary_key=True),
    Column("place", Integer, primary_key=True),
    *texts("kind"),
    Column("decided", Text),
    *texts("decided_on", "document"),
    Column("done", Text),
    *texts("done_on", "note"),
)

transfers = Table(
    "transfers",
    metadata,
    Column("case_number", Text, primary_key=True),
    Column("place", Integer, primary_key=True),
    *texts("receiver", "what", "to_whom", "letter", "sent_on"),
    *texts("receipt", "receipt_on", "note"),
)

interruptions = Table(
    "interruptions",
    metadata,
    Column("case_number", Text, primary_key=True),
    Column("place", Integer, primary_key=True),
    *texts("kind", "begun_on", "ended_on", "note"),
)

ABOUT_CASES = (stop_notices, filings, case_steps, penalties, transfers, interruptions)
"""Tables whose rows each say something of one case."""

submissions = Table(
    "submissions",
    metadata,
    Column("seq", Integer, primary_key=True),
    *texts("month", "file", "sha256", "exported_at", "exported_by"),
    *texts("data"),
)

submitted = Table(
    "submitted",
    metadata,
    Column("parcel_number", Text, primary_key=True),
    Column("submission", Integer, primary_key=True),
    Column("round", Integer),
    *texts("content", "day"),
)

reviews = Table(
    "reviews",
    metadata,
    Column("parcel_number", Text, primary_key=True),
    Column("place", Integer, primary_key=True),
    Column("submission", Integer),
    Column("round", Integer),
    *texts("outcome", "day", "who", "reasons", "text", "deadline"),
)

return_answers = Table(
    "return_answers",
    metadata,
    Column("parcel_number", Text, primary_key=True),
    Column("place", Integer, primary_key=True),
    Column("submission", Integer),
    Column("round", Integer),
    *texts("kind", "day", "who", "text"),
)

received = Table(
    "received",
    metadata,
    Column("seq", Integer, primary_key=True),
    *texts("what", "sender", "month", "file", "sha256", "received_at", "received_by"),
    Column("from_seq", Integer),
    Column("base_seq", Integer),
    *texts("base_hash"),
    Column("head_seq", Integer),
    *texts("head_hash", "data"),
)
"""Packages and feedback that were read, each with the part of the sender's journal it brought;
``from_seq`` to ``seq`` are the entries of this journal that came with it."""

known_from = Table(
    "known_from",
    metadata,
    Column("sender", Text, primary_key=True),
    Column("patch_number", Text, primary_key=True),
    Column("seq", Integer),
)
"""Per sender and patch how far the sender's journal was when the patch was last taken over."""

second_looks = Table(
    "second_looks",
    metadata,
    Column("parcel_number", Text, primary_key=True),
    *texts("text", "said_at", "said_by"),
)

comments = Table(
    "comments",
    metadata,
    Column("parcel_number", Text, primary_key=True),
    *texts("text", "said_at", "said_by"),
)

FEATURE_TABLES = (patches, parcels)
"""Tables that GDAL creates with ``fid`` and ``geom`` and a spatial index."""

REPLAYED_TABLES = (
    meta,
    sources,
    patches,
    parcels,
    figures,
    verdicts,
    flags,
    field_checks,
    photos,
    evidence,
    former_parcels,
    cases,
    *ABOUT_CASES,
    earlier_links,
    submissions,
    submitted,
    reviews,
    return_answers,
    received,
    known_from,
    second_looks,
    comments,
    *ABOUT_PUTTING_RIGHT,
)
"""Tables that are what replaying the journal gives."""

ABOUT_PARCELS = tuple(
    table
    for table in REPLAYED_TABLES
    if "parcel_number" in table.primary_key.columns and table is not certificates
)
"""Tables whose rows each say something of one parcel, and go and come back with it; a certificate
keeps its number also when the parcel has given way to others."""
