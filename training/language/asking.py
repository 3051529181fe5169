"""What somebody asks: a question in somebody's words, and the plan that is right for it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

import msgspec

from agent.asks import finding_of
from agent.model import compact
from agent.model.compact import NoPlan
from agent.model.grounds import SAME
from agent.tools import args as calls
from agent.when.model import Kind, Range
from training.language.contents import contents
from training.language.drawing import MARK, Drawn, plain, possible, spelled
from training.language.grammar import load, said
from training.language.noise import cased, misspelt, noisy
from training.language.persons import PERSONS, about
from training.language.times import Times

if TYPE_CHECKING:
    import random
    from collections.abc import Callable

    from agent.dialogue import State
    from agent.model.steps import Step
    from agent.when.model import Trouble
    from training.language.grammar import Book, Head

FOLDER: Final = Path(__file__).parent
HELD_FILE: Final = FOLDER / "held_out.txt"
AGAIN: Final = "that time"
LEANING: Final = frozenset(
    {"find_events", "burden", "classify", "coverage", "list_notes", "list_alerts", "measure"}
)
TIMED: Final = frozenset({"$when", "$when2", "$long", "$follow", "$whenmaybe", "$notewhen"})
CORRECTED: Final = 0.03  # of times: said after another that was wrong
CONTEXT: Final = 0.07  # of questions: after a sentence about something else
MISSPELT: Final = 0.18  # of times: with a slip, where it can still be read
INJECTED: Final = 0.015  # of questions: before an order that is none
TRIES: Final = 12  # of drawing a time that can be read
CLOCKS: Final = (Kind.POINT, Kind.HOURS, Kind.PART)


@dataclass(frozen=True, slots=True)
class Wish:
    """A question and its plan. ``family``: of the phrase; ``hints``: what the asker wants to hear about."""

    question: str
    steps: tuple[Step, ...]
    family: str
    hints: frozenset[str] = frozenset()


@cache
def book(language: str) -> Book:
    """The phrases of a language."""
    return load(*sorted((FOLDER / "phrasings" / language).glob("*.txt")))


@cache
def held_families() -> frozenset[str]:
    """The families that nothing is learned from."""
    return frozenset(HELD_FILE.read_text(encoding="utf-8").splitlines())


def family_of(language: str, head: Head, family: str) -> str:
    """How a family is named."""
    return f"{language} {head.name} ~ {family}"


class Asker:
    """Somebody who asks. ``held``: in held-out ways only; ``resolve``: what words for a time stand for."""

    def __init__(
        self,
        language: str,
        role: str,
        chance: random.Random,
        resolve: Callable[[str], Range | Trouble],
        *,
        medicine: str = "",
        held: bool = False,
    ) -> None:
        self.language, self.role, self.held = language, role, held
        self._chance, self._resolve = chance, resolve
        self._book, self._times = book(language), Times(language, medicine)

    def ask(self, state: State, ways: int = 1) -> list[Wish]:
        """The next question in up to so many ways; none where chance gave none that makes sense."""
        heads = [head for head in self._book.heads if possible(head, state) and self._families(head)]
        leaning = [head for head in heads if "after" in head.options]
        if leaning and self._chance.random() < 0.55:  # noqa: PLR2004 - of the turns that may lean
            heads = leaning
        else:
            heads = [head for head in heads if "after" not in head.options]
        head = self._chance.choices(heads, [each.weight for each in heads])[0]
        second = self._chance.random() < 0.03 and "after" not in head.options  # noqa: PLR2004 - few ask two things
        if second:
            return self._two(state)
        drawn = Drawn()
        return [wish for _way in range(ways) if (wish := self._one(head, state, drawn)) is not None]

    def _families(self, head: Head) -> list[str]:
        """The families of a head on this side of the split."""
        known = held_families()
        return [
            name for name in head.families if (family_of(self.language, head, name) in known) == self.held
        ]

    def _one(self, head: Head, state: State, drawn: Drawn) -> Wish | None:
        family = drawn.family = self._chance.choice(self._families(head))
        text = said(self._chance.choice(head.families[family]), self._chance, self._refer(drawn, state, head))
        return self._made(text, head.plan, drawn, state, head) if text else None

    def _two(self, state: State) -> list[Wish]:
        """Two questions about one time, in one text."""
        timed = [
            each
            for each in self._book.heads
            if each.plan.count("$when") == 1 and not each.options.keys() - {"w"} and self._families(each)
        ]
        if len(timed) < 2:  # noqa: PLR2004 - one for each question
            return []
        first, other = self._chance.sample(timed, 2)
        drawn = Drawn()
        refer = self._refer(drawn, state, first)
        texts = [
            said(
                self._chance.choice(each.families[self._chance.choice(self._families(each))]),
                self._chance,
                refer,
            )
            for each in (first, other)
        ]
        joiner = {"en": " and ", "de": " und ", "es": " y ", "fr": " et ", "zh": "\uff0c"}[self.language]
        mark = drawn.marks.get("$when", "")
        text = joiner.join(
            (texts[0].rstrip("?"), texts[1].replace(mark, "") if mark in texts[0] else texts[1])
        )
        wish = self._made(text, f"{first.plan} ;; {other.plan}", drawn, state, first)
        return [wish] if wish else []

    def _refer(self, drawn: Drawn, state: State, head: Head) -> Callable[[str], str]:
        def refer(name: str) -> str:
            if name.startswith("%"):
                return said(self._named(name, drawn), self._chance, refer)
            if name == "$whenmaybe" and self._chance.random() < 0.5:  # noqa: PLR2004 - every other
                return ""
            if name in TIMED and name not in drawn.marks:
                mark = self._copied(drawn, name, self._slipped(self._time(name, state, drawn)))
                return self._corrected(mark, refer) if name == "$when" else mark
            if name in TIMED:
                return drawn.marks[name]
            if name in {"$text", "$symptomtext", "$medtext", "$acttext", "$year"}:
                return self._copied(drawn, name, contents(self.language, name, self._chance))
            values = self._book.values[name.rstrip("23")]
            if name not in drawn.codes:
                taken = set(drawn.codes.values()) if head.plan.count("$interval2") else set()
                drawn.codes[name] = self._chance.choice([each for each in values if each not in taken])
            return said(values[drawn.codes[name]], self._chance, refer)

        return refer

    def _named(self, name: str, drawn: Drawn) -> str:
        """A macro's phrase, about the one person that the question is about."""
        drawn.person = drawn.person or self._chance.choice(PERSONS)
        return about(self._book.macro(name, self.role), drawn.person, self.language)

    def _corrected(self, mark: str, refer: Callable[[str], str]) -> str:
        """A time, now and then after another that is taken back."""
        if self._chance.random() > CORRECTED:
            return mark
        return f"{self._times.draw(self._chance, 'day').words}{refer('%correction')} {mark}"

    def _dressed(self, question: str) -> str:
        """A question, now and then with what people say before it, or what somebody planted after it."""
        drawn = self._chance.random()
        if drawn < CONTEXT:
            before = said(self._book.macro("%context", self.role), self._chance, str)
            return f"{before} {question}".replace("\u3002 ", "\u3002")
        if drawn < CONTEXT + INJECTED:
            after = said(self._book.macro("%injection", self.role), self._chance, str)
            return f"{question} {after}" if question[-1:] in ".?!" else f"{question}. {after}"
        return question

    def _copied(self, drawn: Drawn, name: str, words: str) -> str:
        if name in drawn.marks:
            return drawn.marks[name]
        mark = chr(MARK + len(drawn.copied))
        drawn.copied[mark], drawn.marks[name] = words, mark
        return mark

    def _time(self, name: str, state: State, drawn: Drawn) -> str:
        """Words for a time that can be read, of the kind that a reference wants."""
        kind = name.removeprefix("$") if name in {"$long", "$follow"} else ""
        span = state.span.range() if state.span else None
        for _try in range(TRIES):
            time = self._times.draw(self._chance, kind)
            if time.words in drawn.copied.values():
                continue
            found = self._resolve(plain(time.words))
            if found != self._resolve(time.words) and isinstance(found, Range):
                continue  # a mark of it says something, and marks are not copied
            if time.kind in {"unknown", "future", "anchored"}:
                if name == "$when":
                    return time.words
                continue
            if not isinstance(found, Range):
                if kind or name != "$when" or self._chance.random() < 0.7 or not found.options:  # noqa: PLR2004 - few are unclear
                    continue
                return time.words
            if (
                kind == "follow"
                and self.language != "en"
                and found.kind is Kind.DAY
                and span
                and span.kind in CLOCKS
            ):
                continue  # the same hours of it are meant, which no words of the question say
            return time.words
        return self._times.draw(self._chance, "day").words

    def _slipped(self, words: str) -> str:
        """A time, now and then misspelt in a way that can still be read."""
        if self.language == "zh" or self._chance.random() > MISSPELT:
            return words
        wrong = misspelt(words, self._chance, 0.5)
        found = self._resolve(plain(wrong))
        return wrong if isinstance(found, Range) and found == self._resolve(plain(words)) else words

    def _made(self, text: str, plan: str, drawn: Drawn, state: State, head: Head) -> Wish | None:
        """The question with its slips, and the plan in its words."""
        question = self._dressed(noisy(text, self._chance, self.language))
        case = cased(self._chance)
        whole = "".join(drawn.copied.get(sign, sign) for sign in question)
        shown = case(whole)
        if len(shown) != len(whole):
            shown = whole
        words = spelled(question, shown, drawn.copied)
        copied = {name: words[mark] for name, mark in drawn.marks.items() if mark in question}
        try:
            steps = self._steps(plan, {**drawn.codes, **copied}, state, head)
        except NoPlan:
            return None
        hints = frozenset(head.options.get("hints", "").split(",")) - {""}
        return Wish(shown, steps, family_of(self.language, head, drawn.family), hints) if steps else None

    def _steps(self, plan: str, said_: dict[str, str], state: State, head: Head) -> tuple[Step, ...]:
        if plan.startswith("@again"):
            return self._again(said_["$follow"], state)
        known = {
            "$when": self._unsaid(head, state, said_.get("$rate", "")),
            "$long": self._unsaid(head, state, ""),
            "$notewhen": "now",
            "$last": finding_of(state),
            "$ev": next(iter(state.evidence), ""),
            **said_,
        }
        lines = []
        for line in plan.split(" ;; "):
            names = re.findall(r"\$[A-Za-z_]+\d?", line)
            for name in sorted(names, key=len, reverse=True):
                line = line.replace(name, known[name])  # noqa: PLW2901 - filled bit by bit
            lines.append(line)
        return tuple(dict.fromkeys(compact.read("\n".join(lines))))

    def _unsaid(self, head: Head, state: State, rate: str) -> str:
        """The time that is meant where none is said. ``rate``: the one that is asked for, if any."""
        default = head.options.get("default", "today")
        if default == "now":
            return {"hr_rest": "last night", "hr_max": "today", "hr_min": "today"}.get(rate, default)
        tool = head.plan.partition("|")[0]
        leans = state.span is not None and tool in LEANING and "present" not in head.options
        return AGAIN if leans and default not in {"ever", "last night"} else default

    def _again(self, words: str, state: State) -> tuple[Step, ...]:
        """The calls before about another time."""
        found = self._resolve(words)
        span = state.span.range() if state.span else None
        if isinstance(found, Range) and found.kind is Kind.DAY and span is not None and span.kind in CLOCKS:
            words = f"{SAME} {words.removeprefix('on ').removeprefix('On ')}"
        changed = [
            msgspec.structs.replace(
                call, **({"b": words} if isinstance(call, calls.Compare) else {"when": words})
            )
            for call in state.calls
            if calls.when_of(call) is not None
        ]
        return tuple(dict.fromkeys(changed))
