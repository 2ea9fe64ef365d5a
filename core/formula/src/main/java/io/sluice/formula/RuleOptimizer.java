package io.sluice.formula;

import io.sluice.spi.Description;
import io.sluice.spi.GradientOptimizer;
import io.sluice.spi.GradientState;
import io.sluice.spi.Hyperparameter;
import io.sluice.spi.Invariance;
import io.sluice.spi.LaneMemory;
import io.sluice.spi.OptimizerDefinition;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * An optimizer that a {@link Rule} defines: that of an {@link OptimizerDefinition}, or one that a
 * study wrote down.
 */
public final class RuleOptimizer implements GradientOptimizer, TextComponent {

  /** The id of one that has no name. */
  public static final String ID = "rule";

  private static final String MOMENT = "m";

  private final OptimizerDefinition definition;
  private final Shared shared;
  private final boolean ofStudy;

  private RuleOptimizer(OptimizerDefinition definition, Shared shared, boolean ofStudy) {
    this.definition = definition;
    this.shared = shared;
    this.ofStudy = ofStudy;
  }

  /** What all copies have in common, read when first asked for. */
  private static final class Shared {

    private final OptimizerDefinition definition;
    private volatile Rule rule;

    Shared(OptimizerDefinition definition) {
      this.definition = definition;
    }

    Rule rule() {
      Rule read = rule;
      if (read == null) {
        read = Rule.parse(definition.description().formula(), names(definition));
        rule = read;
      }
      return read;
    }

    /** The state that is the first moment; null if there is none. */
    String moment() {
      String named = definition.moment().map(Formula::spelling).orElse(MOMENT);
      boolean known = rule().isPerWeight(named);
      if (definition.moment().isPresent() && !known) {
        List<String> states = rule().states().stream().filter(rule()::isPerWeight).toList();
        throw new IllegalArgumentException(
            "the rule keeps no \""
                + definition.moment().get()
                + "\" for each weight"
                + Spelling.hint(named, states));
      }
      return known ? named : null;
    }
  }

  private static List<String> names(OptimizerDefinition definition) {
    return definition.hyperparameters().stream().map(Hyperparameter::name).toList();
  }

  /**
   * The optimizer of a definition.
   *
   * @throws FormulaException if its rule cannot be read
   * @throws IllegalArgumentException if the rule does not use one of the hyper-parameters, or keeps
   *     no such first moment
   */
  public static RuleOptimizer of(OptimizerDefinition definition) {
    return read(definition, false);
  }

  private static RuleOptimizer read(OptimizerDefinition definition, boolean ofStudy) {
    RuleOptimizer optimizer = new RuleOptimizer(definition, new Shared(definition), ofStudy);
    optimizer.shared.moment();
    return optimizer;
  }

  /**
   * The optimizer of a definition of which {@link #of(OptimizerDefinition)} made one before: its
   * rule is read when it is needed.
   */
  public static RuleOptimizer later(OptimizerDefinition definition) {
    return new RuleOptimizer(definition, new Shared(definition), false);
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
    TextNames.check(ID, "my-optimizer", name);
    List<Hyperparameter> hyperparameters = TextNames.hyperparameters(ID, values);
    OptimizerDefinition definition =
        new OptimizerDefinition(
            name.isEmpty() ? ID : name,
            Description.of("A user rule", text.strip(), ""),
            hyperparameters,
            Optional.empty());
    return read(definition, true);
  }

  @Override
  public OptimizerDefinition definition() {
    return definition;
  }

  @Override
  public String textName() {
    return ID;
  }

  @Override
  public String text() {
    return rule().text();
  }

  @Override
  public boolean isOfStudy() {
    return ofStudy;
  }

  @Override
  public int steps() {
    return rule().steps();
  }

  @Override
  public String label() {
    return ofStudy && id().equals(ID) ? rule().label() : id();
  }

  /** How it updates. */
  public Rule rule() {
    return shared.rule();
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

  /**
   * A rule treats all weights of a group alike, and what it has of all of them are sums; with its
   * presets it also has what its definition declares.
   */
  @Override
  public Set<Invariance> invariances() {
    Set<Invariance> all = EnumSet.of(Invariance.PERMUTATION);
    if (definition.equals(shared.definition)) {
      all.addAll(definition.invariances());
    }
    return all;
  }

  @Override
  public RuleOptimizer with(Map<String, Double> values) {
    return new RuleOptimizer(definition.with(values), shared, ofStudy);
  }

  /** The same one, which is never compiled: for comparisons. */
  public RuleOptimizer interpreted() {
    RuleOptimizer same = read(definition, ofStudy);
    same.rule().interpretAlways();
    return same;
  }

  @Override
  public GradientState start(LaneMemory memory) {
    return new RuleState(rule(), memory, names(definition), shared.moment());
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
    return label();
  }
}
