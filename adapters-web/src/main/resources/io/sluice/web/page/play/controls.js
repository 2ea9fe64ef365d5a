// The controls of a setting. What they say is what the address says; what is left empty is what the
// server takes for it.
import { catalog } from "/api.js";
import { labelled, make } from "/dom.js";
import { word } from "/words.js";
import { changed, values } from "./state.js";

const PASTED = "pasted";
const PATTERN = /^([A-Za-z][A-Za-z0-9._-]*)(?:\s+with\s+(.*))?$/s;

let lists = 0;

/** Splits "adam with learning-rate=0.1" into its id and its values; null if it is a text of its own. */
function parse(text) {
  const match = PATTERN.exec(text.trim());
  if (!match) return null;
  const settings = (match[2] ?? "").split(",").map((part) => part.split("=").map((side) => side.trim()));
  return { id: match[1], values: Object.fromEntries(settings.filter(([name]) => name)) };
}

const compose = ({ id, values: all }) => {
  const said = Object.entries(all).filter(([, value]) => value !== "");
  return said.length ? `${id} with ${said.map(([name, value]) => `${name}=${value}`).join(", ")}` : id;
};

/** A field for one word of a list or any text, and small fields for the values of what it names. */
function component(parameter, text, label, entries, done) {
  const list = make("datalist", { id: `play-list-${++lists}` },
    ...entries.map((entry) => make("option", { value: entry.id }, entry.summary)));
  const input = make("input", { value: text, list: list.id, className: "formula", autocomplete: "off",
    spellcheck: false, "data-parameter": parameter });
  input.addEventListener("change", () => done(input.value.trim()));
  const parsed = parse(text);
  const known = parsed && entries.find(({ id, aliases }) => id === parsed.id || aliases.includes(parsed.id));
  const fields = (known?.hyperparameters ?? []).map(({ name, preset, meaning }) => {
    const field = make("input", { value: parsed.values[name] ?? "", placeholder: String(preset), inputmode: "decimal",
      title: meaning, className: "small" });
    field.addEventListener("change", () => {
      const all = { ...parsed.values, [name]: field.value.trim() };
      done(compose({ id: parsed.id, values: all }));
    });
    return labelled(name, field);
  });
  const more = fields.length
    ? [make("details", { className: "more", open: fields.length <= 2 },
      make("summary", {}, word("play.values", { n: fields.length })), make("div", { className: "values" }, ...fields))]
    : [];
  const summary = known ? known.summary : "";
  return make("div", { className: "control" }, labelled(label, input, { className: "field wide" }), list,
    ...(summary ? [make("p", { className: "quiet hint" }, summary)] : []), ...more);
}

function simple(parameter, control, label) {
  control.dataset.parameter = parameter;
  return labelled(label, control);
}

function select(parameter, options, value, label, done) {
  const all = options.some(([name]) => name === value) ? options : [...options, [value, value]];
  const control = make("select", {}, ...all.map(([name, text]) => make("option", { value: name }, text)));
  control.value = value;
  control.addEventListener("change", () => done(control.value));
  return simple(parameter, control, label);
}

function text(parameter, value, label, done, properties = {}) {
  const control = make("input", { value, autocomplete: "off", ...properties });
  control.addEventListener("change", () => done(control.value.trim()));
  return simple(parameter, control, label);
}

const plain = (ids) => ids.map((id) => [id, id]);

/** How many characters of an address are left to pasted data; the server takes 8 KiB with its headers. */
const MOST_DATA = 6000;

/** The problem: one of the catalogue, or pasted data. */
function problem(setting, presets, entries, change) {
  const data = values(setting, "data")[0];
  const isPasted = data !== undefined;
  const said = values(setting, "problem")[0] ?? presets.problem[0];
  const id = parse(said)?.id ?? said;
  const options = [...plain(entries.map((entry) => entry.id)), [PASTED, word("play.own-data")]];
  const parts = [select("problem", options, isPasted ? PASTED : id, word("play.problem"), (chosen) => {
    if (chosen === PASTED) {
      change(changed(changed(setting, "problem", []), "data", ["x,y\n-1,1\n-0.5,0.25\n0,0\n0.5,0.25\n1,1"]));
      return;
    }
    const entry = entries.find((other) => other.id === chosen);
    const isWide = entry?.hyperparameters.some(({ name }) => name === "dimensions") && chosen !== "blobs";
    change(changed(changed(setting, "data", []), "problem", [isWide ? `${chosen} with dimensions=2` : chosen]));
  })];
  if (isPasted) {
    const area = make("textarea", { value: data, rows: 6, className: "formula", spellcheck: false, "data-parameter": "data" });
    const room = make("p", { className: "quiet hint", role: "status" });
    const measure = () => {
      const n = new URLSearchParams({ data: area.value }).toString().length;
      const isTooLong = n > MOST_DATA;
      room.textContent = word(isTooLong ? "play.data-too-long" : "play.data-room", { n, most: MOST_DATA });
      room.classList.toggle("complaint", isTooLong);
      return !isTooLong;
    };
    area.addEventListener("input", measure);
    area.addEventListener("change", () => { if (measure()) change(changed(setting, "data", [area.value])); });
    measure();
    parts.push(labelled(word("play.data"), area, { className: "field wide" }),
      make("p", { className: "quiet hint" }, word("play.data-hint")), room);
  }
  return parts;
}

