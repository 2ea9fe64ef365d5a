// What became of a claim.
import { make } from "/dom.js";
import { word } from "/words.js";

const VERDICTS = {
  supported: ["verdict.supported", "good"],
  refuted: ["verdict.refuted", "wrong"],
  mixed: ["verdict.mixed", "doubtful"],
  undecided: ["verdict.undecided", "plainly"],
};

/** A verdict as a badge; a dash where there is none yet. */
export function verdict(name) {
  const [text, look] = VERDICTS[name] ?? ["verdict.none", "plainly"];
  return make("span", { className: `badge ${look}`, "data-verdict": name || "none" }, word(text));
}
