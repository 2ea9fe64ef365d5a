package io.sluice.studies.export;

import io.sluice.spi.Cell;
import io.sluice.spi.TrialEvent;
import java.io.Closeable;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A folder with one folder for each algorithm, in it one index for each function, and beside it the
 * data of each dimension. Data are written as runs come; indices at the end.
 */
abstract class RunFolder implements RunWriter, Closeable {

  /**
   * What an index has of a run.
   *
   * @param instance from 1
   * @param evaluations how many it took
   * @param best the first point with its lowest loss
   */
  record Run(int instance, long evaluations, RunCurve.Point best) {}

  /**
   * One index.
   *
   * @param algorithm what minimised
   * @param function what was minimised, of any dimension
   */
  private record Place(RunNames.Algorithm algorithm, int function) {}

  private final Path folder;
  private final RunNames names;
  private final Map<Place, Map<RunNames.Function, List<Run>>> runs = new LinkedHashMap<>();
  private Cell cell;
  private final List<Writer> open = new ArrayList<>();

  RunFolder(Path folder, RunNames names) {
    this.folder = folder;
    this.names = names;
  }

  /** The endings of the data files. */
  abstract List<String> endings();

  /** Where the data of a function in a dimension are, below the algorithm's folder, no ending. */
  abstract String data(RunNames.Function function);

  /** The name of an index. */
  abstract String index(RunNames.Function function);

  /** Appends a run to the data files, one for each ending. */
  abstract void write(RunNames.Function function, RunCurve curve, List<Writer> files)
      throws IOException;

  /** The text of an index. */
  abstract String index(
      RunNames.Algorithm algorithm, Map<RunNames.Function, List<Run>> byDimension);

  @Override
  public void run(TrialEvent.Finished trial, RunCurve curve) throws IOException {
    RunNames.Function function = names.function(trial.trial().cell());
    RunNames.Algorithm algorithm = names.algorithm(trial.trial().cell());
    if (trial.trial().cell() != cell) {
      close();
      cell = trial.trial().cell();
      for (String ending : endings()) {
        Path file = folder.resolve(algorithm.folder()).resolve(data(function) + ending);
        Files.createDirectories(file.getParent());
        open.add(
            Files.newBufferedWriter(
                file,
                StandardCharsets.UTF_8,
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND));
      }
    }
    write(function, curve, open);
    runs.computeIfAbsent(new Place(algorithm, function.id()), place -> new LinkedHashMap<>())
        .computeIfAbsent(function, dimension -> new ArrayList<>())
        .add(new Run(trial.trial().repeat() + 1, curve.evaluations(), curve.firstBest()));
  }

  @Override
  public void end() throws IOException {
    close();
    for (Map.Entry<Place, Map<RunNames.Function, List<Run>>> entry : runs.entrySet()) {
      Map<Integer, RunNames.Function> dimensions = new TreeMap<>();
      entry.getValue().keySet().forEach(one -> dimensions.put(one.dimension(), one));
      Map<RunNames.Function, List<Run>> ordered = new LinkedHashMap<>();
      dimensions.values().forEach(one -> ordered.put(one, entry.getValue().get(one)));
      RunNames.Algorithm algorithm = entry.getKey().algorithm();
      RunNames.Function first = dimensions.values().iterator().next();
      Files.writeString(
          folder.resolve(algorithm.folder()).resolve(index(first)), index(algorithm, ordered));
    }
  }

  @Override
  public void close() throws IOException {
    for (Writer writer : open) {
      writer.close();
    }
    open.clear();
  }
}
