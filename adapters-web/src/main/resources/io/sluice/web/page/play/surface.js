// The loss over two weights, and on it the way of the seed shown: a point, or a population.
import { ask } from "/api.js";
import { axes, begin, faint, polyline } from "./canvas.js";
import { request } from "./state.js";

/** Dark where the loss is low, light where it is high; even to the eye and to the colour-blind. */
const SCALE = ["#00204d", "#213d6b", "#4c556c", "#6c6e72", "#8e8978", "#b2a570", "#d8c45c", "#ffea46"];
const BANDS = 24;
const DEPTH = 1e-4;
const SIZE = 44;
const FINE = 220;

/** A surface is asked for again after so many times what the last one took, for runs come first. */
const REST = 3;

function colourOf(share) {
  const place = Math.min(0.9999, Math.max(0, share)) * (SCALE.length - 1);
  const low = channelsOf(SCALE[Math.floor(place)]);
  const high = channelsOf(SCALE[Math.floor(place) + 1]);
  return low.map((channel, i) => channel + (high[i] - channel) * (place % 1));
}

const channelsOf = (hex) => [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16));

/** The surface as a picture of bands between contours. */
function picture(losses) {
  const size = losses.length;
  const most = losses.flat().map(Number).filter(Number.isFinite).reduce((greatest, loss) => Math.max(greatest, loss), 0);
  // Below a share of the greatest loss the ground is even: a valley is as deep as one can see.
  const heights = losses.map((row) => row.map((loss) => Math.log10(Math.max(most * DEPTH, Number(loss)))));
  const finite = heights.flat().filter(Number.isFinite);
  const low = finite.reduce((least, height) => Math.min(least, height), Infinity);
  const high = finite.reduce((most, height) => Math.max(most, height), -Infinity);
  const image = new ImageData(FINE, FINE);
  const colours = Array.from({ length: BANDS }, (_, band) => colourOf((band + 0.5) / BANDS));
  for (let row = 0; row < FINE; row++) {
    for (let column = 0; column < FINE; column++) {
      const x = (column / (FINE - 1)) * (size - 1.001);
      const y = ((FINE - 1 - row) / (FINE - 1)) * (size - 1.001);
      const [i, j, u, v] = [Math.floor(x), Math.floor(y), x % 1, y % 1];
      const below = heights[j][i] * (1 - u) + heights[j][i + 1] * u;
      const above = heights[j + 1][i] * (1 - u) + heights[j + 1][i + 1] * u;
      const share = high > low ? (below * (1 - v) + above * v - low) / (high - low) : 0;
      const band = Math.min(BANDS - 1, Math.floor(Math.max(0, share) * BANDS));
      const pixel = 4 * (row * FINE + column);
      [image.data[pixel], image.data[pixel + 1], image.data[pixel + 2]] = colours[Number.isNaN(band) ? BANDS - 1 : band];
      image.data[pixel + 3] = 255;
    }
  }
  return image;
}

/** From where to where a weight is drawn: its bounds, and where it has been. */
function extent(track, index) {
  const weight = track.begin.weights[index];
  let low = Infinity;
  let high = -Infinity;
  for (const frame of track.frames) {
    if (!frame?.weights) continue;
    low = Math.min(low, frame.weights[index]);
    high = Math.max(high, frame.weights[index]);
  }
  const lower = Number(weight.lower);
  const upper = Number(weight.upper);
  const middle = Number.isFinite(lower) ? (lower + upper) / 2 : (low + high) / 2;
  const half = Number.isFinite(lower) ? (upper - lower) / 2 : Math.max(1, high - low);
  // Steps of a quarter, so that a growing path does not move the ground at every step.
  let reach = half * 1.06;
  while (reach < 1e6 && (low < middle - reach || high > middle + reach)) reach *= 1.25;
  return { from: middle - reach, to: middle + reach };
}

export class Surface {
  constructor(track, signal, changed) {
    this.track = track;
    this.signal = signal;
    this.changed = changed;
    this.image = document.createElement("canvas");
    this.image.width = FINE;
    this.image.height = FINE;
    this.shown = null;
    this.isAsking = false;
    this.notBefore = 0;
  }

