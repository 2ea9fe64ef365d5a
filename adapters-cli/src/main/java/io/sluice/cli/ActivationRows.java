package io.sluice.cli;

import io.sluice.engine.text.NumberText;
import io.sluice.passport.EdgePoint;
import io.sluice.passport.End;
import io.sluice.passport.Evidence;
import io.sluice.passport.Extreme;
import io.sluice.passport.Kink;
import io.sluice.passport.NormalSums;
import io.sluice.passport.Passport;
import io.sluice.passport.PassportDocument;
import io.sluice.passport.Place;
import io.sluice.passport.RelativeCost;
import io.sluice.passport.Roots;
import io.sluice.passport.Saturation;
import io.sluice.passport.Slopes;
import io.sluice.passport.Tail;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The rows of an activation's passport. */
final class ActivationRows {

  private static final MathContext FIGURES = new MathContext(10);
  private static final MathContext ULPS = new MathContext(3);

  private final Passport passport;
  private final Optional<RelativeCost> cost;
  private final Listing listing = PassportSheet.empty();

  ActivationRows(Passport passport, Optional<RelativeCost> cost) {
    this.passport = passport;
    this.cost = cost;
  }

  /** The passport, to be printed. */
  PassportSheet sheet() {
    rows();
    Map<String, Object> document = PassportDocument.of(passport);
    cost.ifPresent(c -> document.put("cost", PassportDocument.of(c)));
    return new PassportSheet(
        passport.id(),
        passport.hyperparameters(),
        passport.description(),
        passport.findings(),
        listing,
        document);
  }

  private void rows() {
    PassportSheet.describe(passport.description(), listing);
    row("range", passport.range().text(), passport.range().evidence());
    declared("declared range", passport.range().declared().toString());
    extreme("inf f", passport.range().least());
    extreme("sup f", passport.range().greatest());
    extreme("inf f'", passport.slopes().least());
    extreme("sup f'", passport.slopes().greatest());
    extreme("Lipschitz constant sup |f'|", passport.slopes().steepest());
    for (Slopes.Local local : passport.slopes().near()) {
      String radius = NumberText.of(local.radius());
      computed("Lipschitz on [-" + radius + ", " + radius + "]", figure(local.lipschitz()));
    }
    row(
        "monotone",
        passport.shape().monotonicity().toString(),
        passport.shape().monotonicityEvidence());
    computed("symmetry", passport.shape().symmetry().toString());
    computed("curvature", passport.shape().curvature().toString());
    row(
        "smoothness",
        passport.shape().smoothness().toString(),
        passport.shape().smoothnessEvidence());
    passport.shape().kinks().forEach(this::kink);
    if (!passport.shape().bends().isEmpty()) {
      computed(
          "bends (kinks of f')",
          passport.shape().bends().stream()
              .map(ActivationRows::figure)
              .collect(Collectors.joining(", ")));
    }
    computed("zeros", roots(passport.zeros()));
    computed("fixed points f(x) = x", roots(passport.fixedPoints()));
    passport.saturation().forEach(this::saturation);
    end("-∞", passport.below());
    end("∞", passport.above());
    sums(passport.sums());
    passport.edgeOfChaos().forEach(this::edge);
    passport
        .accuracy()
        .ifPresent(
            a ->
                computed(
                    "largest error of the block form",
                    figure(a.largestError(), ULPS)
                        + " ulp at "
                        + figure(a.x())
                        + ", of "
                        + a.inputs()
                        + " inputs"));
    passport.reach().ifPresent(this::reach);
    cost.ifPresent(
        c ->
            computed(
                "cost relative to relu",
                String.format(
                    Locale.ROOT,
                    "%.1f (%.2f ns against %.2f ns)",
                    c.ratio(),
                    c.nanoseconds(),
                    c.reluNanoseconds())));
  }

  /** How far proofs go, unless that is the whole line. */
  private void reach(double reach) {
    if (reach == Double.MAX_VALUE) {
      computed("proofs hold for", "all finite x");
    } else if (Double.isFinite(reach)) {
      computed("proofs hold for", "|x| ≤ " + figure(reach));
    }
  }

  private void row(String property, String value, Evidence evidence) {
    if (!value.isEmpty()) {
      listing.row(property, value, evidence.toString());
    }
  }

  private void computed(String property, String value) {
    row(property, value, Evidence.COMPUTED);
  }

  private void declared(String property, String value) {
    row(property, value, Evidence.DECLARED);
  }

