package io.sluice.spi;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

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
 * @param factors what it varies, in the order of columns; none declared stands for {@link
 *     Factor#FIRST}
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
    List<Factor> factors,
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

  /**
   * The provenance has here of a study that keeps summaries how many trials of each cell, the first
   * ones, are kept as rows.
   */
  public static final String ROWS_OF_A_CELL = "rows of a cell";

  public StudyHeader {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(question, "question");
    Objects.requireNonNull(spec, "spec");
    targets = List.copyOf(targets);
    factors = factors.isEmpty() ? Factor.FIRST : List.copyOf(factors);
    if (Set.copyOf(Factor.names(factors)).size() < factors.size()) {
      throw new IllegalArgumentException("a factor is declared twice: " + Factor.names(factors));
    }
    provenance = Collections.unmodifiableMap(new LinkedHashMap<>(provenance));
  }

  /** A header that declares no factors. */
  public StudyHeader(
      String id,
      String name,
      String question,
      String spec,
      long trials,
      double budget,
      List<Double> targets,
      Map<String, String> provenance) {
    this(id, name, question, spec, trials, budget, targets, List.of(), provenance);
  }

  /**
   * A trial as it was kept, with the factors that this header declares: a factor that its cell does
   * not have yet is at its preset.
   */
  public TrialEvent.Finished complete(TrialEvent.Finished kept) {
    Trial trial = kept.trial();
    Cell cell = trial.cell();
    Cell whole = Cell.of(factors, cell.index(), cell.factors(), cell.hyperparameters());
    return new TrialEvent.Finished(
        new Trial(trial.index(), trial.key(), whole, trial.repeat()), kept.result());
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
