package io.sluice.engine.plan;

import io.sluice.engine.catalog.Catalog;
import io.sluice.engine.catalog.Origin;
import io.sluice.engine.study.ComponentSpec;
import io.sluice.formula.FormulaActivation;
import io.sluice.formula.RuleOptimizer;
import io.sluice.formula.TextComponent;
import io.sluice.spi.Activation;
import io.sluice.spi.ActivationFunction;
import io.sluice.spi.Component;
import io.sluice.spi.Optimizer;
import io.sluice.spi.WrappedOptimizer;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Activations that a study defines by formulas, and optimizers that it defines by rules. */
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
    refuseTaken(spec, activations, "an activation");
    return entry(FormulaActivation.of(spec.textName(), spec.text(), first(spec)), version);
  }

  /** The optimizer of a rule, likewise. */
  public static Catalog.Entry<Optimizer> rule(
      ComponentSpec spec, Catalog<?> optimizers, String version) {
    refuseTaken(spec, optimizers, "an optimizer");
    return entry(RuleOptimizer.of(spec.textName(), spec.text(), first(spec)), version);
  }

  private static void refuseTaken(ComponentSpec spec, Catalog<?> catalog, String what) {
    if (catalog.find(spec.id()).isPresent()) {
      throw new IllegalArgumentException(
          "its name \"" + spec.id() + "\" is that of " + what + "; give it another name");
    }
  }

  private static Map<String, Double> first(ComponentSpec spec) {
    Map<String, Double> first = new LinkedHashMap<>();
    spec.values().forEach((name, values) -> first.put(name, values.get(0)));
    return first;
  }

  private static <T extends Component> Catalog.Entry<T> entry(T made, String version) {
    return new Catalog.Entry<>(
        made, new Origin(((TextComponent) made).textName(), version, "", ""));
  }

  /**
   * Refuses a text that takes too many operations.
   *
   * @throws IllegalArgumentException if it does
   */
  public static void checkCost(Component written, PlanLimits limits) {
    TextComponent text = (TextComponent) written;
    String what =
        written instanceof Optimizer
            ? "operations for a weight"
            : "operations for a value and a slope";
    String complaint = PlanLimits.complaint(text.steps(), what, limits.formulaSteps());
    if (!complaint.isEmpty()) {
      throw new IllegalArgumentException("it takes " + complaint);
    }
  }

  /** Complains where one label would stand for two texts. */
  static void checkLabels(Factors factors, List<Complaint> complaints) {
    Map<String, String> formulas = new HashMap<>();
    for (Resolved<ChosenActivation> chosen : factors.activations()) {
      for (Component layer : chosen.value().layers()) {
        checkLabel(layer, chosen.path(), formulas, complaints);
      }
    }
    Map<String, String> rules = new HashMap<>();
    for (Resolved<Optimizer> chosen : factors.optimizers()) {
      Component inmost = chosen.value();
      while (inmost instanceof WrappedOptimizer) {
        inmost = ((WrappedOptimizer) inmost).inner();
      }
      checkLabel(inmost, chosen.path(), rules, complaints);
    }
  }

  private static void checkLabel(
      Component component, String path, Map<String, String> texts, List<Complaint> complaints) {
    TextComponent written = TextComponent.ofStudy(component).orElse(null);
    if (written != null) {
      String other = texts.putIfAbsent(written.label(), written.text());
      if (other != null && !other.equals(written.text())) {
        complaints.add(
            new Complaint(
                path,
                "\""
                    + written.label()
                    + "\" stands for two "
                    + written.textName()
                    + "s; give one another name"));
      }
    }
  }
}
