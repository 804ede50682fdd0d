"""The tests: the same tree as the code they test. A package, so that no other `tests` on the path takes its place."""
