package io.sluice.formula;

import io.sluice.spi.Component;
import io.sluice.spi.Description;
import io.sluice.spi.GradientOptimizer;
import io.sluice.spi.GradientState;
import io.sluice.spi.Hyperparameter;
import io.sluice.spi.Interval;
import io.sluice.spi.LaneMemory;
import io.sluice.spi.OptimizerDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An optimizer that a {@link Rule} defines: that of an {@link OptimizerDefinition}, or one that a
 * study wrote down.
 */
public final class RuleOptimizer implements GradientOptimizer {

  /** The id of one that has no name. */
  public static final String ID = "rule";

  private static final String MOMENT = "m";

  private final OptimizerDefinition definition;
  private final Rule rule;
  private final boolean ofStudy;
  private final String moment;

  private RuleOptimizer(OptimizerDefinition definition, Rule rule, boolean ofStudy) {
    this.definition = definition;
    this.rule = rule;
    this.ofStudy = ofStudy;
    String named = definition.moment().map(Formula::spelling).orElse(MOMENT);
    boolean known = rule.isPerWeight(named);
    if (definition.moment().isPresent() && !known) {
      List<String> states = rule.states().stream().filter(rule::isPerWeight).toList();
      throw new IllegalArgumentException(
          "the rule keeps no \""
              + definition.moment().get()
              + "\" for each weight"
              + Spelling.hint(named, states));
    }
    moment = known ? named : null;
  }

  /**
   * The optimizer of a definition.
   *
   * @throws FormulaException if its rule cannot be read
   * @throws IllegalArgumentException if the rule does not use one of the hyper-parameters, or keeps
   *     no such first moment
   */
  public static RuleOptimizer of(OptimizerDefinition definition) {
    List<String> names = definition.hyperparameters().stream().map(Hyperparameter::name).toList();
    return new RuleOptimizer(
        definition, Rule.parse(definition.description().formula(), names), false);
  }

  /**
   * The optimizer of a rule in a study.
   *
   * @param name its id, lower kebab-case, or an empty text for {@value #ID}
   * @param text the rule
   * @param values of its hyper-parameters, by name
   * @throws FormulaException if the rule cannot be read
   * @throws IllegalArgumentException if it does not use one of the values, or a name or value
   *     cannot be used
   */
  public static RuleOptimizer of(String name, String text, Map<String, Double> values) {
    List<String> names = values.keySet().stream().map(key -> key.replace('_', '-')).toList();
    Rule rule = Rule.parse(text, names);
    List<Hyperparameter> hyperparameters = new ArrayList<>();
    for (double value : values.values()) {
      String each = names.get(hyperparameters.size());
      if (!(Math.abs(value) <= Double.MAX_VALUE)) {
        throw new IllegalArgumentException(each + " must be a finite number, not " + value);
      }
      hyperparameters.add(Hyperparameter.real(each, value, Interval.REALS, "of the rule"));
    }
    OptimizerDefinition definition =
        new OptimizerDefinition(
            name.isEmpty() ? ID : name,
            Description.of("A user rule", text.strip(), ""),
            hyperparameters,
            Optional.empty());
    return new RuleOptimizer(definition, rule, true);
  }

  /** The optimizer, if it is one that a study wrote down. */
  public static Optional<RuleOptimizer> ofStudy(Component component) {
    return component instanceof RuleOptimizer && ((RuleOptimizer) component).ofStudy
        ? Optional.of((RuleOptimizer) component)
        : Optional.empty();
  }

  /** What it is the optimizer of. */
  public OptimizerDefinition definition() {
    return definition;
  }

  /** How it updates. */
  public Rule rule() {
    return rule;
  }

  @Override
  public String id() {
    return definition.id();
  }

  @Override
  public Description description() {
    return definition.description();
  }

  @Override
  public List<Hyperparameter> hyperparameters() {
    return definition.hyperparameters();
  }

  @Override
  public RuleOptimizer with(Map<String, Double> values) {
    return new RuleOptimizer(definition.with(values), rule, ofStudy);
  }

  @Override
  public GradientState start(LaneMemory memory) {
    List<String> names = hyperparameters().stream().map(Hyperparameter::name).toList();
    return new RuleState(rule, memory, names, moment);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof RuleOptimizer
        && definition.equals(((RuleOptimizer) other).definition)
        && ofStudy == ((RuleOptimizer) other).ofStudy;
  }

  @Override
  public int hashCode() {
    return definition.hashCode();
  }

  @Override
  public String toString() {
    return id() + hyperparameters();
  }
}
