// Numbers as people read them.

/** A whole number with its thousands apart. */
export const count = (value) => value.toLocaleString("en").replaceAll(",", "\u202f");

/** A time in words. */
export function duration(seconds) {
  if (seconds < 90) return `${Math.ceil(seconds)} s`;
  if (seconds < 5400) return `${Math.ceil(seconds / 60)} min`;
  return `${Math.ceil(seconds / 3600)} h`;
}
