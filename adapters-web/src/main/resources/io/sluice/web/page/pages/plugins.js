// What is loaded, what was rejected and why, with where it comes from.
import { catalog } from "/api.js";
import { make, table } from "/dom.js";
import { word } from "/words.js";

/** How many components there are of each kind, each kind with its names when opened. */
function components(names) {
  const kinds = new Map();
  for (const name of names) {
    const [kind, id] = name.split(" ");
    kinds.set(kind, [...(kinds.get(kind) ?? []), id]);
  }
  return make("div", { lang: "en" }, ...[...kinds].map(([kind, ids]) =>
    make("details", {}, make("summary", {}, `${kind} ${ids.length}`),
      make("p", { className: "quiet" }, ...ids.flatMap((id, i) => [
        i > 0 ? ", " : "",
        kind === "activation" || kind === "optimizer"
          ? make("a", { href: `/catalogue/${kind}s/${encodeURIComponent(id)}` }, id) : id,
      ])))));
}

export async function show(root) {
  const { plugins: { loaded, rejected } } = await catalog();
  root.append(make("h1", {}, word("plugins.title")), make("p", { className: "lead" }, word("plugins.lead")));
  const bad = rejected.map((plugin) => [
    make("strong", {}, plugin.subject), make("span", { lang: "en" }, plugin.reason), make("code", {}, plugin.path),
  ]);
  const good = loaded.map((plugin) => [
    make("strong", {}, plugin.plugin), plugin.version, components(plugin.components),
    make("span", {}, plugin.file), make("code", { className: "sha" }, plugin.sha256),
  ]);
  root.append(make("div", { className: "stack" },
    make("section", { className: "card", id: "rejected" }, make("h2", {}, word("plugins.rejected")),
      bad.length === 0 ? make("p", { className: "quiet" }, word("plugins.none"))
        : table(word("plugins.rejected"), [word("plugins.plugin"), word("plugins.reason"), word("plugins.file")], bad)),
    make("section", { className: "card", id: "loaded" }, make("h2", {}, word("plugins.loaded")),
      table(word("plugins.loaded"),
        [word("plugins.plugin"), word("plugins.version"), word("plugins.components"), word("plugins.file"), "SHA-256"], good))));
}
