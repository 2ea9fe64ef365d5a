// Elements without markup: whatever comes from a study or a plugin becomes text, never HTML.

/** The element with this id. */
export const byId = (id) => document.getElementById(id);

const SVG = "http://www.w3.org/2000/svg";
const ATTRIBUTES = /^(aria-|data-)|^(role|scope|for|list|inputmode)$/;

/** A new element; properties that are named like attributes of meaning become attributes. */
export function make(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (ATTRIBUTES.test(name)) element.setAttribute(name, value);
    else element[name] = value;
  }
  element.append(...children);
  return element;
}

/** A new element of a drawing; properties are attributes. */
export function draw(tag, attributes = {}, ...children) {
  const element = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

/** A button. */
export function button(text, pressed, properties = {}) {
  const element = make("button", { type: "button", ...properties }, text);
  element.addEventListener("click", pressed);
  return element;
}

/** A control with its words before it. */
export const labelled = (text, control, properties = {}) =>
  make("label", { className: "field", ...properties }, make("span", {}, text), control);

/** A choice of one; options are pairs of a value and its text. */
export function choice(options, value, changed) {
  const select = make("select", {}, ...options.map(([name, text]) => make("option", { value: name }, text)));
  select.value = value;
  select.addEventListener("change", () => changed(select.value));
  return select;
}

/** A table in a box of its own in which it scrolls; a cell is a text or an element. */
export function table(caption, headings, rows) {
  const head = make("tr", {}, ...headings.map((heading) => make("th", { scope: "col" }, heading)));
  const body = rows.map((row) => make("tr", {}, ...row.map((cell) => make("td", {}, cell))));
  return make("div", { className: "scroll listed", tabIndex: 0, role: "region", "aria-label": caption },
    make("table", {}, make("caption", { className: "unseen" }, caption), make("thead", {}, head), make("tbody", {}, ...body)));
}

/** Calls the last of several calls in quick succession, after a pause. */
export function afterPause(milliseconds, action) {
  let timer = 0;
  return (...values) => {
    clearTimeout(timer);
    timer = setTimeout(() => action(...values), milliseconds);
  };
}
