"""Lists of the GDPR's pack that change with time."""

from __future__ import annotations

from datetime import date
from typing import Final

from hoshin.check.laws.pack import Dated

HOME: Final = (
    Dated("EEA"),
    # Withdrawal Agreement Art. 126, then the Trade and Cooperation Agreement's bridge until the first decision.
    Dated("GB", last=date(2021, 6, 27)),
)
"""Regions that are no third country."""

ADEQUACY: Final = (
    Dated("CH", date(2000, 7, 26)),  # 2000/518/EC
    Dated("CA", date(2001, 12, 20)),  # 2002/2/EC, organisations under PIPEDA only
    Dated("AR", date(2003, 6, 30)),  # 2003/490/EC
    Dated("GG", date(2003, 11, 21)),  # 2003/821/EC
    Dated("IM", date(2004, 4, 28)),  # 2004/411/EC
    Dated("JE", date(2008, 5, 8)),  # 2008/393/EC
    Dated("FO", date(2010, 3, 5)),  # 2010/146/EU
    Dated("AD", date(2010, 10, 19)),  # 2010/625/EU
    Dated("IL", date(2011, 1, 31)),  # 2011/61/EU
    Dated("UY", date(2012, 8, 21)),  # 2012/484/EU
    Dated("NZ", date(2012, 12, 19)),  # 2013/65/EU
    Dated("US", date(2016, 7, 12), date(2020, 7, 16)),  # (EU) 2016/1250, Privacy Shield, annulled by C-311/18
    Dated("JP", date(2019, 1, 23)),  # (EU) 2019/419, business operators under the APPI only
    Dated("GB", date(2021, 6, 28), date(2031, 12, 27)),  # (EU) 2021/1772, extended in June and December 2025
    Dated("KR", date(2021, 12, 17)),  # (EU) 2022/254, not for credit information
    Dated("US", date(2023, 7, 10)),  # (EU) 2023/1795, Data Privacy Framework, certified organisations only
    Dated("BR", date(2026, 1, 26)),  # (EU) 2026/179
)
"""Countries and territories with an adequacy decision of the Commission, from its date to its end (GDPR Art. 45(3)).

As far as known in November 2026; counsel compares each with the Official Journal before the pack is signed off. The
decision on the European Patent Organisation (July 2025) is about an organisation, which no country code names.
"""

CONSENT_AT_16: Final = tuple(Dated(state) for state in ("DE", "HR", "HU", "IE", "LU", "NL", "PL", "RO", "SK"))
"""Member states that have left the age of Art. 8(1) at 16 (SWD(2020) 115); to be confirmed by counsel."""
