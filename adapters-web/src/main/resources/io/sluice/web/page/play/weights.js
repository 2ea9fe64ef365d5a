// Weights against their bounds, with what their policy put back; and how saturated each unit is.
import { axes, begin, faint, straight } from "./canvas.js";

const NAMED = 20;

/** For how many steps a weight that was put back is marked. */
const REMEMBERED = 12;

function range(track) {
  let low = Infinity;
  let high = -Infinity;
  for (const { lower, upper } of track.begin.weights) {
    if (Number.isFinite(Number(lower))) {
      low = Math.min(low, Number(lower));
      high = Math.max(high, Number(upper));
    }
  }
  for (const frame of track.frames) {
    for (const weight of frame?.weights ?? []) {
      if (Number.isFinite(Number(weight))) {
        low = Math.min(low, weight);
        high = Math.max(high, weight);
      }
    }
  }
  const beyond = (high - low || 1) * 0.06;
  return low <= high ? { from: low - beyond, to: high + beyond } : { from: -1, to: 1 };
}

/** Draws each weight of the seed shown between its bounds. */
export function drawWeights(canvas, track, step, colour, tint) {
  const drawing = begin(canvas);
  const frame = track.frame(step);
  if (!drawing || !frame) return;
  const { pen, width, height } = drawing;
  const { weights } = track.begin;
  const isNamed = weights.length <= NAMED;
  const scale = axes(drawing, colour, { from: 0, to: weights.length, ticks: [] }, range(track));
  const slot = (scale.right - scale.left) / weights.length;
  const before = track.frame(Math.max(track.begin.first, step - REMEMBERED));
  pen.textAlign = "center";
  pen.textBaseline = "top";
  weights.forEach(({ name, layer, lower, upper }, index) => {
    const x = scale.left + slot * (index + 0.5);
    const [low, high] = [Number(lower), Number(upper)];
    if (Number.isFinite(low)) {
      pen.fillStyle = faint(tint, layer % 2 ? 0.13 : 0.22);
      pen.fillRect(x - slot * 0.42, scale.up(high), slot * 0.84, scale.up(low) - scale.up(high));
    }
    const y = scale.up(frame.weights[index]);
    if (isNamed) {
      pen.strokeStyle = faint(tint, 0.6);
      pen.lineWidth = Math.min(6, slot * 0.25);
      pen.beginPath();
      pen.moveTo(x, scale.up(0));
      pen.lineTo(x, y);
      pen.stroke();
      pen.fillStyle = colour.quiet;
      pen.fillText(name, x, height - 17);
    }
    pen.fillStyle = tint;
    pen.beginPath();
    pen.arc(x, y, Math.max(1.4, Math.min(4.5, slot * 0.4)), 0, 7);
    pen.fill();
    const count = frame.putBack[index] ?? 0;
    if (count) bounce(pen, x, scale, frame.weights[index] * 2 < low + high ? low : high, low, {
      isRecent: count > (before?.putBack[index] ?? 0), colour, size: Math.max(3, Math.min(7, slot * 0.5)) });
  });
  if (!isNamed) {
    pen.fillStyle = colour.quiet;
    pen.textAlign = "center";
    pen.fillText(`${weights[0].name} … ${weights[weights.length - 1].name}`, width / 2, height - 17);
  }
}

/** A triangle at the bound that turned a weight back: filled if that was just now. */
function bounce(pen, x, scale, bound, low, { isRecent, colour, size }) {
  const y = scale.up(bound);
  const inward = bound === low ? -size : size;
  pen.beginPath();
  pen.moveTo(x - size, y);
  pen.lineTo(x + size, y);
  pen.lineTo(x, y + inward * 1.4);
  pen.closePath();
  pen.lineWidth = 1.4;
  pen.strokeStyle = colour.warn;
  pen.stroke();
  if (isRecent) {
    pen.fillStyle = colour.warn;
    pen.fill();
  }
}

/** Draws for each unit the share of examples at which its activation is flat. */
export function drawGauges(canvas, track, step, colour, tint) {
  const drawing = begin(canvas);
  const frame = track.frame(step);
  if (!drawing || !frame?.flat) return;
  const { pen, width, height } = drawing;
  const { units } = track.begin;
  const layers = new Map();
  units.forEach((name, index) => {
    const [layer] = name.split(".");
    layers.set(layer, [...(layers.get(layer) ?? []), index]);
  });
  const rows = [...layers.values()];
  const high = (height - 4) / Math.max(1, rows.length);
  const fill = straight(0, 1, 0, 1);
  rows.forEach((indices, row) => {
    const slot = Math.min(46, (width - 8) / indices.length);
    const top = row * high + 4;
    const tall = high - (slot >= 26 ? 20 : 6);
    const first = (width - slot * indices.length) / 2;
    indices.forEach((index, column) => {
      const x = first + column * slot + slot * 0.1;
      const share = fill(Number(frame.flat[index]));
      pen.fillStyle = faint(colour.line, 0.5);
      pen.fillRect(x, top, slot * 0.8, tall);
      pen.fillStyle = share > 0.5 ? colour.warn : tint;
      pen.fillRect(x, top + tall * (1 - share), slot * 0.8, tall * share);
      pen.strokeStyle = colour.quiet;
      pen.lineWidth = 1;
      pen.strokeRect(x + 0.5, top + 0.5, slot * 0.8 - 1, tall - 1);
      if (slot >= 26) {
        pen.fillStyle = colour.quiet;
        pen.textAlign = "center";
        pen.textBaseline = "top";
        pen.fillText(`${Math.round(share * 100)}%`, x + slot * 0.4, top + tall + 3);
      }
    });
  });
}
