// One study: watched while it runs, judged and read when there are trials.
import { ask, path, post, report } from "/api.js";
import { button, choice, labelled, make } from "/dom.js";
import { word } from "/words.js";
import { remember, trouble, trying } from "/router.js";
import { brief } from "/parts/chart.js";
import { offerFigures, save, yaml } from "/parts/download.js";
import { heatMap } from "/parts/heat.js";
import { badge, isLive, progressText } from "/parts/state.js";

const REPORT_EVERY = 3000;
const CELLS_EVERY = 700;
const ROWS = ["trials.csv", "trials.jsonl", "measurements.csv", "measurements.jsonl"];

/** Calls at once, then no more often than every so many milliseconds, and once at the end. */
function seldom(milliseconds, action) {
  let last = 0;
  let timer = 0;
  return () => {
    clearTimeout(timer);
    const wait = Math.max(0, last + milliseconds - Date.now());
    timer = setTimeout(() => { last = Date.now(); action(); }, wait);
  };
}

/** The question whether the difference between two cells is real. */
function judge(base, signal) {
  const answer = make("div", { role: "status" });
  const element = make("section", { className: "card" },
    make("h2", {}, word("study.judge")), make("p", { className: "quiet" }, word("study.judge-hint")), answer);
  let asked = 0;

  const group = ({ activation, optimizer }) =>
    Object.entries({ activation, optimizer }).filter(([, text]) => text).map(([name, text]) => `${name}=${text}`).join(",");

  async function chosen(cells, target) {
    const number = ++asked;
    if (cells.length < 2) {
      answer.replaceChildren(...cells.map((cell) => make("p", {}, word("study.judge-one", { cell: group(cell) }))));
      return;
    }
    answer.setAttribute("aria-busy", "true");
    const query = new URLSearchParams({ of: group(cells[0]), against: group(cells[1]), part: "main" });
    if (target) query.set("target", target);
    try {
      const { element: judgement } = await report(`${base}/judge.html?${query}`, { signal });
      if (number === asked) window.sluiceReport.show(answer, judgement);
    } finally {
      answer.removeAttribute("aria-busy");
    }
  }

  return { element, chosen };
}

/** The study beside another one, which is chosen among the latest; null where there is no other. */
async function comparison(base, id, query, signal) {
  const { studies } = await ask("/api/studies?size=200", { signal });
  const others = studies.filter((study) => study.id !== id);
  if (others.length === 0) return null;
  const answer = make("div", { className: "compared", role: "status" });
  const chosen = async (other) => {
    remember(new URLSearchParams(other ? { with: other } : {}));
    if (!other) {
      answer.replaceChildren();
      return;
    }
    const { element } = await report(`${base}/comparison.html?${new URLSearchParams({ with: other, part: "main" })}`, { signal });
    window.sluiceReport.show(answer, element);
  };
  const asked = query.get("with") ?? "";
  const select = choice([["", "–"], ...others.map((study) => [study.id, study.id])],
    others.some((study) => study.id === asked) ? asked : "", (other) => trying(() => chosen(other)));
  if (asked) trying(() => chosen(asked));
  return make("section", { className: "card" }, make("h2", {}, word("study.compare")),
    make("p", { className: "quiet" }, word("study.compare-hint")), labelled(word("study.compare-with"), select), answer);
}

