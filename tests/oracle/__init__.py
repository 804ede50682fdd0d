"""An independent reading of RULES in plain Python, brute force over small worlds, to compare the product with.

It shares no code with the product. Where the rules leave something open, nothing is compared:
- ids: people are named by name and posts, bodies by name, decisions by number (else issuer) and year;
- the quote, where the earliest source has none or several; which of several ways `shortest_path` shows;
- rows that the order of a question leaves equal; the rank of roles beyond head, deputy, member;
- `gap_days` and `overlap_days` in a post where two tenures can begin on the same first day; `successor` where holders
  overlap, or where one person follows twice;
- `committee_changes` where somebody sits twice, `on` for who changed role; `since` of `colleagues` where it rests on two coarse days;
- `head` of `organization_tree` while two hold the post or the holder is only possible;
- start and bases of what was printed without a day; `last_attested` of a post once `held`.
Worlds are drawn anew where the rules leave open what they mean: `UndecidedError` says why (re-elected with no term ended,
attested within the days that a coarse start can mean, several capacities of one person in one post, a death before a later
post, reappointed to a post that another took, and the like).
"""
