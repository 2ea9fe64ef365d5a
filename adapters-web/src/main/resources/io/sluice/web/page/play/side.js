// One setting as it is seen: its surface, its fit, its weights and its units.
import { make } from "/dom.js";
import { word } from "/words.js";
import { drawFit } from "./fit.js";
import { Surface } from "./surface.js";
import { drawGauges, drawWeights } from "./weights.js";

/** A short name of a setting: its activation, its optimizer, its network. */
function summary({ values, network }) {
  const activation = network ? [values.activation.join(" | ")] : [];
  const policy = values.policy[0] === "none" ? [] : [values.policy[0]];
  return [...activation, values.optimizer[0], network || values.problem[0], ...policy].join(" · ");
}

const view = (title, kind, ...more) => {
  const canvas = make("canvas", { role: "img", "aria-label": title });
  return { canvas, element: make("div", { className: `view ${kind}` }, make("h3", {}, title, ...more), canvas) };
};

export class Side {
  /**
   * The views of a track.
   *
   * @param turned takes the names of other axes of the surface
   */
  constructor({ letter, track, signal, changed, turned }) {
    this.track = track;
    this.isB = letter === "B";
    this.surface = new Surface(track, signal, changed);
    this.store = document.createElement("canvas");
    this.across = this.axis("across", turned);
    this.up = this.axis("up", turned);
    this.ground = view(word("play.surface"), "square", this.across, this.up);
    this.fit = view(word("play.fit"), "flat");
    this.weights = view(word("play.weights"), "flat");
    this.gauges = view(word("play.units"), "flat");
    this.title = make("h2", {}, "…");
    this.loss = make("span", { className: "loss quiet" });
    this.element = make("section", { className: `side card of-${letter.toLowerCase()}`, "aria-label": word("play.setting", { letter }) },
      make("header", {}, make("span", { className: "letter" }, letter), this.title, this.loss),
      make("div", { className: "views" }, this.ground.element, this.fit.element, this.weights.element, this.gauges.element));
  }

  axis(name, turned) {
    const select = make("select", { "aria-label": word(name === "up" ? "play.up" : "play.across") });
    select.addEventListener("change", () => turned(name, select.value));
    return select;
  }

  /** Shows what does not change in a run; called when it is first known. */
  begin() {
    const { begin } = this.track;
    this.title.textContent = summary(begin);
    const names = begin.weights.map(({ name }) => name);
    for (const [select, chosen] of [[this.across, begin.across], [this.up, begin.up]]) {
      select.replaceChildren(...names.map((name) => make("option", {}, name)));
      select.value = chosen;
    }
    this.ground.element.hidden = names.length < 2;
    this.fit.element.hidden = !begin.grid;
    this.fit.element.className = begin.grid?.kind === "curve" ? "view flat" : "view square";
    this.gauges.element.hidden = !begin.units.length;
    this.begun = begin;
  }

  /** Draws where the run stands after a step. */
  draw(step, isPlaying, colour) {
    const { track } = this;
    if (!track.begin) return;
    if (this.begun !== track.begin) this.begin();
    const tint = this.isB ? colour.b : colour.a;
    const frame = track.frame(step);
    this.surface.draw(this.ground.canvas, step, colour, tint);
    drawFit(this.fit.canvas, track.begin, frame, colour, tint, this.store);
    drawWeights(this.weights.canvas, track, step, colour, tint);
    drawGauges(this.gauges.canvas, track, step, colour, tint);
    this.tell(step, frame, isPlaying);
  }

  /** Says in words what is drawn. */
  tell(step, frame, isPlaying) {
    const loss = frame ? Number(frame.loss[this.track.begin.shown]) : NaN;
    const ended = this.track.isOver && this.track.outcomes.filter((outcome) => outcome === "diverged").length;
    this.loss.textContent = word("play.loss-is", { loss: Number.isFinite(loss) ? loss.toPrecision(4) : "∞" })
      + (ended ? ` · ${word("play.diverged", { n: ended })}` : "") + (this.track.failure ? ` · ${this.track.failure}` : "");
    if (isPlaying || !frame) return;
    const saturated = (frame.flat ?? []).filter((share) => Number(share) > 0.5).length;
    const back = Object.values(frame.putBack).reduce((sum, count) => sum + count, 0);
    this.ground.canvas.setAttribute("aria-label",
      word("play.surface-is", { across: this.track.begin.across, up: this.track.begin.up, step: frame.step, loss: loss.toPrecision(3) }));
    this.fit.canvas.setAttribute("aria-label", word("play.fit-is", { step: frame.step, loss: loss.toPrecision(3) }));
    this.weights.canvas.setAttribute("aria-label", word("play.weights-are", { n: frame.weights.length, back }));
    this.gauges.canvas.setAttribute("aria-label", word("play.units-are", { n: saturated, all: (frame.flat ?? []).length }));
  }
}
