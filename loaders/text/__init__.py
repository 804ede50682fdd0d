"""An article's text → what it says: one stage a file, pure; offsets are kept so that every fact points at its words."""

from loaders.text.claims import make_claims
from loaders.text.facts import Fact, Vote
from loaders.text.read import Reading, read_text

__all__ = ["Fact", "Reading", "Vote", "make_claims", "read_text"]
