package io.sluice.studies.export;

import static io.sluice.engine.support.StudyBuilder.builtIn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sluice.engine.plan.Task;
import io.sluice.engine.run.TrialRunner;
import io.sluice.engine.study.ActivationSpec;
import io.sluice.engine.study.ComponentSpec;
import io.sluice.engine.study.LayerSpec;
import io.sluice.engine.study.NetworkSpec;
import io.sluice.engine.study.Preparation;
import io.sluice.engine.study.ProblemSpec;
import io.sluice.engine.study.Scaling;
import io.sluice.engine.study.Validation;
import io.sluice.engine.support.Parts;
import io.sluice.engine.support.Runs;
import io.sluice.engine.support.StudyBuilder;
import io.sluice.spi.TrainableActivation.Sharing;
import io.sluice.spi.TrialEvent;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TrainedExportTest {

  private static LayerSpec layer(int units, int rank, boolean frozen, boolean normalized) {
    return new LayerSpec(
        units, true, OptionalDouble.empty(), frozen, Parts.of(rank, false, normalized));
  }

  private static List<String[]> rows(StringBuilder text) {
    return Arrays.stream(text.toString().split("\n"))
        .skip(1)
        .map(line -> line.split(",", -1))
        .toList();
  }

  private static String[] part(String[] row, int from, int to) {
    return Arrays.copyOfRange(row, from, to);
  }

  @ParameterizedTest
  @EnumSource(
      value = Sharing.class,
      names = {"UNIT", "LAYER"})
  void everyWeightHasItsLayerItsNameAndItsPlace(Sharing sharing) throws IOException {
    NetworkSpec network =
        new NetworkSpec(
            List.of(layer(2, 0, false, true), layer(3, 1, true, false)),
            layer(0, 0, false, false),
            false);
    Runs runs =
        Runs.of(
            new StudyBuilder()
                .problems(builtIn("xor"))
                .networks(network)
                .activations(
                    new ActivationSpec(List.of(ComponentSpec.of("bent")), Optional.of(sharing))));
    TrialRunner.Run run = runs.laboratory().trained(runs.plan(), 1);
    StringBuilder text = new StringBuilder();
    TrainedExport.weights(ExportFormat.CSV, text)
        .write(runs.plan().trial(1), runs.plan().cells().get(0).task(), run.weights());
    List<String> expected = new ArrayList<>();
    add(expected, "1 matrix", 2, 2);
    add(expected, "1 bias", 2, 0);
    add(expected, "1 gain", 2, 0);
    add(expected, "1 shift", 2, 0);
    trained(expected, "1", sharing, 2);
    add(expected, "2 left-factor", 3, 1);
    add(expected, "2 right-factor", 1, 2);
    add(expected, "2 bias", 3, 0);
    trained(expected, "2", sharing, 3);
    add(expected, "3 matrix", 1, 3);
    add(expected, "3 bias", 1, 0);
    assertThat(rows(text))
        .extracting(row -> String.join(" ", part(row, 2, 6)))
        .containsExactlyElementsOf(expected);
    assertThat(rows(text))
        .extracting(row -> Double.parseDouble(row[6]))
        .containsExactlyElementsOf(Arrays.stream(run.weights()).boxed().toList());
    assertThat(rows(text)).allMatch(row -> row[1].equals(runs.plan().trial(1).key()));
  }

  private static void trained(List<String> rows, String layer, Sharing sharing, int units) {
    for (String name : List.of("a", "b")) {
      if (sharing == Sharing.UNIT) {
        add(rows, layer + " " + name, units, 0);
      } else {
        rows.add(layer + " " + name + " 0 0");
      }
    }
  }

  private static void add(List<String> rows, String what, int units, int inputs) {
    for (int unit = 1; unit <= units; unit++) {
      for (int input = Math.min(1, inputs); input <= inputs; input++) {
        rows.add(what + " " + unit + " " + input);
      }
    }
  }

  @Test
  void predictionsNameTheRowsOfTheDataAndComeToTheLoss() throws IOException {
    ProblemSpec scaled =
        new ProblemSpec.BuiltIn(
            "", ComponentSpec.of("sin3x"), Preparation.scale(Scaling.STANDARDISE, Scaling.NONE));
    Runs runs =
        Runs.of(
            new StudyBuilder()
                .problems(scaled)
                .networks(NetworkSpec.dense(List.of(3), false, true))
                .validation(Validation.random(0.3)));
    TrialRunner.Run run = runs.laboratory().trained(runs.plan(), 0);
    Task.Fit fit = (Task.Fit) runs.plan().cells().get(0).task();
    StringBuilder text = new StringBuilder();
    TrainedExport.predictions(ExportFormat.CSV, text)
        .write(runs.plan().trial(0), fit, run.weights());
    List<String[]> rows = rows(text);
    int all = fit.data().rows() + fit.validation().rows();
    assertThat(rows).hasSize(all);
    assertThat(rows)
        .extracting(row -> Integer.parseInt(row[3]))
        .doesNotHaveDuplicates()
        .allMatch(row -> row >= 1 && row <= all);
    double squares = 0;
    for (int row = 0; row < fit.data().rows(); row++) {
      String[] cells = rows.get(row);
      assertThat(cells[2]).isEqualTo("training");
      assertThat(Double.parseDouble(cells[5])).isEqualTo(fit.data().output(row, 0));
      double error = Double.parseDouble(cells[6]) - fit.data().output(row, 0);
      squares += error * error;
    }
    assertThat(rows.get(all - 1)[2]).isEqualTo("validation");
    TrialEvent.Finished finished = (TrialEvent.Finished) run.events().get(run.events().size() - 1);
    assertThat(squares / fit.data().rows()).isCloseTo(finished.result().finalLoss(), within(1e-14));
  }

  @Test
  void aFunctionHasCoordinatesAndNoPredictions() throws IOException {
    Runs runs = Runs.of(new StudyBuilder().problems(builtIn("sphere")));
    TrialRunner.Run run = runs.laboratory().trained(runs.plan(), 0);
    Task task = runs.plan().cells().get(0).task();
    StringBuilder weights = new StringBuilder();
    TrainedExport.weights(ExportFormat.JSONL, weights)
        .write(runs.plan().trial(0), task, run.weights());
    assertThat(weights.toString().lines().toList())
        .hasSize(run.weights().length)
        .allMatch(line -> line.contains("\"layer\":0,\"parameter\":\"x\",\"unit\":"));
    StringBuilder predictions = new StringBuilder();
    TrainedExport.predictions(ExportFormat.JSONL, predictions)
        .write(runs.plan().trial(0), task, run.weights());
    assertThat(predictions).isEmpty();
  }
}
