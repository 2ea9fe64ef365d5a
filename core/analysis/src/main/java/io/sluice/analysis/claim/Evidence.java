package io.sluice.analysis.claim;

import io.sluice.analysis.StudyRows;
import io.sluice.spi.Outcome;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The rows of a claim's studies.
 *
 * @param studies by the name that the claim gives each; one at least
 */
public record Evidence(Map<String, StudyRows> studies) {

  public Evidence {
    studies = Collections.unmodifiableMap(new LinkedHashMap<>(studies));
    if (studies.isEmpty()) {
      throw new IllegalArgumentException("evidence is of one study at least");
    }
  }

  /** How many trials there are. */
  long trials() {
    return studies.values().stream().mapToLong(StudyRows::trials).sum();
  }

  /** How many of them failed. */
  long failed() {
    return studies.values().stream().mapToLong(rows -> rows.count(Outcome.FAILED)).sum();
  }

  /**
   * The rows of a study.
   *
   * @param name empty for the first one
   * @throws IllegalArgumentException if there is none of this name
   */
  StudyRows of(String name) {
    StudyRows rows = name.isEmpty() ? studies.values().iterator().next() : studies.get(name);
    if (rows == null) {
      throw new IllegalArgumentException(
          "the claim has no study \"" + name + "\", only " + String.join(", ", studies.keySet()));
    }
    return rows;
  }
}
