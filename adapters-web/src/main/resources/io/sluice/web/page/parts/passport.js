// A passport, in short: what it is and how that is known.
import { make, table } from "/dom.js";
import { word } from "/words.js";
import { brief } from "/parts/chart.js";

const EVIDENCE = {
  proved: "passport.proved",
  computed: "passport.computed",
  measured: "passport.measured",
  declared: "passport.declared",
};

const limit = (tail) => {
  const { trend, limit: value } = tail.value;
  return trend === "converges" || Number.isFinite(value) ? brief(value) : `${trend} ${value === "NaN" ? "" : brief(value)}`.trim();
};

const places = ({ stretches, more }) =>
  stretches.length === 0
    ? word("passport.nowhere")
    : stretches.slice(0, 6)
      .map(({ from, to }) => (from === to ? brief(from) : `[${brief(from)}, ${brief(to)}]`))
      .join(", ") + (more || stretches.length > 6 ? " …" : "");

/** The entries of a passport, each with the word for it, its text and its evidence. */
function activationEntries(passport) {
  const { range, slopes, saturation, below, above, gains, normalSums } = passport;
  return [
    ["passport.range", range?.text, range?.evidence],
    ["passport.slopes", slopes && `${brief(slopes.least.value)} … ${brief(slopes.greatest.value)}`, slopes?.greatest.evidence],
    ["passport.lipschitz", slopes?.lipschitz && brief(slopes.lipschitz.value), slopes?.lipschitz?.evidence],
    ["passport.monotone", passport.monotonicity?.value, passport.monotonicity?.evidence],
    ["passport.symmetry", passport.symmetry?.value, passport.symmetry?.evidence],
    ["passport.curvature", passport.curvature?.value, passport.curvature?.evidence],
    ["passport.smoothness", passport.smoothness?.value, passport.smoothness?.evidence],
    ["passport.zeros", passport.zeros && places(passport.zeros), passport.zeros?.evidence],
    ["passport.fixed", passport.fixedPoints && places(passport.fixedPoints), passport.fixedPoints?.evidence],
    ["passport.saturated", saturation?.[0] && `x < ${brief(saturation[0].below)}, x > ${brief(saturation[0].above)}`, saturation?.[0]?.evidence],
    ["passport.below", below && limit(below), below?.evidence],
    ["passport.above", above && limit(above), above?.evidence],
    ["passport.mean", normalSums && brief(normalSums.mean), normalSums?.evidence],
    ["passport.gain", gains?.forward && brief(gains.forward.value), gains?.forward?.evidence],
  ].filter(([, text]) => text !== undefined && text !== null);
}

/** The same of an optimizer, whose passport says itself what its entries are called. */
const optimizerEntries = (passport) =>
  passport.entries.map(({ topic, property, text, evidence }) => [`${topic}: ${property}`, text, evidence]);

/** A passport as a table; findings, which contradict what is declared, come first. */
export function passportTable(passport) {
  const findings = (passport.findings ?? []).map((finding) =>
    make("p", { className: "notice" }, typeof finding === "string" ? finding : finding.text ?? finding.message ?? ""));
  const entries = passport.entries
    ? optimizerEntries(passport)
    : activationEntries(passport).map(([key, ...rest]) => [word(key), ...rest]);
  const rows = entries.map(([name, text, evidence]) => [
    name, make("span", { lang: "en" }, String(text)), word(EVIDENCE[evidence] ?? "passport.computed"),
  ]);
  return make("div", {}, ...findings,
    table(word("passport.title"), [word("passport.property"), word("passport.value"), word("passport.known")], rows));
}
