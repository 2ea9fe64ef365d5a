// The run of one setting: asked for in windows that grow, kept step by step, played from memory.
import { Refusal } from "/api.js";
import { word } from "/words.js";
import { request } from "./state.js";

/** The first window is short, so that something moves at once. */
const FIRST_WINDOW = 60;
const LARGEST_WINDOW = 600;

/** How far ahead of the step shown the next window is asked for. */
const AHEAD = 300;

/** Numbers of a frame, of which those that are not finite come as texts. */
const number = (value) => (value === null ? NaN : Number(value));

function statistics(losses) {
  const sorted = losses.map(number).filter((loss) => !Number.isNaN(loss)).sort((x, y) => x - y);
  if (!sorted.length) return null;
  const at = (share) => sorted[Math.round(share * (sorted.length - 1))];
  return { least: sorted[0], low: at(0.25), middle: at(0.5), high: at(0.75), most: sorted[sorted.length - 1] };
}

/** Reads server-sent events from an answer, one after the other. */
async function* events(response) {
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let text = "";
  for (;;) {
    const { value, done } = await reader.read();
    if (done) return;
    text += value;
    const parts = text.split("\n\n");
    text = parts.pop();
    for (const part of parts) {
      const [, name, data] = /^event: (\w+)\ndata: (.*)$/s.exec(part) ?? [];
      if (name) yield [name, JSON.parse(data)];
    }
  }
}

export class Track {
  /**
   * The run of a setting.
   *
   * @param view says which seed is shown and which weights are the axes
   * @param changed is called when there is more to be seen
   */
  constructor(setting, view, signal, changed) {
    this.setting = setting;
    this.view = view;
    this.changed = changed;
    this.frames = [];
    this.begin = null;
    this.outcomes = [];
    this.failure = "";
    this.known = -1;
    this.isOver = false;
    this.window = FIRST_WINDOW;
    this.asking = null;
    this.controller = new AbortController();
    signal.addEventListener("abort", () => this.close(), { signal: this.controller.signal });
  }

  /** Gives up what is under way. */
  close() {
    this.controller.abort();
  }

  /** The last step of the run, as far as it is known. */
  get last() {
    return this.begin?.steps ?? 0;
  }

  /** The last step that can be shown. */
  get ready() {
    return this.isOver ? this.last : this.known;
  }

  /** What was seen after a step; where a seed has ended, what was seen last. */
  frame(step) {
    for (let at = Math.min(step, this.frames.length - 1); at >= 0; at--) {
      if (this.frames[at]?.weights) return this.frames[at];
    }
    return this.frames.find((frame) => frame?.weights) ?? null;
  }

  /** Asks for what is needed to show a step and go on from there. */
  async reach(step) {
    // How long the run is, is known after the first window only.
    while (!this.isOver && this.known < Math.min(step + AHEAD, this.last || FIRST_WINDOW)) {
      this.asking ??= this.next().finally(() => (this.asking = null));
      await this.asking;
    }
  }

  async next() {
    const to = this.last ? Math.min(this.last, this.known + this.window) : undefined;
    const { shown, across, up } = this.view;
    const ask = { shown, across, up, from: this.begin ? this.known + 1 : undefined, to: to ?? FIRST_WINDOW };
    let response = await this.fetch(ask);
    if (response.status === 400 && !this.begin) {
      // The run may be shorter than the first window.
      response = await this.fetch({ ...ask, to: undefined });
    }
    if (!response.ok) {
      const body = await response.json().catch(() => ({}));
      throw new Refusal(body.detail ?? response.statusText, response.status, body);
    }
    this.window = Math.min(LARGEST_WINDOW, 4 * this.window);
    for await (const [name, data] of events(response)) {
      if (name === "begin" && !this.begin) this.begin = data;
      else if (name === "frame") this.take(data);
      else if (name === "end") this.end(data);
    }
    this.changed();
  }

  async fetch(ask) {
    try {
      return await fetch(`/api/play/run?${request(this.setting, ask)}`, { signal: this.controller.signal });
    } catch (failure) {
      if (failure.name === "AbortError") throw failure;
      throw new Refusal(word("shell.silent"), 599);
    }
  }

  take(frame) {
    frame.band = statistics(frame.loss);
    this.frames[frame.step] = frame;
    this.known = frame.step;
  }

  end({ to, outcomes, failure }) {
    this.known = to;
    this.outcomes = outcomes;
    this.failure = failure;
    this.isOver = to >= this.last || outcomes.every((outcome) => outcome !== "");
  }
}
