// Studies: a new one by a form or as a text, those that wait, those of the store.
import { ask, catalog, path, postStudy, Refusal } from "/api.js";
import { afterPause, button, choice, labelled, make } from "/dom.js";
import { duration, word } from "/words.js";
import { go, remember, trying } from "/router.js";
import { brief } from "/parts/chart.js";
import { editor } from "/parts/editor.js";
import { studyForm } from "/parts/form.js";
import { badge, isLive, progressText, STATES } from "/parts/state.js";

const PAUSE = 400;
const RENEW = 2500;
const PER_PAGE = 20;
const DRAFT = "sluice-draft";

function kept() {
  // A browser may forbid storage; the draft is then lost with the page.
  try { return sessionStorage.getItem(DRAFT); } catch { return null; }
}

function keep(text) {
  try { sessionStorage.setItem(DRAFT, text); } catch { return; }
}

/** The card in which a study is made. */
function desk(all, signal) {
  const planned = make("div", { className: "planned", role: "status" });
  const start = button(word("studies.run"), run, { className: "primary" });
  const text = editor(word("studies.file"), () => { keep(text.value()); plan(); }, run);
  const form = studyForm(all, (written) => put(written));
  let asking = new AbortController();

  function put(written) {
    text.show(written);
    keep(written);
    plan();
  }

  function refuse(refusal) {
    planned.replaceChildren();
    if (refusal.name !== "AbortError") text.complain(refusal.message, refusal.errors ?? []);
    if (!(refusal instanceof Refusal) && refusal.name !== "AbortError") throw refusal;
  }

  const plan = afterPause(PAUSE, async () => {
    asking.abort();
    asking = new AbortController();
    if (signal.aborted || text.value().trim() === "") return;
    try {
      const answer = await postStudy("/api/plan", text.value(), { signal: asking.signal });
      text.clear();
      planned.replaceChildren(
        make("p", {}, word("studies.plan", {
          trials: answer.trials, cells: answer.cells, repeats: answer.repeats,
          time: duration(Math.max(1, answer.seconds)), megabytes: brief(Number(answer.megabytes.toPrecision(2))),
        })),
        ...answer.notes.map((note) => make("p", { className: "quiet", lang: "en" }, note)));
    } catch (refusal) {
      refuse(refusal);
    }
  });

  async function run() {
    start.disabled = true;
    try {
      const receipt = await postStudy("/api/studies", text.value());
      await go(path`/studies/${receipt.id}`);
    } catch (refusal) {
      refuse(refusal);
    } finally {
      start.disabled = false;
    }
  }

  const shipped = choice(
    [["", word("studies.choose")], ...all.studies.map((study) => [study.id, study.id])], "",
    (id) => {
      const study = all.studies.find((each) => each.id === id);
      if (study) put(study.text);
      mode(false);
    });
  const modes = make("div", { className: "segmented", role: "group", "aria-label": word("studies.how") },
    button(word("studies.form"), () => { mode(true); put(form.text()); }),
    button(word("studies.text"), () => mode(false)));

  function mode(isForm) {
    form.element.hidden = !isForm;
    [...modes.children].forEach((each, i) => each.setAttribute("aria-pressed", String((i === 0) === isForm)));
  }

  signal.addEventListener("abort", () => asking.abort());
  const draft = kept();
  put(draft ?? form.text());
  mode(draft === null || draft === form.text());
  return make("section", { className: "card stack" },
    make("h2", {}, word("studies.new")),
    make("div", { className: "row" }, modes, labelled(word("studies.shipped"), shipped, { className: "field push" })),
    form.element, text.element, planned,
    make("div", { className: "row" }, start, make("span", { className: "quiet" }, word("studies.keys"))));
}

/** One study of a list. */
function line(study) {
  return make("li", {},
    make("div", { className: "row" }, make("a", { href: path`/studies/${study.id}` }, study.name), badge(study.state),
      make("progress", { max: Math.max(1, study.progress.planned), value: study.progress.finished, "aria-label": word("study.progress") })),
    make("p", { className: "quiet" }, progressText(study)),
    make("p", { className: "quiet", lang: "en" }, study.question));
}

/** The studies of the store, a page of them at a time. */
function shelf(query, signal) {
  const list = make("ul", { className: "plain lines" });
  const queue = make("p", { className: "quiet", role: "status" });
  const where = make("span", { className: "quiet" });
  let page = Math.max(1, Number.parseInt(query.get("page") ?? "1", 10) || 1);
  let timer = 0;
  const wanted = { text: query.get("text") ?? "", state: query.get("state") ?? "" };
  const chosen = () => Object.fromEntries(Object.entries(wanted).filter(([, value]) => value !== ""));
  const show = (number) => {
    page = number;
    remember(new URLSearchParams({ ...chosen(), ...(page > 1 ? { page } : {}) }));
    trying(renew);
  };
  const turn = (by) => () => show(page + by);
  const search = make("input", { type: "search", value: wanted.text });
  search.addEventListener("input", afterPause(PAUSE, () => { wanted.text = search.value.trim(); show(1); }));
  const states = choice([["", word("catalogue.all")], ...Object.entries(STATES).map(([name, [text]]) => [name, word(text)])],
    wanted.state, (state) => { wanted.state = state; show(1); });
  const earlier = button(word("studies.previous"), turn(-1), { className: "small" });
  const later = button(word("studies.next"), turn(1), { className: "small" });

  async function renew() {
    clearTimeout(timer);
    const [answer, turns] = await Promise.all([
      ask(`/api/studies?${new URLSearchParams({ ...chosen(), page, size: PER_PAGE })}`, { signal }), ask("/api/queue", { signal }),
    ]);
    const pages = Math.max(1, Math.ceil(answer.total / answer.size));
    list.replaceChildren(...answer.studies.map(line));
    queue.textContent = answer.total === 0 && Object.keys(chosen()).length === 0
      ? word("studies.none")
      : word("studies.queue", { n: turns.studies.length, paused: turns.paused.length, most: turns.most });
    where.textContent = word("studies.page", { page, pages });
    earlier.disabled = page <= 1;
    later.disabled = page >= pages;
    if (answer.studies.some(({ state }) => isLive(state)) || turns.studies.length > 0) {
      timer = setTimeout(() => trying(renew), RENEW);
    }
  }

  signal.addEventListener("abort", () => clearTimeout(timer));
  trying(renew);
  return make("section", { className: "card" },
    make("h2", {}, word("studies.store")),
    make("div", { className: "row filters" }, labelled(word("catalogue.search"), search), labelled(word("studies.state"), states)),
    queue, list,
    make("div", { className: "row" }, earlier, where, later));
}

export async function show(root, { query, signal }) {
  const all = await catalog();
  root.append(
    make("h1", {}, word("studies.title")),
    make("p", { className: "lead" }, word("studies.lead")),
    make("div", { className: "halves" }, desk(all, signal), shelf(query, signal)));
}
