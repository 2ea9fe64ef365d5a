// Curves and slopes of several functions laid over each other.
import { labelled, make } from "/dom.js";
import { word } from "/words.js";
import { chart } from "/parts/chart.js";

/** Curves and slopes, side by side where there is room; each curve is {name, x, value, slope}. */
export function curves(list, options) {
  const lines = (part) => list.map(({ name, x, [part]: y }) => ({ name, x, y }));
  return make("div", { className: "pair" },
    make("div", {}, make("h3", {}, word("curves.value")), chart(word("curves.value"), lines("value"), options)),
    make("div", {}, make("h3", {}, word("curves.slope")), chart(word("curves.slope"), lines("slope"), options)));
}

/** Two fields for the ends of the axis. */
export function ends(from, to, changed) {
  const field = (value) => make("input", { type: "number", step: "any", value, className: "end" });
  const lower = field(from);
  const upper = field(to);
  for (const input of [lower, upper]) {
    input.addEventListener("input", () => {
      const [a, b] = [lower.valueAsNumber, upper.valueAsNumber];
      const isWrong = !(a < b);
      lower.setCustomValidity(isWrong ? word("curves.ends") : "");
      if (!isWrong) changed(a, b);
    });
  }
  return make("div", { className: "row" },
    labelled(word("curves.from"), lower), labelled(word("curves.to"), upper));
}
