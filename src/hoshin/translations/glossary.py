"""The words of a language pair: the project's glossary over the shipped one (translations.md section 11)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache, cached_property, lru_cache
from typing import Annotated, Any, Final

from msgspec import Struct, convert, field
from pydantic import Field, StringConstraints, ValidationError, create_model

from hoshin.kernel.compiled import compiled
from hoshin.kernel.finding import Finding, Severity, finding
from hoshin.kernel.overlay import SHIPPED
from hoshin.kernel.regex import regex
from hoshin.kernel.text import is_wide
from hoshin.policy.faults import schema_findings
from hoshin.policy.placeholders import PATTERN
from hoshin.policy.snapshot import Snapshot
from hoshin.policy.yaml_events import Parsed, parse
from hoshin.policy.yaml_frames import Yaml
from hoshin.schema.base import Frozen
from hoshin.schema.names import Id

_Form = Annotated[str, StringConstraints(min_length=1, max_length=200, pattern=r"^\S(.*\S)?$")]
_Note = Annotated[str, StringConstraints(max_length=2000)]
_OPENING: Final = regex(r"(?:^|[.!?:]\s+)$")
_FIRST: Final = regex(r"\w+")


class Term(Struct, frozen=True):
    """One entry: the forms of the source language, the word of the target, others that are right or wrong."""

    id: str
    forms: tuple[str, ...]
    word: str
    allowed: tuple[str, ...] = ()
    forbidden: tuple[str, ...] = ()
    note: str = ""
    source: str = ""
    since: str = ""

    @property
    def right(self) -> tuple[str, ...]:
        """Every rendering that is right."""
        return (self.word, *self.allowed)


class Glossary(Struct, frozen=True, dict=True, eq=False):
    """The terms of one language pair, made once for the same files. Lookups read a text once for all terms."""

    source: str
    target: str
    terms: tuple[Term, ...] = ()
    findings: tuple[Finding, ...] = ()
    own: frozenset[str] = field(default_factory=frozenset)

    def hits(self, text: str) -> Mapping[Term, bool]:
        """The terms of a source text, each once; the longest form first, and what it matched nothing else matches.

        The value tells whether it is sure: a capitalised word that begins a sentence may be the defined term or any.
        """
        text = PATTERN.sub(lambda match: "\0" * len(match[0]), text)
        found: dict[Term, bool] = {}
        for term, sure in self._hits(text):
            found[term] = sure or found.get(term, False)
        return found

    def _hits(self, text: str) -> Iterator[tuple[Term, bool]]:
        end = 0
        for start in self._starts(text):
            if start < end:
                continue
            for form, term in self._by_beginning.get(self._beginning(text, start), ()):
                if _stands(text, start, form):
                    yield term, not _only_capital_by_place(text, start, form)
                    end = start + len(form)
                    break

    @cached_property
    def _unspaced(self) -> bool:
        return self.source.partition("-")[0] in {"ja", "zh"}

    def _starts(self, text: str) -> Iterator[int]:
        """Points at which a form may begin: each character of a language without spaces, else each word."""
        if self._unspaced:
            return iter(range(len(text)))
        return (match.start() for match in _FIRST.finditer(text))

    def _beginning(self, text: str, start: int) -> str:
        if self._unspaced:
            return text[start].casefold()
        match = _FIRST.match(text, start)
        return match[0].casefold() if match else ""

    @cached_property
    def _by_beginning(self) -> Mapping[str, tuple[tuple[str, Term], ...]]:
        found: dict[str, list[tuple[str, Term]]] = {}
        for term in self.terms:
            for form in term.forms:
                found.setdefault(self._beginning(form, 0), []).append((form, term))
        return {key: tuple(sorted(pairs, key=lambda pair: -len(pair[0]))) for key, pairs in found.items()}

    def has_form(self, label: str) -> bool:
        """Whether an entry names this very form."""
        return any(form.casefold() == label.casefold() for term in self.terms for form in term.forms)


def _stands(text: str, start: int, form: str) -> bool:
    """Whether the form stands there as whole words. Case counts where the form has a capital: Service, Rules."""
    there = text[start : start + len(form)]
    same = there == form if form != form.lower() else there.casefold() == form.casefold()
    return same and not _goes_on(form[-1], text[start + len(form) : start + len(form) + 1])


def _only_capital_by_place(text: str, start: int, form: str) -> bool:
    """Whether one capitalised word begins a sentence: Rules may then be any rules."""
    alone = form[:1].isupper() and form[1:].islower() and form.isalpha()
    return alone and _OPENING.search(text[max(0, start - 8) : start]) is not None


def _goes_on(last: str, following: str) -> bool:
    return following.isalnum() and last.isalnum() and not (is_wide(last) or is_wide(following))


def masked(text: str, words: Sequence[str]) -> str:
    """The text without these words, the longest first: a right word hides a wrong one inside it."""
    for word in sorted(words, key=len, reverse=True):
        text = text.replace(word, "\0")
    return text


def read_glossary(snapshot: Snapshot, source: str, target: str) -> Glossary:
    """The entries of the shipped and the project's file; an entry of the project takes the place of one with its id.

    Entries of a file that are at fault are left out, and told.
    """
    return _glossary(snapshot.files.get(f"translations/{target}/glossary.yaml"), source, target)


@lru_cache(maxsize=16)
def _glossary(data: bytes | None, source: str, target: str) -> Glossary:
    shipped = _shipped(source, target)
    file = f"translations/{target}/glossary.yaml"
    if data is None:
        return Glossary(source, target, shipped)
    own, findings = _read(data, file, source, target)
    terms = {term.id: term for term in (*shipped, *own)}
    return Glossary(source, target, tuple(terms.values()), findings, frozenset(term.id for term in own))


@lru_cache(maxsize=16)
def _shipped(source: str, target: str) -> tuple[Term, ...]:
    """The shipped entries of a pair; none where the tool has no glossary for it."""
    language = target.partition("-")[0]
    renamed = {"en": "forms", language: "word"}
    entries = shipped_entries(language) if source.partition("-")[0] == "en" else ()
    return tuple(convert({renamed.get(key, key): value for key, value in one.items()}, Term) for one in entries)


@cache
def shipped_entries(language: str) -> tuple[Mapping[str, Yaml], ...]:
    """The entries of the tool's own glossary into a language as they are written there; none where it has none."""
    file = SHIPPED / f"translations/{language}/glossary.yaml"
    terms = compiled(file)["terms"] if file.is_file() else None
    return tuple(one for one in terms if isinstance(one, dict)) if isinstance(terms, list) else ()


