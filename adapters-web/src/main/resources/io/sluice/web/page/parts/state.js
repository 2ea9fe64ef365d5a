// Where a study stands.
import { make } from "/dom.js";
import { duration, word } from "/words.js";

/** The states with the words for them and their looks. */
export const STATES = {
  queued: ["state.queued", "plainly"],
  running: ["state.running", ""],
  paused: ["state.paused", "doubtful"],
  finished: ["state.finished", "good"],
  stopped: ["state.stopped", "plainly"],
  failed: ["state.failed", "failed"],
};

/** Whether a study in this state goes on by itself. */
export const isLive = (state) => state === "running" || state === "queued";

/** The state in a word. */
export function badge(state) {
  const [text, look] = STATES[state] ?? [state, ""];
  return make("span", { className: `badge ${look}`, "data-state": state }, word(text));
}

/** How many trials there are, and how long the rest takes. */
export function progressText({ state, progress: { finished, planned, ratePerSecond } }) {
  if (finished === planned) return word("state.all", { n: planned });
  const parts = [word("state.some", { n: finished, all: planned })];
  if (state === "running" && ratePerSecond > 0) {
    parts.push(word("state.rate", { n: Math.max(1, Math.round(ratePerSecond)) }));
    parts.push(word("state.left", { time: duration((planned - finished) / ratePerSecond) }));
  }
  return parts.join(word("state.and"));
}
