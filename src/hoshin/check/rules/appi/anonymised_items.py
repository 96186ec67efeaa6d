"""The items of anonymised information are published, and how it is provided.

Why:
    Who makes anonymised information (匿名加工情報) publishes the items of information about people in it (APPI Art.
    43(3)); who provides it, publishes the items and the method beforehand, and tells the recipient what it is (Arts
    43(4), 44).

Bad::

    derived_data:
      - {id: derived, title: 加工情報, form: anonymised, text: 閲覧履歴を加工した情報を作成します。}
    sections:
      - id: derived
        title: 加工情報
        blocks:
          - {kind: list, id: derived, of: derived_data}

Bad (the method of provision is missing)::

    derived_data:
      - {id: derived, title: 加工情報, form: anonymised, of: [views], recipients: [publishers], text: 閲覧履歴を加工した情報を作成します。}
    sections:
      - id: derived
        title: 加工情報
        blocks:
          - {kind: list, id: derived, of: derived_data}
    recipients:
      - {id: publishers, title: 出版社, kind: class, appi_role: third_party, text: 匿名加工情報を出版社に提供します。}

Good::

    derived_data:
      - {id: derived, title: 加工情報, form: anonymised, of: [views], provided_how: 電子ファイルの送付, text: 閲覧履歴を加工した情報を作成します。}
    sections:
      - id: derived
        title: 加工情報
        blocks:
          - {kind: list, id: derived, of: derived_data}

Not applicable::

    document: {title: プライバシーポリシー}
"""

from __future__ import annotations

from collections.abc import Iterator

from hoshin.check.laws.case import Case
from hoshin.check.laws.lawrule import LawRule
from hoshin.check.laws.outcome import Breach, Exempt, Outcome
from hoshin.kernel.finding import Severity
from hoshin.kernel.ground import Ground
from hoshin.schema.data import DerivedData


def judge(case: Case) -> Iterator[Outcome]:
    """Each kind of anonymised information: what it is made of, and how it is provided where it is."""
    found = [fact for fact in case.facts(DerivedData) if fact.value.form == "anonymised"]
    if not found:
        yield Exempt()
    for fact in found:
        wanted = ("of", "provided_how") if fact.value.recipients else ("of",)
        if lacking := tuple(name for name in wanted if not getattr(fact.value, name)):
            yield Breach("missing", fact.path, fact.raw, {"name": fact.value.title or fact.id, "keys": lacking})
        else:
            yield from case.held(fact)


RULE = LawRule(
    id="APPI702",
    slug="anonymised-items",
    judge=judge,
    grounds=(
        Ground("APPI", "43(3)"),
        Ground("APPI", "43(4)"),
        Ground("APPI", "44"),
    ),
    severity=Severity.ERROR,
    confirmed=False,
)
