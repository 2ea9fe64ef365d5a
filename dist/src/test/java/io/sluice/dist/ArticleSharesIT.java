package io.sluice.dist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sluice.analysis.Explained;
import io.sluice.analysis.StudyReport;
import io.sluice.analysis.variance.Decomposition;
import io.sluice.analysis.variance.Source;
import io.sluice.spi.Cell;
import io.sluice.spi.Factor;
import io.sluice.spi.Outcome;
import io.sluice.spi.StudyHeader;
import io.sluice.spi.Trial;
import io.sluice.spi.TrialEvent;
import io.sluice.spi.TrialResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The shares of the study {@code article}, computed once more from the rows that it exports, by
 * sums of squares as a textbook has them, which asks for as many cells of each level: so with the
 * range of the initial weights as the only bounds. {@code -Dsluice.article.repeats=50} has as many
 * repeats as the study.
 */
class ArticleSharesIT {

  private static final int REPEATS = Integer.getInteger("sluice.article.repeats", 4);
  private static final String TARGET = "cost_to_1e-6";

  /** A tenth of a percent of the variance. */
  private static final double CLOSE = 1e-3;

  @TempDir Path folder;

  /** A trial as a line of the file. */
  private record Row(Map<String, String> columns, double value) {
    String of(String column) {
      return columns.get(column);
    }
  }

  @Test
  void sharesAreThoseOfTheExportedRows() throws Exception {
    SluiceProcess sluice = new SluiceProcess(folder);
    String repeats = "repeats=" + REPEATS;
    sluice
        .run("run", "article", "--set", repeats, "--set", "bounds=initial", "--store", "jsonl:kept")
        .done();
    String text =
        sluice.run("export", "article", "--what", "trials", "--store", "jsonl:kept").done();
    double budget = budget();
    List<Row> rows = rows(text, budget);
    assertThat(rows).hasSize(2736 * REPEATS);

    Explained explained =
        StudyReport.of(header(budget, rows.size()), trials(rows).stream())
            .headlineExplained()
            .get(0);
    assertThat(explained.target()).isEqualTo(1e-6);
    Decomposition decomposition = explained.decomposition();
    Function<Row, String> cell = row -> row.columns().get("cell");
    double seeds = 0;
    for (List<Row> own : groups(rows, cell).values()) {
      double mean = mean(own);
      seeds += own.stream().mapToDouble(row -> Math.pow(row.value() - mean, 2)).sum();
    }
    seeds /= 2736.0 * (REPEATS - 1);
    double cells = corrected(rows, some -> between(some, cell));
    double total = cells + seeds;
    assertThat(decomposition.seeds().value()).isCloseTo(seeds / total, within(CLOSE));
    assertThat(decomposition.together().value()).isCloseTo(cells / total, within(CLOSE));
    double middle = mean(rows);
    double squares = rows.stream().mapToDouble(row -> Math.pow(row.value() - middle, 2)).sum();
    int compared = 0;
    for (Source source : decomposition.sources()) {
      List<String> columns =
          source.factors().stream().map(name -> name.replaceFirst("^.*\\+", "")).toList();
      Function<List<Row>, Double> sum = some -> sumOfSquares(some, columns);
      assertThat(source.etaSquared())
          .as(source.name())
          .isCloseTo(sum.apply(rows) / squares, within(CLOSE));
      assertThat(source.share().value())
          .as(source.name())
          .isCloseTo(corrected(rows, sum) / total, within(CLOSE));
      compared++;
    }
    assertThat(compared).isEqualTo(21);
  }

  /** What a sum of squares shows of variance between cells, beyond what the seeds would give. */
  private static double corrected(List<Row> rows, Function<List<Row>, Double> sum) {
    double ofAll = sum.apply(rows) / rows.size();
    double ofEach = 0;
    for (List<Row> own : groups(rows, row -> row.of("repeat")).values()) {
      ofEach += sum.apply(own) / own.size();
    }
    return (REPEATS * ofAll - ofEach / REPEATS) / (REPEATS - 1.0);
  }

