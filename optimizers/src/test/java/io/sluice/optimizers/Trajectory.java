package io.sluice.optimizers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sluice.optimizers.LibraryMapping.Ours;
import io.sluice.optimizers.oracle.Walk;
import io.sluice.spi.GradientOptimizer;
import io.sluice.spi.GradientState;
import io.sluice.spi.Optimizer;
import io.sluice.spi.OracleOptimizer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.Stream;

/** One row of the oracle: how an optimizer of a library moved from a start. */
final class Trajectory {

  private static final Path FIXTURE = Path.of("src/test/resources/oracle");
  private static final ObjectMapper JSON = new ObjectMapper();

  private final JsonNode row;

  private Trajectory(JsonNode row) {
    this.row = row;
  }

  /** Every row of the folder. */
  static List<Trajectory> all() throws IOException {
    return in(Path.of(System.getProperty("sluice.oracle", FIXTURE + "")));
  }

  /** Those of this module's fixture. */
  static List<Trajectory> ofFixture() throws IOException {
    return in(FIXTURE);
  }

  private static List<Trajectory> in(Path folder) throws IOException {
    List<Trajectory> all = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.sorted().toList()) {
        if (file.getFileName().toString().matches("optimizer-trajectories-.*\\.jsonl")) {
          for (String line : Files.readAllLines(file)) {
            all.add(new Trajectory(JSON.readTree(line)));
          }
        }
      }
    }
    if (all.isEmpty()) {
      throw new IllegalStateException("no optimizer-trajectories-*.jsonl");
    }
    return all;
  }

  /** What of ours is what of theirs. */
  static LibraryMapping mapping() throws IOException {
    return LibraryMapping.read(FIXTURE);
  }

  /** Such as {@code torch Adam}: the library without its backend, and the optimizer. */
  String name() {
    return row.get("library").asText().split("/")[0] + " " + row.get("optimizer").asText();
  }

  boolean isReference() {
    return row.get("reference").asBoolean();
  }

  /** What it was to minimise. */
  String objective() {
    return row.get("objective").asText();
  }

  /** Whether the slopes of that are known here. */
  boolean isKnown() {
    return TestObjective.named(objective()).isPresent();
  }

  /** What of ours is the same. */
  List<Ours> ours(LibraryMapping mapping) {
    return mapping.ours(name(), theirs());
  }

  /**
   * Their hyper-parameters by names that formulas can have: those of a list with a number behind,
   * texts as {@code init_step_0_is_heuristic}, flags as 1 and 0; what is not set is 0.
   */
  private Map<String, Double> theirs() {
    Map<String, Double> values = new TreeMap<>();
    row.get("hyperparameters")
        .fields()
        .forEachRemaining(
            each -> put(each.getKey().toLowerCase(Locale.ROOT), each.getValue(), values));
    values.put("dimensions", (double) row.get("shape").size());
    values.put("columns", (double) columns());
    return values;
  }

  private static void put(String name, JsonNode value, Map<String, Double> values) {
    if (value.isArray()) {
      for (int i = 0; i < value.size(); i++) {
        put(name + "_" + i, value.get(i), values);
      }
    } else if (value.isTextual()) {
      values.put(name + "_is_" + value.asText().toLowerCase(Locale.ROOT), 1.0);
    } else {
      values.put(name, value.isBoolean() ? (value.asBoolean() ? 1 : 0) : value.asDouble());
    }
  }

  /** Where ours goes another way; empty if nowhere. */
  List<String> differences(Ours ours) {
    IntFunction<double[]> steps = steps(ours);
    List<String> differences = new ArrayList<>();
    int last = 0;
    for (var names = row.get("steps").fieldNames(); names.hasNext(); ) {
      last = Math.max(last, Integer.parseInt(names.next()));
    }
    boolean compared = false;
    for (int t = 1; t <= Math.min(last, ours.until()); t++) {
      compared |= compare(t, steps.apply(t), ours, differences);
    }
    if (!compared) {
      differences.add("no step can be compared");
    }
    return differences;
  }

  /** The weights of ours after a step; steps are asked for one by one. */
  private IntFunction<double[]> steps(Ours ours) {
    Optimizer set = set(ours);
    TestObjective objective = TestObjective.named(objective()).orElseThrow();
    double[] weights = objective.start();
    if (set instanceof OracleOptimizer oracle) {
      Walk walk = new Walk(oracle, objective.bowl(), weights);
      return t -> walk.steps(ours.times()).last();
    }
    GradientOptimizer gradient = (GradientOptimizer) set;
    GradientState state =
        gradient.start(new OneTrial(weights.length, columns(), set.hyperparameters()));
    return t -> {
      double[] gradients = objective.gradient(weights);
      for (int p = 0; p < weights.length; p++) {
        gradients[p] += ours.l2() * weights[p];
      }
      state.update(t, 1, weights, gradients);
      for (int p = 0; p < weights.length; p++) {
        double update = gradients[p] - ours.decoupled() * weights[p];
        weights[p] = (weights[p] + update) * (1 - ours.after());
      }
      return weights;
    };
  }

  private static Optimizer set(Ours ours) {
    Optimizer optimizer = BuiltIns.named(ours.id());
    Map<String, Double> values = new LinkedHashMap<>();
    optimizer.hyperparameters().forEach(each -> values.put(each.name(), each.value()));
    ours.values()
        .forEach(
            (name, value) -> {
              if (values.put(name, value) == null) {
                throw new IllegalStateException(ours.id() + " has no " + name);
              }
            });
    return optimizer.with(values);
  }

  /** Of a tensor of two dimensions. */
  private int columns() {
    JsonNode shape = row.get("shape");
    return shape.size() == 2 ? shape.get(1).asInt() : 1;
  }

  /** Whether the row has this step and can tell roundings from differences. */
  private boolean compare(int t, double[] weights, Ours ours, List<String> differences) {
    JsonNode wanted = row.get(ours.average() ? "eval_steps" : "steps").get(String.valueOf(t));
    JsonNode sensitivity = row.get("sensitivity").get(String.valueOf(t));
    if (wanted == null || sensitivity == null || !sensitivity.isNumber()) {
      return false;
    }
    if (sensitivity.asDouble() > 1e6) {
      return false;
    }
    double tolerance = Math.max(1e-12, 1e-14 * sensitivity.asDouble() * 10);
    List<Double> flat = new ArrayList<>();
    flatten(wanted, flat);
    double largest = flat.stream().mapToDouble(Math::abs).max().orElse(0);
    for (int p = 0; p < weights.length; p++) {
      double expected = flat.get(p);
      double size = ours.times() > 1 ? largest : Math.abs(expected);
      boolean same =
          Double.compare(expected, weights[p]) == 0
              || Math.abs(weights[p] - expected) <= tolerance * size;
      if (!same) {
        differences.add("step " + t + ", parameter " + p + ": " + weights[p] + " for " + expected);
      }
    }
    return true;
  }

  private static void flatten(JsonNode node, List<Double> numbers) {
    if (node.isArray()) {
      node.forEach(each -> flatten(each, numbers));
    } else {
      numbers.add(node.isTextual() ? Double.parseDouble(node.asText()) : node.asDouble());
    }
  }

  @Override
  public String toString() {
    return name() + " " + row.get("set").asText() + " " + row.get("hyperparameters");
  }
}
