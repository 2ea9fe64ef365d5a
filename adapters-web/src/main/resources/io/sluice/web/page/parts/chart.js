// A chart of lines in the look of the report. A vertical line, moved by the pointer or by the arrow
// keys, reads the values off.
import { draw, make } from "/dom.js";
import { word } from "/words.js";

const WIDTH = 640;
const HEIGHT = 340;
const LEFT = 52;
const RIGHT = 12;
const TOP = 12;
const BOTTOM = 30;

/** How many lines can be told apart. */
export const MOST_LINES = 8;

let charts = 0;

/** A number with at most four digits that say something. */
export function brief(value) {
  if (typeof value === "string") return value.replace("Infinity", "∞").replace("-", "−");
  if (!Number.isFinite(value)) return String(value).replace("Infinity", "∞").replace("-", "−");
  if (value !== 0 && (Math.abs(value) < 1e-3 || Math.abs(value) >= 1e6)) {
    return value.toExponential(2).replaceAll("-", "−").replace("e+", "e");
  }
  return String(Number(value.toPrecision(4))).replace("-", "−");
}

/** Round places between two ends, about as many as wished. */
export function ticks(from, to, wished) {
  const rough = (to - from) / wished;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = power * [1, 2, 5, 10].find((each) => each * power >= rough);
  const first = Math.ceil(from / step - 1e-9);
  const last = Math.floor(to / step + 1e-9);
  return Array.from({ length: last - first + 1 }, (_, i) => Number(((first + i) * step).toPrecision(12)));
}

/** The values to be seen: all of them, if that leaves the shape visible. */
function window(lines, reach) {
  const limit = 1.6 * reach;
  const seen = lines.flatMap((line) => line.y).filter((y) => Number.isFinite(y))
    .map((y) => Math.max(-limit, Math.min(limit, y)));
  let low = Math.min(0, ...seen);
  let high = Math.max(0, ...seen);
  if (high - low < 1e-9) {
    low -= 1;
    high += 1;
  }
  const margin = 0.05 * (high - low);
  return [low - margin, high + margin];
}

/** Points as a path; where a value is no number, the line breaks. */
export function pathOf(xs, ys, placeX, placeY) {
  let path = "";
  let isDown = false;
  xs.forEach((x, i) => {
    const y = Number(ys[i]);
    if (!Number.isFinite(y)) {
      isDown = false;
      return;
    }
    path += `${isDown ? "L" : "M"}${placeX(x).toFixed(1)} ${placeY(y).toFixed(1)}`;
    isDown = true;
  });
  return path;
}

/**
 * A figure of lines over one axis.
 *
 * @param title what it shows, for those who do not see it
 * @param lines each {name, x, y}; at most eight
 * @param told what each value is called where it is read off
 */
