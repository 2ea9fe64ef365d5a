package io.sluice.studies.export;

import io.sluice.engine.kept.KeptTrials;
import io.sluice.spi.Cell;
import io.sluice.spi.Outcome;
import io.sluice.spi.ResultStore;
import io.sluice.spi.StudyHeader;
import io.sluice.spi.TrialEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;

/**
 * Writes what a store kept as runs of algorithms on functions, in the formats of other tools. A run
 * is a trial, with the losses that {@link RunCurve} knows of. Trials that were stopped from outside
 * are left out. Nothing of the machine, the time or the run that made it is written, so the same
 * results are the same bytes.
 */
public final class RunExport {

  private final ResultStore store;
  private final StudyHeader header;
  private final RunNames names;

  /**
   * The runs of a study.
   *
   * @param dimensions how many numbers a cell's problem is a function of; 0 if that is not known,
   *     which counts as 1
   */
  public RunExport(ResultStore store, StudyHeader header, ToIntFunction<Cell> dimensions) {
    this.store = store;
    this.header = header;
    Map<Integer, Cell> cells = new LinkedHashMap<>();
    try (Stream<TrialEvent.Finished> trials = store.trials(header.id())) {
      trials.forEachOrdered(
          trial -> cells.putIfAbsent(trial.trial().cell().index(), trial.trial().cell()));
    }
    this.names = new RunNames(List.copyOf(cells.values()), dimensions);
  }

  /** What a reader should know of these runs in a format. */
  public List<String> notes(ExportFormat format) {
    return format == ExportFormat.COCO && names.functions() > CocoFolder.MOST_FUNCTIONS
        ? List.of(
            "there are "
                + names.functions()
                + " functions, and the suite bbob, which readers know, has "
                + CocoFolder.MOST_FUNCTIONS)
        : List.of();
  }

  /** The folders that {@link #writeFolder} makes, one for each algorithm. */
  public List<String> folders() {
    return names.algorithms().stream().map(RunNames.Algorithm::folder).toList();
  }

  /**
   * Writes a format of several files.
   *
   * @param folder where the folders of the algorithms are made
   */
  public void writeFolder(ExportFormat format, Path folder) throws IOException {
    Files.createDirectories(folder);
    try (RunFolder runs =
        format == ExportFormat.COCO
            ? new CocoFolder(folder, names)
            : new IohFolder(folder, names, header.name())) {
      write(runs);
    }
  }

  /** Writes the table of jMetal. */
  public void writeTable(Appendable out) throws IOException {
    write(new JmetalTable(header, names, out));
  }

  /** The name that readers look for of a format of one file. */
  public static String fileName() {
    return JmetalTable.FILE;
  }

  private void write(RunWriter writer) throws IOException {
    try (KeptTrials trials = new KeptTrials(store, header.id())) {
      while (trials.next()) {
        if (trials.finished().result().outcome() != Outcome.CANCELLED) {
          writer.run(
              trials.finished(),
              RunCurve.of(trials.finished(), header.targets(), trials.measurements()));
        }
      }
    }
    writer.end();
  }
}
