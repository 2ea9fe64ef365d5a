// A form that asks the server something and shows what it answers.
import { ask } from "/api.js";
import { labelled, make } from "/dom.js";
import { trying } from "/router.js";
import { word } from "/words.js";

const MOST_CHARACTERS = 20_000;
const MOST_MILLISECONDS = 5_000;
const STUDY_PATH = "/api/studies/{id}";

/** The latest study of the store, whose id is the best example there is. */
async function latest() {
  const { studies: [study] } = await ask("/api/studies?size=1");
  return study?.id;
}

/** The beginning of an answer; a stream is read for some seconds. */
async function beginning(response, controller) {
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  const end = setTimeout(() => controller.abort(), MOST_MILLISECONDS);
  let text = "";
  let isCut = false;
  try {
    for (;;) {
      const { value, done } = await reader.read();
      if (done) break;
      text += value;
      if (text.length > MOST_CHARACTERS && !response.headers.get("Content-Type").includes("json")) {
        isCut = true;
        controller.abort();
        break;
      }
    }
  } catch (failure) {
    if (failure.name !== "AbortError") throw failure;
    isCut = true;
  } finally {
    clearTimeout(end);
  }
  return { text, isCut };
}

function pretty(text, type) {
  if (!type.includes("json") || type.includes("ndjson")) return text;
  try { return JSON.stringify(JSON.parse(text), null, 2); } catch { return text; }
}

/** The form of an operation that is asked with GET. */
export function trial({ path, operation, parameters }, signal) {
  const fields = parameters.map((parameter) => {
    const { name, required, schema, example } = parameter;
    const value = required && example !== undefined ? String(example) : "";
    const input = schema.enum
      ? make("select", {}, ...(required ? [] : [make("option", { value: "" }, "")]),
        ...schema.enum.map((each) => make("option", {}, each)))
      : make("input", { value, placeholder: required ? "" : String(example ?? schema.default ?? "") });
    return { parameter, input };
  });
  const answer = make("pre", { className: "scroll answer", tabIndex: 0, hidden: true });
  const told = make("output", { className: "quiet reading" });
  const address = make("a", { className: "address", target: "_blank", rel: "noopener" });

  function target() {
    const query = new URLSearchParams();
    let filled = path;
    for (const { parameter: { name, in: place }, input } of fields) {
      if (place === "path") filled = filled.replace(`{${name}}`, encodeURIComponent(input.value));
      else if (input.value !== "") query.append(name, input.value);
    }
    const text = query.toString();
    return filled + (text ? `?${text}` : "");
  }

  const write = () => {
    address.href = target();
    address.textContent = target();
  };

  async function send() {
    const controller = new AbortController();
    signal.addEventListener("abort", () => controller.abort(), { once: true });
    const isStream = "text/event-stream" in (operation.responses["200"]?.content ?? {});
    const begun = performance.now();
    const response = await fetch(target(), { signal: controller.signal, headers: isStream ? { Accept: "text/event-stream" } : {} });
    const { text, isCut } = response.body ? await beginning(response, controller) : { text: "", isCut: false };
    const type = response.headers.get("Content-Type") ?? "–";
    const shown = pretty(text, type);
    told.textContent = word("api.took", {
      status: String(response.status), type, bytes: new Blob([text]).size, milliseconds: Math.round(performance.now() - begun),
    }) + (isCut || shown.length > MOST_CHARACTERS ? ` ${word("api.cut")}` : "");
    answer.textContent = shown.slice(0, MOST_CHARACTERS);
    answer.hidden = false;
  }

  const form = make("form", { className: "stack trial" },
    make("div", { className: "row filters" }, ...fields.map(({ parameter, input }) => labelled(parameter.name, input)),
      make("button", { type: "submit", className: "primary" }, word("api.ask"))),
    make("div", {}, address), told, answer);
  form.addEventListener("input", write);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    trying(send);
  });
  write();
  if (path.startsWith(STUDY_PATH)) {
    trying(latest).then((id) => {
      const field = fields.find(({ parameter }) => parameter.name === "id");
      if (id) field.input.value = id;
      write();
    });
  }
  return form;
}
