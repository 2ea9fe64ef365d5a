// The playground.
import { make } from "/dom.js";
import { word } from "/words.js";

export async function show(root) {
  root.append(make("h1", {}, word("play.title")));
}
