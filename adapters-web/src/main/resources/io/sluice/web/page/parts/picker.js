// Some of many names, chosen by typing their beginnings.
import { button, make } from "/dom.js";
import { word } from "/words.js";

let pickers = 0;

/**
 * A field for names: Enter or a comma takes what is typed, Backspace in an empty field takes the
 * last one away.
 *
 * @param label its words
 * @param names what can be chosen, each {id, summary}
 * @param chosen what is chosen at first; the list is kept up to date
 */
export function picker(label, names, chosen, changed) {
  const id = `picker-${++pickers}`;
  const list = make("datalist", { id }, ...names.map((each) => make("option", { value: each.id }, each.summary)));
  const input = make("input", { type: "text", list: id, autocomplete: "off", "aria-label": label, spellcheck: false });
  const tags = make("span", { className: "tags" });
  const known = new Set(names.map((each) => each.id));

  function show() {
    tags.replaceChildren(...chosen.map((name, i) =>
      button(`${name} ×`, () => { chosen.splice(i, 1); show(); changed(); input.focus(); },
        { className: "small tag", "aria-label": word("picker.remove", { name }) })));
  }

  function take() {
    const name = input.value.replaceAll(",", "").trim();
    input.value = "";
    if (name === "" || chosen.includes(name)) return;
    chosen.push(name);
    show();
    changed();
  }

  input.addEventListener("keydown", (event) => {
    if (event.key === "Enter" || event.key === ",") {
      event.preventDefault();
      take();
    } else if (event.key === "Backspace" && input.value === "" && chosen.length > 0) {
      chosen.pop();
      show();
      changed();
    }
  });
  // What is picked from the list comes as a whole.
  input.addEventListener("input", (event) => {
    if (event.inputType !== "insertText" && known.has(input.value)) take();
  });
  input.addEventListener("blur", take);
  show();
  return make("div", { className: "field wide picker" }, make("span", {}, label), make("span", { className: "row" }, tags, input), list);
}
