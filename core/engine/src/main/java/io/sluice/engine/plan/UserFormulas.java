package io.sluice.engine.plan;

import io.sluice.engine.catalog.Catalog;
import io.sluice.engine.catalog.Origin;
import io.sluice.engine.study.ComponentSpec;
import io.sluice.formula.FormulaActivation;
import io.sluice.spi.Activation;
import io.sluice.spi.ActivationFunction;
import io.sluice.spi.Component;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Activations that a study defines by formulas. */
public final class UserFormulas {

  private UserFormulas() {}

  /**
   * The activation of a formula as if it were in a catalog; its presets are the first of the
   * declared values.
   *
   * @param activations those whose names a formula cannot take
   * @param version Sluice's own
   * @throws IllegalArgumentException if something is wrong with the formula, its name or values
   */
  public static Catalog.Entry<Activation> entry(
      ComponentSpec spec, Catalog<ActivationFunction> activations, String version) {
    if (activations.find(spec.id()).isPresent()) {
      throw new IllegalArgumentException(
          "its name \"" + spec.id() + "\" is that of an activation; give it another name");
    }
    Map<String, Double> first = new LinkedHashMap<>();
    spec.values().forEach((name, values) -> first.put(name, values.get(0)));
    Activation activation = FormulaActivation.of(spec.formulaName(), spec.formula(), first);
    return new Catalog.Entry<>(activation, new Origin("formula", version, "", ""));
  }

  /**
   * Refuses a formula that takes too many operations.
   *
   * @throws IllegalArgumentException if it does
   */
  static void checkCost(Activation formula, PlanLimits limits) {
    String complaint =
        PlanLimits.complaint(
            ((FormulaActivation) formula).steps(),
            "operations for a value and a slope",
            limits.formulaSteps());
    if (!complaint.isEmpty()) {
      throw new IllegalArgumentException("it takes " + complaint);
    }
  }

  /** Complains where one label would stand for two formulas. */
  static void checkLabels(
      List<Resolved<ChosenActivation>> activations, List<Complaint> complaints) {
    Map<String, String> formulas = new HashMap<>();
    for (Resolved<ChosenActivation> chosen : activations) {
      for (Component layer : chosen.value().layers()) {
        FormulaActivation formula = FormulaActivation.ofStudy(layer).orElse(null);
        if (formula != null) {
          String text = formula.formula().text();
          String other = formulas.putIfAbsent(formula.label(), text);
          if (other != null && !other.equals(text)) {
            String message =
                "\"" + formula.label() + "\" stands for two formulas; give one another name";
            complaints.add(new Complaint(chosen.path(), message));
          }
        }
      }
    }
  }
}
