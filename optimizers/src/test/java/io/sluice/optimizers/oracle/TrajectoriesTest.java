package io.sluice.optimizers.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sluice.optimizers.Adam;
import io.sluice.optimizers.Momentum;
import io.sluice.optimizers.Sgd;
import io.sluice.spi.OracleOptimizer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Rosenbrock's valley from (−1.2, 1) as optax, PyTorch and pytorch_optimizer pass it. The file has
 * their runs with the optimizer here and its values under {@code sluice}, or why there is none. The
 * tolerance is relative, ten times what a relative change of 1e-14 of the start does to the step,
 * and at least 1e-12; steps in which that amplification passes 1e6 are left out. Of learning
 * without a schedule the file has the averages, which are our weights.
 */
class TrajectoriesTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final double GREATEST_SENSITIVITY = 1e6;
  private static final List<OracleOptimizer> OURS =
      List.of(
          new Lbfgs(),
          new PolyakSgd(),
          new AliG(),
          new Sam().around(new Momentum()),
          new Asam().around(new Momentum()),
          new ScheduleFree().around(new Sgd()),
          new ScheduleFree().around(new Adam()),
          new SophiaH());

  private static List<JsonNode> runs() throws IOException {
    List<JsonNode> runs = new ArrayList<>();
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                TrajectoriesTest.class.getResourceAsStream("/oracle/looks.jsonl"),
                StandardCharsets.UTF_8))) {
      for (String line; (line = reader.readLine()) != null; ) {
        runs.add(JSON.readTree(line));
      }
    }
    return runs;
  }

  @TestFactory
  Stream<DynamicTest> agreesWithTheirSteps() throws IOException {
    return runs().stream()
        .filter(run -> !run.at("/sluice").has("skipped"))
        .map(run -> DynamicTest.dynamicTest(name(run), () -> agrees(run)));
  }

  @Test
  void whatIsLeftOutSaysWhy() throws IOException {
    assertThat(runs().stream().filter(run -> run.at("/sluice").has("skipped")))
        .hasSize(3)
        .allMatch(run -> run.at("/sluice/skipped").asText().length() > 10);
  }

  private static String name(JsonNode run) {
    return run.get("library").asText()
        + " "
        + run.get("optimizer").asText()
        + " "
        + run.get("set").asText();
  }

  private static void agrees(JsonNode run) {
    JsonNode ours = run.get("sluice");
    OracleOptimizer optimizer =
        OURS.stream().filter(o -> o.id().equals(ours.get("id").asText())).findFirst().orElseThrow();
    Map<String, Double> values = new LinkedHashMap<>();
    ours.get("values")
        .fields()
        .forEachRemaining(v -> values.put(v.getKey(), v.getValue().asDouble()));
    int times = ours.path("stepsOfOne").asInt(1);
    int until = ours.path("until").asInt(Integer.MAX_VALUE);
    Walk walk = new Walk(Walk.with(optimizer, values), new Bowl.Rosenbrock(), -1.2, 1);
    int compared = 0;
    for (int step : new int[] {1, 2, 3, 10, 100}) {
      JsonNode sensitivity = run.get("sensitivity").path(String.valueOf(step));
      if (step > until
          || !sensitivity.isNumber()
          || sensitivity.asDouble() > GREATEST_SENSITIVITY) {
        continue;
      }
      walk.steps(times * step + 1 - walk.steps.size());
      double tolerance = Math.max(1e-12, 1e-14 * sensitivity.asDouble() * 10);
      JsonNode expected = run.get("steps").get(String.valueOf(step));
      double[] seen = walk.last();
      double distance = 0;
      double length = 0;
      for (int p = 0; p < seen.length; p++) {
        distance = Math.max(distance, Math.abs(seen[p] - expected.get(p).asDouble()));
        length = Math.max(length, Math.abs(expected.get(p).asDouble()));
      }
      assertThat(distance / length).as("step %d", step).isLessThanOrEqualTo(tolerance);
      compared++;
    }
    assertThat(compared).isGreaterThanOrEqualTo(2);
  }
}
