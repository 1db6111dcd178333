"""Colours of words in windows. A theme that is changed while QGIS runs asks for a new start."""

from ...maps.inks import ink

ALARM = ink("#d64541")
HURRY = ink("#d9822b")
GOOD = ink("#2e9e5b")
QUIET = ink("#6e737b")
"""Captions and remarks, which stand back behind the values."""
HURRY_DAYS = 3
"""So many days before a term it is told in HURRY."""