export function chart(title, lines, { legend = true, name = "" } = {}) {
  const xs = lines[0]?.x ?? [-1, 1];
  const from = xs[0];
  const to = xs[xs.length - 1];
  const [low, high] = window(lines, Math.max(Math.abs(from), Math.abs(to)));
  const placeX = (x) => LEFT + ((x - from) / (to - from)) * (WIDTH - LEFT - RIGHT);
  // A line far beyond the edge would be drawn wrongly.
  const placeY = (y) =>
    HEIGHT - BOTTOM - ((Math.max(low - 9 * (high - low), Math.min(high + 9 * (high - low), y)) - low) / (high - low)) * (HEIGHT - TOP - BOTTOM);
  const id = `chart-${++charts}`;
  const svg = draw("svg", { class: "figure", viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: "img", "aria-label": title });
  svg.append(draw("clipPath", { id }, draw("rect", { x: LEFT, y: TOP, width: WIDTH - LEFT - RIGHT, height: HEIGHT - TOP - BOTTOM })));
  const grid = draw("g", { class: "grid" });
  const labels = draw("g", {});
  for (const x of ticks(from, to, 8)) {
    grid.append(draw("path", { d: `M${placeX(x)} ${TOP}V${HEIGHT - BOTTOM}` }));
    labels.append(draw("text", { class: "quiet middle", x: placeX(x), y: HEIGHT - BOTTOM + 17 }, brief(x)));
  }
  for (const y of ticks(low, high, 6)) {
    grid.append(draw("path", { d: `M${LEFT} ${placeY(y)}H${WIDTH - RIGHT}` }));
    labels.append(draw("text", { class: "quiet end", x: LEFT - 6, y: placeY(y) + 4 }, brief(y)));
  }
  svg.append(grid, labels);
  if (low < 0 && high > 0) svg.append(draw("path", { class: "axis", d: `M${LEFT} ${placeY(0)}H${WIDTH - RIGHT}` }));
  if (from < 0 && to > 0) svg.append(draw("path", { class: "axis", d: `M${placeX(0)} ${TOP}V${HEIGHT - BOTTOM}` }));
  const drawn = draw("g", { "clip-path": `url(#${id})` });
  lines.forEach((line, i) => {
    drawn.append(draw("g", { class: `s${i + 1}` }, draw("path", { class: "line", d: pathOf(line.x, line.y, placeX, placeY) })));
  });
  const reader = draw("path", { class: "leader", d: "", visibility: "hidden" });
  svg.append(drawn, reader);

  const told = make("output", { className: "quiet reading" });
  let at = -1;
  function read(index) {
    at = Math.max(0, Math.min(xs.length - 1, index));
    reader.setAttribute("d", `M${placeX(xs[at])} ${TOP}V${HEIGHT - BOTTOM}`);
    reader.setAttribute("visibility", "visible");
    const values = lines.map((line) => `${line.name} ${brief(line.y[at])}`).join(" · ");
    told.textContent = `${name || "x"} = ${brief(xs[at])}: ${values}`;
  }
  const frame = make("div", { className: "chart", tabIndex: 0, role: "group", "aria-label": word("chart.keys", { title }) }, svg);
  const nearest = (x) => Math.round(((x - from) / (to - from)) * (xs.length - 1));
  frame.addEventListener("pointermove", (event) => {
    const box = svg.getBoundingClientRect();
    const x = ((event.clientX - box.left) / box.width) * WIDTH;
    read(nearest(from + ((x - LEFT) / (WIDTH - LEFT - RIGHT)) * (to - from)));
  });
  frame.addEventListener("keydown", (event) => {
    const step = { ArrowLeft: -1, ArrowRight: 1, PageDown: -20, PageUp: 20, Home: -1e9, End: 1e9 }[event.key];
    if (!step) return;
    event.preventDefault();
    const begin = nearest(Math.max(from, Math.min(to, 0)));
    // The first arrow shows where the reading begins; keys that jump do so at once.
    read(at >= 0 ? at + step : Math.abs(step) > 1 ? begin + step : begin);
  });
  const figure = make("figure", { className: "lines" }, frame);
  if (legend) figure.append(make("div", { className: "legend" }, ...lines.map((line, i) => key(i, line.name))));
  figure.append(told);
  return figure;
}

/** A piece of the line number i and what it is. */
export function key(i, text) {
  const sample = draw("svg", { class: "figure sample", viewBox: "0 0 34 10", width: 34, height: 10, "aria-hidden": "true" },
    draw("g", { class: `s${i + 1}` }, draw("path", { class: "line", d: "M1 5H33" })));
  return make("span", { className: "key" }, sample, text);
}

/** A small curve without numbers. */
export function sketch(x, y) {
  const width = 120;
  const height = 56;
  const from = x[0];
  const to = x[x.length - 1];
  const [low, high] = window([{ y: y.map(Number) }], Math.max(Math.abs(from), Math.abs(to)));
  const placeX = (at) => ((at - from) / (to - from)) * width;
  const placeY = (at) => height - ((Math.max(2 * low, Math.min(2 * high, at)) - low) / (high - low)) * height;
  return draw("svg", { class: "figure sketch", viewBox: `0 0 ${width} ${height}`, "aria-hidden": "true" },
    draw("path", { class: "grid", d: `M0 ${placeY(0).toFixed(1)}H${width}M${placeX(0).toFixed(1)} 0V${height}` }),
    draw("g", { class: "s1" }, draw("path", { class: "line", d: pathOf(x, y, placeX, placeY) })));
}
