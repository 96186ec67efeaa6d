"""Items of the tables of coverage that go across rules: GDPR Arts 13 and 14, APPI Art. 32, and CompAI's criteria."""

from __future__ import annotations

from typing import Final

from hoshin.check.laws.pack import Item


def _rules(pack: str, *numbers: int | tuple[int, int]) -> tuple[str, ...]:
    """Ids of rules by their numbers; a pair is a range with both ends."""
    listed = (range(one[0], one[1] + 1) if isinstance(one, tuple) else (one,) for one in numbers)
    return tuple(f"{pack}{number}" for part in listed for number in part)


GDPR_ITEMS: Final = (
    Item("controller", ("13(1)(a)", "14(1)(a)"), _rules("GDPR", (101, 104), 108, 109)),
    Item("dpo", ("13(1)(b)", "14(1)(b)"), _rules("GDPR", 106, 107)),
    Item("purposes", ("13(1)(c)", "14(1)(c)"), _rules("GDPR", (201, 207), 213, 214)),
    Item("interests", ("13(1)(d)", "14(2)(b)"), _rules("GDPR", (208, 211))),
    Item("categories", ("", "14(1)(d)"), _rules("GDPR", 605, 607)),
    Item("recipients", ("13(1)(e)", "14(1)(e)"), _rules("GDPR", (301, 304))),
    Item("transfers", ("13(1)(f)", "14(1)(f)"), _rules("GDPR", (305, 311))),
    Item("retention", ("13(2)(a)", "14(2)(a)"), _rules("GDPR", (401, 405))),
    Item("rights", ("13(2)(b)", "14(2)(c)"), _rules("GDPR", (501, 506), 509, 510)),
    Item("withdrawal", ("13(2)(c)", "14(2)(d)"), _rules("GDPR", 507, 508)),
    Item("complaint", ("13(2)(d)", "14(2)(e)"), _rules("GDPR", 511, 512)),
    Item("provision", ("13(2)(e)", ""), _rules("GDPR", 601, 602)),
    Item("source", ("", "14(2)(f)"), _rules("GDPR", 604)),
    Item("automated-decisions", ("13(2)(f)", "14(2)(g)"), _rules("GDPR", 518, 519)),
    Item("time-of-notice", ("", "14(3)"), _rules("GDPR", 606)),
    Item("further-processing", ("13(3)", "14(4)"), _rules("GDPR", 223)),
)
"""rules.md 3.10: provisions of Art. 13 and of Art. 14; an empty one says that the article does not ask for it."""

APPI_ITEMS: Final = (
    Item("appi-business", ("32(1)(i)",), _rules("APPI", (101, 103))),
    Item("appi-purposes", ("32(1)(ii)",), _rules("APPI", 201, 204)),
    Item("appi-procedures", ("32(1)(iii)",), _rules("APPI", (601, 608))),
    Item("appi-security", ("32(1)(iv)",), _rules("APPI", 401, 403, 404)),
    Item("appi-complaints", ("32(1)(iv)",), _rules("APPI", 610)),
    Item("appi-organisation", ("32(1)(iv)",), _rules("APPI", 611)),
    Item("appi-requests", ("32(2), 33, 34, 35",), _rules("APPI", (602, 607))),
)
"""rules.md 4.2."""

COMPAI_ITEMS: Final = (
    Item("c1", ("C1",), _rules("GDPR", 501, 502, 504, 511)),
    Item("c2", ("C2",), _rules("GDPR", 511, 512)),
    Item("c3", ("C3",), _rules("GDPR", 506)),
    Item("c4", ("C4",), _rules("GDPR", 505)),
    Item("c5", ("C5",), _rules("GDPR", 503, 505, 506, 507)),
    Item("c6", ("C6",), _rules("GDPR", 305)),
    Item("c7", ("C7",), _rules("GDPR", 306)),
    Item("c8", ("C8",), _rules("GDPR", 309)),
    Item("c9", ("C9",), _rules("GDPR", 306, 308)),
    Item("c10", ("C10",), _rules("GDPR", 307, 311)),
    Item("c11", ("C11",), _rules("GDPR", 604)),
    Item("c12", ("C12",), _rules("GDPR", 604)),
    Item("c13", ("C13",), _rules("GDPR", 605, 607)),
    Item("c14", ("C14",), _rules("GDPR", 605)),
    Item("c15", ("C15",), _rules("GDPR", 301)),
    Item("c16", ("C16",), _rules("GDPR", 401)),
    Item("c17", ("C17",), _rules("GDPR", 601, 602)),
    Item("c18", ("C18",), _rules("GDPR", 201)),
    Item("c19", ("C19",), _rules("GDPR", 106)),
    Item("c20", ("C20",), _rules("GDPR", 101)),
    Item("c21", ("C21",), _rules("GDPR", 102)),
    Item("c22", ("C22",), _rules("GDPR", 104)),
    Item("c23", ("C23",), _rules("GDPR", 104)),
)
"""Amaral et al., IEEE TSE 48(11), 2022: the 23 criteria of CompAI (rules.md 3.11)."""

TBA_ITEMS: Final = tuple(
    Item(f"tba-{name}", (provision,), _rules("TBA", number))
    for name, provision, number in (
        ("content", "27-12", 101),
        ("recipient", "27-12", 102),
        ("purposes", "27-12", 103),
        ("where", "27-12", 104),
        ("exemptions", "27-12", 105),
    )
)
CCPA_ITEMS: Final = (
    Item("ccpa-categories", ("1798.130(a)(5)(B)",), _rules("CCPA", 101, 102)),
    Item("ccpa-purposes", ("1798.110(c)",), _rules("CCPA", 103)),
    Item("ccpa-sold", ("1798.130(a)(5)(C)",), _rules("CCPA", 104, 107, 110)),
    Item("ccpa-retention", ("1798.100(a)(3)",), _rules("CCPA", 105)),
    Item("ccpa-sensitive", ("1798.121",), _rules("CCPA", 106)),
    Item("ccpa-rights", ("1798.100-.125",), _rules("CCPA", 108, 109)),
    Item("ccpa-date", ("1798.130(a)(5)",), _rules("CCPA", 111, 112, 113, 114)),
    Item("ccpa-dnt", ("22575",), _rules("CCPA", 115)),
)
