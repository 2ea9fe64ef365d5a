package io.sluice.passport;

import java.util.Locale;

/** How a property is known. */
public enum Evidence {
  /** By interval arithmetic with outward rounding, for every number of the stated reach. */
  PROVED,
  /** By looking: at many points, with refinement between them. */
  COMPUTED,
  /** Only because the activation says so. */
  DECLARED;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
