package io.sluice.engine.problem;

import io.sluice.engine.study.Dataset;
import io.sluice.spi.BlockLayout;
import io.sluice.spi.Hyperparameter;
import java.util.LinkedHashMap;
import java.util.Map;

/** Built-in problems with some of their values changed. */
final class Functions {

  private Functions() {}

  static Problem problem(String id, Map<String, Double> changes) {
    ProblemDefinition definition =
        BuiltInProblems.catalog("test").find(id).orElseThrow().component();
    Map<String, Double> values = new LinkedHashMap<>();
    for (Hyperparameter preset : definition.hyperparameters()) {
      values.put(preset.name(), preset.value());
    }
    values.putAll(changes);
    return definition.with(values).create();
  }

  static Dataset data(String id, Map<String, Double> changes) {
    return ((Problem.Fit) problem(id, changes)).data();
  }

  static ObjectiveFunction function(String id, String name, double value) {
    return ((Problem.Minimum) problem(id, Map.of(name, value))).function();
  }

  static double loss(ObjectiveFunction function, double... point) {
    double[] losses = new double[1];
    function.losses(new BlockLayout(point.length, 1, 0), point, 1, losses);
    return losses[0];
  }
}
