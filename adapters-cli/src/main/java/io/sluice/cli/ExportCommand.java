package io.sluice.cli;

import io.sluice.spi.Cell;
import io.sluice.spi.CellSummary;
import io.sluice.spi.ResultStore;
import io.sluice.spi.StudyHeader;
import io.sluice.spi.TableFormat;
import io.sluice.spi.Trial;
import io.sluice.spi.TrialEvent;
import io.sluice.studies.StudyFormatException;
import io.sluice.studies.export.ExportFormat;
import io.sluice.studies.export.ResultExport;
import io.sluice.studies.export.RunExport;
import io.sluice.studies.export.SummaryExport;
import io.sluice.studies.export.TrainedExport;
import java.io.BufferedOutputStream;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "export",
    description = {
      "Writes what a store kept of a study: one row for each trial or measurement, in the order of"
          + " the plan, or runs of algorithms on functions in the format of another tool.",
      "The same results are the same bytes, whatever the machine, the store, the number of threads"
          + " or the interruptions. The text is UTF-8, lines end with a line feed, and every number"
          + " reads back as the same double.",
      "A study that keeps summaries has trials and measurements of a sample; --what summaries"
          + " writes what all trials of each cell came to, a row for each number.",
      "Weights and predictions are no part of a store: the trials are run again for them, one by"
          + " one, and must come to the result that was kept, bit by bit."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  sluice export article --what trials > trials.csv",
      "  sluice export article --what measurements --format jsonl --output all.jsonl",
      "  sluice export great-study --what summaries > summaries.csv",
      "  sluice export article --what trials --format parquet --output trials.parquet",
      "  sluice export article --what weights --where activation=snake --trial 17",
      "  sluice export adamm-functions --format ioh --output runs      for IOHanalyzer",
      "  sluice export adamm-functions --format coco --output runs     for cocopp",
      "  sluice export article --format jmetal > QualityIndicatorSummary.csv"
    })
final class ExportCommand implements Callable<Integer> {

  /** What can be exported. */
  enum What {
    TRIALS,
    MEASUREMENTS,
    SUMMARIES,
    WEIGHTS,
    PREDICTIONS;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Parameters(
      paramLabel = "STUDY",
      description = "Its id in the store, or its name for the one begun last.")
  private String study;

