package io.sluice.passport;

import java.util.List;

/**
 * Where a function is zero.
 *
 * @param stretches ascending; where there are many, those nearest to 0
 * @param more whether there are more than these
 * @param reach how far from 0 single points were looked for
 */
public record Roots(List<Stretch> stretches, boolean more, double reach) {

  public Roots {
    stretches = List.copyOf(stretches);
  }
}