  /** Of one factor, or of two together beyond each alone. */
  private static double sumOfSquares(List<Row> rows, List<String> columns) {
    double both = between(rows, row -> columns.stream().map(row::of).toList().toString());
    return columns.size() == 1
        ? both
        : both
            - between(rows, row -> row.of(columns.get(0)))
            - between(rows, row -> row.of(columns.get(1)));
  }

  private static double between(List<Row> rows, Function<Row, String> group) {
    double mean = mean(rows);
    double sum = 0;
    for (List<Row> own : groups(rows, group).values()) {
      sum += own.size() * Math.pow(mean(own) - mean, 2);
    }
    return sum;
  }

  private static Map<String, List<Row>> groups(List<Row> rows, Function<Row, String> group) {
    return rows.stream().collect(Collectors.groupingBy(group));
  }

  private static double mean(List<Row> rows) {
    return rows.stream().mapToDouble(Row::value).sum() / rows.size();
  }

  private double budget() throws Exception {
    try (var files = Files.walk(folder.resolve("kept"))) {
      Path study = files.filter(file -> file.endsWith("study.json")).findFirst().orElseThrow();
      Matcher budget =
          Pattern.compile("\"budget\"\\s*:\\s*([0-9.eE]+)").matcher(Files.readString(study));
      assertThat(budget.find()).isTrue();
      return Double.parseDouble(budget.group(1));
    }
  }

  private static List<Row> rows(String text, double budget) {
    List<String> lines = text.lines().toList();
    List<String> names = fields(lines.get(0));
    List<Row> rows = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      List<String> fields = fields(line);
      Map<String, String> columns = new LinkedHashMap<>();
      for (int i = 0; i < names.size(); i++) {
        columns.put(names.get(i), fields.get(i));
      }
      columns.put("cell", Integer.toString(Integer.parseInt(columns.get("trial")) / REPEATS));
      double hit = number(columns.get(TARGET));
      double cost = hit > 0 ? hit : Math.max(budget, number(columns.get("cost")));
      rows.add(new Row(columns, Math.log10(Math.max(1, cost))));
    }
    return rows;
  }

  private static List<String> fields(String line) {
    List<String> fields = new ArrayList<>();
    Matcher field = Pattern.compile("\"((?:[^\"]|\"\")*)\"(?:,|$)|([^,]*)(?:,|$)").matcher(line);
    while (field.find() && !(field.start() == line.length() && !line.endsWith(","))) {
      fields.add(field.group(1) == null ? field.group(2) : field.group(1));
    }
    return fields;
  }

  private static double number(String text) {
    return text.isEmpty() ? Double.NaN : Double.parseDouble(text);
  }

  private static StudyHeader header(double budget, long trials) {
    return new StudyHeader(
        "article-1", "article", "", "{}", trials, budget, List.of(1e-6), Map.of());
  }

  private static List<TrialEvent.Finished> trials(List<Row> rows) {
    Map<String, Cell> cells = new LinkedHashMap<>();
    List<TrialEvent.Finished> trials = new ArrayList<>();
    for (Row row : rows) {
      Cell cell =
          cells.computeIfAbsent(
              row.of("cell"),
              place -> {
                Map<String, String> labels = new LinkedHashMap<>();
                Factor.names(Factor.FIRST).forEach(factor -> labels.put(factor, row.of(factor)));
                return Cell.of(Factor.FIRST, cells.size(), labels, Map.of());
              });
      double cost = number(row.of("cost"));
      double loss = number(row.of("final_loss"));
      trials.add(
          new TrialEvent.Finished(
              new Trial(trials.size(), row.of("key"), cell, Integer.parseInt(row.of("repeat"))),
              new TrialResult(
                  Outcome.valueOf(row.of("outcome").toUpperCase(Locale.ROOT)),
                  Long.parseLong(row.of("steps")),
                  cost,
                  loss,
                  loss,
                  number(row.of("best_loss")),
                  cost,
                  List.of(number(row.of(TARGET))),
                  "")));
    }
    return trials;
  }
}
