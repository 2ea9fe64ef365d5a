// Activations and optimizers: searched, filtered, laid over each other; and formulas of one's own.
import { ask, catalog, path } from "/api.js";
import { afterPause, button, choice, labelled, make } from "/dom.js";
import { word } from "/words.js";
import { remember, trying } from "/router.js";
import { key, MOST_LINES, sketch } from "/parts/chart.js";
import { curves, ends } from "/parts/curves.js";
import { formulaBox } from "/parts/formula.js";

const AT_ONCE = 60;
const PAUSE = 150;

const isFinite = Number.isFinite;

/** The filters of each kind: words for the filter and for its values, and what has that value. */
const FILTERS = {
  activations: {
    bounds: ["catalogue.bounds", {
      both: ["catalogue.bounded", ({ range }) => isFinite(range.lower) && isFinite(range.upper)],
      below: ["catalogue.bounded-below", ({ range }) => isFinite(range.lower) && !isFinite(range.upper)],
      above: ["catalogue.bounded-above", ({ range }) => !isFinite(range.lower) && isFinite(range.upper)],
      none: ["catalogue.unbounded", ({ range }) => !isFinite(range.lower) && !isFinite(range.upper)],
    }],
    monotone: ["catalogue.monotone", {
      yes: ["catalogue.monotone-yes", (entry, shape) => shape !== undefined && shape.monotone !== "none"],
      no: ["catalogue.monotone-no", (entry, shape) => shape?.monotone === "none"],
    }],
    oscillating: ["catalogue.oscillating", {
      yes: ["catalogue.oscillating-yes", (entry, shape) => shape?.oscillating === true],
      no: ["catalogue.oscillating-no", (entry, shape) => shape?.oscillating === false],
    }],
    trainable: ["catalogue.trainable", {
      yes: ["catalogue.trainable-yes", ({ trainable }) => trainable !== undefined],
      no: ["catalogue.trainable-no", ({ trainable }) => trainable === undefined],
    }],
    kind: ["catalogue.kind", {
      scalar: ["catalogue.scalar", ({ kind, draws }) => kind === "scalar" && draws === undefined],
      layer: ["catalogue.layer", ({ kind }) => kind === "layer"],
      random: ["catalogue.random", ({ draws }) => draws !== undefined],
    }],
  },
  optimizers: {
    kind: ["catalogue.kind", Object.fromEntries(
      Object.entries({
        gradient: "catalogue.gradient",
        population: "catalogue.population",
        oracle: "catalogue.oracle",
        wrapper: "catalogue.wrapper",
      }).map(([name, text]) => [name, [text, ({ kind }) => kind === name]]))],
  },
};

const TITLES = { activations: "catalogue.activations", optimizers: "catalogue.optimizers" };

/** How well an entry answers what was typed: 0 not at all. */
function rank(entry, text) {
  if (text === "") return 1;
  const names = [entry.id, ...entry.aliases];
  if (names.includes(text)) return 4;
  if (names.some((name) => name.startsWith(text))) return 3;
  if (names.some((name) => name.includes(text))) return 2;
  const rest = `${entry.summary} ${entry.formula} ${entry.source} ${entry.notes.join(" ")}`.toLowerCase();
  return text.split(/\s+/).every((part) => rest.includes(part) || entry.id.includes(part)) ? 1 : 0;
}

