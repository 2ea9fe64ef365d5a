package io.sluice.analysis.statistics;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A table of results with what SciPy, statsmodels, scikit-posthocs and rliable say of it. The
 * folder is that of {@code -Dsluice.oracle=DIR}, preset: this module's fixture, whose origin its
 * README tells.
 */
public final class OracleTable {

  /** A trial: its loss, cost, success and score. */
  public record Row(double loss, double evaluations, boolean success, double score) {}

  private final Map<String, List<Row>> rows = new LinkedHashMap<>();
  public final Set<String> algorithms = new LinkedHashSet<>();
  public final Set<String> problems = new LinkedHashSet<>();
  public final JsonNode expected;
  final int[][][] indices;
  final Map<String, double[][]> curves = new LinkedHashMap<>();

  private OracleTable(Path table) throws IOException {
    String number = table.getFileName().toString().replaceAll("stats-table|\\.csv", "");
    Path folder = table.getParent();
    for (String[] cells : csv(table)) {
      algorithms.add(cells[0]);
      problems.add(cells[1]);
      rows.computeIfAbsent(cells[0] + "|" + cells[1], key -> new ArrayList<>())
          .add(new Row(number(cells[3]), number(cells[4]), cells[5].equals("1"), number(cells[6])));
    }
    ObjectMapper mapper = new ObjectMapper();
    expected = mapper.readTree(folder.resolve("stats-expected" + number + ".json").toFile());
    JsonNode index =
        mapper
            .readTree(folder.resolve("stats-bootstrap-index" + number + ".json").toFile())
            .get("index");
    indices = mapper.treeToValue(index, int[][][].class);
    Map<String, List<double[]>> points = new LinkedHashMap<>();
    for (String[] cells : csv(folder.resolve("stats-curves" + number + ".csv"))) {
      points
          .computeIfAbsent(cells[0], key -> new ArrayList<>())
          .add(new double[] {number(cells[1]), number(cells[2])});
    }
    points.forEach(
        (name, list) ->
            curves.put(
                name,
                new double[][] {
                  list.stream().mapToDouble(point -> point[0]).toArray(),
                  list.stream().mapToDouble(point -> point[1]).toArray()
                }));
  }

  /** All tables of the folder; at least one. */
  public static List<OracleTable> all() throws IOException {
    String folder = System.getProperty("sluice.oracle", "src/test/resources/oracle");
    List<OracleTable> tables = new ArrayList<>();
    try (Stream<Path> files = Files.list(Path.of(folder))) {
      for (Path file : files.sorted().toList()) {
        if (file.getFileName().toString().matches("stats-table.*\\.csv")) {
          tables.add(new OracleTable(file));
        }
      }
    }
    if (tables.isEmpty()) {
      throw new IllegalStateException("no stats-table*.csv in " + folder);
    }
    return tables;
  }

  private static List<String[]> csv(Path file) throws IOException {
    return Files.readAllLines(file).stream().skip(1).map(line -> line.split(",")).toList();
  }

  private static double number(String text) {
    return text.equals("inf") ? Double.POSITIVE_INFINITY : Double.parseDouble(text);
  }

  /** A number of the expectations, among which infinite ones are texts. */
  public static double number(JsonNode node) {
    return node.isTextual() ? Double.parseDouble(node.asText()) : node.asDouble();
  }

  public List<Row> rows(String algorithm, String problem) {
    return rows.get(algorithm + "|" + problem);
  }

  /** The losses, at most 1e6. */
  double[] losses(String algorithm, String problem) {
    return rows(algorithm, problem).stream()
        .mapToDouble(row -> Math.min(row.loss(), 1e6))
        .toArray();
  }

  /** The median loss on each problem. */
  double[] medians(String algorithm, boolean capped) {
    return problems.stream()
        .mapToDouble(
            problem ->
                Aggregate.median(
                    rows(algorithm, problem).stream().mapToDouble(Row::loss).toArray()))
        .map(median -> capped ? Math.min(median, 1e6) : median)
        .toArray();
  }

  /** {@code scores[run][problem]}. */
  double[][] scores(String algorithm) {
    int runs = rows(algorithm, problems.iterator().next()).size();
    double[][] scores = new double[runs][problems.size()];
    int at = 0;
    for (String problem : problems) {
      for (int run = 0; run < runs; run++) {
        scores[run][at] = rows(algorithm, problem).get(run).score();
      }
      at++;
    }
    return scores;
  }

  double[] allScores(String algorithm) {
    return Stream.of(scores(algorithm)).flatMapToDouble(java.util.Arrays::stream).toArray();
  }
}
