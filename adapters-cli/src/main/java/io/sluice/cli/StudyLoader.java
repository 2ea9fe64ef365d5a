package io.sluice.cli;

import io.sluice.engine.Laboratory;
import io.sluice.engine.plan.StudyPlan;
import io.sluice.engine.plan.StudyPlanException;
import io.sluice.engine.text.NearestWord;
import io.sluice.engine.watch.Headway;
import io.sluice.spi.StudyHeader;
import io.sluice.studies.Complaint;
import io.sluice.studies.ReadStudy;
import io.sluice.studies.ShippedStudies;
import io.sluice.studies.ShippedStudy;
import io.sluice.studies.StudyFormatException;
import io.sluice.studies.StudyReader;
import io.sluice.studies.TextFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.Supplier;

/** Reads studies from files, pipes and standard input, and from those that come with Sluice. */
final class StudyLoader {

  private static final String DASH = "-";

  private StudyLoader() {}

  /**
   * The study in a file or a pipe, on standard input, or the one that comes with Sluice.
   *
   * @param fileOrName {@code -} for standard input; a shipped study wins over a file of the same
   *     name
   * @param overrides what to replace, each {@code key=value}
   * @param kept the text of the study that a store has under an id, which is asked last
   */
  static ReadStudy load(
      String fileOrName,
      List<String> overrides,
      InputStream standardInput,
      Function<String, Optional<String>> kept) {
    try {
      if (ShippedStudies.contains(fileOrName)) {
        return ShippedStudies.read(fileOrName, overrides);
      }
      if (fileOrName.equals(DASH)) {
        String name = StudyReader.STANDARD_INPUT;
        String text = TextFile.read(standardInput, name, StudyReader.MOST_BYTES);
        return StudyReader.read(text, name, Path.of("").toAbsolutePath(), overrides);
      }
      Path file = Path.of(fileOrName);
      if (!Files.exists(file)) {
        String text = kept.apply(fileOrName).orElseThrow(() -> unknown(fileOrName));
        return StudyReader.read(text, fileOrName, null, overrides);
      }
      String text = TextFile.read(file, fileOrName, StudyReader.MOST_BYTES);
      return StudyReader.read(text, fileOrName, directoryOf(file), overrides);
    } catch (StudyFormatException refused) {
      throw refused(refused);
    } catch (InvalidPathException noPath) {
      throw unknown(fileOrName);
    } catch (IOException unreadable) {
      throw CommandFailure.wrongUsage(unreadable.getMessage());
    }
  }

  /** A study that is made up of what the user gave. */
  static ReadStudy read(Supplier<ReadStudy> study) {
    try {
      return study.get();
    } catch (StudyFormatException refused) {
      throw refused(refused);
    }
  }

  /** Everything that is wrong with a text. */
  static CommandFailure refused(StudyFormatException refused) {
    return CommandFailure.wrongStudy(
        refused.complaints().stream().map(Complaint::toString).toList(), refused);
  }

  /** Where the files are that a study names: beside it, or here if it came through a pipe. */
  static Path directoryOf(Path file) {
    return Files.isRegularFile(file)
        ? file.toAbsolutePath().getParent()
        : Path.of("").toAbsolutePath();
  }

  private static CommandFailure unknown(String fileOrName) {
    List<String> names = ShippedStudies.list().stream().map(ShippedStudy::name).toList();
    return CommandFailure.wrongUsage(
        "there is no file "
            + fileOrName
            + (fileOrName.contains("/") || fileOrName.contains(".")
                ? ""
                : ", and no study of this name comes with Sluice"
                    + NearestWord.hint(fileOrName, names)
                    + "; there are "
                    + String.join(", ", names)));
  }

  /**
   * The plan of a study, or everything that is wrong with it, with the places in its file.
   *
   * @param headway is told how many of its cells are planned
   */
  static StudyPlan plan(Laboratory laboratory, ReadStudy study, Headway headway) {
    try {
      return laboratory.plan(study.spec(), headway);
    } catch (StudyPlanException refused) {
      throw CommandFailure.wrongStudy(
          refused.complaints().stream()
              .map(complaint -> study.locate(complaint.path()) + ": " + complaint.message())
              .toList(),
          refused);
    }
  }

  /** How many cells a study has that a store kept, if it can be read today. */
  static OptionalLong cells(StudyHeader header) {
    try {
      int repeats = StudyReader.read(header.spec(), header.id(), null).spec().repeats();
      return OptionalLong.of(header.trials() / repeats);
    } catch (StudyFormatException foreign) {
      return OptionalLong.empty();
    }
  }

  /** The plan of a study that a store kept. */
  static StudyPlan planAgain(Laboratory laboratory, StudyHeader header) {
    return plan(laboratory, StudyReader.read(header.spec(), header.id(), null), Headway.UNHEARD);
  }
}
