// The answer, the variance shares and the rankings of a study.
import { make } from "./dom.js";
import { exact, figure, interval, number, percent } from "./figures.js";

const MOST_SOURCES = 6;

function answer(report) {
  const sentences = report.sentences.map((sentence) => make("p", {}, sentence));
  return make("div", { className: "answer" }, ...sentences);
}

// The seeds and the largest sources, each a bar with its interval in the title.
function sources(explained) {
  const largest = explained.sources.slice(0, MOST_SOURCES);
  const parts = [
    ["the seeds", explained.seeds],
    ...largest.map((source) => [source.factors.join(" × "), source.share]),
    ["three and more factors", explained.rest],
  ];
  const rows = parts.map(([name, share]) => {
    const bar = make("span", { className: "share" });
    bar.style.width = `${100 * Math.max(0, number(share.value))}%`;
    return make(
      "tr",
      { title: interval(share, percent) },
      make("th", { scope: "row" }, name),
      make("td", { className: "number" }, percent(Math.max(0, number(share.value)))),
      make("td", { className: "shares" }, bar),
    );
  });
  const where = explained.problem === null ? "All problems" : explained.problem;
  return make("table", { className: "sources" }, make("caption", {}, where), ...rows);
}

function explained(report) {
  const shown = report.explained.filter((one) => one.target === report.headlineTarget);
  if (shown.length === 0) return [];
  return [
    make("h3", {}, `What explains the cost to loss ${exact(report.headlineTarget)}`),
    make("div", { className: "explained" }, ...shown.map(sources)),
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
  return [answer(report), ...explained(report), ...report.rankings.flatMap(ranking)];
}
