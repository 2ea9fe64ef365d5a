package io.sluice.optimizers.oracle;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;

/**
 * The inverse Hessian of the last pairs of steps and changes of the gradient, by the recursion of
 * two loops (Nocedal 1980). A pair without positive curvature is left out.
 */
final class LimitedMemory implements Direction {

  private static final double LEAST_CURVATURE = 0x1p-52;

  /** A step with the change of the gradient along it. */
  private record Pair(double[] step, double[] change, double curvature) {}

  private final int size;
  private final boolean scales;
  private final boolean searches;
  private final double rate;
  private final Deque<Pair> pairs = new ArrayDeque<>();

  /**
   * No pairs yet.
   *
   * @param size how many pairs are kept
   * @param scales whether the identity to begin with is scaled by the last pair, and the first step
   *     is capped
   * @param searches whether the length is searched for, or else is the rate
   */
  LimitedMemory(int size, boolean scales, boolean searches, double rate) {
    this.size = size;
    this.scales = scales;
    this.searches = searches;
    this.rate = rate;
  }

  @Override
  public void write(double[] gradient, double[] direction) {
    Vectors.scale(-1, gradient, direction);
    double[] shares = new double[pairs.size()];
    int i = 0;
    for (Pair pair : pairs) {
      shares[i] = Vectors.dot(pair.step(), direction) / pair.curvature();
      Vectors.move(direction, -shares[i], pair.change(), direction);
      i++;
    }
    double scale = 1;
    if (scales) {
      Pair last = pairs.peekFirst();
      scale =
          last != null
              ? last.curvature() / Vectors.dot(last.change(), last.change())
              : searches ? Direction.capped(gradient) : cappedBySum(gradient);
    }
    Vectors.scale(scale, direction, direction);
    for (Iterator<Pair> oldest = pairs.descendingIterator(); oldest.hasNext(); ) {
      Pair pair = oldest.next();
      i--;
      double share = Vectors.dot(pair.change(), direction) / pair.curvature();
      Vectors.move(direction, shares[i] - share, pair.step(), direction);
    }
  }

  private static double cappedBySum(double[] gradient) {
    double sum = 0;
    for (double slope : gradient) {
      sum += Math.abs(slope);
    }
    return sum > 1 ? 1 / sum : 1;
  }

  @Override
  public void learn(double[] step, double[] change, double[] gradient) {
    double curvature = Vectors.dot(step, change);
    if (!(curvature > LEAST_CURVATURE * Vectors.norm(step) * Vectors.norm(change))
        || !(curvature <= Double.MAX_VALUE)) {
      return;
    }
    Pair kept = pairs.size() == size ? pairs.removeLast() : null;
    double[] steps = kept == null ? new double[step.length] : kept.step();
    double[] changes = kept == null ? new double[step.length] : kept.change();
    Vectors.copy(step, steps);
    Vectors.copy(change, changes);
    pairs.addFirst(new Pair(steps, changes, curvature));
  }

  @Override
  public void forget() {
    pairs.clear();
  }

  @Override
  public double first(double[] gradient, double slope, double lastLength, double lastSlope) {
    return searches ? 1 : rate;
  }
}
