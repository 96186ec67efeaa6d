"""Why data are used, on which legal basis, and what is promised."""

from typing import Annotated, Literal

from pydantic import Field

from hoshin.schema.data import Identified, Match
from hoshin.schema.modifiers import Carried, Entity
from hoshin.schema.names import Country, Curie, FactRef, Flag, Id, PlainText, Prose, Region, Selector, Url, Word
from hoshin.schema.period import DurationText


class Use(Carried):
    """Purpose uses data: what makes a cell of the matrix. A category stands for all of its items."""

    data: Id
    restriction: Prose | None = None
    states: tuple[FactRef, ...] = ()


class Purpose(Entity):
    """A purpose of use (GDPR Art. 13(1)(c); APPI Art. 17).

    `unexpected` is never printed: people would not foresee it, so a `consequence` belongs to it (WP260 para 10).
    """

    kind: (
        Literal[
            "service",
            "support",
            "direct_marketing",
            "advertising",
            "analytics",
            "security",
            "legal",
            "communication",
            "profiling",
            "ai_training",
            "recruitment",
            "account",
            "payment",
            "delivery",
            "third_party_provision",
            "other",
        ]
        | None
    ) = None
    items: tuple[Identified, ...] = ()
    catch_all: Flag = False
    channels: tuple[Word, ...] = ()
    uses: tuple[Use, ...] = ()
    subjects: tuple[Id, ...] = ()
    relation: Literal["compatible", "incompatible"] | None = None
    unexpected: Flag | None = None
    consequence: Prose | None = None
    controller: Id | None = None
    dpv: tuple[Curie, ...] = ()
    fides: PlainText | None = None
    match: Match | None = None


class LegalBasis(Entity):
    """One statement of a legal basis, attached to purposes, to data, or to recipients: to every cell that matches all.

    Statements accumulate; none silently replaces another (model.md section 5). Never printed: `law_of`, the regions
    whose law `law` is (GDPR Art. 6(3)); `contract_with`, who concludes the contract; `soft_opt_in`, marketing to
    customers under ePrivacy Directive Art. 13(2).
    """

    basis: Curie
    purposes: Selector = ()
    data: Selector = ()
    recipients: Selector = ()
    except_purposes: Annotated[tuple[Id, ...], Field(alias="except")] = ()
    interests: tuple[Id, ...] = ()
    law: Prose | None = None
    law_of: tuple[Region, ...] = ()
    contract: Prose | None = None
    contract_with: Literal["person", "other"] | None = None
    soft_opt_in: Flag | None = None
    art9_condition: Curie | None = None
    balancing_test_available: Flag | None = None


class Interest(Entity):
    """A legitimate interest (GDPR Art. 13(1)(d)), whose it is, and what the text names under it."""

    holder: Literal["controller", "third_party"] | None = None
    party: Id | None = None
    items: tuple[Identified, ...] = ()
    dpv: tuple[Curie, ...] = ()


class Commitment(Entity):
    """A promise, above all a negative one: its absence is never implied by the absence of the contrary fact."""

    polarity: Literal["never", "only", "always"]
    acts: tuple[Word, ...] = ()
    data: Selector = ()
    purposes: Selector = ()
    to: tuple[Word, ...] = ()
    recipients: Selector = ()
    qualifier: Prose | None = None
    evidence: Url | None = None


class AutomatedDecision(Entity):
    """A decision without a person (GDPR Art. 22), or the denial that there is one."""

    kind: Literal["decision", "profiling"] | None = None
    solely_automated: Flag | None = None
    basis: Curie | None = None
    logic: Prose | None = None
    significance: Prose | None = None
    effect: Prose | None = None
    safeguards: tuple[Word, ...] = ()
    purposes: tuple[Id, ...] = ()
    data: tuple[Id, ...] = ()


class SecurityMeasure(Entity):
    """A measure, by the classes of the APPI guideline's 安全管理措置 where one fits.

    `disclaimer` and `claim` mark sentences that are no measure: that nothing is secure, that everything is.
    """

    kind: (
        Literal["basic_policy", "rules", "organisational", "human", "physical", "technical", "abroad", "general"] | None
    ) = None
    every: DurationText | None = None
    standard: Prose | None = None
    countries: tuple[Country, ...] = ()
    disclaimer: Flag = False
    claim: Flag = False
