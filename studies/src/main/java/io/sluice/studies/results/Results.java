package io.sluice.studies.results;

import io.sluice.spi.StudyHeader;
import io.sluice.spi.TrialEvent;
import java.util.List;
import java.util.Objects;

/**
 * Results as if they were a study.
 *
 * @param header its name is that of the first file
 * @param trials one for each run
 * @param notes what was guessed or left out, for people
 */
public record Results(StudyHeader header, List<TrialEvent.Finished> trials, List<String> notes) {
  public Results {
    Objects.requireNonNull(header, "header");
    trials = List.copyOf(trials);
    notes = List.copyOf(notes);
  }
}
