// title.vi: Lần nạp này đã thay đổi những gì?
// title.en: What did this load change?
// param load: text
// column kind: text
// column person_id: text
// column person: text
// column post: text
// column before: text
// column after: text
// conclude: load
// gather id: text
// gather input: text
// gather undone: bool
// order: person, post, kind, person_id, before, after
// example: load=votes.csv

// The load of this id, or the loads of a file or folder of this name; the rule compares the graph with what it would be
// without it, as `undo` would leave it.
MATCH (l:Load)
WHERE l.id = $load OR l.input STARTS WITH $load + ' ('
RETURN l.id AS id, l.input AS input, l.undone IS NOT NULL AS undone
ORDER BY l.at, id
