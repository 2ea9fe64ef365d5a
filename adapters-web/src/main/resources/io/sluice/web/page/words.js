// All text of the pages: files of words in each language, keys like "page.name".

/** The languages, by their own names. */
export const LANGUAGES = { en: "English", ja: "日本語" };

/** The files of words; each has its own prefixes. */
const FILES = ["", "play."];

const STORED = "sluice-language";
let words = {};
let current = "en";
let plural = new Intl.PluralRules("en");

/** The language in use. */
export const language = () => current;

function kept() {
  // A browser may forbid storage.
  try { return localStorage.getItem(STORED); } catch { return null; }
}

/** What the address asks for, else what was chosen, else what the browser speaks. */
function wanted() {
  const asked = new URLSearchParams(location.search).get("lang");
  const spoken = navigator.languages.map((tag) => tag.split("-")[0]);
  return [asked, kept(), ...spoken].find((name) => name in LANGUAGES) ?? "en";
}

/** Loads the words of a language, without one of that which is wanted. */
export async function speak(name = wanted()) {
  const files = await Promise.all(
    FILES.map(async (file) => (await fetch(`/words/${file}${name}.json`)).json()));
  words = Object.assign({}, ...files);
  current = name;
  plural = new Intl.PluralRules(name);
  document.documentElement.lang = name;
}

/** Loads another language and remembers the choice. */
export async function choose(name) {
  try { localStorage.setItem(STORED, name); } catch { /* It is forgotten then. */ }
  await speak(name);
}

/**
 * A text. {n} in it is a value, numbers as the language writes them; {n|trial|trials} is the first
 * for one of it, else the second.
 */
export function word(key, values = {}) {
  const text = words[key] ?? key;
  return text.replaceAll(/\{(\w+)(?:\|([^|}]*)\|([^}]*))?\}/g, (whole, name, one, other) => {
    if (one !== undefined) return plural.select(values[name]) === "one" ? one : other;
    const value = values[name];
    return typeof value === "number" ? number(value) : (value ?? "");
  });
}

/** A number as the language writes it, thousands apart. */
export const number = (value) =>
  value.toLocaleString(current, { maximumFractionDigits: 3 }).replaceAll(/(?<=\d),(?=\d{3})/g, "\u202f");

/** A time in words, rounded up. */
export function duration(seconds) {
  if (seconds < 90) return word("shell.seconds", { n: Math.ceil(seconds) });
  if (seconds < 5400) return word("shell.minutes", { n: Math.ceil(seconds / 60) });
  if (seconds < 172800) return word("shell.hours", { n: Math.ceil(seconds / 3600) });
  return word("shell.days", { n: Math.ceil(seconds / 86400) });
}
