"""Lists of the United Kingdom's pack that change with time, in place of those of the GDPR's."""

from __future__ import annotations

from datetime import date
from typing import Final

from hoshin.check.laws.pack import Dated

_EXIT: Final = date(2020, 12, 31)

ADEQUACY: Final = (
    Dated("EEA", _EXIT),
    *(
        Dated(country, _EXIT)
        for country in ("AD", "AR", "CA", "CH", "FO", "GG", "GI", "IL", "IM", "JE", "JP", "NZ", "UY")
    ),
    Dated("KR", date(2022, 12, 19)),
    Dated("US", date(2023, 10, 12)),
)
"""Countries to which data may go as if they stayed (Data Protection Act 2018 Sch. 21 para 5, and later regulations).

Canada, Japan, Korea and the United States for a part of their organisations only. To be confirmed by counsel.
"""