  @Option(
      names = "--what",
      paramLabel = "ROWS",
      description = "Which rows of csv, jsonl and parquet: ${COMPLETION-CANDIDATES}.")
  private What what;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "csv",
      description = "How to write them: ${COMPLETION-CANDIDATES}; preset: ${DEFAULT-VALUE}.")
  private ExportFormat format;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description =
          "Write to this file instead of standard output; for ioh and coco the folder in which"
              + " each algorithm gets a folder.")
  private Path output;

  @Mixin private TrialChoice trialChoice = new TrialChoice();

  @Mixin private StoreChoice storeChoice = new StoreChoice();

  private final Workbench bench;

  ExportCommand(Workbench bench) {
    this.bench = bench;
  }

  @Override
  public Integer call() throws IOException {
    refuseWhatHasNoMeaning();
    try (ResultStore store = StoredStudies.open(bench, storeChoice.url())) {
      StudyHeader header = StoredStudies.find(store, study, storeChoice.url());
      if (format.isTable()) {
        writeTable(store, header);
      } else if (format.isFolder()) {
        writeFolder(runs(store, header));
      } else if (output == null) {
        Writer writer = writer(bench.terminal().bytes());
        write(store, header, writer);
        writer.flush();
      } else {
        writeFile(store, header);
      }
    }
    return CommandFailure.DONE;
  }

  private void refuseWhatHasNoMeaning() {
    if (format.isTable() && (what != What.TRIALS && what != What.MEASUREMENTS || output == null)) {
      throw CommandFailure.wrongUsage(
          "--format " + format + " needs --what trials or measurements, and a file: --output FILE");
    }
    if (format.isRows() && what == null) {
      throw CommandFailure.wrongUsage(
          "--format "
              + format
              + " needs --what trials, measurements, summaries, weights or predictions");
    }
    if (format.isRuns() && !trialChoice.isAll()) {
      throw CommandFailure.wrongUsage(
          "--format " + format + " writes all trials; leave out --where and --trial");
    }
    if (format.isRuns() && what != null && what != What.TRIALS) {
      throw CommandFailure.wrongUsage(
          "--format "
              + format
              + " writes trials, with what was measured of their losses; leave out --what");
    }
    if (format.isFolder() && output == null) {
      throw CommandFailure.wrongUsage(
          "--format "
              + format
              + " is several files, which do not fit into standard output; name a folder with"
              + " --output");
    }
  }

  private RunExport runs(ResultStore store, StudyHeader header) {
    RunExport runs = new RunExport(store, header, dimensions(header));
    runs.notes(format).forEach(bench::warn);
    return runs;
  }

  /** The numbers of weights, by the plan of today; without components that are gone, unknown. */
  private ToIntFunction<Cell> dimensions(StudyHeader header) {
    Map<Map<String, String>, Integer> weights = new HashMap<>();
    try {
      StudyLoader.planAgain(bench.laboratory(), header)
          .cells()
          .forEach(setup -> weights.put(setup.cell().factors(), setup.weights()));
    } catch (CommandFailure | StudyFormatException unplanned) {
      bench.warn(
          header.id()
              + " cannot be planned today, so the dimensions of its problems are not known and"
              + " written as 1");
    }
    return cell -> weights.getOrDefault(cell.factors(), 0);
  }

  private void writeFolder(RunExport runs) throws IOException {
    OutputFile.check("--output", output);
    if (Files.exists(output) && !Files.isDirectory(output)) {
      throw CommandFailure.wrongUsage("--output: " + output + " is a file, not a folder");
    }
    for (String folder : runs.folders()) {
      if (Files.exists(output.resolve(folder))) {
        throw CommandFailure.wrongUsage(
            "--output: " + output.resolve(folder) + " is there already; name another folder");
      }
    }
    runs.writeFolder(format, output);
  }

  private void writeTable(ResultStore store, StudyHeader header) throws IOException {
    OutputFile.check("--output", output);
    TableFormat tables =
        bench
            .laboratory()
            .tableFormat(format.word())
            .orElseThrow(
                () ->
                    CommandFailure.wrongUsage(
                        "--format "
                            + format
                            + " needs a plugin that writes such files, as that of DuckDB's store"
                            + " does; see the page on storage for how to install it"));
    Predicate<Trial> chosen = trialChoice.of(store, header);
    boolean trials = what == What.TRIALS;
    try (TableFormat.Writer table =
            tables.write(
                output,
                trials ? ResultExport.trialColumns(header) : ResultExport.measurementColumns());
        Stream<? extends TrialEvent> rows =
            trials ? store.trials(header.id()) : store.measurements(header.id())) {
      Stream<? extends TrialEvent> wanted = rows.filter(event -> chosen.test(event.trial()));
      if (trials) {
        ResultExport.writeTrials(header, wanted.map(TrialEvent.Finished.class::cast), table);
      } else {
        ResultExport.writeMeasurements(wanted.map(TrialEvent.Measured.class::cast), table);
      }
    }
  }

  private void writeFile(ResultStore store, StudyHeader header) throws IOException {
    OutputFile.check("--output", output);
    Path place =
        format.isRuns() && Files.isDirectory(output)
            ? output.resolve(RunExport.fileName())
            : output;
    try (OutputStream file = new BufferedOutputStream(Files.newOutputStream(place));
        Writer writer = writer(file)) {
      write(store, header, writer);
    }
  }

  private static Writer writer(OutputStream out) {
    return new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
  }

  private void write(ResultStore store, StudyHeader header, Writer writer) throws IOException {
    if (format.isRuns()) {
      runs(store, header).writeTable(writer);
      return;
    }
    Predicate<Trial> chosen = trialChoice.of(store, header);
    if (what == What.SUMMARIES && header.provenance().get(StudyHeader.ROWS_OF_A_CELL) == null) {
      throw CommandFailure.wrongUsage(
          "--what summaries: "
              + header.id()
              + " has a row for each trial; --what trials writes them");
    }
    if (what == What.MEASUREMENTS) {
      try (Stream<TrialEvent.Measured> measurements = store.measurements(header.id())) {
        ResultExport.writeMeasurements(
            measurements.filter(event -> chosen.test(event.trial())), format, writer);
      }
      return;
    }
    if (what == What.SUMMARIES) {
      try (Stream<CellSummary> summaries = store.summaries(header.id())) {
        new SummaryExport(header, format, writer)
            .write(summaries.filter(one -> trialChoice.has(one.cell())));
      }
      return;
    }
    try (Stream<TrialEvent.Finished> all = store.trials(header.id())) {
      Stream<TrialEvent.Finished> trials = all.filter(event -> chosen.test(event.trial()));
      switch (what) {
        case WEIGHTS:
          new TrainedRows(bench, header).write(trials, TrainedExport.weights(format, writer));
          break;
        case PREDICTIONS:
          new TrainedRows(bench, header).write(trials, TrainedExport.predictions(format, writer));
          break;
        default:
          ResultExport.writeTrials(header, trials, format, writer);
      }
    }
  }
}
