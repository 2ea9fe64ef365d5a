package io.sluice.analysis;

import java.util.List;
import java.util.Map;

/**
 * Which way a metric is better. Only metrics that say how good a trial was have one; what is
 * measured of layers, such as saturation, is neither good nor bad.
 */
public final class Merit {

  /** Metrics that every finished trial has, measured or not. */
  static final String LOSS = "loss";

  static final String BEST_LOSS = "best-loss";

  private static final String PREFIX = "validation-";

  /** Those of rows that were kept from training, the plainest first. */
  static final List<String> OF_VALIDATION =
      List.of(PREFIX + "accuracy", PREFIX + "r2", PREFIX + LOSS);

  private static final Map<String, Boolean> LARGER_IS_BETTER =
      Map.of(LOSS, false, BEST_LOSS, false, "accuracy", true, "r2", true, "sup-error", false);

  private Merit() {}

  /** Whether trials can be judged by it. */
  public static boolean isKnownOf(String metric) {
    return LARGER_IS_BETTER.containsKey(plain(metric));
  }

  /** Whether a larger value is a better one. */
  public static boolean isLargerBetter(String metric) {
    return LARGER_IS_BETTER.getOrDefault(plain(metric), false);
  }

  /** The metric in words: {@code validation accuracy}. */
  static String words(String metric) {
    return metric.replace('-', ' ');
  }

  private static String plain(String metric) {
    return metric.startsWith(PREFIX) ? metric.substring(PREFIX.length()) : metric;
  }
}
