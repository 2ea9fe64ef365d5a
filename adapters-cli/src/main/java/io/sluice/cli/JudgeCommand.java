package io.sluice.cli;

import io.sluice.analysis.Figures;
import io.sluice.analysis.StudyRows;
import io.sluice.analysis.judge.Comparison;
import io.sluice.engine.text.NearestWord;
import io.sluice.report.ComparisonDocument;
import io.sluice.spi.ResultStore;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "judge",
    description = {
      "Is this win real? Compares two groups of a study's trials, paired by seed and by all that is"
          + " not named: effect, interval, verdict, and how many more seeds would settle it.",
      "A group is named by labels of factors, such as activation=tanh or"
          + " activation=tanh,optimizer=adam; a component without its values is enough where one"
          + " level has it."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  sluice judge article activation=relu activation=tanh",
      "  sluice judge article activation=sin,optimizer=adam activation=sin,optimizer=adamm"
          + " --target 1e-3"
    })
final class JudgeCommand implements Callable<Integer> {

  @Parameters(
      index = "0",
      paramLabel = "STUDY",
      description = "Its id in the store, or its name for the one begun last.")
  private String study;

  @Parameters(index = "1", paramLabel = "FIRST", description = "The labels of the first group.")
  private String first;

  @Parameters(index = "2", paramLabel = "SECOND", description = "Those of the second.")
  private String second;

  @Option(
      names = "--target",
      paramLabel = "LOSS",
      description = "The target that is to be reached; preset: the one that decides the study.")
  private Double target;

  @Option(
      names = "--metric",
      paramLabel = "NAME",
      description =
          "The metric whose last value is compared; preset: the one that ranks the study, if one"
              + " does.")
  private String metric;

  @Mixin private ReportOutput output = new ReportOutput();

  @Mixin private StoreChoice storeChoice = new StoreChoice();

  private final Workbench bench;

  JudgeCommand(Workbench bench) {
    this.bench = bench;
  }

  @Override
  public Integer call() throws IOException {
    output.check();
    if (target != null && metric != null) {
      throw CommandFailure.wrongUsage("--target and --metric cannot both decide; give one");
    }
    StudyRows rows;
    try (ResultStore store = StoredStudies.open(bench, storeChoice.url())) {
      rows = StudyRows.collect(StoredStudies.find(store, study, storeChoice.url()), store);
    }
    Comparison comparison;
    try {
      comparison = compare(rows, group(rows, first), group(rows, second));
    } catch (IllegalArgumentException refused) {
      throw CommandFailure.wrongUsage(refused.getMessage());
    }
    output.write(
        ComparisonDocument.of(rows, comparison), ComparisonDocument.COMPARISON, bench.terminal());
    return CommandFailure.DONE;
  }

  /** By what was asked for, else by the metric that ranks the study, else by its target. */
  private Comparison compare(StudyRows rows, Map<String, String> one, Map<String, String> other) {
    if (target != null) {
      return Comparison.of(rows, target(rows), one, other);
    }
    String by = metric == null ? rows.rankingMetric() : metric;
    return by.isEmpty()
        ? Comparison.of(rows, rows.headlineTarget(), one, other)
        : Comparison.of(rows, by, one, other);
  }

  private int target(StudyRows rows) {
    List<Double> targets = rows.header().targets();
    if (!targets.contains(target)) {
      throw CommandFailure.wrongUsage(
          "--target "
              + Figures.exact(target)
              + " is none of the study's targets "
              + targets.stream().map(Figures::exact).collect(Collectors.joining(", ")));
    }
    return targets.indexOf(target);
  }

  /** The labels that a text such as {@code activation=tanh,optimizer=adam} names. */
  private static Map<String, String> group(StudyRows rows, String text) {
    Map<String, String> labels = new LinkedHashMap<>();
    for (String part : text.split(",(?![^(]*\\))")) {
      int equals = part.indexOf('=');
      if (equals < 1) {
        throw CommandFailure.wrongUsage(
            "\"" + part + "\" names no level; write factor=level, such as activation=tanh");
      }
      String factor = part.substring(0, equals).strip();
      if (!rows.factors().contains(factor)) {
        throw CommandFailure.wrongUsage(
            "there is no factor \""
                + factor
                + "\""
                + NearestWord.hint(factor, rows.factors())
                + "; there are "
                + String.join(", ", rows.factors()));
      }
      labels.put(factor, level(rows, factor, part.substring(equals + 1).strip()));
    }
    return labels;
  }

  private static String level(StudyRows rows, String factor, String word) {
    List<String> levels = rows.levels(factor);
    if (levels.contains(word)) {
      return word;
    }
    List<String> found = levels.stream().filter(level -> level.startsWith(word + "(")).toList();
    if (found.size() != 1) {
      throw CommandFailure.wrongUsage(
          factor
              + " has "
              + (found.isEmpty() ? "no" : found.size() + " levels")
              + " \""
              + word
              + "\""
              + NearestWord.hint(word, levels)
              + "; it has "
              + String.join(", ", found.isEmpty() ? levels : found));
    }
    return found.get(0);
  }
}
