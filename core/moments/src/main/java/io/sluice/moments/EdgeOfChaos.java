package io.sluice.moments;

import io.sluice.spi.Activation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where a wide and deep network of one activation neither forgets its inputs nor scatters them: the
 * sums have a variance q that layers keep, q = σ_w² E f(√q z)² + σ_b², and gradients keep theirs, χ
 * = σ_w² E f'(√q z)² = 1, z being standard normal; weights have the variance σ_w² / inputs, biases
 * σ_b². Poole et al., arXiv 1606.05340; Schoenholz et al., arXiv 1611.01232.
 *
 * @param biasDeviation σ_b, at least 0
 * @param variance q; 0 stands for the limit
 * @param weightDeviation σ_w
 * @param mapSlope the slope by q of the variance map σ_w² E f(√q z)² + σ_b²; q attracts if it lies
 *     between −1 and 1
 */
public record EdgeOfChaos(
    double biasDeviation, double variance, double weightDeviation, double mapSlope) {

  /** The largest q that is looked for. */
  public static final double LARGEST_VARIANCE = 200;

  private static final double LEAST_VARIANCE = 1e-6;
  private static final int STEPS = 160;
  private static final int BISECTIONS = 100;

  /** So near to 0 an activation is the two half lines that touch it. */
  private static final double TOUCH = 1e-12;

  /** Slopes that still change by a larger share so near to 0 vanish there or grow without end. */
  private static final double LIMIT_AGREEMENT = 1e-3;

  /** A difference below this share of q is rounding, not a sign. */
  private static final double NOISE = 1e-11;

  /** Whether layers bring nearby variances closer to q. */
  public boolean isStable() {
    return Math.abs(mapSlope) < 1;
  }

  /**
   * Every solution with a q up to {@link #LARGEST_VARIANCE}, ascending. Looked for on a grid of q,
   * as sign changes of q − σ_b² − E f² / E f'²: two solutions within 10 % of each other may be
   * missed. Without biases an activation that is 0 at 0 has the solution q = 0, a limit, with σ_w²
   * the inverse of the mean of its two squared slopes there; no other is looked for then. So it has
   * none if these slopes vanish, as those of x² do, or grow without end. Empty if there is none, or
   * moments do not exist.
   */
  public static List<EdgeOfChaos> of(Activation activation, double biasDeviation) {
    if (!(biasDeviation >= 0) || Double.isInfinite(biasDeviation)) {
      throw new IllegalArgumentException(
          "the standard deviation of biases is a finite number from 0 on, not " + biasDeviation);
    }
    if (biasDeviation == 0 && activation.value(0) == 0) {
      double weightVariance = touching(activation, TOUCH);
      boolean limit =
          Math.abs(touching(activation, TOUCH * TOUCH) - weightVariance)
              <= LIMIT_AGREEMENT * weightVariance;
      return limit && Double.isFinite(weightVariance) && weightVariance > 0
          ? List.of(new EdgeOfChaos(0, 0, Math.sqrt(weightVariance), 1))
          : List.of();
    }
    List<EdgeOfChaos> solutions = new ArrayList<>();
    double floor = biasDeviation * biasDeviation;
    double low = Math.max(floor, LEAST_VARIANCE);
    double ratio = StrictMath.pow(LARGEST_VARIANCE / low, 1.0 / STEPS);
    double from = low;
    double excess = excess(activation, floor, from);
    for (int step = 1; step <= STEPS && low < LARGEST_VARIANCE; step++) {
      double to = step == STEPS ? LARGEST_VARIANCE : low * StrictMath.pow(ratio, step);
      double next = excess(activation, floor, to);
      if (!isSign(next, to)) {
        continue;
      }
      if (excess < 0 != next < 0 && isSign(excess, from)) {
        solutions.add(at(activation, biasDeviation, root(activation, floor, from, to)));
      }
      from = to;
      excess = next;
    }
    return List.copyOf(solutions);
  }

  /** The inverse of the mean of the two squared slopes at this distance from 0. */
  private static double touching(Activation activation, double distance) {
    double below = activation.slope(-distance);
    double above = activation.slope(distance);
    return 2 / (below * below + above * above);
  }

  /** The stable solution with the least q; if none is stable, the one with the least q. */
  public static Optional<EdgeOfChaos> least(Activation activation, double biasDeviation) {
    List<EdgeOfChaos> solutions = of(activation, biasDeviation);
    Optional<EdgeOfChaos> stable = solutions.stream().filter(EdgeOfChaos::isStable).findFirst();
    return stable.isPresent() ? stable : solutions.stream().findFirst();
  }

  private static boolean isSign(double excess, double variance) {
    return Math.abs(excess) > NOISE * variance;
  }

  /** q − σ_b² − E f² / E f'²; NaN where a moment does not exist. */
  private static double excess(Activation activation, double floor, double variance) {
    double scale = Math.sqrt(variance);
    double ratio =
        NormalMoments.secondMoment(activation, scale)
            / NormalMoments.slopeSecondMoment(activation, scale);
    return Double.isFinite(ratio) ? variance - floor - ratio : Double.NaN;
  }

  private static double root(Activation activation, double floor, double from, double to) {
    boolean below = excess(activation, floor, from) < 0;
    double low = from;
    double high = to;
    for (int i = 0; i < BISECTIONS; i++) {
      double middle = 0.5 * (low + high);
      if (middle == low || middle == high) {
        break;
      }
      if (excess(activation, floor, middle) < 0 == below) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return 0.5 * (low + high);
  }

  private static EdgeOfChaos at(Activation activation, double biasDeviation, double variance) {
    NormalMoments moments = NormalMoments.of(activation, Math.sqrt(variance));
    double weightVariance = 1 / moments.slopeSecondMoment();
    return new EdgeOfChaos(
        biasDeviation, variance, Math.sqrt(weightVariance), weightVariance * moments.growth());
  }
}
