// What the editor offers while one types: labels, types and keys of the live schema, parameters, words of Cypher.
import { snippetCompletion } from "@codemirror/autocomplete";

const KEYWORDS = [
  "MATCH", "OPTIONAL MATCH", "WHERE", "RETURN", "WITH", "UNWIND", "ORDER BY", "LIMIT", "SKIP", "DISTINCT", "AS", "AND", "OR",
  "NOT", "IN", "IS NULL", "IS NOT NULL", "STARTS WITH", "ENDS WITH", "CONTAINS", "CASE", "WHEN", "THEN", "ELSE", "END",
  "UNION", "CALL", "YIELD", "EXISTS", "COUNT", "COLLECT", "DESC", "ASC", "shortestPath",
];
const FUNCTIONS = [
  "count", "collect", "min", "max", "avg", "sum", "size", "head", "last", "coalesce", "toLower", "toString", "toInteger",
  "labels", "type", "properties", "keys", "nodes", "relationships", "length", "date", "date.truncate", "duration.inDays",
  "range", "reduce", "any", "all", "none", "split", "substring", "trim", "startNode", "endNode",
];
const WORDS = [
  ...KEYWORDS.map((label) => ({ label, type: "keyword" })),
  ...FUNCTIONS.map((name) => snippetCompletion(`${name}(\${})`, { label: name, type: "function" })),
];

export function completeFrom(readSchema) {
  return (context) => {
    const before = context.state.sliceDoc(0, context.pos);
    const schema = readSchema();
    const typed = /[\p{L}\p{N}_]*$/u.exec(before)[0];
    const from = context.pos - typed.length;
    const sign = before[from - 1];
    if (sign === "$") return { from, options: named(schema.params, "variable") };
    if (sign === ".") return { from, options: named(schema.keys, "property") };
    const bracket = openBracket(before);
    if (bracket === "[" && /[:|]\s*$/.test(before.slice(0, from))) return { from, options: named(schema.types, "enum") };
    if (bracket !== "{" && /[:|&]\s*$/.test(before.slice(0, from))) return { from, options: named(schema.labels, "class") };
    if (bracket === "{" && /[{,]\s*$/.test(before.slice(0, from))) return { from, options: named(schema.keys, "property") };
    if (!typed && !context.explicit) return null;
    return { from, options: WORDS };
  };
}

function named(names, type) {
  return names.map((label) => ({ label, type, apply: /^[\p{L}_][\p{L}\p{N}_]*$/u.test(label) ? label : `\`${label}\`` }));
}

function openBracket(text) {
  const open = [];
  for (const sign of text.replace(/'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*"|\/\/[^\n]*/g, "")) {
    if ("([{".includes(sign)) open.push(sign);
    else if (")]}".includes(sign)) open.pop();
  }
  return open.at(-1);
}
