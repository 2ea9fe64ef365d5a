// Addresses and pages. A page is a module that exports show(root, {params, query, signal}); it fills
// root and ends its streams when signal aborts. What it returns, if it is a text, is its title.
import { byId, make } from "./dom.js";
import { word } from "./words.js";

/** Each address with its module, its entry in the navigation and the word for its title. */
const PAGES = [
  ["/", "/play/play.js", "/", "shell.playground"],
  ["/catalogue", "/pages/catalogue.js", "/catalogue", "shell.catalogue"],
  ["/catalogue/{kind}/{id}", "/pages/component.js", "/catalogue", "shell.catalogue"],
  ["/studies", "/pages/studies.js", "/studies", "shell.studies"],
  ["/studies/{id}", "/pages/study.js", "/studies", "shell.studies"],
  ["/claims", "/pages/claims.js", "/claims", "shell.claims"],
  ["/claims/{id}", "/pages/claim.js", "/claims", "shell.claims"],
  ["/plugins", "/pages/plugins.js", "/plugins", "shell.plugins"],
  ["/api-docs", "/pages/api.js", "/api-docs", "shell.api"],
].map(([address, module, entry, title]) => ({
  pattern: new RegExp(`^${address.replaceAll(/\{(\w+)\}/g, "(?<$1>[^/]+)")}$`),
  module,
  entry,
  title,
}));

let leaving = new AbortController();
let shownPath = "";

function find(path) {
  for (const page of PAGES) {
    const match = page.pattern.exec(path);
    if (match) {
      const params = Object.fromEntries(
        Object.entries(match.groups ?? {}).map(([name, text]) => [name, decodeURIComponent(text)]));
      return { page, params };
    }
  }
  return null;
}

/** Says that something went wrong, until the next page or until it is called without a text. */
export function trouble(message = "") {
  byId("trouble").textContent = message;
  byId("trouble").hidden = message === "";
}

/** Does something; what goes wrong is told. */
export async function trying(action) {
  try {
    const result = await action();
    trouble();
    return result;
  } catch (refusal) {
    if (refusal.name !== "AbortError") trouble(refusal.message);
    return undefined;
  }
}

/** Shows the page of the present address anew. */
export async function show() {
  leaving.abort();
  const controller = new AbortController();
  leaving = controller;
  const { signal } = controller;
  const path = location.pathname;
  const found = find(path);
  trouble();
  for (const link of byId("navigation").children) {
    if (link.getAttribute("href") === found?.page.entry) link.setAttribute("aria-current", "page");
    else link.removeAttribute("aria-current");
  }
  const root = make("div", { className: "page" });
  const named = (title) => (document.title = title ? `${title} – Sluice` : "Sluice");
  const isOther = path !== shownPath;
  shownPath = path;
  byId("main").replaceChildren(root);
  if (!found) {
    named("");
    root.append(make("h1", {}, word("shell.missing")));
    return;
  }
  named(word(found.page.title));
  try {
    const module = await import(found.page.module);
    if (signal.aborted) return;
    const query = new URLSearchParams(location.search);
    const title = await module.show(root, { params: found.params, query, signal });
    if (!signal.aborted && typeof title === "string") named(title);
  } catch (refusal) {
    if (!signal.aborted) trouble(refusal.message);
    if (!(refusal.status || refusal.name === "AbortError")) throw refusal;
  }
  if (isOther && !signal.aborted && !location.hash) window.scrollTo(0, 0);
}

/** Goes to an address of these pages. */
export async function go(address, { replace = false } = {}) {
  if (replace) history.replaceState(null, "", address);
  else history.pushState(null, "", address);
  await show();
}

/** Puts what was chosen into the address, without showing the page anew. */
export function remember(query) {
  const text = query.toString();
  history.replaceState(history.state, "", location.pathname + (text ? `?${text}` : ""));
}

/** Shows the first page; from now on links among the pages load nothing but the page. */
export function start() {
  document.addEventListener("click", (event) => {
    const link = event.target.closest?.("a[href]");
    const isPlain = event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
    if (!link || !isPlain || event.defaultPrevented || link.target || link.hasAttribute("download")) return;
    const address = new URL(link.href);
    if (address.origin !== location.origin || !find(address.pathname)) return;
    if (address.pathname === location.pathname && address.hash) return;
    event.preventDefault();
    go(address.pathname + address.search).then(() => byId("main").focus({ preventScroll: true }));
  });
  window.addEventListener("popstate", () => show());
  return show();
}
