"""Colours of warnings; readable on light and dark themes."""

ALARM = "#d64541"
HURRY = "#d9822b"
GOOD = "#2e9e5b"
