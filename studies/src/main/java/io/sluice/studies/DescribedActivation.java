package io.sluice.studies;

import io.sluice.engine.text.NumberText;
import io.sluice.formula.Formula;
import io.sluice.formula.FormulaActivation;
import io.sluice.spi.Activation;
import io.sluice.spi.ActivationDefinition;
import io.sluice.spi.Hyperparameter;
import io.sluice.spi.Interval;
import io.sluice.spi.StochasticActivation;
import io.sluice.spi.TrainableActivation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The definition that an activation written in Java would have: its formula and what it declares.
 * Range and kinks are declared where they differ from what is derived of the formula and do not
 * move with the hyper-parameters.
 */
final class DescribedActivation {

  private final Activation activation;
  private final List<String> unsaid = new ArrayList<>();
  private final ActivationDefinition definition;

  DescribedActivation(Activation activation) {
    this.activation = activation;
    String formula = activation.description().formula();
    if (formula.isBlank()) {
      throw new IllegalArgumentException(
          activation.id() + " has no formula, so that no text can define it");
    }
    Optional<String> surrogate =
        Optional.of(activation.surrogateSlope()).filter(slope -> !slope.isEmpty());
    List<String> used = new ArrayList<>(Formula.parametersOf(formula));
    surrogate.map(Formula::parametersOf).ifPresent(used::addAll);
    List<Hyperparameter> said = new ArrayList<>();
    for (Hyperparameter each : activation.hyperparameters()) {
      if (used.contains(Formula.spelling(each.name()))) {
        said.add(each);
      } else {
        unsaid.add("left out, because the formula does not have it: " + each.name());
      }
    }
    List<String> names = said.stream().map(Hyperparameter::name).toList();
    List<String> trainable = new ArrayList<>();
    TrainableActivation.Sharing sharing = TrainableActivation.Sharing.FIXED;
    if (activation instanceof TrainableActivation) {
      trainable.addAll(((TrainableActivation) activation).trainable());
      trainable.retainAll(names);
      sharing = ((TrainableActivation) activation).sharing();
    }
    if (activation instanceof StochasticActivation) {
      unsaid.add(
          "left out: it draws random numbers in training; the formula is what it is without");
    }
    ActivationDefinition plain =
        new ActivationDefinition(
            activation.id(),
            activation.description(),
            said,
            trainable,
            sharing,
            Optional.empty(),
            Optional.empty(),
            surrogate);
    FormulaActivation derived = FormulaActivation.of(plain);
    definition =
        new ActivationDefinition(
            plain.id(),
            plain.description(),
            said,
            trainable,
            sharing,
            declared("range", derived, Activation::range, PresetKeys::text),
            declared("kinks", derived, DescribedActivation::kinks, this::numbers)
                .map(DescribedActivation::elements),
            surrogate);
  }

  /** The definition. */
  ActivationDefinition definition() {
    return definition;
  }

  /** What the definition cannot say. */
  List<String> unsaid() {
    return unsaid;
  }

  private static List<Double> kinks(Activation activation) {
    return Arrays.stream(activation.kinks()).boxed().toList();
  }

  private String numbers(List<Double> kinks) {
    return kinks.stream().map(NumberText::of).collect(Collectors.joining(" "));
  }

  private static List<String> elements(String numbers) {
    return numbers.isEmpty() ? List.of() : List.of(numbers.split(" "));
  }

  /** What is to be said of this, if anything is and can be. */
  private <T> Optional<String> declared(
      String what,
      FormulaActivation derived,
      Function<Activation, T> question,
      Function<T, String> text) {
    T here = question.apply(activation);
    if (here.equals(question.apply(derived))) {
      return Optional.empty();
    }
    for (Hyperparameter each : activation.hyperparameters()) {
      for (double other : others(each)) {
        if (!here.equals(question.apply(moved(each, other)))) {
          unsaid.add(
              String.format(
                  "left out, because it moves with %s: %s %s",
                  each.name(), what, text.apply(here)));
          return Optional.empty();
        }
      }
    }
    return Optional.of(text.apply(here));
  }

  private Activation moved(Hyperparameter each, double other) {
    Map<String, Double> values = new LinkedHashMap<>();
    activation.hyperparameters().forEach(h -> values.put(h.name(), h.value()));
    values.put(each.name(), other);
    return activation.with(values);
  }

  /** A larger and a smaller value, as far as they are allowed. */
  private static double[] others(Hyperparameter each) {
    double value = each.value();
    Interval range = each.range();
    double[] tried = {
      value + 1, value - 1, 1.25 * value, 0.75 * value, range.lower(), range.upper()
    };
    return Arrays.stream(tried)
        .filter(other -> other != value && each.complaint(other).isEmpty())
        .toArray();
  }
}
