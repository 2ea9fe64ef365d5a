package io.sluice.passport;

import java.util.Locale;

/** How a property is known. */
public enum Evidence {
  /** By interval arithmetic with outward rounding, for every number of the stated reach. */
  PROVED,
  /** By running it, from stated starts and seeds on stated functions, or by a clock. */
  MEASURED,
  /** By looking: at many points, with refinement between them; or by counting. */
  COMPUTED,
  /** Only because the component, or a table, says so. */
  DECLARED;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
