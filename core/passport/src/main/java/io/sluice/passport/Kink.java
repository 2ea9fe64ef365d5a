package io.sluice.passport;

/**
 * A point at which a function is not differentiable.
 *
 * @param x the point
 * @param slopeBelow the limit of the slope from below, possibly infinite
 * @param slopeAbove the limit of the slope from above, possibly infinite
 * @param jump by how much the value jumps upwards; 0 where the function is continuous
 * @param declared whether the activation declares it
 */
public record Kink(double x, double slopeBelow, double slopeAbove, double jump, boolean declared) {

  private static final double SAME = 1e-9;

  /** Whether the value jumps. */
  public boolean isJump() {
    return jump != 0;
  }

  /** Whether value and slope go through, so that it is no kink. */
  boolean isSmooth() {
    return jump == 0
        && Double.isFinite(slopeBelow)
        && Double.isFinite(slopeAbove)
        && (slopeBelow == slopeAbove
            || Math.abs(slopeAbove - slopeBelow)
                <= SAME * Math.max(Math.abs(slopeBelow), Math.abs(slopeAbove)));
  }
}
