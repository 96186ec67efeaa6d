"""What a locale.yaml may say: the words and patterns with which one language writes values."""

from collections.abc import Mapping
from datetime import date
from typing import Annotated, Literal, LiteralString

from msgspec import field
from pydantic import Field, StringConstraints

from hoshin.policy.closing import ClosingLine, WhichDates
from hoshin.schema.model_of import Record
from hoshin.schema.money import Currency
from hoshin.schema.names import Country, Flag, LocaleCode, Region, Word
from hoshin.translations.patterns import slots

_Text = Annotated[str, StringConstraints(max_length=500)]
_Count = Annotated[_Text, slots("count")]
_Period = Annotated[_Text, slots("period")]
_Number = Annotated[_Text, slots(may="number alpha upper roman kana iroha kanji circled")]
_Part = Annotated[_Text, slots(may="floor building street city region postal_code country")]
_Title = Annotated[_Text, slots("title", "number")]
_Place = Annotated[_Text, slots("place document")]
_Members = Annotated[_Text, slots("members")]
_Event = Annotated[_Text, slots("event")]
_End = Annotated[_Text, slots("end")]
_Limits = Annotated[_Text, slots("least greatest")]


class Headings(Record, frozen=True):
    """The heading of an article in each style."""

    decimal: _Title
    article: _Title
    plain: _Title


_Marks = Annotated[tuple[_Number, ...], Field(min_length=1)]


class ItemReferences(Record, frozen=True):
    """What a list item is called in a reference, for each numbering, level by level."""

    decimal: _Marks
    lower_alpha: _Marks
    upper_alpha: _Marks
    lower_roman: _Marks


class References(Record, frozen=True):
    """How a place in the document is called, level by level."""

    article: _Number
    paragraph: _Number
    items: ItemReferences
    other: _Place


class Numbering(Record, frozen=True):
    """The mark of a list item for each numbering, level by level, and that of a paragraph from the second one on."""

    none: _Marks
    bullet: _Marks
    decimal: _Marks
    lower_alpha: _Marks
    upper_alpha: _Marks
    lower_roman: _Marks
    paragraph: _Number = ""


class Terminator(Record, frozen=True):
    """What stands after the items of a list."""

    item: _Text
    last_but_one: _Text
    last: _Text


class ClauseEnd(Record, frozen=True):
    """What stands after an item that ends with one of these words: 。 after こと and とき."""

    words: tuple[_Text, ...] = ()
    end: _Text = ""


class Terminators(Record, frozen=True):
    """The ends of list items for each style, and of an item that is a clause in a list that asks for ends."""

    none: Terminator
    semicolon_and: Terminator
    clauses: ClauseEnd = ClauseEnd()


class Enumeration(Record, frozen=True):
    """What stands between members, and before the last one."""

    between: _Text
    last: _Text


class Enumerations(Record, frozen=True):
    """Lists inside a sentence."""

    all_of: Enumeration = field(name="and")
    any_of: Enumeration = field(name="or")
    plain: Enumeration


class Quotes(Record, frozen=True):
    """Quotation marks, and those inside a quotation."""

    open: _Text
    close: _Text
    inner_open: _Text
    inner_close: _Text


class Numbers(Record, frozen=True):
    """Marks inside a number."""

    group: _Text
    decimal: _Text


class Ages(Record, frozen=True):
    """An age inside a sentence, and where no sentence stands around it."""

    bare: _Count
    full: _Count


class Counted(Record, frozen=True):
    """A unit after one and after any other number."""

    one: _Count
    other: _Count


class DurationUnits(Record, frozen=True):
    """The units of time."""

    years: Counted
    months: Counted
    weeks: Counted
    days: Counted
    hours: Counted
    minutes: Counted
    seconds: Counted
    business_days: Counted


class Durations(Record, frozen=True):
    """How a length of time is written."""

    units: DurationUnits
    parts: Enumeration
    full: _Period
    full_business_days: _Period
    exact: _Period
    about: _Period
    min: _Period
    max: _Period
    between: _Limits
    range: _Limits
    range_same_unit: Annotated[_Text, slots("count greatest")]
    not_stored: _Text
    indefinite: _Text
    swallowed: _Text
    not_swallowed: tuple[_Text, ...]


class CalendarEnds(Record, frozen=True):
    """The ends of whole units of the calendar."""

    month: _Text
    calendar_year: _Text
    fiscal_year: _Text


