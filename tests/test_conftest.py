"""The lanes of the tests: two runners that both heard of them, so that each server is started once and not twice."""

from __future__ import annotations

import pytest


def test_a_runner_knows_the_lane_of_a_test(request: pytest.FixtureRequest) -> None:
    """Without its lane in its id, pytest-xdist hands tests out one by one, and each runner starts every server."""
    if not request.config.getoption("loadgroup", default=False):
        pytest.skip("a single runner has a single lane")
    assert request.node.nodeid.endswith("@tests/test_conftest.py")
