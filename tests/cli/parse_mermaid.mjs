// Reads a Mermaid state diagram with Mermaid itself and prints its states and arrows as JSON.
import { readFileSync } from "node:fs";
import { JSDOM } from "jsdom";

const page = new JSDOM("<body></body>");
globalThis.window = page.window;
globalThis.document = page.window.document;
const { default: mermaid } = await import("mermaid");
const text = readFileSync(process.argv[2], "utf8");
await mermaid.parse(text);
const { db } = await mermaid.mermaidAPI.getDiagramFromText(text);
// Mermaid keeps an entity as a code of its own until it draws.
const shown = (label) =>
  label.replace(/ﬂ°°(\d+)¶ß/g, (_, code) => String.fromCodePoint(Number(code)));
const lines = (label) => (label ? shown(label).split(/<br ?\/?>/) : []);
const states = {};
for (const [id, state] of db.getStates()) {
  if (!id.startsWith("root_")) states[id] = state.descriptions.flatMap(lines);
}
const arrows = db.getRelations().map((r) => [r.id1, r.id2, lines(r.relationTitle)]);
console.log(JSON.stringify({ states, arrows }));
