package io.sluice.passport;

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
  private final List<Kink> kinks;
  private final Range range;
  private final Slopes slopeRange;
  private final Shape shape;
  private final Proofs proofs;
  private final boolean provable;

  Examination(Activation activation) {
    this.activation = activation;
    double[] declared = activation.kinks();
    double[] grid = Grid.of(activation);
    values = Curve.of(activation::value, declared, grid);
    slopes = Curve.of(activation::slope, declared, grid);
    kinks = new KinkFinder(activation, values, slopes).kinks();
    range = new Range(activation.range(), values.least(), values.greatest());
    slopeRange = Slopes.of(slopes, kinks, 1, 3);
    shape =
        new ShapeFinder(values, slopes, slopeRange.least(), slopeRange.greatest(), kinks).shape();
    proofs = new Proofs(activation);
    provable = proofs.agrees(sample(grid));
  }

  List<Finding> findings() {
    List<Finding> findings = new Complaints(activation, values, slopes).findings(range, kinks);
    findings.addAll(proofs.findings());
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
    return new Passport(
        activation.id(),
        hyperparameters(),
        activation.description(),
        provable ? proofs.range(range) : range,
        provable ? proofs.slopes(slopeRange) : slopeRange,
        provable ? proofs.shape(shape) : shape,
        provable ? OptionalDouble.of(proofs.reach()) : OptionalDouble.empty(),
        new RootFinder(values).roots(),
        new RootFinder(differences()).roots(),
        List.of(Saturation.of(slopes, THRESHOLDS[0]), Saturation.of(slopes, THRESHOLDS[1])),
        End.of(values, slopes, -1),
        End.of(values, slopes, 1),
        NormalSums.of(activation),
        PublishedGain.of(activation),
        EdgePoint.curve(activation),
        provable ? Optional.of(proofs.accuracy()) : Optional.empty(),
        findings());
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
