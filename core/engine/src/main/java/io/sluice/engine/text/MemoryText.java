package io.sluice.engine.text;

import java.lang.management.ManagementFactory;
import java.util.List;

/** Says in one line that memory ran out, what the limit was, and what helps. */
public final class MemoryText {

  private static final long MEGABYTE = 1 << 20;

  private static final String OPTIONS = "SLUICE_JAVA_OPTS=-Xmx";

  /**
   * What Java itself says when there is no more; a component may throw the error with any words.
   */
  private static final List<String> WORDS_OF_JAVA =
      List.of(
          "Java heap space",
          "GC overhead limit exceeded",
          "Requested array size exceeds VM limit",
          "Metaspace",
          "Compressed class space",
          "Cannot reserve",
          "unable to create native thread",
          "Direct buffer memory");

  private MemoryText() {}

  /** Whether it is memory that ran out, not a component that only says so. */
  public static boolean isReal(OutOfMemoryError failure) {
    String words = String.valueOf(failure.getMessage());
    return WORDS_OF_JAVA.stream().anyMatch(words::startsWith);
  }

  /**
   * The line.
   *
   * @param further what helps besides more memory; may be empty
   */
  public static String of(OutOfMemoryError failure, String further) {
    return of(
        failure,
        further,
        ManagementFactory.getRuntimeMXBean().getInputArguments(),
        Runtime.getRuntime().maxMemory());
  }

  static String of(OutOfMemoryError failure, String further, List<String> options, long limit) {
    if (String.valueOf(failure.getMessage()).contains("native thread")) {
      return "no further thread could be started: set --threads lower, or allow this user more"
          + " processes";
    }
    String chosen =
        options.stream()
            .filter(option -> option.startsWith("-Xmx"))
            .reduce((earlier, later) -> later)
            .map(option -> " with " + option)
            .orElse(", of which Java takes " + limit / MEGABYTE + " MB here");
    return "out of memory"
        + chosen
        + ": allow more with "
        + OPTIONS
        + next(limit)
        + (further.isEmpty() ? "" : ", or " + further);
  }

  /** Twice the limit, rounded up to a power of two. */
  private static String next(long limit) {
    long megabytes = 64;
    while (megabytes < 2 * (limit / MEGABYTE)) {
      megabytes *= 2;
    }
    return megabytes < 1024 ? megabytes + "m" : megabytes / 1024 + "g";
  }
}
