package io.sluice.passport;

import java.util.ArrayList;
import java.util.List;

/**
 * The slopes of a function.
 *
 * @param least inf f'
 * @param greatest sup f'
 * @param steepest sup |f'| with its place, the Lipschitz constant; infinite at a jump
 * @param near the Lipschitz constants of intervals around 0
 */
public record Slopes(Extreme least, Extreme greatest, Extreme steepest, List<Local> near) {

  /**
   * The Lipschitz constant of an interval.
   *
   * @param radius the interval reaches from minus this to this
   * @param lipschitz sup |f'| there; infinite if it has a jump
   */
  public record Local(double radius, double lipschitz) {}

  public Slopes {
    near = List.copyOf(near);
  }

  static Slopes of(Curve slopes, List<Kink> kinks, double... radii) {
    Extreme least = slopes.least();
    Extreme greatest = slopes.greatest();
    Extreme steepest =
        kinks.stream()
            .filter(Kink::isJump)
            .findFirst()
            .map(jump -> Extreme.computed(Double.POSITIVE_INFINITY, Place.at(jump.x())))
            .orElse(steeper(least, greatest));
    List<Local> near = new ArrayList<>();
    for (double radius : radii) {
      near.add(new Local(radius, lipschitz(slopes, kinks, radius)));
    }
    return new Slopes(least, greatest, steepest, near);
  }

  static Extreme steeper(Extreme least, Extreme greatest) {
    Extreme fall = least.negated();
    return fall.value() > greatest.value() ? fall : greatest;
  }

  private static double lipschitz(Curve slopes, List<Kink> kinks, double radius) {
    if (kinks.stream().anyMatch(k -> k.isJump() && Math.abs(k.x()) <= radius)) {
      return Double.POSITIVE_INFINITY;
    }
    return Math.max(
        slopes.greatestWithin(-radius, radius).value(),
        -slopes.leastWithin(-radius, radius).value());
  }
}
