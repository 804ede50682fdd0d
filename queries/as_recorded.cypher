// title.vi: Theo những nguồn đã đăng đến một ngày, người này giữ những chức vụ nào?
// title.en: Which posts did this person hold, by what was published until a day?
// param person: person
// param at: day = today
// param recorded: day
// column person_id: text
// column person: text
// column role: text
// column organization_id: text
// column organization: text
// column capacity: text
// column planned_end: text
// column last_attested: day
// column tenure_id: text
// column started: text
// column ended: text
// column certainty: text
// column sources: int
// column quote: text
// conclude: recorded
// gather claim: text
// order: certain before possible, then rank of role, organization, tenure_id
// example: person="Nguyễn Văn Thể" at=2022-12-01 recorded=2022-10-20

// A source published on the day itself counts (RULES 5). The rule concludes anew from such claims alone.
MATCH (p:Person {id: $person})<-[:ABOUT]-(c:Claim)-[:STATED_IN]->(s:Source)
WHERE s.published <= $recorded
RETURN c.id AS claim
