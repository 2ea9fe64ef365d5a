// Canvases that are sharp on any screen, and the colours of the pages on them.

/** The colours of the pages as they are now, light or dark. */
export function colours(element) {
  const style = getComputedStyle(element);
  const probe = document.createElement("span");
  element.append(probe);
  const of = (name) => {
    probe.style.color = style.getPropertyValue(name);
    return getComputedStyle(probe).color;
  };
  const all = {
    ground: of("--ground"), ink: of("--ink"), quiet: of("--quiet"), line: of("--line"),
    a: of("--series-1"), b: of("--series-2"), good: of("--series-3"), warn: of("--series-5"),
  };
  probe.remove();
  return all;
}

/** A colour with less of it. */
export const faint = (colour, share) =>
  colour.replace(/^rgba?\(([^)]*)\)$/, (whole, parts) => `rgba(${parts.split(",").slice(0, 3).join(",")}, ${share})`);

/** The red, green and blue of a colour. */
export const channels = (colour) => colour.match(/[\d.]+/g).slice(0, 3).map(Number);

/**
 * Begins a drawing: a context in pixels of the page, cleared, with its width and height; null as long
 * as the canvas has no size.
 */
export function begin(canvas) {
  const width = canvas.clientWidth;
  const height = canvas.clientHeight;
  if (!width || !height) return null;
  const scale = window.devicePixelRatio || 1;
  const wide = Math.round(width * scale);
  const high = Math.round(height * scale);
  if (canvas.width !== wide || canvas.height !== high) {
    canvas.width = wide;
    canvas.height = high;
  }
  const pen = canvas.getContext("2d");
  pen.setTransform(scale, 0, 0, scale, 0, 0);
  pen.clearRect(0, 0, width, height);
  pen.font = "12px system-ui, sans-serif";
  pen.lineJoin = "round";
  return { pen, width, height };
}

/** From numbers to pixels, straight. */
export const straight = (from, to, first, last) => {
  const span = to - from || 1;
  return (value) => first + ((value - from) / span) * (last - first);
};

/** About so many round numbers between two others. */
export function ticks(from, to, count) {
  const raw = (to - from) / count;
  if (!(raw > 0)) return [from];
  const power = 10 ** Math.floor(Math.log10(raw));
  const unit = [1, 2, 5, 10].map((factor) => factor * power).find((size) => size >= raw);
  const all = [];
  for (let value = Math.ceil(from / unit) * unit; value <= to + unit / 1e6; value += unit) {
    all.push(Math.abs(value) < unit / 1e6 ? 0 : value);
  }
  return all;
}

/** A number short enough for an axis. */
export const short = (value) => {
  const size = Math.abs(value);
  if (value !== 0 && (size < 1e-3 || size >= 1e5)) return value.toExponential(0);
  return String(Number(value.toPrecision(3)));
};

/** A frame with numbers along its left and lower side; returns the two scales. */
export function axes({ pen, width, height }, colour, x, y, margins = {}) {
  const { left = 42, right = 14, top = 8, bottom = 22 } = margins;
  const across = straight(x.from, x.to, left, width - right);
  const up = straight(y.from, y.to, height - bottom, top);
  pen.lineWidth = 1;
  pen.fillStyle = colour.quiet;
  pen.strokeStyle = faint(colour.line, 0.7);
  pen.textAlign = "center";
  pen.textBaseline = "top";
  for (const value of x.ticks ?? ticks(x.from, x.to, Math.max(2, width / 90))) {
    pen.fillText(x.text?.(value) ?? short(value), across(value), height - bottom + 5);
  }
  pen.textAlign = "right";
  pen.textBaseline = "middle";
  for (const value of y.ticks ?? ticks(y.from, y.to, Math.max(2, height / 42))) {
    const at = up(value);
    pen.beginPath();
    pen.moveTo(left, at);
    pen.lineTo(width - right, at);
    pen.stroke();
    pen.fillText(y.text?.(value) ?? short(value), left - 5, at);
  }
  return { across, up, left, right: width - right, top, bottom: height - bottom };
}

/** A line through points, broken where one is no number. */
export function polyline(pen, count, x, y) {
  pen.beginPath();
  let isOpen = false;
  for (let i = 0; i < count; i++) {
    const at = y(i);
    if (!Number.isFinite(at)) {
      isOpen = false;
      continue;
    }
    if (isOpen) pen.lineTo(x(i), at);
    else pen.moveTo(x(i), at);
    isOpen = true;
  }
  pen.stroke();
}

/** The ground between two lines. */
export function area(pen, count, x, low, high) {
  pen.beginPath();
  for (let i = 0; i < count; i++) pen.lineTo(x(i), low(i));
  for (let i = count - 1; i >= 0; i--) pen.lineTo(x(i), high(i));
  pen.closePath();
  pen.fill();
}
