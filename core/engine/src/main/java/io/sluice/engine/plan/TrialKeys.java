package io.sluice.engine.plan;

import io.sluice.engine.catalog.ComponentName;
import io.sluice.engine.catalog.Origin;
import io.sluice.engine.network.LayerShape;
import io.sluice.engine.study.StudySpec;
import io.sluice.engine.text.NumberText;
import io.sluice.formula.FormulaActivation;
import io.sluice.spi.Cell;
import io.sluice.spi.Component;
import io.sluice.spi.Optimizer;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;

/**
 * Makes the keys of a study's trials, of what determines their bits and of nothing else: the
 * settings of the study, the version and build of the engine, the cell, the plugins its activations
 * and its optimizer come from, and their formulas. So a trial has one key in every study that has
 * it.
 *
 * @param seed the seed that the random numbers of trials come from
 * @param settings what the trials of the study have in common
 * @param origins where components come from, by their names
 */
record TrialKeys(long seed, String settings, Map<String, Origin> origins) {

  private static final Set<String> LABELLED = Set.of("activation", "optimizer");

  TrialKeys {
    origins = Map.copyOf(origins);
  }

  TrialKeys(StudySpec spec, String engineVersion, Map<String, Origin> origins) {
    this(spec.trialSeed(), "sluice=" + engineVersion + " " + Canonical.settings(spec), origins);
  }

  /**
   * The key of a cell. Activations and optimizers are in it with their ids, values and origins, and
   * not with their labels, which depend on what else the study compares.
   *
   * @param digest of its data
   */
  long of(Cell cell, String digest, Task task, Optimizer optimizer) {
    StringJoiner text = new StringJoiner("\n");
    text.add(settings).add(digest).add(text(cell, LABELLED));
    if (task instanceof Task.Fit) {
      for (LayerShape layer : ((Task.Fit) task).network().layers()) {
        text.add(origin(layer.activation()) + origin(layer.layerActivation()) + layer.training());
      }
    }
    return Canonical.key(text.add(origin(optimizer)).toString());
  }

  /** The labels of a cell, but of some factors and where they are presets, and its values. */
  static String text(Cell cell, Set<String> without) {
    StringJoiner text = new StringJoiner("|");
    cell.factors()
        .forEach(
            (name, label) -> {
              // So that a cell has the text it had before there was the factor.
              if (!without.contains(name) && !label.equals(TrialSetup.PRESETS.get(name))) {
                text.add(name + "=" + label);
              }
            });
    cell.hyperparameters().forEach((name, value) -> text.add(name + "=" + NumberText.of(value)));
    return text.toString();
  }

  private String origin(Component component) {
    if (component == null) {
      return "";
    }
    Optional<FormulaActivation> written = FormulaActivation.ofStudy(component);
    if (written.isPresent()) {
      return "formula " + written.get().formula().text();
    }
    String name = ComponentName.of(component);
    Origin origin = origins.get(name);
    return origin == null ? name : name + " " + origin.sha256();
  }
}
