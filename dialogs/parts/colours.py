"""Colours of words; readable on light and dark themes."""

ALARM = "#d64541"
HURRY = "#d9822b"
GOOD = "#2e9e5b"
QUIET = "#6e737b"
"""Captions and remarks, which stand back behind the values."""
