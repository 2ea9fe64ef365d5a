// A study by a form: what is chosen becomes the text of a study.
import { labelled, make } from "/dom.js";
import { word } from "/words.js";
import { picker } from "/parts/picker.js";

/** "adam learning-rate=0.05" as a value of YAML. */
function component(text) {
  const [id, ...settings] = text.split(/\s+/);
  if (settings.length === 0) return id;
  return `{id: ${id}, ${settings.map((each) => each.replace("=", ": ")).join(", ")}}`;
}

const list = (texts) => `[${texts.map(component).join(", ")}]`;

/** "3; 16, 16" as networks. */
function networks(text) {
  const each = text.split(";").map((part) => part.trim()).filter(Boolean).map((part) => `{hidden: [${part}]}`);
  return each.length === 1 ? each[0] : `[${each.join(", ")}]`;
}

/** The text of a study that was chosen in the form. */
export function studyText(chosen) {
  const lines = [`study: ${chosen.name || "my-study"}`];
  if (chosen.question) lines.push(`question: ${JSON.stringify(chosen.question)}`);
  lines.push(`repeats: ${chosen.repeats}`, `budget: ${chosen.budget}`);
  if (chosen.targets) lines.push(`targets: [${chosen.targets}]`);
  lines.push(`problems: ${list(chosen.problems)}`);
  if (chosen.networks) lines.push(`networks: ${networks(chosen.networks)}`);
  if (chosen.activations.length > 0) lines.push(`activations: ${list(chosen.activations)}`);
  lines.push(`optimizers: ${list(chosen.optimizers)}`);
  if (chosen.bounds) lines.push(`bounds: ${chosen.bounds}`);
  lines.push("measure: {per-decade: 10}");
  return `${lines.join("\n")}\n`;
}

/** The form; written is called with the text whenever something is chosen. */
export function studyForm(catalog, written) {
  const chosen = {
    name: "my-study", question: "", repeats: "20", budget: "1500", targets: "0.1, 0.01", networks: "3", bounds: "5",
    problems: ["xor"], activations: ["tanh", "snake"], optimizers: ["adam learning-rate=0.05", "adamm"],
  };
  const changed = () => written(studyText(chosen));
  const field = (name, text, properties = {}, look = "") => {
    const input = make("input", { type: "text", value: chosen[name], spellcheck: false, autocomplete: "off", ...properties });
    input.addEventListener("input", () => { chosen[name] = input.value.trim(); changed(); });
    return labelled(text, input, { className: `field ${look}` });
  };
  const many = (name, text) => picker(text, catalog[name], chosen[name], changed);
  return {
    text: () => studyText(chosen),
    element: make("div", { className: "form" },
      field("name", word("form.name")),
      field("question", word("form.question"), { spellcheck: true }, "two"),
      many("problems", word("form.problems")),
      many("activations", word("form.activations")),
      many("optimizers", word("form.optimizers")),
      field("networks", word("form.networks")),
      field("budget", word("form.budget"), { inputmode: "numeric" }),
      field("repeats", word("form.repeats"), { inputmode: "numeric" }),
      field("targets", word("form.targets")),
      field("bounds", word("form.bounds")),
      make("p", { className: "quiet" }, word("form.hint"))),
  };
}
