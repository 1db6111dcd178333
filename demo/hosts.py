"""Who lives where: gives each patch a block of its own and prepares the block for it."""

from __future__ import annotations

from typing import Dict, List

from .chance import rng
from .county import Block, Key, Plan
from .scenarios import MILITARY, Scenario, cast, mines

# Kinds of block that a scenario accepts, tried in order.
_WISHES: Dict[str, List[str]] = {
    "urban": ["urban", "field"],
    "field": ["field", "arable", "river"],
    "river": ["river"],
    "plain": ["field"],
    "plain_river": ["river"],
    "waste": ["field", "arable"],
    "mining": ["arable", "field"],
    "barracks": ["arable", "field"],
}
# What a block becomes for its guest.
_BECOMES = {
    "plain": "plain",
    "plain_river": "plain",
    "waste": "waste",
    "mining": "mining",
    "barracks": "barracks",
}
_ARABLE = ("field", "dry", "orchard", "nursery", "slope")


def settle(plan: Plan, small: bool) -> Dict[Key, Scenario]:
    """The scenario hosted by each block; blocks change kind and protection accordingly."""
    chance = rng(plan.seed, "hosts")
    guests = [*cast(small), *mines(small), MILITARY]
    # The choosy first: plain fields, river banks and urban land are scarce.
    order = ["plain_river", "river", "urban", "plain", "waste", "mining", "barracks", "field"]
    guests.sort(key=lambda guest: order.index(guest.where))
    free = [plan.county_blocks[n] for n in chance.permutation(len(plan.county_blocks))]
    hosted: Dict[Key, Scenario] = {}
    for guest in guests:
        block = _choose(plan, free, guest)
        free.remove(block)
        hosted[block.key] = guest
        _prepare(block, guest)
    return hosted


def _choose(plan: Plan, free: List[Block], guest: Scenario) -> Block:
    for wish in _WISHES[guest.where]:
        for block in free:
            if _fits(plan, block, wish):
                return block
    raise LookupError(f"no block left for {guest.key}: the county is too small")


def _fits(plan: Plan, block: Block, wish: str) -> bool:
    # The red line follows the river; the block above it is where it ends.
    beside_river = block.key[1] == plan.river_row
    if wish == "urban":
        return block.urban and block.kind == "field"
    if block.urban or block.kind not in _ARABLE:
        return False
    if wish == "river":
        return beside_river
    if wish == "field":
        return block.kind == "field" and not beside_river
    return not beside_river


def _prepare(block: Block, guest: Scenario) -> None:
    block.host = guest.key
    block.kind = _BECOMES.get(guest.where, "host" if block.kind == "field" else block.kind)
    block.tiers = 2
    if guest.basic != "any":
        block.basic = guest.basic
