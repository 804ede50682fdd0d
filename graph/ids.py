"""Repeatable ids: the same content gives the same id on every machine."""

from __future__ import annotations

import hashlib
import json


def make_id(kind: str, *parts: object) -> str:
    """Hash the parts, in order, to `kind-` and 16 hexadecimal digits."""
    text = json.dumps(parts, ensure_ascii=False, separators=(",", ":"), default=str)
    return f"{kind}-{hashlib.sha256(text.encode()).hexdigest()[:16]}"


def hash_bytes(content: bytes) -> str:
    """The sha256 of some bytes, in hexadecimal."""
    return hashlib.sha256(content).hexdigest()
