package io.sluice.benchmarks;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/**
 * The timings of a run as a table and as JSON.
 *
 * @param environment what was measured on, and how
 * @param timings all of them, those of a case side by side, the reference first
 */
record Comparison(Map<String, String> environment, List<Timing> timings) {

  /** A table for each case; a ratio above 1 means that Sluice took less. */
  String table() {
    StringBuilder text = new StringBuilder();
    byCase()
        .forEach(
            (name, rows) -> {
              Timing reference = rows.get(0);
              line(text, "%n%s, ns of CPU for each %s", name, reference.training().unit());
              line(
                  text,
                  "  %-22s %12s %12s %14s %14s",
                  "",
                  "median",
                  "minimum",
                  "median ratio",
                  "minimum ratio");
              for (Timing row : rows) {
                line(
                    text,
                    "  %-22s %12.2f %12.2f %14.2f %14.2f",
                    row.entrant(),
                    row.medianCpu(),
                    row.leastCpu(),
                    row.medianCpu() / reference.medianCpu(),
                    row.leastCpu() / reference.leastCpu());
              }
              rows.stream()
                  .filter(row -> row.threads() > 1)
                  .forEach(row -> threads(text, reference, row));
            });
    return text.toString();
  }

  private static void threads(StringBuilder text, Timing one, Timing more) {
    line(
        text,
        "  %d threads: %.2f times as fast by the clock (best rounds), %.2f of the CPU time",
        more.threads(),
        one.leastWall() / more.leastWall(),
        more.medianCpu() / one.medianCpu());
  }

  private static void line(StringBuilder text, String format, Object... values) {
    text.append(String.format(Locale.ROOT, format, values)).append(System.lineSeparator());
  }

  private Map<String, List<Timing>> byCase() {
    return timings.stream()
        .collect(
            Collectors.groupingBy(
                timing -> timing.training().name(), LinkedHashMap::new, Collectors.toList()));
  }

  /** Environment and every round. */
  String json() {
    List<String> facts = new ArrayList<>();
    environment.forEach((name, value) -> facts.add("    " + quoted(name) + ": " + quoted(value)));
    List<String> rows = new ArrayList<>();
    byCase()
        .values()
        .forEach(
            ofCase -> {
              for (Timing timing : ofCase) {
                rows.add(row(timing, ofCase.get(0)));
              }
            });
    return "{\n  \"environment\": {\n"
        + String.join(",\n", facts)
        + "\n  },\n  \"timings\": [\n"
        + String.join(",\n", rows)
        + "\n  ]\n}\n";
  }

  private static String row(Timing timing, Timing reference) {
    return String.format(
        Locale.ROOT,
        "    {\"case\": %s, \"entrant\": %s, \"threads\": %d, \"unit\": %s, \"examples\": %d,"
            + " \"median\": %s, \"minimum\": %s, \"medianRatio\": %s, \"cpu\": %s, \"wall\": %s}",
        quoted(timing.training().name()),
        quoted(timing.entrant()),
        timing.threads(),
        quoted("ns per " + timing.training().unit()),
        timing.training().examples(),
        number(timing.medianCpu()),
        number(timing.leastCpu()),
        number(timing.medianCpu() / reference.medianCpu()),
        array(timing.cpu()),
        array(timing.wall()));
  }

  private static String array(double[] numbers) {
    return DoubleStream.of(numbers)
        .mapToObj(Comparison::number)
        .collect(Collectors.joining(", ", "[", "]"));
  }

  private static String number(double number) {
    return String.format(Locale.ROOT, "%.4f", number);
  }

  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
