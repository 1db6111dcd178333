"""Handing up (上报): checks, the package and its reader, reports of what was found."""

from .checks import CHECKS, check_month
from .description import PackageSchema
from .package import Package, write_package
from .reader import PackageContent, read_package
from .report import for_others, write_report
from .schema import load_schema

__all__ = [
    "CHECKS",
    "Package",
    "PackageContent",
    "PackageSchema",
    "check_month",
    "for_others",
    "load_schema",
    "read_package",
    "write_package",
    "write_report",
]
