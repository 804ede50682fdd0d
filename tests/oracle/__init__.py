"""An independent reading of RULES in plain Python, brute force over small worlds, to compare the product with.

It shares no code with the product. Where the rules leave something open, nothing is compared:
- ids: people are named by name and posts, bodies by name, decisions by number (else issuer) and year;
- the quote, where the earliest source has none or several; which of several ways `shortest_path` shows;
- rows that the order of a question leaves equal; the rank of roles beyond head, deputy, member;
- `gap_days` and `overlap_days` in a post where two tenures can begin on the same first day; `successor` where holders
  overlap, or where one person follows twice;
- `committee_changes` where somebody sits twice, `on` for who changed role; `since` of `colleagues` where it rests on two coarse days;
- `head` of `organization_tree` while two hold the post or the holder is only possible;
- start and bases of what was printed without a day; `last_attested` of a post once `held`;
- `since` of `vacancies` and `bodies_without_head` where an end is no exact day; of `apparatus`, `acting_holders` for who is only attested;
- `next_post` of `departures` where a later start is coarse or attested; `disciplined` where dates of one act contradict each other;
- `members_between` where somebody sits by two implying posts; `party_state_pairs` where a post is only possible;
- `ended_by_term` where another post held that day implies a seat in the body;
- `tenure_lengths` where a start has no day or the middle of a start lies after that of the end;
- `changes_between` where an end or a start has no day or only an attested one, and above bodies that have others below them;
- `transfers` where days are coarse, or several posts follow; `stale_tenures` attested only after the day asked about;
- which of the two is named first in `double_occupancy`; the source of `single_source`; `top_connected` with nobody;
- `as_recorded` where the earlier reading is undecided or makes other persons, and in worlds with judgements;
- `pending`, `conflicting_claims`, `load_changes`, `search` and `possible_duplicates`, whose answers rest on more than the rules say.
Worlds are drawn anew where the rules leave open what they mean: `UndecidedError` says why (re-elected with no term ended,
attested within the days that a coarse start can mean, several capacities of one person in one post, a death before a later
post, reappointed to a post that another took, and the like). Judgements are drawn only where nothing else joins the two
or forbids it; a story copied with a changed word is not drawn, since how near is near no rule says.
"""