  /** The numbers of the two weights. */
  get axes() {
    const names = this.track.begin.weights.map(({ name }) => name);
    return [names.indexOf(this.track.begin.across), names.indexOf(this.track.begin.up)];
  }

  /** Asks for the surface around where the seed stands, if that is another and it is time. */
  async renew(step, isPlaying) {
    const { track } = this;
    const frame = track.begin && track.frame(step);
    if (!frame || this.isAsking || track.begin.across === track.begin.up) return;
    const [across, up] = this.axes;
    const x = extent(track, across);
    const y = extent(track, up);
    const others = frame.weights.filter((weight, index) => index !== across && index !== up).join();
    const key = [x.from, x.to, y.from, y.to, others].join();
    if (key === this.shown?.key || (isPlaying && performance.now() < this.notBefore)) return;
    this.isAsking = true;
    const started = performance.now();
    try {
      const view = { shown: track.begin.shown, across: track.begin.across, up: track.begin.up, at: frame.step, size: SIZE, left: x.from, right: x.to, bottom: y.from, top: y.to };
      const { loss } = await ask(`/api/play/surface?${request(track.setting, view)}`, { signal: this.signal });
      this.image.getContext("2d").putImageData(picture(loss), 0, 0);
      this.shown = { key, x, y };
      this.changed();
    } finally {
      this.isAsking = false;
      this.notBefore = performance.now() + Math.max(250, REST * (performance.now() - started));
    }
  }

  /** Draws the surface with the way up to a step. */
  draw(canvas, step, colour, tint) {
    const drawing = begin(canvas);
    if (!drawing || !this.shown) return;
    const { pen } = drawing;
    const { track } = this;
    const [across, up] = this.axes;
    const scale = axes(drawing, colour, this.shown.x, this.shown.y);
    pen.save();
    pen.beginPath();
    pen.rect(scale.left, scale.top, scale.right - scale.left, scale.bottom - scale.top);
    pen.clip();
    pen.imageSmoothingEnabled = true;
    pen.drawImage(this.image, scale.left, scale.top, scale.right - scale.left, scale.bottom - scale.top);
    this.bounds(pen, scale, across, up);
    const frames = track.frames.slice(0, step + 1).filter((frame) => frame?.weights);
    const x = (i) => scale.across(frames[i].weights[across]);
    const y = (i) => scale.up(frames[i].weights[up]);
    for (const [width, ink] of [[4, "rgba(255,255,255,0.85)"], [2, tint]]) {
      pen.lineWidth = width;
      pen.strokeStyle = ink;
      polyline(pen, frames.length, x, y);
    }
    const now = track.frame(step);
    for (const [one, other] of now?.generation ?? []) {
      mark(pen, scale.across(Number(one)), scale.up(Number(other)), 3.2, faint(tint, 0.9), "#ffffff", 1);
    }
    if (frames.length) {
      const last = frames.length - 1;
      mark(pen, x(0), y(0), 4, "#ffffff", "#17242b", 1.5);
      mark(pen, x(last), y(last), 6.5, tint, "#ffffff", 2.2);
    }
    pen.restore();
  }

  bounds(pen, scale, across, up) {
    const [first, second] = [this.track.begin.weights[across], this.track.begin.weights[up]];
    const left = scale.across(Number(first.lower));
    const bottom = scale.up(Number(second.lower));
    if (!Number.isFinite(left) || !Number.isFinite(bottom)) return;
    pen.strokeStyle = "rgba(255,255,255,0.9)";
    pen.lineWidth = 1.2;
    pen.setLineDash([5, 4]);
    pen.strokeRect(left, scale.up(Number(second.upper)), scale.across(Number(first.upper)) - left,
      bottom - scale.up(Number(second.upper)));
    pen.setLineDash([]);
  }
}

function mark(pen, x, y, radius, fill, line, width) {
  pen.beginPath();
  pen.arc(x, y, radius, 0, 7);
  pen.fillStyle = fill;
  pen.fill();
  pen.lineWidth = width;
  pen.strokeStyle = line;
  pen.stroke();
}
