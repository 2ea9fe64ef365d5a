package io.sluice.web;

import java.util.Locale;

/** Spans of time in words. */
final class Duration {

  private static final double HOUR = 3600;
  private static final double DAY = 24 * HOUR;
  private static final double YEAR = 365.25 * DAY;

  private Duration() {}

  /** About how long: {@code some 3 days}. */
  static String text(double seconds) {
    if (seconds >= 2 * YEAR) {
      return about(seconds / YEAR, "years");
    }
    if (seconds >= 2 * DAY) {
      return about(seconds / DAY, "days");
    }
    return seconds >= 2 * HOUR ? about(seconds / HOUR, "hours") : about(seconds, "seconds");
  }

  private static String about(double count, String unit) {
    return String.format(Locale.ROOT, "some %,.0f %s", count, unit);
  }
}
