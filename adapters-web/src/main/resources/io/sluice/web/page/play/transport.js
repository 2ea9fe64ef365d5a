// Run, pause, step, back, speed and the place in the run; by mouse, by finger and by keys.
import { button, make } from "/dom.js";
import { word } from "/words.js";

/** Steps a second. */
const SPEEDS = [1, 5, 20, 60, 200, 1000];

export class Transport {
  /**
   * The place in a run.
   *
   * @param moved is called with the step to be shown
   * @param ready gives the last step that can be shown, and the last of the run
   */
  constructor({ step, speed, moved, ready, signal }) {
    this.step = step;
    this.speed = SPEEDS.includes(speed) ? speed : 60;
    this.moved = moved;
    this.ready = ready;
    this.isPlaying = false;
    this.direction = 1;
    this.carry = 0;
    this.element = this.build();
    document.addEventListener("keydown", (event) => this.key(event), { signal });
    signal.addEventListener("abort", () => (this.isPlaying = false));
  }

  build() {
    this.runButton = button("", () => this.toggle(), { className: "primary run" });
    this.place = make("input", { type: "range", min: 0, max: 1, step: 1, value: 0, "aria-label": word("play.place") });
    this.place.addEventListener("input", () => this.go(Number(this.place.value)));
    this.count = make("output", { className: "count" });
    const speed = make("select", { "aria-label": word("play.speed") },
      ...SPEEDS.map((value) => make("option", { value }, word("play.steps-a-second", { n: value }))));
    speed.value = this.speed;
    speed.addEventListener("change", () => {
      this.speed = Number(speed.value);
      this.moved(this.step);
    });
    const small = (text, label, action) => button(text, action, { "aria-label": label, title: label });
    const element = make("div", { className: "transport card", role: "group", "aria-label": word("play.transport") },
      small("⇤", word("play.reset"), () => this.go(this.ready().first)),
      small("−1", word("play.back"), () => this.go(this.step - 1)),
      this.runButton,
      small("+1", word("play.step"), () => this.go(this.step + 1)),
      this.place, this.count, speed);
    this.label();
    return element;
  }

  label() {
    this.runButton.textContent = word(this.isPlaying ? "play.pause" : "play.run");
  }

  /** Shows a step and stays there. */
  go(step) {
    this.pause();
    const { first, last } = this.ready();
    this.step = Math.max(first, Math.min(last, step));
    this.moved(this.step);
  }

  pause() {
    this.isPlaying = false;
    this.label();
  }

  /** Goes on from where it is, or from the start if that is the end. */
  run() {
    const { first, last } = this.ready();
    if (this.step >= last) this.step = first;
    this.isPlaying = true;
    this.carry = 0;
    this.label();
  }

  toggle() {
    if (this.isPlaying) this.pause();
    else this.run();
    this.moved(this.step);
  }

  /** Goes on by what falls to the time that passed; does not overtake what has come. */
  advance(milliseconds) {
    if (!this.isPlaying) return;
    this.carry += (Math.min(100, milliseconds) * this.speed) / 1000;
    const whole = Math.floor(this.carry);
    const { last, known } = this.ready();
    if (whole > 0) {
      this.carry -= whole;
      this.step = Math.min(this.step + whole, known, last);
      this.moved(this.step);
    }
    if (this.step >= last) {
      this.pause();
      this.moved(this.step);
    }
  }

  /** Shows where it is. */
  show() {
    const { first, last } = this.ready();
    this.place.min = first;
    this.place.max = Math.max(first + 1, last);
    this.place.value = this.step;
    this.count.textContent = word("play.step-of", { step: this.step, steps: last });
  }

  key(event) {
    const field = event.target.closest?.("input, textarea, select, button, summary, a, [contenteditable]");
    if (field || event.ctrlKey || event.metaKey || event.altKey) return;
    const far = event.shiftKey ? 10 : 1;
    const actions = {
      " ": () => this.toggle(),
      ArrowRight: () => this.go(this.step + far),
      ArrowLeft: () => this.go(this.step - far),
      Home: () => this.go(this.ready().first),
      End: () => this.go(this.ready().known),
    };
    if (!actions[event.key]) return;
    event.preventDefault();
    actions[event.key]();
  }
}
