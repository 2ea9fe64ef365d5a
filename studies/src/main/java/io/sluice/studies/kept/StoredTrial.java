package io.sluice.studies.kept;

import io.sluice.engine.text.NearestWord;
import io.sluice.spi.ResultStore;
import io.sluice.spi.StudyHeader;
import io.sluice.spi.TrialEvent;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A trial as a store kept it.
 *
 * @param header its study
 * @param finished its end
 * @param measurements its measurements
 */
public record StoredTrial(
    StudyHeader header, TrialEvent.Finished finished, List<TrialEvent.Measured> measurements) {

  private static final Pattern KEY = Pattern.compile("[0-9a-f]{16}");
  private static final Pattern PLACE = Pattern.compile("(.+)/([0-9]{1,18})");

  public StoredTrial {
    measurements = List.copyOf(measurements);
  }

  /** There is no such trial, or its name is none. The message says what there is. */
  public static final class UnknownException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnknownException(String message) {
      super(message);
    }
  }

  /**
   * Finds a trial.
   *
   * @param name {@code study/index} or a key
   * @param where what messages call the store, such as its URL
   * @throws UnknownException if there is none
   */
  public static StoredTrial find(ResultStore store, String name, String where) {
    Matcher place = PLACE.matcher(name);
    if (place.matches()) {
      StudyHeader header = study(store, place.group(1), where);
      long index = Long.parseLong(place.group(2));
      return finished(store, header, trial -> trial.trial().index() == index)
          .map(trial -> withMeasurements(store, header, trial))
          .orElseThrow(
              () ->
                  new UnknownException(
                      where
                          + " has no "
                          + (isCounted(store, header, index) ? "row of " : "")
                          + "trial "
                          + index
                          + " of "
                          + header.id()
                          + limits(header)));
    }
    if (!KEY.matcher(name).matches()) {
      throw new UnknownException(
          "a trial is named by STUDY/INDEX, such as article/17, or by its key of 16 hexadecimal"
              + " digits, not by \""
              + name
              + "\"");
    }
    for (StudyHeader header : store.studies()) {
      Optional<TrialEvent.Finished> found =
          finished(store, header, trial -> trial.trial().key().equals(name));
      if (found.isPresent()) {
        return withMeasurements(store, header, found.get());
      }
    }
    throw new UnknownException(where + " has no trial with the key " + name);
  }

  /**
   * The study of a store with this id or name.
   *
   * @throws UnknownException if there is none; the message says what the store has
   */
  public static StudyHeader study(ResultStore store, String idOrName, String where) {
    return store
        .find(idOrName)
        .orElseThrow(
            () -> {
              List<String> names =
                  store.studies().stream().map(StudyHeader::name).distinct().toList();
              return new UnknownException(
                  "no study \""
                      + idOrName
                      + "\" in "
                      + where
                      + NearestWord.hint(idOrName, names)
                      + (names.isEmpty()
                          ? "; it is empty"
                          : "; it has " + String.join(", ", names)));
            });
  }

  /** The study and the trial's place in it, such as {@code article-1a2b3c4d/17}. */
  public String name() {
    return header.id() + "/" + finished.trial().index();
  }

  private static boolean isCounted(ResultStore store, StudyHeader header, long index) {
    return index < Integer.MAX_VALUE && store.done(header.id()).get((int) index);
  }

  private static String limits(StudyHeader header) {
    String rows = header.provenance().get(StudyHeader.ROWS_OF_A_CELL);
    return "; the study has the trials 0 to "
        + (header.trials() - 1)
        + (rows == null
            ? ""
            : ", and as it keeps summaries, rows of the first " + rows + " of each cell");
  }

  private static Optional<TrialEvent.Finished> finished(
      ResultStore store, StudyHeader header, Predicate<TrialEvent.Finished> wanted) {
    try (Stream<TrialEvent.Finished> trials = store.trials(header.id())) {
      return trials.filter(wanted).findFirst();
    }
  }

  private static StoredTrial withMeasurements(
      ResultStore store, StudyHeader header, TrialEvent.Finished finished) {
    long index = finished.trial().index();
    try (Stream<TrialEvent.Measured> measurements = store.measurements(header.id())) {
      return new StoredTrial(
          header,
          finished,
          measurements.filter(measured -> measured.trial().index() == index).toList());
    }
  }
}
