"""One term, one word: what the glossary asks for stands in the translation, what it forbids does not."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from hoshin.kernel.finding import Severity
from hoshin.translations.glossary import masked
from hoshin.translations.parity import Lint, Pair, Trouble

_SPELLINGS: Final = (("又は", "または"), ("及び", "および"), ("若しくは", "もしくは"), ("並びに", "ならびに"))


def find(pair: Pair) -> Iterator[Trouble]:
    """Each term of the source whose word is missing, or for which a forbidden one stands."""
    terms = pair.glossary.hits(pair.source) if pair.glossary else {}
    target = _cased(pair.target, pair)
    right = [_cased(word, pair) for term in terms for word in term.right]
    rest = masked(target, right)
    for term, sure in terms.items():
        wrong = next((word for word in term.forbidden if _cased(word, pair) in rest), None)
        form = next((form for form in term.forms if form.casefold() in pair.source.casefold()), term.forms[0])
        if wrong is not None:
            yield Trouble({"term": form, "found": wrong, "word": term.word}, "forbidden")
        elif sure and not any(_cased(word, pair) in target for word in term.right):
            yield Trouble({"term": form, "word": term.right}, "preferred", Severity.WARNING)


def _cased(word: str, pair: Pair) -> str:
    """The word as it is compared: case does not count, nor does the spelling of a Japanese conjunction."""
    if not pair.is_japanese:
        return word.casefold()
    for kanji, kana in _SPELLINGS:
        word = word.replace(kanji, kana)
    return word


LINT = Lint("ja-glossary", Severity.ERROR, find, ("forbidden", "preferred"))