/** Fills a box with the controls of a setting; "change" takes the setting that was made. */
export async function showControls(box, setting, presets, change) {
  const { activations, optimizers, problems } = await catalog();
  const value = (name) => values(setting, name)[0] ?? presets[name][0];
  const set = (name) => (chosen) => change(changed(setting, name, chosen === "" ? [] : [chosen]));
  const layers = values(setting, "activation").length ? values(setting, "activation") : presets.activation;
  const isNetwork = presets.isNetwork;
  const wide = layers.length > 1;
  const scalar = activations.filter(({ kind }) => kind === "scalar");
  const fields = layers.map((layer, index) =>
    component("activation", layer, wide ? word("play.activation-of", { n: index + 1 }) : word("play.activation"), scalar,
      (said) => change(changed(setting, "activation", layers.map((other, at) => (at === index ? said : other)).filter(Boolean)))));
  const count = presets.activated;
  const apart = make("button", { type: "button", className: "small" }, word(wide ? "play.same-layers" : "play.each-layer"));
  apart.addEventListener("click", () =>
    change(changed(setting, "activation", wide ? [layers[0]] : Array.from({ length: count }, () => layers[0]))));
  box.replaceChildren(
    ...problem(setting, presets, problems, change),
    ...(isNetwork ? [make("div", { className: "pair" },
      text("hidden", value("hidden"), word("play.hidden"), set("hidden"), { title: word("play.hidden-hint") }),
      select("output", [["activated", word("play.activated")], ["linear", word("play.linear")]], value("output"),
        word("play.output"), set("output")))] : []),
    ...(isNetwork ? fields : []),
    ...(isNetwork && count > 1 ? [apart] : []),
    component("optimizer", value("optimizer"), word("play.optimizer"), optimizers.filter(({ kind }) => kind !== "wrapper"), set("optimizer")),
    make("div", { className: "pair" },
      ...(isNetwork ? [text("start", value("start"), word("play.start"), set("start"), { title: word("play.start-hint") })] : []),
      ...(isNetwork ? [text("bounds", value("bounds"), word("play.bounds"), set("bounds"), { title: word("play.bounds-hint") })] : []),
      select("policy", plain(presets.choices.policy), value("policy"), word("play.policy"), set("policy")),
      text("steps", value("steps"), word("play.steps"), set("steps"), { inputmode: "numeric" })),
    make("details", { className: "more" }, make("summary", {}, word("play.further")), make("div", { className: "pair" },
      text("seed", value("seed"), word("play.seed"), set("seed"), { inputmode: "numeric" }),
      ...(isNetwork ? [text("batch", value("batch"), word("play.batch"), set("batch")),
        select("loss", plain(presets.choices.loss), value("loss"), word("play.loss"), set("loss"))] : []),
      select("schedule", plain(presets.choices.schedule), value("schedule"), word("play.schedule"), set("schedule")))));
}

/** Says beside the controls what is wrong with them. */
export function showComplaints(box, errors) {
  for (const control of box.querySelectorAll("[data-parameter]")) {
    const said = errors.filter(({ parameter }) => parameter === control.dataset.parameter).map(({ message }) => message);
    control.setAttribute("aria-invalid", String(said.length > 0));
    control.closest("label").parentElement.querySelector(`:scope > .complaint[data-of="${control.dataset.parameter}"]`)?.remove();
    if (!said.length) continue;
    const id = `complaint-${control.dataset.parameter}`;
    control.setAttribute("aria-describedby", id);
    control.closest("label").after(make("p", { className: "complaint", id, "data-of": control.dataset.parameter }, said.join("; ")));
  }
  return errors.filter(({ parameter }) => !box.querySelector(`[data-parameter="${parameter}"]`));
}
