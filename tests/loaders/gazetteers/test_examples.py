"""Every entry of every gazetteer carries an example, and the reader reads it as the entry says."""

from __future__ import annotations

import pytest

from loaders.gazetteers import COLUMNS, read_entries, read_gazetteers
from loaders.text.examples import READERS, find_misread


@pytest.mark.parametrize("file", sorted(COLUMNS))
def test_every_example_is_read_as_its_entry_says(file: str) -> None:
    rows = read_entries(file)
    assert rows
    wrong = [misread.fault.say("en") for misread in find_misread(read_gazetteers(), rows)]
    assert not wrong, "\n".join(wrong)


def test_no_file_is_left_out() -> None:
    assert set(READERS) == set(COLUMNS)
