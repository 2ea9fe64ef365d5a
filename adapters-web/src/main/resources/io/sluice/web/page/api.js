// What the page asks of the server.

/** An answer that is an error; "errors" are complaints about lines of a study. */
export class Refusal extends Error {
  constructor(message, errors) {
    super(message);
    this.errors = errors;
  }
}

async function send(path, options) {
  try {
    return await fetch(path, options);
  } catch {
    throw new Refusal("The server does not answer. Is “sluice serve” still running?", []);
  }
}

async function ask(path, options) {
  const response = await send(path, options);
  const body = await response.json();
  if (!response.ok) {
    throw new Refusal(body.detail, body.details ?? []);
  }
  return body;
}

export const health = () => ask("api/health");
export const catalog = () => ask("api/catalog");
export const studies = () => ask("api/studies");
export const study = (id) => ask(`api/studies/${encodeURIComponent(id)}`);

/** The report of a study as a piece of HTML. */
export async function report(id) {
  const response = await send(part(id, "report.html?part=main"));
  if (!response.ok) throw new Refusal((await response.json()).detail, []);
  return response.text();
}

export const stop = (id) => ask(`api/studies/${encodeURIComponent(id)}/stop`, { method: "POST" });
export const run = (text) =>
  ask("api/studies", {
    method: "POST",
    headers: { "Content-Type": "application/yaml" },
    body: text,
  });

/** Where a study's events or rows are. */
export const part = (id, name) => `api/studies/${encodeURIComponent(id)}/${name}`;
