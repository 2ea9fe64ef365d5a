// One claim: its verdict with the evidence, and a run of its studies.
import { ask, path, post, report } from "/api.js";
import { button, make } from "/dom.js";
import { word } from "/words.js";
import { trying } from "/router.js";
import { badge, progressText } from "/parts/state.js";

const RENEW = 1500;

export async function show(root, { params, signal }) {
  const { id } = params;
  const base = path`/api/claims/${id}`;
  const box = make("div", { className: "renewed" });
  const statement = make("p", { className: "lead", lang: "en" });
  const running = make("ul", { className: "plain lines" });
  const order = (quick) => () => trying(async () => {
    for (const each of orders) each.disabled = true;
    try {
      await post(`${base}/run`, JSON.stringify({ quick }), "application/json");
      await renew();
    } finally {
      for (const each of orders) each.disabled = false;
    }
  });
  const orders = [
    button(word("claims.run-quick"), order(true), { className: "primary" }),
    button(word("claims.run-full"), order(false)),
  ];
  let timer = 0;
  let shown = "";

  async function renew() {
    clearTimeout(timer);
    const claim = await ask(base, { signal });
    statement.textContent = claim.statement;
    running.replaceChildren(...claim.running.map((study) => make("li", {},
      make("div", { className: "row" },
        make("a", { href: path`/studies/${study.id}` }, study.name), badge(study.state),
        make("progress", { max: Math.max(1, study.progress.planned), value: study.progress.finished, "aria-label": word("study.progress") }),
        make("span", { className: "quiet" }, progressText(study))))));
    const { html, element } = await report(`${base}/claim.html?part=main`, { signal });
    if (html !== shown) {
      shown = html;
      window.sluiceReport.show(box, element);
    }
    root.dataset.running = claim.running.length;
    if (claim.running.length > 0) timer = setTimeout(() => trying(renew), RENEW);
  }

  signal.addEventListener("abort", () => clearTimeout(timer));
  root.append(
    make("p", {}, make("a", { href: "/claims" }, word("shell.claims"))),
    make("h1", {}, word("claims.one", { id })), statement,
    make("div", { className: "stack" },
      make("section", { className: "card" },
        make("div", { className: "row" }, ...orders, make("span", { className: "quiet" }, word("claims.run-hint"))), running),
      make("section", { className: "card" }, box)));
  await renew();
  return word("claims.one", { id });
}
