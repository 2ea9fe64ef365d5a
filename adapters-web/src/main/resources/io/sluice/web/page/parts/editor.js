// The text of a study with numbered lines; complaints are shown at their lines.
import { button, make } from "/dom.js";
import { word } from "/words.js";

/** An editor; changed is called when somebody writes, run when Ctrl + Enter is pressed. */
export function editor(label, changed, run) {
  const text = make("textarea", {
    rows: 14, wrap: "off", spellcheck: false, autocapitalize: "off", autocomplete: "off", "aria-label": label,
  });
  const gutter = make("div", { className: "gutter", "aria-hidden": "true" });
  const errors = make("div", { className: "errors", role: "status" });
  let wrong = new Set();

  function number() {
    const numbers = text.value.split("\n").map((_, i) =>
      make("div", { className: wrong.has(i + 1) ? "wrong" : "" }, String(i + 1)));
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
    text.scrollTop = Math.max(0, (line - 4) * (text.scrollHeight / Math.max(1, lines.length)));
  }

  function complain(message, complaints) {
    wrong = new Set(complaints.map(({ line }) => line).filter((line) => line !== null));
    number();
    const items = complaints.map(({ line, column, path, message: told }) => make("li", {},
      line !== null
        ? button(word("editor.line", { line }), () => goTo(line, column), { className: "small" })
        : path ? make("strong", {}, `${path}: `) : "",
      " ", told));
    errors.replaceChildren(
      ...(complaints.length === 1 ? [] : [make("p", {}, message)]),
      ...(items.length > 0 ? [make("ul", { lang: "en" }, ...items)] : []));
  }

  function clear() {
    wrong = new Set();
    errors.replaceChildren();
    number();
  }

  function show(value) {
    text.value = value;
    text.scrollTop = 0;
    clear();
  }

  text.addEventListener("input", () => { number(); changed(); });
  text.addEventListener("scroll", () => (gutter.scrollTop = text.scrollTop));
  text.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) run();
  });
  return {
    element: make("div", {}, make("div", { className: "editor" }, gutter, text), errors),
    value: () => text.value, show, complain, clear,
  };
}
