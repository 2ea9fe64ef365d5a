// The losses of both settings: ten seeds as a band, the middle one and the one shown as lines.
import { area, axes, begin, faint, polyline } from "./canvas.js";

const LEAST = 1e-16;

/** The powers of ten around all losses seen so far. */
function range(tracks) {
  let low = Infinity;
  let high = -Infinity;
  for (const track of tracks) {
    for (const frame of track.frames) {
      if (!frame?.band) continue;
      low = Math.min(low, Math.max(LEAST, frame.band.least));
      if (Number.isFinite(frame.band.most)) high = Math.max(high, frame.band.most, LEAST);
    }
  }
  if (!(low <= high)) return { from: -3, to: 1 };
  const from = Math.floor(Math.log10(low));
  return { from, to: Math.max(from + 1, Math.ceil(Math.log10(high) - 1e-9)) };
}

const power = (exponent) => {
  const digits = [..."⁰¹²³⁴⁵⁶⁷⁸⁹"];
  return `10${exponent < 0 ? "⁻" : ""}${[...String(Math.abs(exponent))].map((digit) => digits[digit]).join("")}`;
};

/** Draws the losses up to a step. */
export function drawLosses(canvas, tracks, step, colour) {
  const drawing = begin(canvas);
  if (!drawing) return;
  const last = Math.max(1, ...tracks.map((track) => track.last));
  const { from, to } = range(tracks);
  const every = Math.ceil((to - from) / Math.max(2, drawing.height / 28));
  const marks = [];
  for (let exponent = from; exponent <= to; exponent += every) marks.push(exponent);
  const scale = axes(drawing, colour, { from: 0, to: last }, { from, to, ticks: marks, text: power });
  const { pen } = drawing;
  const height = (loss) => scale.up(Math.log10(Math.min(Math.max(loss, LEAST), 10 ** to)));
  tracks.forEach((track, side) => {
    const tint = side ? colour.b : colour.a;
    const frames = track.frames.slice(0, step + 1).filter((frame) => frame?.band);
    const x = (i) => scale.across(frames[i].step);
    pen.fillStyle = faint(tint, 0.12);
    area(pen, frames.length, x, (i) => height(frames[i].band.least), (i) => height(frames[i].band.most));
    pen.fillStyle = faint(tint, 0.22);
    area(pen, frames.length, x, (i) => height(frames[i].band.low), (i) => height(frames[i].band.high));
    pen.strokeStyle = tint;
    pen.lineWidth = 1;
    pen.setLineDash([4, 3]);
    polyline(pen, frames.length, x, (i) => height(frames[i].band.middle));
    pen.setLineDash([]);
    pen.lineWidth = 2.2;
    const shown = track.begin?.shown ?? 0;
    const loss = (i) => (frames[i].loss[shown] === null ? NaN : height(Number(frames[i].loss[shown])));
    polyline(pen, frames.length, x, loss);
    for (let i = frames.length - 1; i >= 0; i--) {
      if (Number.isFinite(loss(i))) {
        pen.fillStyle = tint;
        pen.beginPath();
        pen.arc(x(i), loss(i), 4, 0, 7);
        pen.fill();
        break;
      }
    }
  });
  pen.strokeStyle = faint(colour.ink, 0.35);
  pen.lineWidth = 1;
  pen.beginPath();
  pen.moveTo(scale.across(step), scale.top);
  pen.lineTo(scale.across(step), scale.bottom);
  pen.stroke();
}
