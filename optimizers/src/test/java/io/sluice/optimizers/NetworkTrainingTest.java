package io.sluice.optimizers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sluice.engine.Laboratory;
import io.sluice.engine.loss.Loss;
import io.sluice.engine.plan.StudyPlan;
import io.sluice.engine.study.ActivationSpec;
import io.sluice.engine.study.BoundsSpec;
import io.sluice.engine.study.Budget;
import io.sluice.engine.study.Cadence;
import io.sluice.engine.study.ComponentSpec;
import io.sluice.engine.study.Dataset;
import io.sluice.engine.study.InitialWeights;
import io.sluice.engine.study.Metric;
import io.sluice.engine.study.NetworkSpec;
import io.sluice.engine.study.ProblemSpec;
import io.sluice.engine.study.StudySpec;
import io.sluice.engine.study.Validation;
import io.sluice.engine.study.WeightPolicy;
import io.sluice.spi.TrialEvent;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * 200 updates of small networks, full batch, against the same training in PyTorch: the losses on
 * the way and the weights at the end. The tolerance is ten times what a relative change of 1e-14 of
 * the initial weights does to the number compared, and at least 1e-12: of the weights as the
 * reference file states it, of the losses as measured here. Runs in which that amplification passes
 * 1e6 are compared by their losses up to step 50.
 */
class NetworkTrainingTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final double GREATEST_SENSITIVITY = 1e6;
  private static final double SHIFT = 1e-14;
  private static final int LAST_STEP_OF_SENSITIVE_RUNS = 50;

  @TestFactory
  Stream<DynamicTest> agreesWithPyTorch() throws IOException {
    JsonNode data = JSON.readTree(resource("mlp-data.json"));
    List<JsonNode> runs = new ArrayList<>();
    try (BufferedReader reader =
        new BufferedReader(new InputStreamReader(resource("mlp.jsonl"), StandardCharsets.UTF_8))) {
      for (String line; (line = reader.readLine()) != null; ) {
        runs.add(JSON.readTree(line));
      }
    }
    assertThat(runs).hasSize(128);
    return runs.stream().map(run -> DynamicTest.dynamicTest(name(run), () -> agrees(run, data)));
  }

  private static String name(JsonNode run) {
    return run.get("network").asText()
        + " "
        + run.get("activation").asText()
        + (run.get("output_activated").asBoolean() ? " " : " linear ")
        + run.get("optimizer").asText();
  }

  private static void agrees(JsonNode run, JsonNode data) {
    Laboratory laboratory = BuiltIns.laboratory();
    JsonNode examples = data.get(run.get("data").asText());
    StudyPlan plan = laboratory.plan(study(run, examples, 0, 0));
    JsonNode sensitivity = run.get("sensitivity");
    boolean sensitive = !sensitivity.isNumber() || sensitivity.asDouble() > GREATEST_SENSITIVITY;

    Map<Long, Double> losses = losses(laboratory, plan);
    Map<Long, Double> up = losses(laboratory, laboratory.plan(study(run, examples, SHIFT, SHIFT)));
    Map<Long, Double> apart =
        losses(laboratory, laboratory.plan(study(run, examples, SHIFT, -SHIFT)));
    run.get("loss")
        .fields()
        .forEachRemaining(
            expected -> {
              long step = Long.parseLong(expected.getKey());
              if (!sensitive || step <= LAST_STEP_OF_SENSITIVE_RUNS) {
                double loss = expected.getValue().asDouble();
                double seen = losses.get(step);
                double amplified =
                    10 * Math.max(Math.abs(up.get(step) - seen), Math.abs(apart.get(step) - seen));
                assertThat(seen)
                    .as("loss after %d updates", step)
                    .isCloseTo(loss, within(Math.max(1e-12 * Math.abs(loss), amplified)));
              }
            });
    if (!sensitive) {
      double[] weights = laboratory.trainedWeights(plan, 0);
      double tolerance = Math.max(1e-12, 10 * SHIFT * sensitivity.asDouble());
      JsonNode expected = run.get("final_weights");
      assertThat(weights).hasSize(expected.size());
      double distance = 0;
      double length = 0;
      for (int i = 0; i < weights.length; i++) {
        double weight = expected.get(i).asDouble();
        distance = Math.hypot(distance, weights[i] - weight);
        length = Math.hypot(length, weight);
      }
      assertThat(distance / length).as("distance of the weights").isLessThan(tolerance);
    }
  }

  private static Map<Long, Double> losses(Laboratory laboratory, StudyPlan plan) {
    Map<Long, Double> losses = new TreeMap<>();
    for (TrialEvent event : laboratory.runTrial(plan, 0)) {
      if (event instanceof TrialEvent.Measured) {
        TrialEvent.Measured measured = (TrialEvent.Measured) event;
        if (measured.metric().equals("loss")) {
          losses.put(measured.step(), measured.value());
        }
      }
    }
    return losses;
  }

  /**
   * The study of a run whose initial weights are shifted relatively, every other one by another
   * share.
   */
  private static StudySpec study(JsonNode run, JsonNode data, double even, double odd) {
    List<Integer> hidden = new ArrayList<>();
    for (int i = 1; i + 1 < run.get("layers").size(); i++) {
      hidden.add(run.get("layers").get(i).asInt());
    }
    List<Double> weights = new ArrayList<>();
    run.get("initial_weights")
        .forEach(
            weight ->
                weights.add(weight.asDouble() * (1 + (weights.size() % 2 == 0 ? even : odd))));
    return new StudySpec(
        "pytorch",
        "",
        1,
        1,
        new Budget(200, Budget.Unit.STEPS, 3),
        List.of(),
        false,
        classes(data) ? Loss.SOFTMAX_CROSS_ENTROPY : Loss.MSE,
        List.of(new ProblemSpec.Data("data", Dataset.of(rows(data.get("x")), wanted(data)))),
        Validation.NONE,
        List.of(NetworkSpec.dense(hidden, run.get("output_activated").asBoolean(), true)),
        List.of(ActivationSpec.of(ComponentSpec.of(run.get("activation").asText()))),
        List.of(optimizer(run)),
        List.of(WeightPolicy.NONE),
        List.of(new BoundsSpec.AsInitial()),
        List.of(new InitialWeights.Explicit(weights)),
        Cadence.every(1),
        Metric.PRESET);
  }

  private static ComponentSpec optimizer(JsonNode run) {
    Map<String, List<Double>> values = new LinkedHashMap<>();
    run.get("hyperparameters")
        .fields()
        .forEachRemaining(
            entry -> {
              JsonNode value = entry.getValue();
              switch (entry.getKey()) {
                case "lr":
                  values.put("learning-rate", List.of(value.asDouble()));
                  break;
                case "betas":
                  values.put("beta1", List.of(value.get(0).asDouble()));
                  values.put("beta2", List.of(value.get(1).asDouble()));
                  break;
                case "eps":
                  values.put("epsilon", List.of(value.asDouble()));
                  break;
                case "alpha":
                  values.put("decay", List.of(value.asDouble()));
                  break;
                default:
                  values.put(entry.getKey(), List.of(value.asDouble()));
              }
            });
    return new ComponentSpec(run.get("optimizer").asText(), values);
  }

  private static boolean classes(JsonNode data) {
    return data.get("loss").asText().startsWith("softmax cross-entropy, mean over samples;");
  }

  /** The targets; an index of a class becomes the row of probabilities that has its 1 there. */
  private static double[][] wanted(JsonNode data) {
    if (!classes(data)) {
      return rows(data.get("y"));
    }
    double[][] rows = new double[data.get("y").size()][3];
    for (int row = 0; row < rows.length; row++) {
      rows[row][data.get("y").get(row).asInt()] = 1;
    }
    return rows;
  }

  private static double[][] rows(JsonNode node) {
    double[][] rows = new double[node.size()][];
    for (int row = 0; row < rows.length; row++) {
      rows[row] = new double[node.get(row).size()];
      for (int i = 0; i < rows[row].length; i++) {
        rows[row][i] = node.get(row).get(i).asDouble();
      }
    }
    return rows;
  }

  private static InputStream resource(String name) {
    InputStream stream = NetworkTrainingTest.class.getResourceAsStream("/oracle/" + name);
    if (stream == null) {
      throw new UncheckedIOException(new IOException("no resource " + name));
    }
    return stream;
  }
}
