// What an address says: setting A as it is, of setting B what differs, under names that begin with
// "b.", and what is looked at. The server knows what a parameter means and what it is if left out.

/** The parameters of a setting, in the order of their controls. */
export const PARAMETERS = [
  "problem", "data", "hidden", "output", "activation", "optimizer", "policy", "bounds", "start",
  "batch", "schedule", "loss", "seed", "steps",
];

/** What is looked at; the same for both settings. */
const VIEW = ["shown", "across", "up", "step", "speed", "lesson"];

/** What both settings have in common, so that they start alike. */
const COMMON = ["problem", "data", "hidden", "output", "seed", "steps"];

/** The first thing to be seen: the network of the article under Adam and under ADAMm. */
const FIRST =
  "problem=single-example&hidden=1&output=activated&activation=tanh&start=4"
  + "&optimizer=adam+with+learning-rate%3D0.05&steps=300&b.optimizer=adamm&across=w1&up=w2";

const isSetting = (name) => PARAMETERS.includes(name);

/** The settings that an address says, each a list of names and values; b is null if there is one. */
export function read(query) {
  const names = [...query.keys()].filter((name) => name !== "lang" && name !== "token");
  const source = names.length ? query : new URLSearchParams(FIRST);
  const a = [];
  const differing = [];
  const view = {};
  let isCompared = false;
  for (const [name, value] of source) {
    if (name === "b") isCompared = true;
    else if (name.startsWith("b.")) differing.push([name.slice(2), value]);
    else if (VIEW.includes(name)) view[name] = value;
    else if (name !== "lang" && name !== "token") a.push([name, value]);
  }
  const b = differing.length || isCompared ? overlay(a, differing) : null;
  return { a, b, view };
}

function overlay(a, differing) {
  const names = new Set(differing.map(([name]) => name));
  if (names.has("data")) names.add("problem");
  if (names.has("problem")) names.add("data");
  return [...a.filter(([name]) => !names.has(name)), ...differing];
}

/** The values of a parameter in a setting. */
export const values = (setting, name) =>
  setting.filter(([other]) => other === name).map(([, value]) => value);

/** A setting with other values of a parameter. */
export const changed = (setting, name, all) =>
  [...setting.filter(([other]) => other !== name), ...all.map((value) => [name, value])];

/** A setting that has in common with another what both must have to start alike. */
export function alike(setting, other) {
  const own = setting.filter(([name]) => !COMMON.includes(name));
  return [...other.filter(([name]) => COMMON.includes(name)), ...own];
}

/** The address that says all this. */
export function write({ a, b, view }) {
  const query = new URLSearchParams();
  for (const name of PARAMETERS) {
    for (const value of values(a, name)) query.append(name, value);
  }
  if (b) {
    let differs = false;
    for (const name of PARAMETERS) {
      const own = values(b, name);
      if (own.join("\n") === values(a, name).join("\n")) continue;
      for (const value of own) query.append(`b.${name}`, value);
      differs ||= own.length > 0;
    }
    if (!differs) query.set("b", "1");
  }
  for (const name of VIEW) {
    if (view[name] !== undefined && view[name] !== "") query.set(name, view[name]);
  }
  return query;
}

/** What the server is asked for a setting. */
export function request(setting, more = {}) {
  const query = new URLSearchParams(setting.filter(([name, value]) => isSetting(name) ? value !== "" : true));
  for (const [name, value] of Object.entries(more)) {
    if (value !== undefined && value !== "") query.set(name, value);
  }
  return query.toString();
}
