// The text of a study with numbered lines; complaints are shown at their lines.
import { byId, make } from "./dom.js";

const text = byId("text");
const gutter = byId("gutter");
const errors = byId("errors");
let wrong = new Set();

function number() {
  const lines = text.value.split("\n").length;
  const numbers = [];
  for (let line = 1; line <= lines; line++) {
    numbers.push(make("div", { className: wrong.has(line) ? "wrong" : "" }, String(line)));
  }
  // As far as the text can be scrolled, the numbers must be too.
  numbers.push(make("div", {}, "\u00a0"), make("div", {}, "\u00a0"));
  gutter.replaceChildren(...numbers);
  gutter.scrollTop = text.scrollTop;
}

function goTo(line, column) {
  const lines = text.value.split("\n");
  const start = lines.slice(0, line - 1).reduce((sum, one) => sum + one.length + 1, 0);
  const from = start + Math.max(0, (column ?? 1) - 1);
  text.focus();
  text.setSelectionRange(from, start + (lines[line - 1] ?? "").length);
  const height = text.scrollHeight / Math.max(1, lines.length);
  text.scrollTop = Math.max(0, (line - 4) * height);
}

/** Shows what is wrong. */
export function complain(message, complaints) {
  wrong = new Set(complaints.map((complaint) => complaint.line).filter((line) => line !== null));
  number();
  const items = complaints.map((complaint) => {
    const item = make("li");
    if (complaint.line !== null) {
      const button = make("button", { type: "button" }, `Line ${complaint.line}`);
      button.addEventListener("click", () => goTo(complaint.line, complaint.column));
      item.append(button);
    } else if (complaint.path) {
      item.append(make("strong", {}, `${complaint.path}: `));
    }
    item.append(complaint.message);
    return item;
  });
  errors.replaceChildren();
  if (complaints.length !== 1) errors.append(make("p", {}, message));
  if (items.length > 0) errors.append(make("ul", {}, ...items));
}

/** Nothing is wrong any more. */
export function clear() {
  wrong = new Set();
  errors.replaceChildren();
  number();
}

/** Puts a text in. */
export function show(value) {
  text.value = value;
  text.scrollTop = 0;
  clear();
}

export const value = () => text.value;

text.addEventListener("input", () => (errors.hasChildNodes() ? clear() : number()));
text.addEventListener("scroll", () => (gutter.scrollTop = text.scrollTop));
