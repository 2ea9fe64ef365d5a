package io.sluice.cli;

import io.sluice.engine.Laboratory;
import io.sluice.engine.plan.StudyPlan;
import io.sluice.engine.plan.StudyPlanException;
import io.sluice.engine.text.NearestWord;
import io.sluice.spi.StudyHeader;
import io.sluice.studies.Complaint;
import io.sluice.studies.ReadStudy;
import io.sluice.studies.ShippedStudies;
import io.sluice.studies.ShippedStudy;
import io.sluice.studies.StudyFormatException;
import io.sluice.studies.StudyReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Reads studies from files and from those that come with Sluice. */
final class StudyLoader {

  private StudyLoader() {}

  /**
   * The study in a file, or the one that comes with Sluice.
   *
   * @param fileOrName a shipped study wins over a file of the same name
   * @param overrides what to replace, each {@code key=value}
   */
  static ReadStudy load(String fileOrName, List<String> overrides) {
    Path file = Path.of(fileOrName);
    boolean isShipped = ShippedStudies.contains(fileOrName);
    if (!isShipped && !Files.isRegularFile(file)) {
      throw unknown(fileOrName);
    }
    try {
      return isShipped
          ? ShippedStudies.read(fileOrName, overrides)
          : StudyReader.read(Files.readString(file), fileOrName, file.toAbsolutePath().getParent(), overrides);
    } catch (StudyFormatException refused) {
      throw CommandFailure.wrongStudy(
          refused.complaints().stream().map(Complaint::toString).toList(), refused);
    } catch (CharacterCodingException notText) {
      throw CommandFailure.wrongUsage(fileOrName + " is no UTF-8 text, so no study file");
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
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

  /** The plan of a study, or everything that is wrong with it, with the places in its file. */
  static StudyPlan plan(Laboratory laboratory, ReadStudy study) {
    try {
      return laboratory.plan(study.spec());
    } catch (StudyPlanException refused) {
      throw CommandFailure.wrongStudy(
          refused.complaints().stream()
              .map(complaint -> study.locate(complaint.path()) + ": " + complaint.message())
              .toList(),
          refused);
    }
  }

  /** The plan of a study that a store kept. */
  static StudyPlan planAgain(Laboratory laboratory, StudyHeader header) {
    return plan(laboratory, StudyReader.read(header.spec(), header.id(), null));
  }
}
