package io.sluice.cli;

import io.sluice.engine.export.ExportFormat;
import io.sluice.engine.export.ResultExport;
import io.sluice.spi.ResultStore;
import io.sluice.spi.StudyHeader;
import io.sluice.spi.TrialEvent;
import java.io.BufferedOutputStream;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "export",
    description = {
      "Writes what a store kept of a study, one row for each trial or measurement, in the order of"
          + " the plan.",
      "The same results are the same bytes, whatever the machine, the store, the number of threads"
          + " or the interruptions. The text is UTF-8, lines end with a line feed, and every number"
          + " reads back as the same double."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  sluice export article --what trials > trials.csv",
      "  sluice export article --what measurements --format jsonl --output all.jsonl"
    })
final class ExportCommand implements Callable<Integer> {

  /** What can be exported. */
  enum What {
    TRIALS,
    MEASUREMENTS;

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
      required = true,
      paramLabel = "ROWS",
      description = "Which rows: ${COMPLETION-CANDIDATES}.")
  private What what;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "csv",
      description = "How to write them: ${COMPLETION-CANDIDATES}; preset: ${DEFAULT-VALUE}.")
  private ExportFormat format;

  @Option(
      names = "--output",
      paramLabel = "FILE",
      description = "Write to this file instead of standard output.")
  private Path output;

  @Mixin private StoreChoice storeChoice = new StoreChoice();

  private final Workbench bench;

  ExportCommand(Workbench bench) {
    this.bench = bench;
  }

  @Override
  public Integer call() throws IOException {
    try (ResultStore store = StoredStudies.open(bench, storeChoice.url())) {
      StudyHeader header = StoredStudies.find(store, study, storeChoice.url());
      if (output == null) {
        Writer writer = writer(bench.terminal().bytes());
        write(store, header, writer);
        writer.flush();
      } else {
        writeFile(store, header);
      }
    }
    return CommandFailure.DONE;
  }

  private void writeFile(ResultStore store, StudyHeader header) throws IOException {
    OutputFile.check("--output", output);
    try (OutputStream file = new BufferedOutputStream(Files.newOutputStream(output));
        Writer writer = writer(file)) {
      write(store, header, writer);
    }
  }

  private static Writer writer(OutputStream out) {
    return new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
  }

  private void write(ResultStore store, StudyHeader header, Writer writer) throws IOException {
    if (what == What.TRIALS) {
      try (Stream<TrialEvent.Finished> trials = store.trials(header.id())) {
        ResultExport.writeTrials(header, trials, format, writer);
      }
    } else {
      try (Stream<TrialEvent.Measured> measurements = store.measurements(header.id())) {
        ResultExport.writeMeasurements(measurements, format, writer);
      }
    }
  }
}
