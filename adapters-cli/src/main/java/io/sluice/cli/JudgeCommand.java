package io.sluice.cli;

import io.sluice.analysis.StudyRows;
import io.sluice.analysis.judge.Comparison;
import io.sluice.report.ComparisonChoice;
import io.sluice.report.ComparisonDocument;
import io.sluice.spi.ResultStore;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
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
    StudyRows rows;
    Comparison comparison;
    try {
      ComparisonChoice choice =
          new ComparisonChoice(
              first, second, Optional.ofNullable(target), Optional.ofNullable(metric));
      try (ResultStore store = StoredStudies.open(bench, storeChoice.url())) {
        rows = StudyRows.collect(StoredStudies.find(store, study, storeChoice.url()), store);
      }
      comparison = choice.compare(rows);
    } catch (IllegalArgumentException refused) {
      throw CommandFailure.wrongUsage(refused.getMessage());
    }
    output.write(
        ComparisonDocument.of(rows, comparison), ComparisonDocument.COMPARISON, bench.terminal());
    return CommandFailure.DONE;
  }
}
