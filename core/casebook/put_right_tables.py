"""The tables of how parcels are put right, of certificates and of the ledger.

Areas are text: the exact decimals of the entries, in mu.
"""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Float, Index, Integer, Table, Text

from .columns import Json, maybe, metadata, texts

rectifications = Table(
    "rectifications",
    metadata,
    Column("parcel_number", Text, primary_key=True),
    Column("verdict", Json),
    *texts("due", "responsible", "note"),
)

measures = Table(
    "measures",
    metadata,
    Column("parcel_number", Text, primary_key=True),
    Column("place", Integer, primary_key=True),
    *texts("way", "progress"),
    *maybe("area_mu", "cultivated_mu", "basic_farmland_mu", "recultivated_mu"),
    *texts("document", "document_date", "done_on", "note"),
)

preliminaries = Table(
    "preliminaries",
    metadata,
    Column("parcel_number", Text, primary_key=True),
    Column("place", Integer, primary_key=True),
    *texts("on"),
    Column("inspectors", Json),
    Column("in_place", Boolean),
    *texts("finding"),
)

applications = Table(
    "applications",
    metadata,
    Column("parcel_number", Text, primary_key=True),
    Column("place", Integer, primary_key=True),
    *texts("on", "by", "document"),
)

acceptances = Table(
    "acceptances",
    metadata,
    Column("parcel_number", Text, primary_key=True),
    Column("place", Integer, primary_key=True),
    *texts("on"),
    Column("inspectors", Json),
    Column("items", Json),
    Column("in_place", Boolean),
    *texts("outline"),
    *maybe("measured_mu", "inside_mu"),
    *texts("missing", "by_when", "note"),
)

certificates = Table(
    "certificates",
    metadata,
    Column("parcel_number", Text, primary_key=True),
    Column("place", Integer, primary_key=True),
    *texts("number", "office"),
    Column("year", Integer),
    Column("serial", Integer),
    *texts("issued_on", "issued_by", "accepted_on"),
    *maybe("recultivated_mu"),
    *texts("facts_sha256", "revoked_on", "revoked_by", "revoked_why"),
)
Index(
    "certificates_serial",
    certificates.c.office,
    certificates.c.year,
    certificates.c.serial,
    unique=True,
)

rechecks = Table(
    "rechecks",
    metadata,
    Column("parcel_number", Text, primary_key=True),
    Column("place", Integer, primary_key=True),
    *texts("cycle", "on", "by", "finding", "note", "new_patch"),
)

ledger_entries = Table(
    "ledger_entries",
    metadata,
    Column("id", Text, primary_key=True),
    Column("year", Integer),
    *texts("county_code", "county_name", "patch", "parcel", "place", "actor", "project", "use"),
    *texts("found_on"),
    *maybe("area_mu", "cultivated_mu", "basic_farmland_mu"),
    *texts("measure", "due", "progress"),
    *maybe("rectified_mu"),
    *texts("accepted_on", "certificate", "closed_on", "note", "source"),
    Column("source_row", Integer),
    *texts("parcel_number"),
    Column("lon_deg", Float),
    Column("lat_deg", Float),
    Column("written", Json),
)

turns = Table(
    "turns",
    metadata,
    Column("subject", Text, primary_key=True),
    Column("place", Integer, primary_key=True),
    Column("closed", Boolean),
    *texts("on", "by", "basis", "document", "why", "new_patch"),
)

freezings = Table(
    "freezings",
    metadata,
    Column("subject", Text, primary_key=True),
    *texts("frozen_on", "frozen_document", "freed_on", "freed_document"),
)

LISTED = (measures, preliminaries, applications, acceptances, certificates, rechecks)
"""Tables of several rows about a parcel, in order."""

ABOUT_PUTTING_RIGHT = (rectifications, *LISTED, ledger_entries, turns, freezings)
