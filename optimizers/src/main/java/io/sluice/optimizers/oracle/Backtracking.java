package io.sluice.optimizers.oracle;

import io.sluice.optimizers.Settings;

/**
 * Shortens the length until the loss has fallen enough (Armijo 1966): {@code f(x + t d) ≤ f(x) + c₁
 * t f'}.
 */
final class Backtracking implements LineSearch {

  private final double decrease;
  private final double factor;
  private final int most;
  private double start;
  private double startSlope;
  private double length;
  private int tried;
  private boolean over;

  /**
   * A search.
   *
   * @param decrease c₁
   * @param factor by which the length shrinks
   * @param most how many lengths are tried
   */
  Backtracking(double decrease, double factor, int most) {
    this.decrease = decrease;
    this.factor = factor;
    this.most = most;
  }

  /** A search with the hyper-parameters that {@link Knobs} and searches have. */
  static Backtracking of(Settings set) {
    return new Backtracking(set.real("decrease"), set.real("shrink"), set.integer("search-length"));
  }

  @Override
  public boolean needsSlopes() {
    return false;
  }

  @Override
  public void begin(double loss, double slope, double first) {
    start = loss;
    startSlope = slope;
    length = first;
    tried = 0;
    over = false;
  }

  @Override
  public double length() {
    return length;
  }

  @Override
  public boolean tell(double loss, double slope) {
    boolean enough = loss <= start + decrease * length * startSlope;
    over = enough || ++tried >= most;
    if (!over) {
      length *= factor;
    }
    return enough;
  }

  @Override
  public boolean isOver() {
    return over;
  }
}
