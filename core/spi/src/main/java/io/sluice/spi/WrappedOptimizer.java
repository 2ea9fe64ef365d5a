package io.sluice.spi;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * An optimizer that is a wrapper and what it is around, both with values of their own. Its
 * hyper-parameters are those of the wrapper and then those of the optimizer inside by their names;
 * where the wrapper has a name already, that inside is called {@code around-} and its name.
 */
public sealed interface WrappedOptimizer extends Component permits GradientAround, OracleAround {

  /** What stands between the ids of both. */
  String AROUND = "-around-";

  /** The wrapper. */
  OptimizerWrapper wrapper();

  /** What it is around. */
  GradientOptimizer inner();

  /** The ids of both: {@code lookahead-around-adam}. */
  @Override
  default String id() {
    return wrapper().id() + AROUND + inner().id();
  }

  @Override
  default Description description() {
    Description outside = wrapper().description();
    Description inside = inner().description();
    return Description.of(
            outside.summary() + ", around " + inner().id(), outside.formula(), outside.source())
        .note("Inside is " + inner().id() + ": " + inside.summary());
  }

  @Override
  default List<Hyperparameter> hyperparameters() {
    List<Hyperparameter> all = new ArrayList<>(wrapper().hyperparameters());
    Map<String, String> names = namesInside();
    for (Hyperparameter each : inner().hyperparameters()) {
      all.add(
          new Hyperparameter(
              names.get(each.name()), each.kind(), each.value(), each.range(), each.meaning()));
    }
    return List.copyOf(all);
  }

  /** What the hyper-parameters of the optimizer inside are called here, by their own names. */
  default Map<String, String> namesInside() {
    Set<String> taken = new HashSet<>();
    wrapper().hyperparameters().forEach(each -> taken.add(each.name()));
    Map<String, String> names = new LinkedHashMap<>();
    for (Hyperparameter each : inner().hyperparameters()) {
      String name = each.name();
      while (!taken.add(name)) {
        name = "around-" + name;
      }
      names.put(each.name(), name);
    }
    return names;
  }

  /** Those of its values that are the wrapper's. */
  default Map<String, Double> valuesOutside(Map<String, Double> values) {
    Map<String, Double> outside = new LinkedHashMap<>();
    wrapper().hyperparameters().forEach(each -> outside.put(each.name(), values.get(each.name())));
    return outside;
  }

  /** Those of its values that belong to the optimizer inside, by the names they have there. */
  default Map<String, Double> valuesInside(Map<String, Double> values) {
    Map<String, Double> inside = new LinkedHashMap<>();
    namesInside().forEach((own, name) -> inside.put(own, values.get(name)));
    return inside;
  }
}
