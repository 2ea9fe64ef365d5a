package io.sluice.benchmarks;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What runs of several sizes cost, by the CPU time of their processes.
 *
 * <p>Every process starts a virtual machine and compiles its code, whatever the number of trials.
 * So a trial's own cost is what a run takes more than the next smaller one, over the trials that it
 * has more: a cost that is the same at each size is linear.
 *
 * @param sizes from the smallest to the largest
 */
record WholeRunCosts(List<Size> sizes) {

  private static final Pattern TIME = Pattern.compile("(\\d+)m(\\d+[.,]\\d+)s");

  /**
   * Runs of one size.
   *
   * @param bare seconds of the engine alone, in each round
   * @param whole seconds of {@code sluice run}
   */
  record Size(long trials, List<Double> bare, List<Double> whole) {
    Size {
      bare = List.copyOf(bare);
      whole = List.copyOf(whole);
    }

    double bareSeconds() {
      return least(bare);
    }

    double wholeSeconds() {
      return least(whole);
    }

    /** Whatever disturbs a process makes it slower, so the least is the best estimate. */
    private static double least(List<Double> seconds) {
      return seconds.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
    }
  }

  WholeRunCosts {
    sizes = List.copyOf(sizes);
  }

  /** User and system time of the children, by the last line of the shell's {@code times}. */
  static double childSeconds(String told) {
    String[] lines = told.strip().split("\\R");
    Matcher matcher = TIME.matcher(lines[lines.length - 1]);
    double[] seconds = matcher.results().mapToDouble(WholeRunCosts::seconds).toArray();
    if (seconds.length != 2) {
      throw new IllegalArgumentException("no times of the shell: " + told);
    }
    return Arrays.stream(seconds).sum();
  }

  private static double seconds(MatchResult time) {
    return 60 * Double.parseDouble(time.group(1))
        + Double.parseDouble(time.group(2).replace(',', '.'));
  }

  /** Microseconds that a trial adds to a run of the engine alone; NaN for the smallest size. */
  double bareMicros(int size) {
    return size == 0 ? Double.NaN : micros(size, true);
  }

  /** Microseconds that a trial adds to a whole run; NaN for the smallest size. */
  double wholeMicros(int size) {
    return size == 0 ? Double.NaN : micros(size, false);
  }

  private double micros(int size, boolean bare) {
    Size small = sizes.get(size - 1);
    Size large = sizes.get(size);
    double seconds =
        bare
            ? large.bareSeconds() - small.bareSeconds()
            : large.wholeSeconds() - small.wholeSeconds();
    return 1e6 * seconds / (large.trials() - small.trials());
  }

  String table() {
    StringBuilder text = new StringBuilder(System.lineSeparator());
    text.append(
        String.format(
            "%10s %9s %9s %7s   %12s %12s %7s%n",
            "trials", "bare s", "whole s", "rate", "bare µs more", "whole µs more", "rate"));
    for (int i = 0; i < sizes.size(); i++) {
      Size size = sizes.get(i);
      text.append(
          String.format(
              Locale.ROOT,
              "%10d %9.2f %9.2f %6.0f%%   %12s %12s %7s%n",
              size.trials(),
              size.bareSeconds(),
              size.wholeSeconds(),
              100 * size.bareSeconds() / size.wholeSeconds(),
              figure(bareMicros(i), "%.2f"),
              figure(wholeMicros(i), "%.2f"),
              figure(100 * bareMicros(i) / wholeMicros(i), "%.0f%%")));
    }
    return text.toString();
  }

  private static String figure(double value, String format) {
    return Double.isNaN(value) ? "" : String.format(Locale.ROOT, format, value);
  }

  String json(Map<String, String> environment) {
    StringBuilder text = new StringBuilder("{\n  \"environment\": {");
    String separator = "\n    ";
    for (Map.Entry<String, String> entry : environment.entrySet()) {
      text.append(separator).append(quoted(entry.getKey())).append(": ");
      text.append(quoted(entry.getValue()));
      separator = ",\n    ";
    }
    text.append("\n  },\n  \"sizes\": [");
    for (int i = 0; i < sizes.size(); i++) {
      Size size = sizes.get(i);
      text.append(i == 0 ? "\n    " : ",\n    ");
      text.append("{\"trials\": ").append(size.trials());
      text.append(", \"bare_seconds\": ").append(size.bare());
      text.append(", \"whole_seconds\": ").append(size.whole());
      text.append(", \"bare_micros_more\": ").append(number(bareMicros(i)));
      text.append(", \"whole_micros_more\": ").append(number(wholeMicros(i))).append('}');
    }
    return text.append("\n  ]\n}\n").toString();
  }

  private static String number(double value) {
    return Double.isNaN(value) ? "null" : String.format(Locale.ROOT, "%.3f", value);
  }

  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
