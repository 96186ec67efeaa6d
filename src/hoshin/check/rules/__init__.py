"""The list of rules: one line a rule, in the order of their ids."""

from __future__ import annotations

from typing import Final

from hoshin.check.rule import Rule
from hoshin.check.rules.document import (
    contradiction,
    external_document,
    hedge_mismatch,
    placeholder_left,
    unsafe_link,
    unused_definition,
    use_before_definition,
    xref_unresolved,
)
from hoshin.check.rules.integrity import (
    duplicate_id,
    fact_not_stated,
    literal_value,
    no_maximum,
    renamed_term,
    retired_id_used,
    stated_fact_gone,
    status_contradicts,
    unknown_document,
    unknown_placeholder,
    unknown_reference,
    unknown_term,
    unplaced_text,
    unused_fact,
    value_not_printed,
)

RULES: Final[tuple[Rule, ...]] = (
    unused_definition.RULE,
    use_before_definition.RULE,
    xref_unresolved.RULE,
    contradiction.RULE,
    placeholder_left.RULE,
    external_document.RULE,
    duplicate_id.RULE,
    unknown_reference.RULE,
    unknown_placeholder.RULE,
    fact_not_stated.RULE,
    stated_fact_gone.RULE,
    literal_value.RULE,
    unused_fact.RULE,
    unknown_term.RULE,
    renamed_term.RULE,
    value_not_printed.RULE,
    unsafe_link.RULE,
    hedge_mismatch.RULE,
    retired_id_used.RULE,
    status_contradicts.RULE,
    unknown_document.RULE,
    unplaced_text.RULE,
    no_maximum.RULE,
)
