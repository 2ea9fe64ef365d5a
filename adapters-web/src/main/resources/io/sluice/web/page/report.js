// The answer, the variance shares and the rankings of a study.
import { make } from "./dom.js";
import { exact, figure, interval, number, percent } from "./figures.js";

const PARTS = [
  ["activation", "activation"],
  ["optimizer", "optimizer"],
  ["interaction", "their interaction"],
  ["within", "seeds and the rest"],
];

function answer(report) {
  const sentences = report.sentences.map((sentence) => make("p", {}, sentence));
  return make("div", { className: "answer" }, ...sentences);
}

function shares(variance) {
  const bar = make("div", { className: "bar", role: "img" });
  const legend = make("div", { className: "legend" });
  const words = [];
  for (const [part, word] of PARTS) {
    const estimate = variance[part];
    const segment = make("span", { className: part, title: `${word}: ${percent(estimate.value)}` });
    segment.style.width = `${100 * Math.max(0, number(estimate.value))}%`;
    bar.append(segment);
    legend.append(
      make(
        "span",
        { title: interval(estimate, percent) },
        make("span", { className: `swatch ${part}` }),
        `${word} ${percent(estimate.value)}`,
      ),
    );
    words.push(`${word} ${percent(estimate.value)}`);
  }
  bar.setAttribute("aria-label", words.join(", "));
  const where = variance.problem === null ? "All problems" : variance.problem;
  return make("div", {}, make("p", { className: "quiet" }, where), bar, legend);
}

function variance(report) {
  const shown = report.variance.filter((one) => one.target === report.headlineTarget);
  if (shown.length === 0) return [];
  return [
    make("h3", {}, `What explains the cost to loss ${exact(report.headlineTarget)}`),
    ...shown.map(shares),
  ];
}

const right = (text, title = "") => make("td", { className: "number", title }, text);

const lost = (count, trials) => (count ? `${count} of ${trials}` : "0");

function row(entry, factors) {
  const cells = factors.map((factor) => make("td", {}, entry.contender[factor]));
  const successes = entry.successes.map((share) =>
    right(percent(share.value), `${share.count} of ${share.of}; ${interval(share, percent)}`),
  );
  const cost = number(entry.costToTarget.value);
  const costs = entry.successes.length
    ? [right(cost === Infinity ? "–" : figure(cost), interval(entry.costToTarget, figure))]
    : [];
  return make(
    "tr",
    {},
    right(String(entry.rank)),
    ...cells,
    ...successes,
    ...costs,
    right(figure(entry.bestLoss.value), interval(entry.bestLoss, figure)),
    right(lost(entry.diverged, entry.trials)),
    right(lost(entry.failed, entry.trials)),
  );
}

function ranking(one) {
  const first = one.rows[0];
  if (!first) return [];
  const factors = Object.keys(first.contender);
  const head = (text, className = "number") => make("th", { scope: "col", className }, text);
  const heads = [
    head("#"),
    ...factors.map((factor) => head(factor.replace("-", " "), "")),
    ...first.successes.map((share) => head(`reached ${exact(share.target)}`)),
    ...(first.successes.length ? [head("median cost")] : []),
    head("median best loss"),
    head("diverged"),
    head("failed"),
  ];
  const caption =
    one.rows.length < one.contenders
      ? [make("caption", {}, `The best ${one.rows.length} of ${one.contenders}`)]
      : [];
  const table = make(
    "table",
    {},
    ...caption,
    make("thead", {}, make("tr", {}, ...heads)),
    make("tbody", {}, ...one.rows.map((entry) => row(entry, factors))),
  );
  const label = `Ranking on ${one.problem}`;
  return [
    make("h3", {}, label),
    make(
      "div",
      { className: "scroll", tabIndex: 0, role: "region", "aria-label": label },
      table,
    ),
  ];
}

/** Everything the report says, as elements. */
export function render(report) {
  return [answer(report), ...variance(report), ...report.rankings.flatMap(ranking)];
}
