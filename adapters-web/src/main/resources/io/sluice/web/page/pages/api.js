// What can be asked of the server, made of its own description: each address with its parameters,
// its answers and an example, and the shapes of what it answers.
import { ask } from "/api.js";
import { make, table } from "/dom.js";
import { word } from "/words.js";
import { trial } from "/parts/trial.js";
import { inWords, kind, prose, shape } from "/parts/schema.js";

const METHODS = ["get", "post", "put", "delete"];

/** What stands in place of a reference. */
function resolver(description) {
  const resolve = (value) => (value?.$ref
    ? resolve(value.$ref.slice(2).split("/").reduce((part, name) => part[name], description)) : value);
  return resolve;
}

/** Every operation as {method, path, operation, parameters}, references replaced. */
function operations(description, resolve) {
  return Object.entries(description.paths).flatMap(([path, item]) => METHODS
    .filter((method) => method in item)
    .map((method) => ({
      method: method.toUpperCase(),
      path,
      operation: item[method],
      parameters: [...(item.parameters ?? []), ...(item[method].parameters ?? [])].map(resolve),
    })));
}

const english = (tag, properties, ...children) => make(tag, { ...properties, lang: "en" }, ...children);

function parameterTable(path, parameters) {
  return table(`${path}: ${word("api.parameters")}`, [word("api.name"), word("api.allowed"), word("api.example"), word("api.meaning")],
    parameters.map(({ name, in: place, required, schema, description = "", example }) => [
      make("div", {}, make("code", {}, name), make("div", { className: "quiet nowrap" },
        word(place === "path" ? "api.where-path" : "api.where-query"), required ? "" : ` · ${word("api.optional")}`)),
      english("span", {}, ...inWords(schema)),
      make("code", {}, example === undefined ? "" : String(example)),
      english("span", {}, ...prose(description)),
    ]));
}

function contents(content = {}) {
  return Object.entries(content).map(([type, { schema }]) => english("div", {}, make("code", {}, type), " ", ...inWords(schema ?? {})));
}

function answerTable(path, responses, resolve) {
  const rows = Object.entries(responses).sort().map(([status, response]) => {
    const { description, content } = resolve(response);
    return [make("code", {}, status), make("div", {}, ...contents(content)), english("span", {}, ...prose(description))];
  });
  return table(`${path}: ${word("api.answers")}`, [word("api.status"), word("api.answer"), word("api.meaning")], rows);
}

/** The same from a shell, with the example of the description. */
function command({ method, path, operation, parameters }) {
  const filled = path.replaceAll(/\{(\w+)\}/g, (whole, name) =>
    encodeURIComponent(parameters.find((each) => each.name === name)?.example ?? whole));
  const query = parameters.filter((each) => each.in === "query" && each.required)
    .map((each) => `${each.name}=${encodeURIComponent(each.example)}`).join("&");
  const [[type, body] = []] = Object.entries(operation.requestBody?.content ?? {});
  const text = typeof body?.example === "string" ? body.example : JSON.stringify(body?.example);
  const options = [
    ...(method === "GET" ? [] : [`-X ${method}`]),
    ...(type ? [`-H 'Content-Type: ${type}'`, `--data-binary @-`] : []),
    ...("text/event-stream" in (operation.responses["200"]?.content ?? {}) ? ["-N -H 'Accept: text/event-stream'"] : []),
  ];
  const line = ["curl", ...options, `'${location.origin}${filled}${query ? `?${query}` : ""}'`].join(" ");
  return type ? `${line} <<'END'\n${text.trimEnd()}\nEND` : line;
}

function entry(one, resolve, signal) {
  const { method, path, operation, parameters } = one;
  const heading = (text) => make("h3", {}, text);
  const box = make("details", { className: "operation", id: operation.operationId },
    make("summary", {}, make("span", { className: `method ${method.toLowerCase()}` }, method), " ",
      make("code", {}, path), " ", english("span", { className: "quiet" }, operation.summary)));
  const fill = () => {
    box.append(...(operation.description ? [english("p", {}, ...prose(operation.description))] : []),
      ...(parameters.length > 0 ? [heading(word("api.parameters")), parameterTable(`${method} ${path}`, parameters)] : []),
      ...(operation.requestBody ? [heading(word("api.body")), ...contents(operation.requestBody.content)] : []),
      heading(word("api.answers")), answerTable(`${method} ${path}`, operation.responses, resolve),
      heading(word("api.command")), make("pre", { className: "scroll", tabIndex: 0 }, command(one)),
      ...(method === "GET" ? [heading(word("api.try")), trial(one, signal)] : []));
  };
  box.addEventListener("toggle", fill, { once: true });
  return box;
}

function shapes(schemas) {
  return Object.entries(schemas).map(([name, schema]) => {
    const box = make("details", { className: "operation", id: `schema-${name}` },
      make("summary", {}, make("code", {}, name), " ", english("span", { className: "quiet" }, schema.description?.split("\n")[0] ?? kind(schema))));
    box.addEventListener("toggle", () => box.append(english("div", {}, shape(schema))), { once: true });
    return box;
  });
}

/** Opens what the end of the address names. */
function open(root) {
  const target = location.hash && root.querySelector(`details[id="${CSS.escape(location.hash.slice(1))}"]`);
  if (!target) return;
  target.open = true;
  target.scrollIntoView();
}

export async function show(root, { signal }) {
  const description = await ask("/api/openapi.json", { signal });
  const resolve = resolver(description);
  const all = operations(description, resolve);
  const file = (name) => make("a", { href: `/api/${name}` }, name);
  const lead = word("api.lead", { yaml: "{yaml}", json: "{json}" }).split(/(\{\w+\})/).map((part) => ({ "{yaml}": file("openapi.yaml"), "{json}": file("openapi.json") })[part] ?? part);
  root.append(make("h1", {}, word("api.title")), make("p", { className: "lead" }, ...lead),
    english("p", { className: "lead" }, ...prose(description.info.description)),
    make("div", { className: "stack" },
      ...description.tags.map(({ name, description: about }) => make("section", { className: "card", id: `tag-${name}` },
        english("h2", {}, name), english("p", { className: "quiet" }, about),
        ...all.filter(({ operation }) => operation.tags.includes(name)).map((one) => entry(one, resolve, signal)))),
      make("section", { className: "card", id: "schemas" }, make("h2", {}, word("api.schemas")), ...shapes(description.components.schemas))));
  root.addEventListener("click", (event) => {
    const link = event.target.closest?.(`a[href^="#schema-"]`);
    if (link) setTimeout(() => open(root));
  });
  window.addEventListener("hashchange", () => open(root), { signal });
  open(root);
}
