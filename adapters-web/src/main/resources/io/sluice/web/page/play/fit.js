// What the network shown has learned: a curve over one input, a map over two, or answers against
// what was wanted.
import { area, axes, begin, channels, faint, polyline, straight } from "./canvas.js";

function spread(values, margin) {
  let low = Infinity;
  let high = -Infinity;
  for (const value of values) {
    if (Number.isFinite(value)) {
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
  }
  if (!(low <= high)) return { from: -1, to: 1 };
  const beyond = (high - low || 1) * margin;
  return { from: low - beyond, to: high + beyond };
}

function curve(drawing, begun, frame, colour, tint) {
  const { grid, data } = begun;
  const y = spread([...data.y, grid.low - 0.3, grid.high + 0.3], 0.2);
  const scale = axes(drawing, colour, { from: grid.across[0], to: grid.across[grid.across.length - 1] }, y);
  const { pen } = drawing;
  pen.save();
  pen.beginPath();
  pen.rect(scale.left, scale.top, scale.right - scale.left, scale.bottom - scale.top);
  pen.clip();
  const x = (i) => scale.across(grid.across[i]);
  const at = (numbers) => (i) => Math.max(-1e4, Math.min(1e4, scale.up(Number(numbers[i]))));
  pen.fillStyle = faint(tint, 0.18);
  area(pen, grid.across.length, x, at(frame.low), at(frame.high));
  pen.strokeStyle = tint;
  pen.lineWidth = 2.4;
  polyline(pen, grid.across.length, x, at(frame.fit));
  pen.fillStyle = colour.ink;
  data.x.forEach(([place], row) => {
    pen.beginPath();
    pen.arc(scale.across(place), scale.up(data.y[row]), data.y.length > 60 ? 1.8 : 3, 0, 7);
    pen.fill();
  });
  pen.restore();
}

/** Blue where the answer is low, orange where it is high, the ground in between. */
function paint(grid, fit, colour) {
  const low = channels(colour.a);
  const high = channels(colour.b);
  const middle = channels(colour.ground);
  const columns = grid.across.length;
  const image = new ImageData(columns, grid.up.length);
  const middleOf = (grid.low + grid.high) / 2;
  const half = (grid.high - grid.low) / 2 || 1;
  fit.forEach((value, i) => {
    const share = Math.max(-1, Math.min(1, (Number(value) - middleOf) / half));
    const end = share < 0 ? low : high;
    const row = grid.up.length - 1 - Math.floor(i / columns);
    const pixel = 4 * (row * columns + (i % columns));
    for (let channel = 0; channel < 3; channel++) {
      image.data[pixel + channel] = middle[channel] + (end[channel] - middle[channel]) * Math.abs(share) * 0.75;
    }
    image.data[pixel + 3] = 255;
  });
  return image;
}

function map(drawing, begun, frame, colour, store) {
  const { grid, data } = begun;
  const { pen } = drawing;
  const last = (values) => values[values.length - 1];
  const scale = axes(drawing, colour, { from: grid.across[0], to: last(grid.across) },
    { from: grid.up[0], to: last(grid.up) });
  store.width = grid.across.length;
  store.height = grid.up.length;
  store.getContext("2d").putImageData(paint(grid, frame.fit, colour), 0, 0);
  pen.imageSmoothingEnabled = true;
  pen.drawImage(store, scale.left, scale.top, scale.right - scale.left, scale.bottom - scale.top);
  const middle = (grid.low + grid.high) / 2;
  data.x.forEach(([x, y], row) => {
    const isHigh = begun.data.y[row] > middle;
    pen.fillStyle = isHigh ? colour.b : colour.a;
    pen.strokeStyle = colour.ground;
    pen.lineWidth = 1.2;
    pen.beginPath();
    // Two shapes, so that colour alone does not tell the classes apart.
    if (isHigh) pen.rect(scale.across(x) - 3.2, scale.up(y) - 3.2, 6.4, 6.4);
    else pen.arc(scale.across(x), scale.up(y), 3.6, 0, 7);
    pen.fill();
    pen.stroke();
  });
}

function rows(drawing, begun, frame, colour, tint) {
  const wanted = begun.data.y.slice(0, frame.fit.length);
  const range = spread(wanted, 0.1);
  const scale = axes(drawing, colour, range, range);
  const { pen } = drawing;
  pen.strokeStyle = colour.quiet;
  polyline(pen, 2, (i) => (i ? scale.right : scale.left), (i) => (i ? scale.top : scale.bottom));
  pen.fillStyle = faint(tint, 0.6);
  const clamp = straight(range.from, range.to, scale.bottom, scale.top);
  wanted.forEach((value, row) => {
    pen.beginPath();
    const answer = Math.max(range.from, Math.min(range.to, Number(frame.fit[row])));
    pen.arc(scale.across(value), clamp(answer), 2.6, 0, 7);
    pen.fill();
  });
}

/** Draws the fit of a frame; nothing of a function, which learns nothing. */
export function drawFit(canvas, begun, frame, colour, tint, store) {
  const drawing = begin(canvas);
  if (!drawing || !begun?.grid || !frame?.fit) return;
  if (begun.grid.kind === "curve") curve(drawing, begun, frame, colour, tint);
  else if (begun.grid.kind === "map") map(drawing, begun, frame, colour, store);
  else rows(drawing, begun, frame, colour, tint);
}
