"""The dock: stepping through a month, seeing everything about a parcel, judging it."""
