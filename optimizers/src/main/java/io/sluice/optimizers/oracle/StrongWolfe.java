package io.sluice.optimizers.oracle;

import io.sluice.optimizers.Settings;

/**
 * Brackets a length and zooms in until the strong Wolfe conditions hold: {@code f(x + t d) ≤ f(x) +
 * c₁ t f'} and {@code |f'(x + t d)| ≤ c₂ |f'|} (Nocedal & Wright 2006, algorithms 3.5 and 3.6),
 * with cubic, else quadratic interpolation, else the middle. Where losses are too flat to tell
 * apart, Hager and Zhang's approximate decrease takes the place of the first: {@code f'(x + t d) ≤
 * (2 c₁ − 1) f'} and {@code f(x + t d) ≤ f(x) + 10⁻⁶ |f(x)|}. Its choices are those of optax's zoom
 * line search.
 */
final class StrongWolfe implements LineSearch {

  private static final double GROWTH = 2;
  private static final double FLAT = 1e-6;
  private static final double CUBIC_MARGIN = 0.2;
  private static final double QUADRATIC_MARGIN = 0.1;
  private static final double NARROW = 1e-5;

  /** A length with what is there. */
  private record Place(double length, double loss, double slope) {}

  private final double decrease;
  private final double curvature;
  private final int most;
  private Place start;
  private Place last;
  private Place low;
  private Place high;
  private Place third;
  private double length;
  private double best;
  private boolean found;
  private boolean bracketed;
  private boolean over;
  private int tried;

  /**
   * A search.
   *
   * @param decrease c₁
   * @param curvature c₂
   * @param most how many lengths are tried
   */
  StrongWolfe(double decrease, double curvature, int most) {
    this.decrease = decrease;
    this.curvature = curvature;
    this.most = most;
  }

  /** A search with the hyper-parameters that {@link Knobs} and searches have. */
  static StrongWolfe of(Settings set) {
    return new StrongWolfe(
        set.real("decrease"), set.real("curvature"), set.integer("search-length"));
  }

  @Override
  public boolean needsSlopes() {
    return true;
  }

  @Override
  public void begin(double loss, double slope, double first) {
    start = new Place(0, loss, slope);
    last = start;
    third = start;
    length = first;
    best = loss;
    found = false;
    bracketed = false;
    over = false;
    tried = 0;
  }

  @Override
  public double length() {
    return length;
  }

  @Override
  public boolean isOver() {
    return over;
  }

  @Override
  public boolean tell(double loss, double slope) {
    Place now = new Place(length, loss, slope);
    double lack = lack(now);
    boolean flatEnough = Math.abs(slope) <= curvature * Math.abs(start.slope());
    boolean done = lack == 0 && flatEnough;
    boolean better = lack == 0 && (!found || !bracketed || loss < best);
    if (better) {
      found = true;
      best = loss;
    }
    tried++;
    if (done) {
      over = true;
      return true;
    }
    boolean narrow = bracketed && Math.abs(high.length() - low.length()) <= NARROW && found;
    if (bracketed) {
      narrow(now, lack);
    } else {
      bracket(now, lack);
    }
    over = tried >= most || narrow;
    if (!over) {
      length = bracketed ? between() : GROWTH * length;
    }
    return better;
  }

  /** By how much too little the loss has fallen; 0 if it has fallen enough. */
  private double lack(Place now) {
    double lack = now.loss() - start.loss() - decrease * now.length() * start.slope();
    double flat =
        Math.max(
            now.slope() - (2 * decrease - 1) * start.slope(),
            now.loss() - start.loss() - FLAT * Math.abs(start.loss()));
    double least = Math.max(0, Math.min(lack, flat));
    return Double.isNaN(least) ? Double.POSITIVE_INFINITY : least;
  }

  private void bracket(Place now, double lack) {
    bracketed = true;
    if (lack > 0 || (now.loss() >= last.loss() && tried > 1)) {
      low = last;
      high = now;
    } else if (now.slope() >= 0) {
      low = now;
      high = last;
    } else {
      bracketed = false;
    }
    last = now;
  }

  private void narrow(Place middle, double lack) {
    Place oldLow = low;
    Place oldHigh = high;
    if (lack > 0 || middle.loss() >= low.loss()) {
      high = middle;
      third = oldHigh;
      return;
    }
    if (middle.slope() * (high.length() - low.length()) >= 0) {
      high = oldLow;
      third = oldHigh;
    } else {
      third = oldLow;
    }
    low = middle;
  }

  private double between() {
    double width = Math.abs(high.length() - low.length());
    double left = Math.min(high.length(), low.length());
    double right = Math.max(high.length(), low.length());
    double cubic = cubic();
    if (cubic > left + CUBIC_MARGIN * width && cubic < right - CUBIC_MARGIN * width) {
      return cubic;
    }
    double quadratic = quadratic();
    if (quadratic > left + QUADRATIC_MARGIN * width
        && quadratic < right - QUADRATIC_MARGIN * width) {
      return quadratic;
    }
    return (low.length() + high.length()) / 2;
  }

  /** Where the cubic through low with its slope, high and the third place is least; may be NaN. */
  private double cubic() {
    double b = high.length() - low.length();
    double c = third.length() - low.length();
    double denominator = b * c * (b * c) * (b - c);
    double ofHigh = high.loss() - low.loss() - low.slope() * b;
    double ofThird = third.loss() - low.loss() - low.slope() * c;
    double cube = (c * c * ofHigh - b * b * ofThird) / denominator;
    double square = (-(c * c * c) * ofHigh + b * b * b * ofThird) / denominator;
    double root = Math.sqrt(square * square - 3 * cube * low.slope());
    return low.length() + (-square + root) / (3 * cube);
  }

  /** Where the parabola through low with its slope and high is least. */
  private double quadratic() {
    double b = high.length() - low.length();
    double square = (high.loss() - low.loss() - low.slope() * b) / (b * b);
    return low.length() - low.slope() / (2 * square);
  }
}