@lru_cache(maxsize=16)
def read_file(data: bytes, file: str) -> Parsed:
    """A file of a glossary as it reads, for the terms and for the words that a redline never cuts."""
    return parse(data, file)


@lru_cache(maxsize=16)
def _read(data: bytes, file: str, source: str, target: str) -> tuple[tuple[Term, ...], tuple[Finding, ...]]:
    parsed = read_file(data, file)
    if any(item.severity is Severity.ERROR for item in parsed.findings) or parsed.value is None:
        return (), parsed.findings
    model = _model(source, target)
    value = parsed.value
    try:
        read = model.model_validate(value)
    except ValidationError as error:
        found = schema_findings(error, value, parsed.places, model)
        return (), (*parsed.findings, *found)
    terms = tuple(Term(**entry.model_dump()) for entry in read.terms)
    return terms, (*parsed.findings, *_twice(terms, parsed))


def _twice(terms: tuple[Term, ...], parsed: Parsed) -> Iterator[Finding]:
    """Entries with one id, and forms that two entries of the file claim."""
    seen: dict[str, str] = {}
    for position, term in enumerate(terms):
        names = [f"id {term.id}", *(f"“{form}”" for form in dict.fromkeys(term.forms))]
        for name in names:
            if name in seen:
                place = parsed.places.get(("terms", position))
                args = {"form": name, "first": seen[name], "second": term.id}
                yield finding("tr-glossary", Severity.ERROR, f"terms/{term.id}", place, message="tr-glossary", **args)
            seen.setdefault(name, term.id)


@lru_cache(maxsize=16)
def _model(source: str, target: str) -> Any:  # noqa: ANN401 - a type made for the two languages
    """The type of a glossary file: its keys are the languages' own codes."""
    forms = Annotated[tuple[_Form, ...], Field(min_length=1)]
    term = create_model(
        "GlossaryTerm",
        __base__=Frozen,
        id=(Id, ...),
        forms=(forms, Field(alias=source)),
        word=(_Form, Field(alias=target)),
        allowed=(tuple[_Form, ...], ()),
        forbidden=(tuple[_Form, ...], ()),
        note=(_Note, ""),
        source=(_Note, ""),
        since=(_Note, ""),
    )
    terms = Annotated[tuple[term, ...], Field(max_length=5000)]
    return create_model("GlossaryFile", __base__=Frozen, terms=(terms, ()))