export async function show(root, { params, query, signal }) {
  const { id } = params;
  const base = path`/api/studies/${id}`;
  const study = await ask(`${base}?top=0`, { signal });
  let target = "";

  // The head, and what can be done.
  const state = make("span", {});
  const bar = make("progress", { className: "grow", "aria-label": word("study.progress") });
  const count = make("p", { className: "quiet count" });
  const failure = make("p", { className: "notice", lang: "en", hidden: true });
  const order = (name) => () => trying(async () => {
    for (const each of orders) each.disabled = true;
    await post(`${base}/${name}`);
    await renew();
  });
  const pause = button(word("study.pause"), order("pause"));
  const resume = button(word("study.resume"), order("resume"), { className: "primary" });
  const cancel = button(word("study.cancel"), order("stop"));
  const orders = [pause, resume, cancel];

  function showProgress(now) {
    state.replaceChildren(badge(now.state));
    bar.max = Math.max(1, now.progress.planned);
    bar.value = now.progress.finished;
    count.textContent = progressText(now);
    failure.textContent = now.message ?? "";
    failure.hidden = !now.message;
    pause.hidden = !isLive(now.state);
    cancel.hidden = !isLive(now.state) && now.state !== "paused";
    resume.hidden = !["paused", "stopped", "failed"].includes(now.state);
    for (const each of orders) each.disabled = false;
  }

  // What fills while it runs.
  const question = judge(base, signal);
  const map = heatMap((cells) => trying(() => question.chosen(cells, target)));
  const targets = make("div", { className: "push" });
  const counts = make("section", { className: "card" },
    make("div", { className: "row" }, make("h2", {}, word("heat.title")), targets), map.element,
    make("p", { className: "quiet" }, word("study.heat-hint")));
  const box = make("div", { className: "renewed" });
  let shownReport = "";

  async function renewCells() {
    const cells = await ask(`${base}/cells.json${target ? `?target=${target}` : ""}`, { signal });
    counts.hidden = cells.activations.length === 0;
    question.element.hidden = counts.hidden;
    if (cells.targets.length > 1 && !targets.hasChildNodes()) {
      targets.append(labelled(word("study.target"),
        choice(cells.targets.map((each) => [String(each), brief(each)]), String(cells.target), (value) => {
          target = value;
          trying(renewCells);
        }), { className: "field beside" }));
    }
    map.show(cells);
  }

  async function renewReport() {
    const { html, element } = await report(`${base}/report.html?part=main`, { signal });
    if (html === shownReport) return;
    shownReport = html;
    window.sluiceReport.show(box, element);
    offerFigures(element, study.name);
  }

  const cellsSoon = seldom(CELLS_EVERY, () => trying(renewCells));
  const reportSoon = seldom(REPORT_EVERY, () => trying(renewReport));
  let events = null;

  function watch() {
    if (events || signal.aborted) return;
    events = new EventSource(`${base}/events`);
    events.addEventListener("progress", (event) => {
      showProgress(JSON.parse(event.data));
      trouble();
      cellsSoon();
      reportSoon();
    });
    events.addEventListener("finished", (event) => {
      close();
      showProgress(JSON.parse(event.data));
      trying(renewCells);
      trying(renewReport);
    });
    events.addEventListener("error", () => trouble(word("study.lost")));
  }

  function close() {
    events?.close();
    events = null;
  }

  /** Where it stands now; follows it if it goes on. */
  async function renew() {
    const now = await ask(`${base}?top=0`, { signal });
    showProgress(now);
    if (isLive(now.state)) watch();
    else close();
  }
  signal.addEventListener("abort", close);

  const spec = JSON.parse(study.spec);
  const file = (name, text, type, content) => make("li", {}, button(text, async () => save(name, type, await content()), { className: "plain-link" }));
  const downloads = make("section", { className: "card" }, make("h2", {}, word("study.downloads")),
    make("ul", { className: "plain row" },
      ...ROWS.map((name) => make("li", {}, make("a", { href: `${base}/${name}`, download: `${study.id}-${name}` }, name))),
      file(`${study.id}.json`, "report.json", "application/json", async () => JSON.stringify((await ask(base, { signal })).report, null, 2)),
      file(`${study.name}.yaml`, "study.yaml", "application/yaml", async () => `${yaml(spec)}\n`),
      make("li", {}, make("a", { href: `${base}/report.html`, target: "_blank", rel: "noopener" }, word("study.whole")))));

  root.append(
    make("p", {}, make("a", { href: "/studies" }, word("shell.studies"))),
    make("h1", {}, study.name),
    make("p", { className: "lead", lang: "en" }, study.question),
    make("div", { className: "stack" },
      make("section", { className: "card" },
        make("div", { className: "row" }, state, bar, pause, resume, cancel), count, failure,
        make("p", { className: "quiet" }, make("code", {}, study.id))),
      make("div", { className: "halves leaning" }, counts, question.element),
      make("section", { className: "card" }, make("h2", { className: "unseen" }, word("study.report")), box),
      downloads));
  const other = await comparison(base, study.id, query, signal);
  if (other) downloads.before(other);
  showProgress(study);
  trying(renewCells);
  trying(renewReport);
  if (isLive(study.state)) watch();
  return study.name;
}
