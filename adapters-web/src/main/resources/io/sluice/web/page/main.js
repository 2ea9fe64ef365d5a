// The page: a text becomes a study, a study is watched while it runs, its report is shown.
import * as api from "./api.js";
import { byId, make } from "./dom.js";
import * as editor from "./editor.js";
import { count, duration } from "./figures.js";

const REPORT_EVERY = 3000;
const ROWS = ["trials.csv", "trials.jsonl", "measurements.csv", "measurements.jsonl"];

let shown = "";
let spec = "";
let events = null;
let asked = 0;
let reported = "";

function trouble(message) {
  byId("trouble").textContent = message;
  byId("trouble").hidden = message === "";
}

async function trying(action) {
  try {
    await action();
    trouble("");
  } catch (refusal) {
    trouble(refusal.message);
  }
}

function showProgress({ state, progress, message }) {
  const { finished, planned, ratePerSecond } = progress;
  byId("state").textContent = state;
  byId("state").className = `badge ${state}`;
  byId("progress").max = Math.max(1, planned);
  byId("progress").value = finished;
  byId("stop").hidden = state !== "running" && state !== "queued";
  byId("stop").disabled = false;
  byId("resume").hidden = state !== "stopped" && state !== "failed";
  let text = `${count(finished)} of ${count(planned)} trials`;
  if (state === "running" && ratePerSecond > 0) {
    text += `, ${count(Math.round(ratePerSecond))} a second`;
    text += `, about ${duration((planned - finished) / ratePerSecond)} to go`;
  } else if (state === "stopped") {
    text += " are kept";
  }
  byId("count").textContent = text;
  byId("failure").textContent = state === "failed" ? `The run broke off: ${message}` : message ?? "";
  byId("failure").hidden = !message;
}

// The report is made by the server; its script makes tables and figures answer.
async function showReport(id) {
  const html = await api.report(id);
  if (id !== shown || html === reported) return;
  reported = html;
  const main = new DOMParser().parseFromString(html, "text/html").querySelector("main");
  const box = make("div", { className: "report" }, ...main.querySelectorAll(":scope > section"));
  window.sluiceReport.show(byId("report"), box);
}

async function showStudy(id) {
  asked = Date.now();
  const study = await api.study(id);
  if (id !== shown) return study;
  document.title = `${study.name} – Sluice`;
  byId("study-title").textContent = study.id;
  byId("question").textContent = study.question;
  showProgress(study);
  spec = study.spec;
  await showReport(id);
  byId("whole").href = api.part(id, "report.html");
  byId("downloads").replaceChildren(
    ...ROWS.map((name) => make("li", {}, make("a", { href: api.part(id, name) }, name))),
  );
  byId("study").hidden = false;
  document.querySelector("main").classList.add("open");
  return study;
}

function watch(id) {
  events = new EventSource(api.part(id, "events"));
  events.addEventListener("progress", (event) => {
    showProgress(JSON.parse(event.data));
    trouble("");
    if (Date.now() - asked > REPORT_EVERY) trying(() => showStudy(id));
  });
  events.addEventListener("finished", (event) => {
    close();
    showProgress(JSON.parse(event.data));
    trying(async () => {
      await showStudy(id);
      await listStudies();
    });
  });
  events.addEventListener("error", () => trouble("The connection is lost; trying again."));
}

function close() {
  events?.close();
  events = null;
}

async function open(id) {
  close();
  if (shown !== id) {
    shown = id;
    reported = "";
    byId("report").replaceChildren();
  }
  const study = await showStudy(id);
  if (id === shown && (study.state === "running" || study.state === "queued")) watch(id);
  await listStudies();
}

async function listStudies() {
  const { studies } = await api.studies();
  byId("empty").hidden = studies.length > 0;
  byId("studies").replaceChildren(
    ...studies.map((study) => {
      const link = make("a", { href: `#${encodeURIComponent(study.id)}` }, study.id);
      if (study.id === shown) link.setAttribute("aria-current", "true");
      const { finished, planned } = study.progress;
      const done = finished === planned ? count(planned) : `${count(finished)} of ${count(planned)}`;
      return make(
        "li",
        {},
        link,
        make("span", {}, study.state),
        make("span", { className: "quiet" }, `${done} trials. ${study.question}`),
      );
    }),
  );
}

async function run() {
  byId("run").disabled = true;
  editor.clear();
  byId("notes").replaceChildren();
  try {
    const receipt = await api.run(editor.value());
    byId("notes").replaceChildren(...receipt.notes.map((note) => make("li", {}, note)));
    const hash = `#${encodeURIComponent(receipt.id)}`;
    if (location.hash === hash) {
      await trying(() => open(receipt.id));
    } else {
      location.hash = hash;
    }
  } catch (refusal) {
    editor.complain(refusal.message, refusal.errors ?? []);
  } finally {
    byId("run").disabled = false;
  }
}

function choose(study) {
  editor.show(study.text);
  byId("about").textContent = study.question;
  byId("notes").replaceChildren();
}

async function begin() {
  const [health, catalog] = await Promise.all([api.health(), api.catalog()]);
  byId("version").textContent = `version ${health.version}`;
  const select = byId("shipped");
  select.replaceChildren(
    ...catalog.studies.map((study) => make("option", { value: study.id }, study.id)),
  );
  select.addEventListener("change", () => choose(catalog.studies[select.selectedIndex]));
  const first = Math.max(0, catalog.studies.findIndex((study) => study.id === "quickstart"));
  if (catalog.studies.length > 0) {
    select.selectedIndex = first;
    // Somebody may have begun to write while the catalog was on its way.
    if (editor.value() === "") choose(catalog.studies[first]);
  }
  byId("rejected").replaceChildren(
    ...catalog.plugins.rejected.map((plugin) =>
      make("li", {}, `Not loaded: ${plugin.subject} (${plugin.path}): ${plugin.reason}`),
    ),
  );
  await listStudies();
  if (location.hash.length > 1) await open(decodeURIComponent(location.hash.slice(1)));
}

byId("run").addEventListener("click", run);
byId("text").addEventListener("keydown", (event) => {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) run();
});
byId("stop").addEventListener("click", () => {
  byId("stop").disabled = true;
  trying(() => api.stop(shown));
});
byId("resume").addEventListener("click", () => {
  byId("resume").hidden = true;
  trying(async () => {
    await api.run(spec);
    await open(shown);
  });
});
window.addEventListener("hashchange", () => {
  if (location.hash.length > 1) trying(() => open(decodeURIComponent(location.hash.slice(1))));
});
trying(begin);