class TimeLimits(Record, frozen=True):
    """Lengths of time that no duration says: until an event, the longest of several, one stage after another.

    `then` stands between stages; `to` is how a limit opens that follows another part of a sentence.
    """

    until: _Event
    until_end: _End
    after_end: Annotated[_Text, slots("end period")]
    ends: CalendarEnds
    longest: _Members
    earliest: _Members
    stage: Annotated[_Text, slots("state period")]
    then: _Text
    total: Annotated[_Text, slots("stages period")]
    starting: Annotated[_Text, slots("limit event")]
    bounded: Annotated[_Text, slots("limit until")]
    extended: Annotated[_Text, slots("limit period")]
    example: Annotated[_Text, slots("period")]
    beside: Annotated[_Text, slots("limit example")]


class Money(Record, frozen=True):
    """Amounts: currencies with words of their own, and any other."""

    other: Annotated[_Text, slots("amount currency")]
    currencies: Mapping[Currency, Annotated[_Text, slots("amount")]]


class Era(Record, frozen=True):
    """A Japanese era."""

    first_day: date
    name: _Text


class Dates(Record, frozen=True):
    """How a date is written, as precisely as it is known, in either calendar."""

    day: Annotated[_Text, slots("year day", "month month_name")]
    month: Annotated[_Text, slots("year", "month month_name")]
    year: Annotated[_Text, slots("year")]
    era_day: Annotated[_Text, slots("era era_year day", "month month_name")]
    era_month: Annotated[_Text, slots("era era_year", "month month_name")]
    era_year: Annotated[_Text, slots("era era_year")]
    first_era_year: _Text
    earlier: _Members
    event_day: _Event
    audience: Annotated[_Text, slots("date audience")]
    month_names: Annotated[tuple[_Text, ...], Field(min_length=12, max_length=12)]
    eras: tuple[Era, ...]


class Layout(Record, frozen=True):
    """Parts of an address in groups: what stands inside a group and between groups."""

    groups: tuple[tuple[_Part, ...], ...]
    within: _Text
    between: _Text


class Addresses(Record, frozen=True):
    """Addresses in the language's own country, which is then left out, and elsewhere."""

    home_country: Country | Literal["none"]
    home: Layout
    abroad: Layout


class Closing(Record, frozen=True):
    """Lines below the last article, in their order, and which days the dates name."""

    lines: tuple[ClosingLine, ...] = ()
    dates: WhichDates = "all"


class Notices(Record, frozen=True):
    """Words that only the document in this language has (translations.md 2, 8)."""

    established: Annotated[_Text, slots("date")]
    amended: Annotated[_Text, slots("date")]
    end: _Text
    contact: _Text
    governs: Annotated[_Text, slots("language")]
    reference: Annotated[_Text, slots("language")]
    equal: Annotated[_Text, slots("languages")]
    hold: Annotated[_Text, slots("version date language")]
    source: Annotated[_Text, slots("language")]
    draft: _Text


class Governing(Record, frozen=True, omit_defaults=True):
    """Which text is authoritative: one `language`, the others for reference, or several `equal` ones."""

    language: LocaleCode | None = None
    others: Literal["reference"] | None = None
    equal: tuple[LocaleCode, ...] = ()

    def fault(self) -> LiteralString | None:
        """`governing_shape` unless it is one of the two."""
        one = self.language is not None and self.others is not None and not self.equal
        several = len(set(self.equal)) > 1 and self.language is None and self.others is None
        return None if one or several else "governing_shape"


class LintWords(Record, frozen=True):
    """Words of a language that the lints compare, for one without a table of its own; each list may stay empty.

    `negations` deny, `denials` come near to it, `critical` change a duty. The others stand before an amount.
    """

    negations: tuple[_Text, ...] = ()
    denials: tuple[_Text, ...] = ()
    critical: tuple[_Text, ...] = ()
    below: tuple[_Text, ...] = ()
    at_most: tuple[_Text, ...] = ()
    above: tuple[_Text, ...] = ()
    at_least: tuple[_Text, ...] = ()


class LocaleWords(Record, frozen=True, kw_only=True):
    """All keys of a locale.yaml."""

    title_style: Literal["decimal", "article", "plain"]
    era: Flag
    comparison: Literal["new_first", "old_first"]
    on_incomplete: Literal["block", "hold", "source"]
    require: Literal["approved", "reviewed", "draft"]
    governing: Governing | None = None
    lints: LintWords = LintWords()
    closing: Closing = Closing()
    headings: Headings
    references: References
    numbering: Numbering
    terminators: Terminators
    lists: Enumerations
    sentence_joiner: _Text
    quotes: Quotes
    numbers: Numbers
    percent: _Count
    ages: Ages
    durations: Durations
    limits: TimeLimits
    events: Mapping[Word, _Text]
    states: Mapping[Word, _Text]
    money: Money
    dates: Dates
    addresses: Addresses
    languages: Mapping[LocaleCode, _Text]
    countries: Mapping[Country, _Text]
    regions: Mapping[Region, _Text] = {}
    notices: Notices
