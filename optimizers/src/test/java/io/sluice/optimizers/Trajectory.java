package io.sluice.optimizers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sluice.formula.Formula;
import io.sluice.formula.FormulaActivation;
import io.sluice.spi.BlockLayout;
import io.sluice.spi.GradientOptimizer;
import io.sluice.spi.GradientState;
import io.sluice.spi.Hyperparameter;
import io.sluice.spi.LaneMemory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** One row of the oracle: how an optimizer of a library moved from a start. */
final class Trajectory {

  private static final Path FIXTURE = Path.of("src/test/resources/oracle");
  private static final ObjectMapper JSON = new ObjectMapper();

  private static final Pattern ROUNDED = Pattern.compile("(binary32|whole)\\((.*)\\)(.*)");

  private final JsonNode row;
  private final JsonNode mapping;

  private Trajectory(JsonNode row, JsonNode mapping) {
    this.row = row;
    this.mapping = mapping;
  }

  /** Every row of the folder. */
  static List<Trajectory> all() throws IOException {
    JsonNode mapping = mapping();
    List<Trajectory> all = new ArrayList<>();
    try (Stream<Path> files =
        Files.list(Path.of(System.getProperty("sluice.oracle", FIXTURE + "")))) {
      for (Path file : files.sorted().toList()) {
        if (file.getFileName().toString().matches("optimizer-trajectories-.*\\.jsonl")) {
          for (String line : Files.readAllLines(file)) {
            all.add(new Trajectory(JSON.readTree(line), mapping));
          }
        }
      }
    }
    if (all.isEmpty()) {
      throw new IllegalStateException("no optimizer-trajectories-*.jsonl");
    }
    return all;
  }

  private static JsonNode mapping() throws IOException {
    return JSON.readTree(FIXTURE.resolve("mapping.json").toFile());
  }

  /** The optimizers of ours that stand anywhere in the mapping. */
  static Set<String> mappedIds() throws IOException {
    Set<String> ids = new TreeSet<>();
    mapping().forEach(each -> each.fieldNames().forEachRemaining(ids::add));
    return ids;
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

  /**
   * One of ours with the values that make it the same.
   *
   * @param l2 the share of the weight that is added to its slope
   * @param decoupled the share of the weight that is taken off beside the update
   * @param after the share of the updated weight that is taken off
   */
  record Ours(String id, Map<String, Double> values, double l2, double decoupled, double after) {}

  /** What of ours is the same. */
  List<Ours> ours() {
    List<Ours> all = new ArrayList<>();
    JsonNode targets = mapping.get(name());
    if (targets == null) {
      return all;
    }
    Map<String, Double> theirs = theirs();
    targets
        .fields()
        .forEachRemaining(
            target -> {
              Map<String, Double> values = new LinkedHashMap<>();
              target
                  .getValue()
                  .fields()
                  .forEachRemaining(
                      set -> values.put(set.getKey(), value(set.getValue().asText(), theirs)));
              if (!Double.valueOf(0).equals(values.remove("@when"))) {
                all.add(
                    new Ours(
                        target.getKey(),
                        values,
                        own(values, "@l2"),
                        own(values, "@decoupled"),
                        own(values, "@after")));
              }
            });
    return all;
  }

  private static double own(Map<String, Double> values, String name) {
    Double value = values.remove(name);
    return value == null ? 0 : value;
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

  /**
   * The value of a formula of theirs, of which the first part may be rounded: {@code binary32(lr) +
   * eps} to 24 bits, {@code whole(steps / 3)} down.
   */
  private static double value(String formula, Map<String, Double> theirs) {
    Matcher rounded = ROUNDED.matcher(formula);
    if (rounded.matches()) {
      double inner = value(rounded.group(2), theirs);
      inner = rounded.group(1).equals("whole") ? Math.floor(inner) : (float) inner;
      return value(inner + rounded.group(3), theirs);
    }
    Map<String, Double> used = new LinkedHashMap<>();
    for (String name : Formula.parametersOf(formula)) {
      Double value = theirs.get(name);
      if (value == null && !name.contains("_is_")) {
        throw new IllegalStateException(formula + " asks for " + name + " among " + theirs);
      }
      used.put(name, value == null ? 0 : value);
    }
    return FormulaActivation.of("", "(" + formula + ") if x < 1 else x", used).value(0);
  }

  /** Where ours goes another way; empty if nowhere. */
  List<String> differences(Ours ours) throws IOException {
    GradientOptimizer optimizer = (GradientOptimizer) BuiltIns.named(ours.id());
    Map<String, Double> values = new LinkedHashMap<>();
    optimizer.hyperparameters().forEach(each -> values.put(each.name(), each.value()));
    ours.values()
        .forEach(
            (name, value) -> {
              if (values.put(name, value) == null) {
                throw new IllegalStateException(ours.id() + " has no " + name);
              }
            });
    TestObjective objective = TestObjective.named(objective()).orElseThrow();
    double[] weights = objective.start();
    GradientOptimizer set = optimizer.with(values);
    GradientState state = set.start(new OneTrial(weights.length, columns(), set.hyperparameters()));
    List<String> differences = new ArrayList<>();
    int last = 0;
    for (var step : (Iterable<Map.Entry<String, JsonNode>>) () -> row.get("steps").fields()) {
      last = Math.max(last, Integer.parseInt(step.getKey()));
    }
    for (int t = 1; t <= last; t++) {
      double[] gradients = objective.gradient(weights);
      for (int p = 0; p < weights.length; p++) {
        gradients[p] += ours.l2() * weights[p];
      }
      state.update(t, 1, weights, gradients);
      for (int p = 0; p < weights.length; p++) {
        double update = gradients[p] - ours.decoupled() * weights[p];
        weights[p] = (weights[p] + update) * (1 - ours.after());
      }
      compare(t, weights, differences);
    }
    return differences;
  }

  /** Of a tensor of two dimensions. */
  private int columns() {
    JsonNode shape = row.get("shape");
    return shape.size() == 2 ? shape.get(1).asInt() : 1;
  }

  private void compare(int t, double[] weights, List<String> differences) {
    JsonNode wanted = row.get("steps").get(String.valueOf(t));
    JsonNode sensitivity = row.get("sensitivity").get(String.valueOf(t));
    if (wanted == null || sensitivity == null || !sensitivity.isNumber()) {
      return;
    }
    if (sensitivity.asDouble() > 1e6) {
      return;
    }
    double tolerance = Math.max(1e-12, 1e-14 * sensitivity.asDouble() * 10);
    List<Double> flat = new ArrayList<>();
    flatten(wanted, flat);
    for (int p = 0; p < weights.length; p++) {
      double expected = flat.get(p);
      boolean same =
          Double.compare(expected, weights[p]) == 0
              || Math.abs(weights[p] - expected) <= tolerance * Math.abs(expected);
      if (!same) {
        differences.add("step " + t + ", parameter " + p + ": " + weights[p] + " for " + expected);
      }
    }
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

  /** The memory of a block with one lane. */
  private record OneTrial(int parameters, int width, List<Hyperparameter> values)
      implements LaneMemory {

    @Override
    public int[] columns() {
      return new int[] {width};
    }

    @Override
    public BlockLayout layout() {
      return new BlockLayout(parameters, 1, 0);
    }

    @Override
    public double[] block() {
      return layout().newBlock();
    }

    @Override
    public double[] perLane() {
      return new double[1];
    }

    @Override
    public double[] hyperparameter(String name) {
      return values.stream()
          .filter(each -> each.name().equals(name))
          .mapToDouble(Hyperparameter::value)
          .toArray();
    }
  }
}
