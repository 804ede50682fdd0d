"""`check`: the audit of the graph as text or JSON."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from graph.audit import Audit, Finding
from graph.errors import Lang, Text


def write_findings(findings: Sequence[Finding], form: str, lang: Lang) -> str:
    """Write what an audit found; as JSON a list of `{name, title, count, advice, examples}`."""
    if form == "json":
        return json.dumps([_as_map(finding, lang) for finding in findings], ensure_ascii=False, indent=2) + "\n"
    lines: list[str] = []
    for finding in findings:
        lines.append(f"{finding.count:>7}  {finding.audit.title.say(lang)}")
        lines += [f"           {_say_example(example)}" for example in finding.examples]
        if finding.count > len(finding.examples):
            more = finding.count - len(finding.examples)
            lines.append("           " + Text(vi=f"… và {more} nữa", en=f"… and {more} more").say(lang))
        if finding.count:
            lines.append(f"         → {_advise(finding.audit, lang)}")
    return "\n".join([*lines, ""])


def _as_map(finding: Finding, lang: Lang) -> dict[str, Any]:
    return {
        "name": finding.audit.name,
        "title": finding.audit.title.say(lang),
        "count": finding.count,
        "advice": _advise(finding.audit, lang),
        "examples": list(finding.examples),
    }


def _advise(audit: Audit, lang: Lang) -> str:
    advice = audit.advice.say(lang)
    return advice if audit.command is None else f"{advice} (python -m graph {audit.command} …)"


def _say_example(example: Mapping[str, Any]) -> str:
    return "; ".join(_say(value) for value in example.values() if value is not None)


def _say(value: Any) -> str:
    return " | ".join(map(str, value)) if isinstance(value, list) else str(value)
