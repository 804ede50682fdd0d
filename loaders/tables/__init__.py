"""Tables → claims: CSV and XLSX in our columns, or in others through a mapping file; streamed, row by row."""

from __future__ import annotations

from loaders.tables.mapping import Mapping, read_mapping
from loaders.tables.read import is_table, read_table

__all__ = ["Mapping", "is_table", "read_mapping", "read_table"]
