// One activation or optimizer: what it does, what is known of it, where it comes from.
import { ask, catalog, path } from "/api.js";
import { afterPause, labelled, make } from "/dom.js";
import { word } from "/words.js";
import { remember, trying } from "/router.js";
import { curves, ends } from "/parts/curves.js";
import { passportTable } from "/parts/passport.js";

const PAUSE = 120;
const TITLES = { activations: "catalogue.activations", optimizers: "catalogue.optimizers" };

/** A field for each hyper-parameter. */
function settings(entry, query, changed) {
  const values = {};
  const fields = entry.hyperparameters.map((hyperparameter) => {
    const { name, preset, range, meaning, kind } = hyperparameter;
    const given = Number(query.get(name));
    if (query.has(name) && Number.isFinite(given)) values[name] = given;
    const input = make("input", {
      type: "number", step: kind === "integer" ? 1 : "any", value: values[name] ?? preset, className: "end",
      title: `${meaning} ${range.text}`,
    });
    if (Number.isFinite(range.lower)) input.min = range.lower;
    if (Number.isFinite(range.upper)) input.max = range.upper;
    input.addEventListener("input", () => {
      if (!Number.isFinite(input.valueAsNumber)) return;
      if (input.valueAsNumber === preset) delete values[name];
      else values[name] = input.valueAsNumber;
      changed();
    });
    return labelled(name, input);
  });
  return { values, fields };
}

/** What is told about it without computing. */
function facts(entry) {
  const pairs = [
    ["component.formula", entry.formula && make("code", {}, entry.formula)],
    ["component.range", entry.range?.text],
    ["component.trainable", entry.trainable && `${entry.trainable.join(", ")} (${entry.train})`],
    ["component.aliases", entry.aliases.join(", ")],
    ["component.source", entry.source + (entry.sourceRead ? "" : ` (${word("component.unread")})`)],
    ["component.origin", make("span", {}, `${entry.origin.plugin} ${entry.origin.version} `,
      make("span", { className: "quiet" }, entry.origin.file))],
    ["component.sha", entry.origin.sha256 && make("code", {}, entry.origin.sha256)],
  ].filter(([, text]) => text);
  return make("dl", { className: "facts" },
    ...pairs.flatMap(([key, text]) => [make("dt", {}, word(key)), make("dd", { lang: "en" }, text)]));
}

export async function show(root, { params, query, signal }) {
  const { kind, id } = params;
  const entries = (await catalog())[kind] ?? [];
  const entry = entries.find((each) => each.id === id) ?? entries.find((each) => each.aliases.includes(id));
  root.append(make("p", {}, make("a", { href: `/catalogue${kind === "optimizers" ? "?kind=optimizers" : ""}` },
    word(TITLES[kind] ?? "catalogue.activations"))));
  if (!entry) {
    root.append(make("h1", {}, id), make("p", {}, word("component.missing")));
    return id;
  }
  root.append(make("h1", {}, entry.id), make("p", { className: "lead", lang: "en" }, entry.summary));
  const drawn = make("div", {});
  const passport = make("div", { className: "passport" });
  let axis = [-5, 5];
  let asked = 0;
  const hasCurve = kind === "activations" && entry.kind === "scalar";

  const { values, fields } = settings(entry, query, () => { remember(new URLSearchParams(values)); renew(); });
  const renew = afterPause(PAUSE, () => trying(draw));

  async function draw() {
    const given = new URLSearchParams(values);
    const base = path`/api/catalog/${kind}/${entry.id}/`;
    if (hasCurve) {
      const where = new URLSearchParams({ ...values, from: axis[0], to: axis[1] });
      const curve = await ask(`${base}curve.json?${where}`, { signal });
      drawn.replaceChildren(curves([{ name: entry.id, ...curve }], { legend: false }));
    }
    if (kind === "activations" && entry.kind !== "scalar" || entry.kind === "wrapper") {
      passport.replaceChildren(make("p", { className: "quiet" }, word("component.no-passport")));
      return;
    }
    const number = ++asked;
    passport.setAttribute("aria-busy", "true");
    try {
      const answer = await ask(`${base}passport?${given}`, { signal });
      if (number === asked) passport.replaceChildren(passportTable(answer));
    } finally {
      passport.removeAttribute("aria-busy");
    }
  }

  const controls = make("div", { className: "row" }, ...fields,
    ...(hasCurve ? [make("div", { className: "push" }, ends(...axis, (from, to) => { axis = [from, to]; renew(); }))] : []));
  root.append(make("div", { className: "stack" },
    make("section", { className: "card" }, ...(hasCurve ? [make("h2", { className: "unseen" }, word("component.curve"))] : []), controls, drawn),
    make("section", { className: "card" }, make("h2", {}, word("component.about")), facts(entry),
      ...entry.notes.map((note) => make("p", { className: "quiet", lang: "en" }, note))),
    make("section", { className: "card" }, make("h2", {}, word("passport.title")), passport)));
  if (hasCurve) {
    root.querySelector(".lead").append(" ", make("a", { href: `/catalogue?over=${encodeURIComponent(entry.id)}` }, word("component.overlay")));
  }
  passport.append(make("p", { className: "quiet" }, word("component.computing")));
  trying(draw);
  return entry.id;
}
