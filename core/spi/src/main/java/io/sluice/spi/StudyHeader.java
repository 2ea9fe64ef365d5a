package io.sluice.spi;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What is known of a study before its first trial.
 *
 * @param id the study's name and a hash of everything that decides its results
 * @param name the name its author gave it
 * @param question what it asks
 * @param spec the study's text in canonical JSON, enough to run it again
 * @param trials how many trials the plan has
 * @param budget what a trial may spend, in forward-equivalents
 * @param targets the losses whose first hits are timed, in the order of {@link
 *     TrialResult#hitCosts()}
 * @param provenance versions, plugins with SHA-256, machine; for people and for comparing
 */
public record StudyHeader(
    String id,
    String name,
    String question,
    String spec,
    long trials,
    double budget,
    List<Double> targets,
    Map<String, String> provenance) {

  /**
   * Where the provenance says what decides, if the study declared it: {@code target 0.001} or
   * {@code metric validation-accuracy}.
   */
  public static final String DECIDE_BY = "decide-by";

  /** The provenance has here 128 bits, as hexadecimal digits, of all that decides the results. */
  public static final String IDENTITY = "identity";

  /**
   * The provenance has here 128 bits of the settings that all trials of a study have in common.
   * Where they are equal, trials with one key are one trial.
   */
  public static final String SETTINGS = "settings";

  /** The provenance of a tuned study has here the ids of the studies that chose its values. */
  public static final String TUNED_BY = "tuned by";

  /** The provenance of a tuned study has here the names of the hyper-parameters that were tuned. */
  public static final String TUNED_VALUES = "tuned";

  /** The provenance of a tuned study says here whether what tuning cost counts. */
  public static final String TUNING_COST = "tuning cost";

  public StudyHeader {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(question, "question");
    Objects.requireNonNull(spec, "spec");
    targets = List.copyOf(targets);
    provenance = Collections.unmodifiableMap(new LinkedHashMap<>(provenance));
  }

  /** The ids of the studies that chose values for this one, in order; empty if none did. */
  public List<String> tunedBy() {
    return words(TUNED_BY);
  }

  /** The names of the hyper-parameters of optimizers that were tuned; empty if none was. */
  public List<String> tunedValues() {
    return words(TUNED_VALUES);
  }

  private List<String> words(String key) {
    String words = provenance.getOrDefault(key, "");
    return words.isEmpty() ? List.of() : List.of(words.split(" "));
  }
}
