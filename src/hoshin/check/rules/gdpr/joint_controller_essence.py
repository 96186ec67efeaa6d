"""Joint controllers are named with the essence of their arrangement and a way to reach each.

Why:
    Where several decide together, people must learn who does what and to whom they can turn (GDPR Art. 26(2), Art.
    13(1)(a)); they may use their rights against each (Art. 26(3)).

Bad::

    parties:
      - {id: minato, title: Minato, name: Minato Retail Lda., role: joint_controller, email: data@minato.example}
    sections:
      - id: jointly
        title: Jointly responsible
        blocks:
          - kind: paragraph
            id: jointly
            units:
              - {id: both, text: "We and {party:minato/name} are joint controllers. You reach Minato at {party:minato/email}."}

Bad (nowhere printed)::

    parties:
      - {id: minato, title: Minato, name: Minato Retail Lda., role: joint_controller, email: data@minato.example, essence_of_arrangement: "Minato takes orders, we deliver; each answers requests about its part, and you may write to either of us"}
    sections:
      - id: jointly
        title: Jointly responsible
        blocks:
          - kind: paragraph
            id: jointly
            units:
              - {id: both, text: "We and {party:minato/name} are joint controllers. You reach Minato at {party:minato/email}."}

Bad (no way to reach the other)::

    parties:
      - {id: minato, title: Minato, name: Minato Retail Lda., role: joint_controller, essence_of_arrangement: "Minato takes orders, we deliver; each answers requests about its part, and you may write to either of us"}
    sections:
      - id: jointly
        title: Jointly responsible
        blocks:
          - kind: paragraph
            id: jointly
            units:
              - {id: both, text: "We and {party:minato/name} are joint controllers: {party:minato/essence-of-arrangement}."}

Good::

    parties:
      - {id: minato, title: Minato, name: Minato Retail Lda., role: joint_controller, email: data@minato.example, essence_of_arrangement: "Minato takes orders, we deliver; each answers requests about its part, and you may write to either of us"}
    sections:
      - id: jointly
        title: Jointly responsible
        blocks:
          - kind: paragraph
            id: jointly
            units:
              - {id: both, text: "We and {party:minato/name} are joint controllers: {party:minato/essence-of-arrangement}. You reach Minato at {party:minato/email}."}

Good (one arrangement of three, told once)::

    parties:
      - {id: minato, title: Minato, name: Minato Retail Lda., role: joint_controller, email: data@minato.example, with_parties: [controller, hamabe], essence_of_arrangement: "Minato takes orders, Hamabe packs them, we deliver; each answers requests about its part, and you may write to any of us"}
      - {id: hamabe, title: Hamabe, name: Hamabe Lda., role: joint_controller, email: data@hamabe.example, with_parties: [controller, minato]}
    sections:
      - id: jointly
        title: Jointly responsible
        blocks:
          - kind: paragraph
            id: jointly
            units:
              - {id: all, text: "We, {party:minato/name} and {party:hamabe/name} are joint controllers: {party:minato/essence-of-arrangement}. You reach them at {party:minato/email} and {party:hamabe/email}."}

Not applicable::

    document: {title: Privacy Policy}
"""

from __future__ import annotations

from collections.abc import Iterator

from hoshin.check.laws.case import Case
from hoshin.check.laws.lawrule import LawRule
from hoshin.check.laws.outcome import Breach, Exempt, Outcome
from hoshin.check.laws.reach import told_way, ways
from hoshin.kernel.finding import Severity
from hoshin.kernel.ground import Ground
from hoshin.schema.party import Party


def judge(case: Case) -> Iterator[Outcome]:
    """Each joint controller: the essence of the arrangement, and a channel, told by texts.

    One arrangement of several stands with one of them, whose `with_parties` names the others.
    """
    joint = [fact for fact in case.facts(Party) if fact.value.role == "joint_controller"]
    for fact in joint:
        own = (fact, *(other for other in joint if fact.id in other.value.with_parties))
        teller = next((one for one in own if one.value.essence_of_arrangement), fact)
        yield from case.field(teller, "essence_of_arrangement", who=teller.value.name)
        if found := ways(case, fact):
            yield from told_way(found, fact.path, fact.raw)
        else:
            yield Breach("missing", fact.path, fact.raw, {"who": fact.value.name}, "contact")
    if not joint:
        yield Exempt()


RULE = LawRule(
    id="GDPR108",
    slug="joint-controller-essence",
    judge=judge,
    grounds=(
        Ground("GDPR", "26(2)"),
        Ground("GDPR", "13(1)(a)"),
        Ground("GDPR", "14(1)(a)"),
    ),
    severity=Severity.ERROR,
    variants=("contact",),
)