  private void extreme(String property, Extreme extreme) {
    row(
        property,
        Double.isInfinite(extreme.value())
            ? (extreme.value() < 0 ? "-∞" : "∞")
            : figure(extreme.value()) + " " + place(extreme.place()),
        extreme.evidence());
  }

  private static String place(Place place) {
    return place.kind() == Place.Kind.LIMIT
        ? place.toString()
        : new Place(place.kind(), rounded(place.x(), FIGURES)).toString();
  }

  private void kink(Kink kink) {
    computed(
        (kink.isJump() ? "jump at " : "kink at ") + figure(kink.x()),
        "slopes "
            + figure(kink.slopeBelow())
            + " and "
            + figure(kink.slopeAbove())
            + (kink.isJump() ? ", value jumps by " + figure(kink.jump()) : "")
            + (kink.declared() ? "" : ", not declared"));
  }

  private static String roots(Roots roots) {
    if (roots.stretches().isEmpty()) {
      return "none";
    }
    return roots.stretches().stream()
            .map(s -> s.isPoint() ? figure(s.from()) : s.toString())
            .collect(Collectors.joining(", "))
        + (roots.more() ? ", …" : "");
  }

  private void saturation(Saturation saturation) {
    String below =
        Double.isInfinite(saturation.below())
            ? (saturation.below() < 0 ? "never" : "everywhere")
            : "below " + figure(saturation.below());
    String above =
        Double.isInfinite(saturation.above())
            ? (saturation.above() > 0 ? "never" : "everywhere")
            : "above " + figure(saturation.above());
    computed(
        "saturated, |f'| < " + NumberText.of(saturation.threshold()),
        "left " + below + ", right " + above);
  }

  private void end(String place, End end) {
    String asymptote = "";
    if (end.offset().isPresent()) {
      double slope = end.value().isConvergent() ? 0 : end.slope().limit();
      double offset = end.offset().getAsDouble();
      String line = slope == 0 ? "" : slope == 1 ? "x" : figure(slope) + " x";
      String shift =
          offset == 0 && slope != 0
              ? ""
              : slope == 0
                  ? figure(offset)
                  : (offset < 0 ? " - " : " + ") + figure(Math.abs(offset));
      asymptote = ", asymptote " + line + shift;
    }
    computed(
        "towards " + place, "f " + tail(end.value()) + ", f' " + tail(end.slope()) + asymptote);
  }

  private static String tail(Tail tail) {
    switch (tail.trend()) {
      case CONVERGES:
        return "→ " + figure(tail.limit());
      case GROWS:
        return tail.limit() < 0 ? "→ -∞" : "→ ∞";
      case OSCILLATES:
        return "oscillates";
      case OSCILLATES_UNBOUNDED:
        return "oscillates without bounds";
      default:
        return "cannot be told";
    }
  }

  private void sums(NormalSums sums) {
    computed("mean E f(z), z normal", figure(sums.mean()));
    computed("variance of f(z)", figure(sums.variance()));
    computed("mean slope E f'(z)", figure(sums.slopeMean()));
    computed("second moment E f'(z)²", figure(sums.slopeSecondMoment()));
    computed("forward gain 1/√E f(z)²", figure(sums.forwardGain()));
    computed("backward gain 1/√E f'(z)²", figure(sums.backwardGain()));
    if (passport.publishedGain().isPresent()) {
      declared("gain in PyTorch's table", figure(passport.publishedGain().getAsDouble()));
    }
  }

  private void edge(EdgePoint point) {
    computed(
        "edge of chaos, σ_b = " + NumberText.of(point.biasDeviation()),
        point
            .solution()
            .map(
                s ->
                    "σ_w = "
                        + figure(s.weightDeviation())
                        + ", q = "
                        + figure(s.variance())
                        + (s.isStable() || s.variance() == 0 ? "" : ", unstable"))
            .orElse(point.examined() ? "none" : "not examined"));
  }

  /** Ten significant digits at most. */
  private static String figure(double value) {
    return figure(value, FIGURES);
  }

  private static String figure(double value, MathContext digits) {
    if (!Double.isFinite(value)) {
      return Double.isNaN(value) ? "NaN" : value < 0 ? "-∞" : "∞";
    }
    return NumberText.of(rounded(value, digits));
  }

  private static double rounded(double value, MathContext digits) {
    return new BigDecimal(value).round(digits).doubleValue();
  }
}
