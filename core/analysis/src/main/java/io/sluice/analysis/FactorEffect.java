package io.sluice.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * What each level of one factor came to, all other factors pooled. Where levels did not meet the
 * same levels of the other factors, part of the difference may be due to those.
 *
 * @param factor its name
 * @param levels in the order of the plan
 */
public record FactorEffect(String factor, List<Level> levels) {

  /** The label of the activation where a problem has no network. */
  static final String NO_ACTIVATION = "-";

  /**
   * A level of the factor.
   *
   * @param label its name
   * @param summary what its trials came to, at the study's headline target
   */
  public record Level(String label, TrialSummary summary) {
    public Level {
      Objects.requireNonNull(label, "label");
      Objects.requireNonNull(summary, "summary");
    }
  }

  public FactorEffect {
    levels = List.copyOf(levels);
  }

  /** The effects of all factors that vary, in the order of the study's header. */
  public static List<FactorEffect> of(StudyRows rows) {
    int target = rows.headlineTarget();
    List<FactorEffect> effects = new ArrayList<>();
    for (String factor : rows.factors()) {
      List<String> labels = varying(rows, factor);
      if (labels.size() < 2) {
        continue;
      }
      List<Level> levels = new ArrayList<>();
      for (String label : labels) {
        List<CellSamples> cells =
            rows.cells().stream().filter(cell -> cell.cell().factor(factor).equals(label)).toList();
        levels.add(new Level(label, TrialSummary.of(rows, cells, target)));
      }
      effects.add(new FactorEffect(factor, levels));
    }
    return List.copyOf(effects);
  }

  /** The levels of a factor; those of the activation without the mark for having none. */
  static List<String> varying(StudyRows rows, String factor) {
    return rows.levels(factor).stream()
        .filter(label -> !(factor.equals("activation") && label.equals(NO_ACTIVATION)))
        .toList();
  }
}