export async function show(root, { query, signal }) {
  const all = await catalog();
  let shapes = { x: [], curves: {} };
  const kind = query.get("kind") in FILTERS ? query.get("kind") : "activations";
  const entries = all[kind];
  const filters = FILTERS[kind];
  const overlaid = new Map();

  root.append(
    make("h1", {}, word("catalogue.title")),
    make("p", { className: "lead" }, word("catalogue.lead", {
      activations: all.activations.length, optimizers: all.optimizers.length,
    })),
  );
  const tabs = make("div", { className: "segmented", role: "group", "aria-label": word("catalogue.title") },
    ...Object.entries(TITLES).map(([name, text]) => button(word(text), () => {
      remember(new URLSearchParams(name === "activations" ? {} : { kind: name }));
      root.replaceChildren();
      trying(() => show(root, { query: new URLSearchParams({ kind: name }), signal }));
    }, { "aria-pressed": String(name === kind) })));

  // What is wanted.
  const search = make("input", {
    type: "search", value: query.get("q") ?? "", placeholder: word("catalogue.example"), className: "search",
  });
  const packs = [...new Set(entries.map((entry) => entry.origin.plugin))].sort();
  const wanted = {};
  const selects = Object.entries(filters).map(([name, [text, values]]) => {
    wanted[name] = query.get(name) in values ? query.get(name) : "";
    const options = [["", word("catalogue.all")], ...Object.entries(values).map(([value, [each]]) => [value, word(each)])];
    return labelled(word(text), choice(options, wanted[name], (value) => change(name, value)));
  });
  wanted.pack = packs.includes(query.get("pack")) ? query.get("pack") : "";
  if (packs.length > 1) {
    const options = [["", word("catalogue.all")], ...packs.map((pack) => [pack, pack])];
    selects.push(labelled(word("catalogue.pack"), choice(options, wanted.pack, (value) => change("pack", value))));
  }
  const count = make("p", { className: "quiet", role: "status" });
  const grid = make("ul", { className: "plain cards" });
  const more = button("", () => list(shown + AT_ONCE));
  let shown = AT_ONCE;

  // Curves laid over each other.
  let axis = [-5, 5];
  const drawn = make("div", {});
  const chosen = make("div", { className: "legend" });
  const hint = make("p", { className: "quiet" }, word("catalogue.overlay-hint", { n: MOST_LINES }));
  const overlay = make("section", { className: "card overlay" },
    make("div", { className: "row" }, make("h2", {}, word("catalogue.overlay")),
      make("div", { className: "push" }, ends(...axis, (from, to) => { axis = [from, to]; lay(); }))),
    hint, chosen, drawn);

  const lay = afterPause(PAUSE, () => trying(async () => {
    const ids = [...overlaid.keys()];
    const list = await Promise.all(ids.map(async (id) => {
      const address = path`/api/catalog/activations/${id}/curve.json?from=${axis[0]}&to=${axis[1]}`;
      return { name: id, ...(await ask(address, { signal })) };
    }));
    if (ids.join() === [...overlaid.keys()].join()) drawn.replaceChildren(...(list.length ? [curves(list, { legend: false })] : []));
  }));

  function overlayChanged() {
    chosen.replaceChildren(...[...overlaid.keys()].map((id, i) =>
      button(key(i, id), () => { overlaid.delete(id); overlayChanged(); list(shown); },
        { className: "small", title: word("catalogue.remove", { id }), "aria-label": word("catalogue.remove", { id }) })));
    hint.hidden = overlaid.size > 0;
    for (const box of grid.querySelectorAll(".over")) {
      box.disabled = !box.checked && overlaid.size >= MOST_LINES;
    }
    keep();
    lay();
  }

  function keep() {
    const address = new URLSearchParams();
    if (kind !== "activations") address.set("kind", kind);
    if (search.value) address.set("q", search.value);
    for (const [name, value] of Object.entries(wanted)) if (value) address.set(name, value);
    if (overlaid.size > 0) address.set("over", [...overlaid.keys()].join(","));
    remember(address);
  }

  function change(name, value) {
    wanted[name] = value;
    keep();
    list(AT_ONCE);
  }

  function card(entry) {
    const shape = shapes.curves[entry.id];
    const link = make("a", { href: path`/catalogue/${kind}/${entry.id}` }, entry.id);
    const item = make("li", { className: "card entry" },
      make("div", { className: "row" }, make("h3", {}, link),
        kind === "optimizers" ? make("span", { className: "badge plainly" }, word(filters.kind[1][entry.kind][0])) : ""),
      make("p", {}, entry.summary));
    if (kind === "activations" && entry.kind === "scalar") {
      const box = make("input", {
        type: "checkbox", className: "over", checked: overlaid.has(entry.id),
        disabled: !overlaid.has(entry.id) && overlaid.size >= MOST_LINES,
        "aria-label": word("catalogue.lay-over", { id: entry.id }),
      });
      box.addEventListener("change", () => {
        if (box.checked) overlaid.set(entry.id, true);
        else overlaid.delete(entry.id);
        overlayChanged();
      });
      item.append(make("div", { className: "row" }, shape ? sketch(shapes.x, shape.value) : "",
        make("label", { className: "field beside push" }, box, make("span", {}, word("catalogue.over")))));
    } else {
      item.append(make("code", { className: "quiet" }, entry.formula));
    }
    return item;
  }

  function list(most) {
    shown = most;
    const text = search.value.trim().toLowerCase();
    const found = entries
      .map((entry) => ({ entry, rank: rank(entry, text) }))
      .filter(({ entry, rank: points }) => points > 0
        && Object.entries(filters).every(([name, [, values]]) =>
          wanted[name] === "" || values[wanted[name]][1](entry, shapes.curves[entry.id]))
        && (wanted.pack === "" || entry.origin.plugin === wanted.pack))
      .sort((a, b) => b.rank - a.rank);
    count.textContent = word("catalogue.found", { n: found.length, all: entries.length });
    grid.replaceChildren(...found.slice(0, most).map(({ entry }) => card(entry)));
    more.hidden = found.length <= most;
    more.textContent = word("catalogue.more", { n: Math.min(AT_ONCE, found.length - most) });
  }

  search.addEventListener("input", afterPause(PAUSE, () => { keep(); list(AT_ONCE); }));
  if (kind === "activations") {
    for (const id of (query.get("over") ?? "").split(",")) {
      if (entries.some((entry) => entry.id === id) && overlaid.size < MOST_LINES) overlaid.set(id, true);
    }
    trying(async () => {
      shapes = await ask("/api/catalog/curves.json", { signal });
      list(shown);
    });
  }
  const controls = make("section", { className: "card" },
    make("div", { className: "row filters" }, tabs, labelled(word("catalogue.search"), search, { className: "field grow" })),
    make("div", { className: "row filters" }, ...selects),
    count);
  root.append(make("div", { className: "stack" }, controls,
    ...(kind === "activations" ? [overlay, formulaBox(signal)] : []), grid, make("p", {}, more)));
  list(AT_ONCE);
  if (kind === "activations" && overlaid.size > 0) overlayChanged();
  return word(TITLES[kind]);
}
