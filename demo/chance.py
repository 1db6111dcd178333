"""Chance that repeats: one generator per subject, so that a change in one leaves the others."""

from __future__ import annotations

import zlib

import numpy as np


def rng(seed: int, *subject: object) -> np.random.Generator:
    """The generator of one subject (any words or numbers) under one seed."""
    words = [zlib.crc32(repr(part).encode("utf-8")) for part in subject]
    return np.random.Generator(np.random.PCG64([seed, *words]))
