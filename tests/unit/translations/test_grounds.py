"""Citations as people write them in each language."""

from __future__ import annotations

import pytest

from hoshin.kernel.ground import Ground
from hoshin.translations.grounds import all_cited, cited


@pytest.mark.parametrize(
    ("ground", "english", "japanese"),
    [
        (Ground("GDPR", "13(1)(a)"), "GDPR Art. 13(1)(a)", "GDPR第13条第1項(a)"),
        (Ground("GDPR", "9(2)(i)"), "GDPR Art. 9(2)(i)", "GDPR第9条第2項(i)"),
        (Ground("APPI", "27(5)(iii)"), "APPI Art. 27(5)(iii)", "個人情報保護法第27条第5項第3号"),
        (Ground("APPI Order", "10(ii)"), "APPI Cabinet Order Art. 10(ii)", "個人情報保護法施行令第10条第2号"),
        (Ground("TBA", "27-12"), "Telecommunications Business Act Art. 27-12", "電気通信事業法第27条の12"),
        (
            Ground("WP260", "para 29", "guidance"),
            "WP260 rev.01, para 29",
            "透明性に関するガイドライン（WP260 rev.01）para 29",
        ),
        (Ground("Acme", "7"), "Acme 7", "Acme 7"),
    ],
)
def test_a_citation(ground: Ground, english: str, japanese: str) -> None:
    assert (cited(ground, "en"), cited(ground, "ja")) == (english, japanese)


def test_several_are_told_once_each() -> None:
    grounds = (Ground("GDPR", "7"), Ground("GDPR", "7"), Ground("GDPR", "8"))
    assert all_cited(grounds, "en") == "GDPR Art. 7; GDPR Art. 8"
