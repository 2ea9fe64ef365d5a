// Numbers as people read them.

/** A number of the API: those that are not finite come as strings. */
export const number = (value) => (typeof value === "string" ? Number(value) : value);

/** Three significant digits. */
export function figure(value) {
  const x = number(value);
  if (Number.isNaN(x)) return "–";
  if (!Number.isFinite(x)) return x > 0 ? "∞" : "−∞";
  if (x === 0) return "0";
  const size = Math.abs(x);
  if (size < 1e-4 || size >= 1e6) {
    return x.toExponential(2).replace(/\.?0+e/, "e").replace("e+", "e").replace("-", "−");
  }
  return String(Number(x.toPrecision(3))).replace("-", "−");
}

/** A declared number, all its digits. */
export function exact(value) {
  const x = number(value);
  const size = Math.abs(x);
  return size > 0 && size < 1e-3 ? x.toExponential().replace("e+", "e") : String(x);
}

/** A share in percent; with a digit after the point near 0 and near 100, where it matters. */
export function percent(value) {
  const x = 100 * number(value);
  if (Number.isNaN(x)) return "–";
  const digits = (x > 0 && x < 1) || (x > 99 && x < 100) ? 1 : 0;
  return x.toFixed(digits) + " %";
}

/** The 95 % interval of an estimate in words, or nothing. */
export function interval(estimate, format) {
  if (estimate.lower === null) return "";
  return `95 % interval: ${format(estimate.lower)} to ${format(estimate.upper)}`;
}

/** A whole number with its thousands apart. */
export const count = (value) => value.toLocaleString("en").replaceAll(",", "\u202f");

/** A time in words. */
export function duration(seconds) {
  if (seconds < 90) return `${Math.ceil(seconds)} s`;
  if (seconds < 5400) return `${Math.ceil(seconds / 60)} min`;
  return `${Math.ceil(seconds / 3600)} h`;
}
