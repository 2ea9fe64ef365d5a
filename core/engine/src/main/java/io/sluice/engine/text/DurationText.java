package io.sluice.engine.text;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Spans of time as people write them: {@code 12 s}, {@code 10m}. */
public final class DurationText {

  private static final Pattern WRITTEN = Pattern.compile("([0-9]{1,9}) ?(s|m|min|h)?");
  private static final int MINUTE = 60;
  private static final int HOUR = 3600;

  private DurationText() {}

  /** The two largest units of it, without what is less than a second: {@code 3 min 20 s}. */
  public static String of(Duration duration) {
    long seconds = duration.toSeconds();
    if (seconds < MINUTE) {
      return seconds + " s";
    }
    return seconds < HOUR
        ? twoUnits(seconds / MINUTE, "min", seconds % MINUTE, "s")
        : twoUnits(seconds / HOUR, "h", seconds % HOUR / MINUTE, "min");
  }

  private static String twoUnits(long large, String unit, long small, String smallUnit) {
    return large + " " + unit + (small == 0 ? "" : " " + small + " " + smallUnit);
  }

  /**
   * Reads one: a whole number with {@code s}, {@code m} or {@code h}, or of seconds.
   *
   * @throws IllegalArgumentException if it is none; the message says what one looks like
   */
  public static Duration parse(String text) {
    Matcher written = WRITTEN.matcher(text.strip());
    if (!written.matches()) {
      throw new IllegalArgumentException(
          "\"" + text + "\" is no span of time; write for example 90s, 10m or 2h");
    }
    long number = Long.parseLong(written.group(1));
    String unit = String.valueOf(written.group(2));
    return Duration.ofSeconds(
        number * (unit.startsWith("m") ? MINUTE : unit.equals("h") ? HOUR : 1));
  }
}
