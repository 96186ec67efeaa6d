"""A digest of a finding that survives rewording and moving: for baselines, reviews and other tools."""

from __future__ import annotations

import hashlib
import json

from hoshin.kernel.finding import Finding

_LENGTH = 16


def fingerprint(item: Finding) -> str:
    """`h1:` and 16 hexadecimal digits of SHA-256 over rule, fact, message and arguments; no sentence, no line."""
    told = [item.rule, item.path, item.message_id, [[name, value] for name, value in item.args]]
    text = json.dumps(told, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    return f"h1:{hashlib.sha256(text.encode('utf-8')).hexdigest()[:_LENGTH]}"
