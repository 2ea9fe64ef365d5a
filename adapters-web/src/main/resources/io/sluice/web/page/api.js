// What the pages ask of the server.
import { word } from "./words.js";

/** An answer that is an error; "errors" are complaints about lines of a study. */
export class Refusal extends Error {
  constructor(message, status, body = {}) {
    super(message);
    this.status = status;
    this.body = body;
    this.errors = body.errors ?? [];
  }
}

async function send(path, options) {
  let response;
  try {
    response = await fetch(path, options);
  } catch (failure) {
    if (failure.name === "AbortError") throw failure;
    throw new Refusal(word("shell.silent"), 599);
  }
  if (response.ok) return response;
  const body = await response.json().catch(() => ({}));
  throw new Refusal(body.detail ?? response.statusText, response.status, body);
}

/** An answer as JSON. */
export const ask = async (path, options) => (await send(path, options)).json();

/** An answer as a text. */
export const read = async (path, options) => (await send(path, options)).text();

/** Sends a text; the answer is JSON. */
export const post = (path, body = "", type = "text/plain", options = {}) =>
  ask(path, { method: "POST", body, headers: { "Content-Type": type }, ...options });

/** Sends a study; the answer is JSON. */
export const postStudy = (path, text, options) => post(path, text, "application/yaml", options);

/** An address of which parts come from elsewhere: path`/api/studies/${id}`. */
export const path = (texts, ...parts) =>
  String.raw({ raw: texts }, ...parts.map((part) => encodeURIComponent(part)));

export const health = () => ask("/api/health");

let catalogued;

/** What studies can name; asked for once, it does not change while a server runs. */
export function catalog() {
  catalogued ??= ask("/api/catalog").catch((refusal) => {
    catalogued = undefined;
    throw refusal;
  });
  return catalogued;
}

/**
 * A document of the server as an element with its sections, to be put into a box by
 * sluiceReport.show. The server writes documents in English.
 */
export async function report(address, options) {
  const html = await read(address, options);
  const main = new DOMParser().parseFromString(html, "text/html").querySelector("main");
  const element = document.createElement("div");
  element.className = "report";
  element.lang = "en";
  element.append(...main.querySelectorAll(":scope > section"));
  return { html, element };
}
