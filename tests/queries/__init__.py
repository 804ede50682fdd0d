"""Tests of the saved questions on the golden tables."""
