package io.sluice.formula;

import io.sluice.spi.ActivationDefinition;
import io.sluice.spi.Hyperparameter;
import io.sluice.spi.Interval;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What all copies of an activation have in common, whatever the values of its hyper-parameters: the
 * formula, and what is declared of range and kinks. The model is made when first asked for, and of
 * a definition that was right before also what its texts say.
 */
final class DefinedFunction {

  private final ActivationDefinition definition;
  private volatile Parts parts;
  private Model model;

  /** What is read of the texts of a definition. */
  private record Parts(
      Formula formula,
      Optional<Formula> surrogate,
      int[] trained,
      Optional<RangeText> range,
      Optional<List<FixedFormula>> kinks) {

    static Parts of(Formula formula, ActivationDefinition definition) {
      List<String> names = formula.parameters();
      return new Parts(
          formula,
          definition.slope().map(text -> DefinedFunction.surrogate(text, names)),
          definition.trainable().stream().mapToInt(names::indexOf).toArray(),
          definition.range().map(text -> RangeText.parse(text, names)),
          definition
              .kinks()
              .map(
                  all ->
                      all.stream()
                          .map(each -> FixedFormula.parse("the kink", each, names))
                          .toList()));
    }

    /** Those of a definition whose formula has x and every hyper-parameter in it. */
    static Parts of(ActivationDefinition definition) {
      String text = definition.computedText();
      List<String> names = definition.hyperparameters().stream().map(Hyperparameter::name).toList();
      Formula formula =
          definition.slope().isEmpty()
              ? DefinedFunction.formula(text, names)
              : Formula.parse(text, names);
      definition
          .slope()
          .ifPresent(slope -> checkUse(names, formula, DefinedFunction.surrogate(slope, names)));
      if (definition.computed().isPresent()) {
        Formula.parse(definition.description().formula(), names);
      }
      if (!formula.usesVariable()) {
        throw new IllegalArgumentException("the formula does not depend on x");
      }
      return of(formula, definition);
    }
  }

  private DefinedFunction(ActivationDefinition definition, Parts parts) {
    this.definition = definition;
    this.parts = parts;
  }

  /** A function whose formula was read already. */
  DefinedFunction(Formula formula, ActivationDefinition definition) {
    this(definition, Parts.of(formula, definition));
  }

  /** The function of a definition, if its formula has x and every hyper-parameter in it. */
  static DefinedFunction of(ActivationDefinition definition) {
    return new DefinedFunction(definition, Parts.of(definition));
  }

  /** The function of a definition that was right before. */
  static DefinedFunction later(ActivationDefinition definition) {
    return new DefinedFunction(definition, (Parts) null);
  }

  private Parts parts() {
    Parts read = parts;
    if (read == null) {
      read = Parts.of(definition);
      parts = read;
    }
    return read;
  }

  /** Reads a formula that must use every one of its hyper-parameters. */
  static Formula formula(String text, List<String> names) {
    Formula formula = Formula.parse(text, names);
    checkUse(names, formula);
    return formula;
  }

  private static void checkUse(List<String> names, Formula... formulas) {
    for (String parameter : names) {
      if (Arrays.stream(formulas).noneMatch(each -> each.uses(parameter))) {
        throw new IllegalArgumentException(
            (formulas.length > 1
                    ? "neither formula nor slope uses \""
                    : "the formula does not use \"")
                + parameter
                + "\""
                + Spelling.hint(parameter, Formula.parametersOf(formulas[0].text())));
      }
    }
  }

  private static Formula surrogate(String text, List<String> names) {
    try {
      return Formula.parse(text, names);
    } catch (FormulaException mistake) {
      throw new IllegalArgumentException(
          "the slope \"" + text.strip() + "\" cannot be read: " + mistake.complaint(), mistake);
    }
  }

  /**
   * Refuses range and kinks that make no sense for these values.
   *
   * @throws IllegalArgumentException if they do not
   */
  void check(double[] at) {
    parts().range().ifPresent(declared -> declared.at(at));
    for (FixedFormula kink : parts().kinks().orElse(List.of())) {
      double place = kink.at(at);
      if (Double.isNaN(place)) {
        throw new IllegalArgumentException("a kink must lie at a number, not at " + place);
      }
    }
  }

  Formula formula() {
    return parts().formula();
  }

  /** The formula made ready; it may be made twice, but is the same. */
  Model model() {
    Model made = model;
    if (made == null) {
      made = new Model(formula(), parts().surrogate(), parts().trained());
      model = made;
    }
    return made;
  }

  /**
   * The range for these values, found without slopes; all reals where what is declared makes no
   * sense for them.
   */
  Interval range(double[] at) {
    Optional<RangeText> range = parts().range();
    if (range.isEmpty()) {
      Graph graph = new Graph();
      return Ranges.of(graph, new Builder(new Rewriter(graph)).node(formula().expression()), at);
    }
    try {
      return range.get().at(at);
    } catch (IllegalArgumentException none) {
      return Interval.REALS;
    }
  }

  /** The kinks for these values, ascending; those that are declared, if any are. */
  double[] kinks(double[] at, Program valuesAndSlopes) {
    return parts()
        .kinks()
        .map(
            declared ->
                declared.stream()
                    .mapToDouble(kink -> kink.at(at) + 0.0)
                    .filter(Double::isFinite)
                    .distinct()
                    .sorted()
                    .toArray())
        .orElseGet(() -> Kinks.of(model(), at, valuesAndSlopes));
  }
}
