package io.sluice.passport;

import io.sluice.engine.text.NumberText;
import io.sluice.spi.Activation;
import io.sluice.spi.Hyperparameter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/** Puts a passport together. */
final class Examination {

  private static final double[] THRESHOLDS = {1e-3, 1e-8};

  private final Activation activation;
  private final Curve values;
  private final Curve slopes;
  private final KinkList kinks;
  private final Effort effort;
  private final boolean manyBends;
  private final Range range;

  /** The search for kinks has this part of what moments may ask. */
  private static final int KINKS = 12;

  private final Slopes slopeRange;
  private final Shape shape;
  private final Proofs proofs;
  private final boolean provable;

  Examination(Activation activation) {
    this(activation, Effort.share(new Proofs(activation).parts()));
  }

  /**
   * An examination.
   *
   * @param share the evaluations that one part may make, see {@link Effort}
   */
  Examination(Activation activation, long share) {
    this.activation = activation;
    double[] declared = activation.kinks();
    double[] grid = Grid.of(activation);
    values = Curve.of(activation::value, declared, grid);
    slopes = Curve.of(activation::slope, declared, grid);
    proofs = new Proofs(activation);
    provable = proofs.agrees(sample(grid));
    effort = new Effort(activation, share, Effort::threadTime);
    boolean smooth = declared.length == 0 && provable && proofs.isAnalytic();
    kinks =
        smooth
            ? new KinkList(List.of(), false)
            : new KinkFinder(activation, values, slopes, share / KINKS).kinks();
    range = new Range(activation.range(), values.least(), values.greatest());
    slopeRange = Slopes.of(slopes, kinks.all(), 1, 3);
    ShapeFinder finder =
        new ShapeFinder(values, slopes, slopeRange.least(), slopeRange.greatest(), kinks, smooth);
    shape = finder.shape();
    manyBends = finder.hasManyBends();
  }

  List<Finding> findings() {
    List<Finding> findings = new Complaints(activation, values, slopes).findings(range, kinks);
    findings.addAll(proofs.findings());
    if (!activation.surrogateSlope().isEmpty()) {
      findings.add(
          Finding.remark(
              "slope",
              "a surrogate, not the derivative: what is said here of f', of kinks, curvature and"
                  + " saturation, and moments of f' are those of the surrogate"));
    }
    if (manyBends) {
      findings.add(
          Finding.open(
              "bends",
              "not examined further: the slope oscillates faster than it is looked at for bends"));
    }
    return findings;
  }

  /** Some hundred points of ordinary size. */
  private static double[] sample(double[] grid) {
    return IntStream.range(0, grid.length)
        .filter(i -> i % 37 == 0 && Math.abs(grid[i]) >= 1e-6 && Math.abs(grid[i]) <= 600)
        .mapToDouble(i -> grid[i])
        .toArray();
  }

  Slopes slopes() {
    return slopeRange;
  }

  Passport passport() {
    Optional<NormalSums> sums = effort.within(() -> NormalSums.of(effort.counted()));
    Optional<List<EdgePoint>> edge =
        sums.isEmpty() ? Optional.empty() : effort.within(() -> EdgePoint.curve(effort.counted()));
    Roots zeros = new RootFinder(values).roots();
    Roots fixedPoints = new RootFinder(differences()).roots();
    List<Finding> findings = findings();
    leftOpen(zeros, "zeros", findings);
    leftOpen(fixedPoints, "fixed points", findings);
    if (sums.isEmpty()) {
      leftOpen("moments of normal sums", findings);
    }
    if (edge.isEmpty()) {
      leftOpen("edge of chaos", findings);
    }
    return new Passport(
        activation.id(),
        hyperparameters(),
        activation.description(),
        provable ? proofs.range(range) : range,
        provable ? proofs.slopes(slopeRange) : slopeRange,
        provable ? proofs.shape(shape) : shape,
        provable ? OptionalDouble.of(proofs.reach()) : OptionalDouble.empty(),
        zeros,
        fixedPoints,
        List.of(Saturation.of(slopes, THRESHOLDS[0]), Saturation.of(slopes, THRESHOLDS[1])),
        End.of(values, slopes, -1),
        End.of(values, slopes, 1),
        sums.orElse(NormalSums.open()),
        PublishedGain.of(activation),
        edge.orElse(EdgePoint.open()),
        provable ? Optional.of(proofs.accuracy()) : Optional.empty(),
        findings);
  }

  /** What all parts with a limited effort may cost, and what they did. */
  Effort effort() {
    return effort;
  }

  private void leftOpen(String part, List<Finding> findings) {
    findings.add(
        Finding.open(
            part,
            "not examined further: it needs more than "
                + effort.share()
                + " evaluations, as where an oscillation is fast"));
  }

  private static void leftOpen(Roots roots, String part, List<Finding> findings) {
    if (roots.reach() < RootFinder.REACH) {
      findings.add(
          Finding.open(
              part,
              "not examined beyond |x| = "
                  + NumberText.of(roots.reach())
                  + ": there are too many"));
    }
  }

  private Curve differences() {
    return Curve.of(x -> activation.value(x) - x, activation.kinks(), Grid.of(activation));
  }

  private Map<String, Double> hyperparameters() {
    Map<String, Double> map = new LinkedHashMap<>();
    for (Hyperparameter each : activation.hyperparameters()) {
      map.put(each.name(), each.value());
    }
    return map;
  }
}
