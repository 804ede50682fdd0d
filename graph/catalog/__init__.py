"""The saved questions of `queries/`: read and checked once, asked by name, answered JSON-ready (DESIGN 7)."""

from __future__ import annotations

from graph.catalog.question import Answer, Asks, Catalog, Column, Param, Query, read_catalog

__all__ = ["Answer", "Asks", "Catalog", "Column", "Param", "Query", "read_catalog"]
