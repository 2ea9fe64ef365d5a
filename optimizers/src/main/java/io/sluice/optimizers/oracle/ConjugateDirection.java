package io.sluice.optimizers.oracle;

/** {@code d ← −g + β d}, begun anew every so many steps. */
final class ConjugateDirection implements Direction {

  /** How β is computed, with g the new gradient, y its change and d the last direction. */
  enum Rule {
    /** g·g / g₀·g₀. */
    FLETCHER_REEVES,
    /** max(0, g·y / g₀·g₀). */
    POLAK_RIBIERE_PLUS,
    /** (y − 2 d y·y / d·y)·g / d·y, but no less than −1 / (|d| min(0.01, |g₀|)). */
    HAGER_ZHANG
  }

  private static final double FLOOR = 0.01;

  private final Rule rule;
  private final int period;
  private final double[] last;
  private double beta;
  private double squares;
  private int steps;

  /**
   * A direction.
   *
   * @param period after how many steps it begins anew; 0 for never
   */
  ConjugateDirection(Rule rule, int period, int parameters) {
    this.rule = rule;
    this.period = period;
    last = new double[parameters];
  }

  @Override
  public void write(double[] gradient, double[] direction) {
    if (period > 0 && steps >= period) {
      forget();
    }
    for (int p = 0; p < last.length; p++) {
      last[p] = beta * last[p] - gradient[p];
    }
    squares = Vectors.dot(gradient, gradient);
    Vectors.copy(last, direction);
  }

  @Override
  public void learn(double[] step, double[] change, double[] gradient) {
    double along = Vectors.dot(last, change);
    switch (rule) {
      case FLETCHER_REEVES:
        beta = Vectors.dot(gradient, gradient) / squares;
        break;
      case POLAK_RIBIERE_PLUS:
        beta = Math.max(0, Vectors.dot(gradient, change) / squares);
        break;
      default:
        double stretch = 2 * Vectors.dot(change, change) / along;
        double floor = -1 / (Vectors.norm(last) * Math.min(FLOOR, Math.sqrt(squares)));
        double free =
            (Vectors.dot(change, gradient) - stretch * Vectors.dot(last, gradient)) / along;
        beta = Math.max(free, floor);
    }
    if (!(Math.abs(beta) <= Double.MAX_VALUE)) {
      beta = 0;
    }
    steps++;
  }

  /** The next direction is the steepest; so is the one at hand, which has just been given up. */
  @Override
  public void forget() {
    beta = 0;
    steps = 0;
  }

  /** So that the step changes the loss by as much, to first order, as the last did. */
  @Override
  public double first(double[] gradient, double slope, double lastLength, double lastSlope) {
    double next = lastLength * (lastSlope / slope);
    return next > 0 && next <= Double.MAX_VALUE ? next : Direction.capped(gradient);
  }
}
