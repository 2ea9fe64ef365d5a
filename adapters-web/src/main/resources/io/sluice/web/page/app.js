// The shell: navigation, language and colours; starts the router.
import { health } from "./api.js";
import { byId, make } from "./dom.js";
import { show, start } from "./router.js";
import { choose, language, LANGUAGES, speak, word } from "./words.js";

/** The entries of the navigation and the words for them. */
const ENTRIES = {
  "/": "shell.playground",
  "/catalogue": "shell.catalogue",
  "/studies": "shell.studies",
  "/claims": "shell.claims",
  "/plugins": "shell.plugins",
  "/api-docs": "shell.api",
};

const THEMES = { "": "shell.theme-system", light: "shell.theme-light", dark: "shell.theme-dark" };
const STORED_THEME = "sluice-theme";

function options(select, names, chosen) {
  select.replaceChildren(
    ...Object.entries(names).map(([value, text]) => make("option", { value }, text)));
  select.value = chosen;
}

function label() {
  for (const element of document.querySelectorAll("[data-word]")) {
    element.textContent = word(element.dataset.word);
  }
  for (const element of document.querySelectorAll("[data-label]")) {
    element.setAttribute("aria-label", word(element.dataset.label));
  }
  byId("navigation").replaceChildren(
    ...Object.entries(ENTRIES).map(([href, key]) => make("a", { href }, word(key))));
  options(byId("language"), LANGUAGES, language());
  const themes = Object.entries(THEMES).map(([name, key]) => [name, word(key)]);
  options(byId("theme"), Object.fromEntries(themes), document.documentElement.dataset.theme ?? "");
}

function paint(theme) {
  if (theme) document.documentElement.dataset.theme = theme;
  else delete document.documentElement.dataset.theme;
  // A browser may forbid storage; the choice is forgotten then.
  try { localStorage.setItem(STORED_THEME, theme); } catch { return; }
}

byId("theme").addEventListener("change", () => paint(byId("theme").value));
byId("language").addEventListener("change", async () => {
  await choose(byId("language").value);
  const address = new URL(location.href);
  address.searchParams.delete("lang");
  history.replaceState(history.state, "", address);
  label();
  await show();
});

await speak();
label();
start();
const { version } = await health();
byId("version").textContent = word("shell.version", { version });
