package io.sluice.passport;

import io.sluice.moments.EdgeOfChaos;
import io.sluice.spi.Activation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A point of the edge of chaos.
 *
 * @param biasDeviation σ_b
 * @param examined whether it was looked for; not where moments need too many evaluations
 * @param solution σ_w and q: the stable one with the least q, or the one with the least q; empty if
 *     there is none
 */
public record EdgePoint(double biasDeviation, boolean examined, Optional<EdgeOfChaos> solution) {

  private static final double[] BIASES = {0, 0.05, 0.1, 0.2, 0.5};

  /** A curve of which nothing is known. */
  static List<EdgePoint> open() {
    return Arrays.stream(BIASES)
        .mapToObj(bias -> new EdgePoint(bias, false, Optional.empty()))
        .toList();
  }

  static List<EdgePoint> curve(Activation activation) {
    List<EdgePoint> curve = new ArrayList<>();
    for (double bias : BIASES) {
      curve.add(new EdgePoint(bias, true, EdgeOfChaos.least(activation, bias)));
    }
    return curve;
  }
}
