package io.sluice.cli;

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
record StoredTrial(
    StudyHeader header, TrialEvent.Finished finished, List<TrialEvent.Measured> measurements) {

  private static final Pattern KEY = Pattern.compile("[0-9a-f]{16}");
  private static final Pattern PLACE = Pattern.compile("(.+)/([0-9]{1,18})");

  StoredTrial {
    measurements = List.copyOf(measurements);
  }

  /**
   * Finds a trial.
   *
   * @param name {@code study/index} or a key
   */
  static StoredTrial find(ResultStore store, String name, String url) {
    Matcher place = PLACE.matcher(name);
    if (place.matches()) {
      StudyHeader header = StoredStudies.find(store, place.group(1), url);
      long index = Long.parseLong(place.group(2));
      return finished(store, header, trial -> trial.trial().index() == index)
          .map(trial -> withMeasurements(store, header, trial))
          .orElseThrow(
              () ->
                  CommandFailure.wrongUsage(
                      url + " has no trial " + index + " of " + header.id() + limits(header)));
    }
    if (!KEY.matcher(name).matches()) {
      throw CommandFailure.wrongUsage(
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
    throw CommandFailure.wrongUsage(url + " has no trial with the key " + name);
  }

  private static String limits(StudyHeader header) {
    return "; the study has the trials 0 to " + (header.trials() - 1);
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
