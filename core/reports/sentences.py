"""Draft sentences: the plan's words with the figures put in, every figure remembered."""

from __future__ import annotations

from dataclasses import replace
from typing import Dict, List, Optional, Sequence, Set

from ..rounds import Office
from ..statistics.tables import DASH
from ..text import Translate
from .counting import BEFORE, CHANGE, Counting, change_words
from .grids import row_name
from .rules import DUE, FigureRef, LineRule, ReportRules, put_words, words_in


class Sentences:
    """Says lines in the words of an office; ``words`` are the paper's own (its month, its place).

    ``say`` gives the language of the few words that are not the plan's.
    """

    def __init__(
        self,
        counting: Counting,
        rules: ReportRules,
        words: Dict[str, str],
        office: Office,
        say: Translate,
    ) -> None:
        self._counting, self._rules, self._words = counting, rules, words
        self._office, self._say = office, say

    def said(self, place: str, lines: Sequence[LineRule]) -> List[str]:
        """The lines that are to be said, in order."""
        found = []
        figures: Set[FigureRef] = set()
        for line in lines:
            words = line.words[self._office] if self._is_said(line) else line.otherwise
            if words and not self._only_repeats(words, figures):
                found.append(self.put(place, words, line.listed))
                figures.update(_figures(words))
        return found

    def _only_repeats(self, words: str, said: Set[FigureRef]) -> bool:
        """True where months are added up to the paper's own (in January), whose figures were
        said."""
        counting, refs = self._counting, _figures(words)
        return bool(refs) and all(
            one.span
            and counting.span(one.span) == counting.period
            and replace(one, span="") in said
            for one in refs
        )

    def _is_said(self, line: LineRule) -> bool:
        refs = _figures(line.words[self._office])
        if not self._counting.has_before and any(one.of for one in refs):
            return False
        if line.if_due and not int(self._words[DUE]):
            return False
        return line.only is None or bool(self._counting.cell(line.only).value)

    def put(self, place: str, words: str, listed: Optional[FigureRef] = None) -> str:
        """A line with its words and figures; ``listed`` is told of each unit or township."""
        said = put_words(words, lambda word: self._word(place, word, listed))
        # A share of nothing is no per cent.
        return said.replace(f"{DASH}{self._rules.units['percent']}", DASH)

    def _word(self, place: str, word: str, listed: Optional[FigureRef]) -> str:
        if word == "units" and listed:
            return self._units(place, listed)
        ref = FigureRef.parse(word)
        return self._words[word] if ref is None else self._figure(place, ref)

    def _figure(self, place: str, ref: FigureRef) -> str:
        counting = self._counting
        now = counting.cell(ref)
        where = counting.full_name(ref)
        if ref.of != CHANGE:
            return counting.note(place, where, counting.shown(now, ref), ref, "", now)
        before = counting.cell(FigureRef(ref.table, ref.column, BEFORE, ref.span))
        return counting.note(place, where, change_words(now, before, self._rules), ref, "", now)

    def _units(self, place: str, ref: FigureRef) -> str:
        """Each with its figure, the largest first: ``甲县（3个）、乙县（1个）``."""
        counting, told = self._counting, []
        cells = [(row, cell) for row, cell in counting.units(ref) if cell.value]
        for row, cell in sorted(cells, key=lambda one: -(one[1].value or 0)):
            words = f"{cell.shown}{self._rules.units[cell.unit]}"
            name = row_name(row, counting.parts, self._say)
            counting.note(place, name, words, ref, name, cell)
            told.append(f"{name}（{words}）")
        return "、".join(told)


def _figures(words: str) -> List[FigureRef]:
    """The figures that are asked for in a line."""
    return [ref for ref in map(FigureRef.parse, words_in(words)) if ref]
