// A heat map of activations and optimizers that fills while a study runs. Two of its cells can be
// chosen, by pointer or keys, to be compared.
import { draw, make } from "/dom.js";
import { word } from "/words.js";

const HEIGHT = 34;
const LETTER = 7.6;
const LEAST_WIDTH = 66;
const MOST_WIDTH = 120;
const STEPS = 8;
const MOST_TEXT = 30;

const short = (name) => (name.length > MOST_TEXT ? `${name.slice(0, MOST_TEXT - 1)}…` : name);
const room = (names) => Math.max(...names.map((name) => short(name).length)) * LETTER;

/** A heat map; chosen is called with the cells that are chosen, none, one or two. */
export function heatMap(chosen) {
  const box = make("div", { className: "scroll heat" });
  const told = make("output", { className: "quiet reading" });
  const picked = [];
  let shape = "";
  let marks = new Map();
  let cells = new Map();

  const id = (cell) => JSON.stringify([cell.activation, cell.optimizer]);
  const text = (cell) => word("heat.cell", {
    activation: cell.activation, optimizer: cell.optimizer, finished: cell.finished, trials: cell.trials,
    successes: cell.successes, diverged: cell.diverged, failed: cell.failed,
  });

  function pick(name) {
    const at = picked.indexOf(name);
    if (at >= 0) picked.splice(at, 1);
    else picked.push(name);
    if (picked.length > 2) picked.shift();
    for (const [each, { group, label }] of marks) {
      const place = picked.indexOf(each);
      group.setAttribute("aria-pressed", String(place >= 0));
      label.textContent = place < 0 ? "" : "AB"[place];
    }
    chosen(picked.map((each) => cells.get(each)));
  }

  function build({ activations, optimizers }) {
    const left = room(activations) + 14;
    const isSlanted = room(optimizers) > MOST_WIDTH - 10;
    const width = isSlanted ? LEAST_WIDTH : Math.max(LEAST_WIDTH, room(optimizers) + 10);
    const top = isSlanted ? room(optimizers) * 0.6 + 22 : 24;
    const right = left + width * optimizers.length + (isSlanted ? room(optimizers) * 0.8 : 4);
    const bottom = top + HEIGHT * activations.length + 4;
    const svg = draw("svg", { class: "figure wide", width: right, height: bottom, viewBox: `0 0 ${right} ${bottom}`, role: "group", "aria-label": word("heat.title") });
    optimizers.forEach((name, x) => {
      const place = left + width * (x + 0.5);
      svg.append(draw("text", isSlanted
        ? { transform: `translate(${place} ${top - 6}) rotate(-38)` }
        : { class: "middle", x: place, y: top - 7 }, draw("title", {}, name), short(name)));
    });
    marks = new Map();
    activations.forEach((name, y) => {
      svg.append(draw("text", { class: "end", x: left - 8, y: top + HEIGHT * (y + 0.5) + 4 }, draw("title", {}, name), short(name)));
      optimizers.forEach((optimizer, x) => {
        const key = JSON.stringify([name, optimizer]);
        const label = draw("text", { class: "strong", x: 10, y: 14 });
        const share = draw("text", { x: width / 2, y: HEIGHT / 2 + 5 });
        const title = draw("title", {});
        const done = draw("rect", { class: "done", x: 1, y: HEIGHT - 5, width: 0, height: 4 });
        const group = draw("g", { class: "cell hu", transform: `translate(${left + width * x} ${top + HEIGHT * y})`, tabindex: -1, role: "button", "aria-pressed": "false" },
          title, draw("rect", { width, height: HEIGHT }), done, share, label);
        group.addEventListener("click", () => pick(key));
        group.addEventListener("focus", () => (told.textContent = cells.has(key) ? text(cells.get(key)) : ""));
        group.addEventListener("pointerover", () => (told.textContent = cells.has(key) ? text(cells.get(key)) : ""));
        group.addEventListener("keydown", (event) => {
          if (event.key === "Enter" || event.key === " ") {
            event.preventDefault();
            pick(key);
            return;
          }
          const [down, across] = { ArrowDown: [1, 0], ArrowUp: [-1, 0], ArrowRight: [0, 1], ArrowLeft: [0, -1] }[event.key] ?? [0, 0];
          const next = marks.get(JSON.stringify([activations[y + down], optimizers[x + across]]));
          if (!(down || across) || !next) return;
          event.preventDefault();
          group.setAttribute("tabindex", -1);
          next.group.setAttribute("tabindex", 0);
          next.group.focus();
        });
        svg.append(group);
        marks.set(key, { group, label, share, title, done, width });
      });
    });
    marks.values().next().value?.group.setAttribute("tabindex", 0);
    box.replaceChildren(svg);
  }

  /** Shows the counts as they are now. */
  function show(counts) {
    const names = JSON.stringify([counts.activations, counts.optimizers]);
    if (names !== shape) {
      shape = names;
      picked.length = 0;
      build(counts);
    }
    cells = new Map(counts.cells.map((cell) => [id(cell), cell]));
    for (const [key, mark] of marks) {
      const cell = cells.get(key);
      mark.group.classList.toggle("absent", !cell);
      if (!cell) continue;
      const share = cell.finished > 0 ? cell.successes / cell.finished : NaN;
      const step = cell.finished > 0 ? Math.round(share * STEPS) : "n";
      mark.group.setAttribute("class", `cell h${step}`);
      mark.share.textContent = cell.finished > 0 ? `${cell.successes}/${cell.finished}` : "";
      mark.done.setAttribute("width", cell.finished < cell.trials ? (mark.width - 2) * (cell.finished / Math.max(1, cell.trials)) : 0);
      mark.title.textContent = text(cell);
      mark.group.setAttribute("aria-label", text(cell));
    }
  }

  return { element: make("div", {}, box, told), show };
}
