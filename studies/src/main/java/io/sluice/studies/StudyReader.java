package io.sluice.studies;

import io.sluice.engine.study.Dataset;
import io.sluice.engine.study.ProblemSpec;
import io.sluice.engine.study.StudySpec;
import java.nio.file.Path;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads studies from YAML or JSON text. The format is described in docs/study-format.md. */
public final class StudyReader {

  /** The longest file worth reading, in bytes. */
  public static final int MOST_BYTES = DataFiles.LONGEST;

  /** What complaints call a study that was read from standard input. */
  public static final String STANDARD_INPUT = "standard input";

  private StudyReader() {}

  /**
   * Reads a study.
   *
   * @param text YAML or JSON, at most 5 million characters besides rows of data in JSON
   * @param sourceName what complaints call the text, usually the name of its file
   * @param baseDirectory where CSV files are that the study names; null refuses all files
   * @throws StudyFormatException with everything that is wrong
   */
  public static ReadStudy read(String text, String sourceName, Path baseDirectory) {
    return read(text, sourceName, baseDirectory, List.of());
  }

  /**
   * Reads a study, some of its values replaced.
   *
   * @param text YAML or JSON, at most 5 million characters besides rows of data in JSON
   * @param sourceName what complaints call the text, usually the name of its file
   * @param baseDirectory where CSV files are that the study names; null refuses all files
   * @param overrides each a path, an equals sign and a value in YAML, such as {@code
   *     optimizers[0].learning-rate=[0.01, 0.1]}; later ones win
   * @throws StudyFormatException with everything that is wrong
   */
  public static ReadStudy read(
      String text, String sourceName, Path baseDirectory, List<String> overrides) {
    Reading reading = Reading.of(sourceName, baseDirectory);
    Node tree = TreeReader.read(text, sourceName, reading.complaints());
    tree = Overrides.apply(tree, overrides, reading.complaints());
    Optional<StudySpec> spec = StudyKeys.read(Field.root(reading, tree));
    reading.complaints().throwIfAny();
    checkLength(spec.orElseThrow(), sourceName, reading.complaints());
    reading.complaints().throwIfAny();
    return new ReadStudy(spec.get(), sourceName, reading.locations());
  }

  /** Data that several problems share count once. */
  private static void checkLength(StudySpec study, String source, Complaints complaints) {
    Set<Dataset> distinct = Collections.newSetFromMap(new IdentityHashMap<>());
    for (ProblemSpec problem : study.problems()) {
      if (problem instanceof ProblemSpec.Data) {
        distinct.add(((ProblemSpec.Data) problem).data());
      }
    }
    long numbers = distinct.stream().mapToLong(Dataset::numbers).sum();
    if (numbers > CsvReader.MOST_NUMBERS) {
      complaints.add(Location.of(source), "problems", CsvReader.tooMuch(numbers));
    }
  }
}
