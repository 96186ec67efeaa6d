"""Constrained words: ids, references, terms, places on the net."""

from typing import Annotated, Final, Literal

from msgspec import Struct
from pydantic import Field, StrictBool, StringConstraints

from hoshin.schema.once import Once


class Wording(Struct, frozen=True):
    """Marks a string that people read: a unit of translation, with placeholders and inline markup."""


Prose = Annotated[str, StringConstraints(min_length=1, max_length=20_000), Wording(), Once()]
"""Words that the document or its summary prints; each is one unit, translated and compared as prose."""

Id = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9-]{1,63}$"), Once()]
"""A permanent name: opaque, never made from a title, never used again for another thing."""

FactRef = Annotated[
    str, StringConstraints(pattern=r"^[a-z][a-z-]{1,30}(/[a-z0-9][a-z0-9-]{0,63}){0,3}$", max_length=240), Once()
]
"""A fact or a field of one: `purpose/newsletter`, `retention/default/period`, `children/min-age`."""

Curie = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9-]{0,20}:[A-Za-z0-9][A-Za-z0-9_-]{0,80}$"), Once()]
"""A term of a vocabulary: `dpv:DirectMarketing`, `eu-gdpr:A6-1-f`."""

LocaleCode = Annotated[str, StringConstraints(pattern=r"^[a-z]{2,3}(-[A-Z]{2})?$"), Once()]
Country = Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}$"), Once()]
COUNTRY_FIELDS: Final = frozenset(
    {"country", "countries", "places", "operator_countries", "server_countries", "candidate_countries"}
)
"""Fields of the model that hold codes of ISO 3166-1; the first holds one, the others a list."""
Region = Annotated[str, StringConstraints(pattern=r"^[A-Z]{2,3}(-[A-Z0-9]{1,3})?$"), Once()]
Email = Annotated[
    str, StringConstraints(pattern=r"^[^\s@<>\"(){}\[\]]{1,64}@[A-Za-z0-9.-]{1,190}\.[A-Za-z]{2,24}$"), Once()
]
Url = Annotated[str, StringConstraints(pattern=r"^https://[^\s<>\"{}|\\^`]+$", max_length=2_008), Once()]
"""Its length is no part of the pattern: `{1,2000}` of a class with all characters takes 30 ms to be made."""
Phone = Annotated[str, StringConstraints(pattern=r"^\+?[0-9][0-9 ()-]{4,30}$"), Once()]
Version = Annotated[str, StringConstraints(pattern=r"^[0-9]{1,6}\.[0-9]{1,6}\.[0-9]{1,6}$"), Once()]
Word = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_-]{1,63}$"), Once()]
"""An own word of an open list (an event, a class of recipients)."""
PlainText = Annotated[str, StringConstraints(min_length=1, max_length=2_000), Once()]
"""Text for the people who keep the policy; never printed, never translated."""
Flag = Annotated[StrictBool, Once()]
Age = Annotated[int, Field(ge=0, le=120)]

Selector = Literal["any"] | tuple[Id, ...]
"""Which entities a group statement speaks of; `any` stays symbolic until the matrix expands it."""
