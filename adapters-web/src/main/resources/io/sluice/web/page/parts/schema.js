// JSON Schema in words: the kinds of values and the shapes of answers.
import { make } from "/dom.js";

/** A text of a description; what stands in backticks is code. */
export const prose = (text) => text.trim().split("`").map((part, i) => (i % 2 === 1 ? make("code", {}, part) : part));

const nameOf = (schema) => schema.$ref.slice(schema.$ref.lastIndexOf("/") + 1);

/** A kind of value in one word, such as "integer" or "list of number". */
export function kind(schema) {
  if (schema.$ref) return nameOf(schema);
  if ("const" in schema) return JSON.stringify(schema.const);
  if (schema.enum) return schema.enum.map((each) => String(each)).join(" | ");
  if (schema.oneOf) return schema.oneOf.map(kind).join(" or ");
  if (schema.allOf) return schema.allOf.map(kind).join(" and ");
  if (schema.type === "array") return `list of ${schema.items ? kind(schema.items) : "values"}`;
  if (Array.isArray(schema.type)) return schema.type.join(" or ");
  return schema.type ?? "value";
}

function limits({ minimum, maximum, default: preset }) {
  const parts = [];
  if (minimum !== undefined && maximum !== undefined) parts.push(`${minimum} … ${maximum}`);
  else if (minimum !== undefined) parts.push(`≥ ${minimum}`);
  else if (maximum !== undefined) parts.push(`≤ ${maximum}`);
  if (preset !== undefined) parts.push(`preset ${preset}`);
  return parts;
}

/** The kind of a value as elements, with its limits; a shape of its own is a link to it. */
export function inWords(schema) {
  const inner = schema.type === "array" ? schema.items ?? {} : schema;
  const text = inner.$ref
    ? [schema.type === "array" ? "list of " : "", make("a", { href: `#schema-${nameOf(inner)}` }, nameOf(inner))]
    : [kind(schema)];
  return [...text, ...limits(schema).map((part) => `, ${part}`)];
}

/** The properties of a shape as a list, those within others below them. */
export function shape(schema) {
  const parts = schema.allOf ?? [schema];
  const items = parts.flatMap((part) => {
    if (part.$ref) return [make("li", {}, "all of ", ...inWords(part))];
    const required = new Set(part.required ?? []);
    const properties = { ...Object.fromEntries([...required].map((name) => [name, {}])), ...(part.properties ?? {}) };
    const named = Object.entries(properties).map(([name, each]) => line(name, each, required.has(name)));
    const others = typeof part.additionalProperties === "object" ? [line("…", part.additionalProperties, true)] : [];
    return [...named, ...others];
  });
  const about = schema.description ? [make("p", {}, ...prose(schema.description))] : [];
  return items.length > 0
    ? make("div", {}, ...about, make("ul", { className: "shape" }, ...items))
    : make("div", {}, ...about, make("p", {}, ...inWords(schema)));
}

function line(name, property, isRequired) {
  const inner = property.type === "array" ? property.items ?? {} : property;
  const hasParts = !inner.$ref && (inner.properties || inner.required || inner.allOf || typeof inner.additionalProperties === "object");
  return make("li", {}, make("code", {}, name), isRequired ? " " : " (optional) ", ...inWords(property),
    ...(property.description ? [" – ", ...prose(property.description)] : []),
    ...(hasParts ? [shape({ ...inner, description: undefined })] : []));
}
