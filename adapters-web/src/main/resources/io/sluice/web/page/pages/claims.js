import { make } from "/dom.js";

export async function show(root) {
  root.append(make("h1", {}, "claims"));
}
