package io.sluice.cli;

import io.sluice.analysis.StudyRows;
import io.sluice.studies.results.ResultFiles;
import io.sluice.studies.results.ResultFormatException;
import io.sluice.studies.results.ResultOptions;
import io.sluice.studies.results.Results;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "stats",
    description = {
      "The report of a study on results from elsewhere: ranking, sources of variance and an answer.",
      "Reads tables (CSV), runs of COCO (.info) and of IOHexperimenter (IOHprofiler_*.json) or"
          + " folders and zip archives with them, jMetal's QualityIndicatorSummary.csv, and what"
          + " sluice export wrote. Several files are joined. What a file is, its content tells.",
      "Columns of tables that are not named are guessed by the usual names, and a note says which."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  sluice stats results.csv --contender method --repeat seed --value loss",
      "  sluice stats runs.csv --contender solver --cost evaluations --targets 1e-8",
      "  sluice stats exdata/CMA-ES exdata/BFGS --targets 10,1e-3,1e-8",
      "  sluice stats IOHprofiler_f1_Sphere.json --format json",
      "  sluice stats trials.csv --top 5"
    })
final class StatsCommand implements Callable<Integer> {

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "Files, folders or zip archives.")
  private List<Path> files = new ArrayList<>();

  @Option(
      names = "--problem",
      split = ",",
      paramLabel = "COLUMN",
      description = "The column of a table that says what was solved; several are joined.")
  private List<String> problem = new ArrayList<>();

  @Option(
      names = "--contender",
      split = ",",
      paramLabel = "COLUMN",
      description =
          "The columns that say what is compared. One called activation, optimizer or as another"
              + " factor of studies is that factor; the others together are the optimizer.")
  private List<String> contender = new ArrayList<>();

  @Option(
      names = "--repeat",
      paramLabel = "COLUMN",
      description =
          "The column that says which repetition; runs of the same one are paired. Without it rows"
              + " are counted.")
  private String repeat = "";

  @Option(
      names = "--value",
      paramLabel = "COLUMN",
      description = "The column of what was reached, such as a loss.")
  private String value = "";

  @Option(
      names = "--higher-is-better",
      description = "Values are to be large; their loss is the value turned negative.")
  private boolean higherIsBetter;

  @Option(
      names = "--cost",
      paramLabel = "COLUMN",
      description =
          "The column of what had been spent. With values it is the cost of each; without, the cost"
              + " to reach the goal, and an empty cell is never.")
  private String cost = "";

  @Option(
      names = "--reached",
      paramLabel = "COLUMN",
      description = "The column that says whether the goal was reached: true or false, 1 or 0.")
  private String reached = "";

  @Option(
      names = "--targets",
      split = ",",
      paramLabel = "VALUE",
      description = "The values whose first hits count, instead of those that the files have.")
  private List<Double> targets = new ArrayList<>();

  @Mixin private ReportOutput output = new ReportOutput();

  private final Workbench bench;

  StatsCommand(Workbench bench) {
    this.bench = bench;
  }

  @Override
  public Integer call() throws IOException {
    output.check();
    if (targets.stream().anyMatch(target -> !Double.isFinite(target))) {
      throw CommandFailure.wrongUsage("--targets must be finite numbers, not " + targets);
    }
    Results results;
    try {
      results =
          ResultFiles.read(
              files,
              new ResultOptions(
                  new ResultOptions.Columns(problem, contender, repeat, value, cost, reached),
                  higherIsBetter,
                  targets));
    } catch (ResultFormatException refused) {
      throw CommandFailure.wrongUsage(refused.getMessage());
    }
    results.notes().forEach(note -> bench.say("note: " + note));
    StudyRows rows = StudyRows.collect(results.header(), results.trials().stream());
    output.write(rows, bench.terminal());
    return CommandFailure.DONE;
  }
}
