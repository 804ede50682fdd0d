"""The reader against the gold of the shared evaluation sets: the bounds are raised with each gain, never lowered."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from loaders.documents import read_documents
from loaders.text import read_text
from loaders.text.explain import fact_json

EVALUATION = Path(__file__).resolve().parents[4] / "shared" / "eval"
LEAST_F1 = {"dev.jsonl": "0.950", "dev2.jsonl": "0.930"}


@pytest.mark.slow
@pytest.mark.skipif(not EVALUATION.is_dir(), reason="needs ../shared/eval beside the checkout")
@pytest.mark.parametrize("gold", LEAST_F1)
def test_strict_f1(gold: str, tmp_path: Path) -> None:
    predicted = tmp_path / "predicted.jsonl"
    with predicted.open("w", encoding="utf-8") as file:
        for document in read_documents(EVALUATION / gold):
            file.write(json.dumps(fact_json(document, read_text(document)), ensure_ascii=False) + "\n")
    command = [sys.executable, EVALUATION / "score.py", EVALUATION / gold, predicted, "--min-f1", LEAST_F1[gold]]
    scored = subprocess.run(command, capture_output=True, text=True, check=False)
    assert scored.returncode == 0, scored.stdout + scored.stderr
