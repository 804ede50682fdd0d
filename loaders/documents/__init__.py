"""Step 1 of an article's way: bytes → Documents. What we cannot read is refused in one sentence that names it."""

from __future__ import annotations

from loaders.documents.document import Document
from loaders.documents.kinds import is_text_name
from loaders.documents.read import read_documents

__all__ = ["Document", "is_text_name", "read_documents"]
