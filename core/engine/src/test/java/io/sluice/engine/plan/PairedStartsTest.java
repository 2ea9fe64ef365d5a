package io.sluice.engine.plan;

import static io.sluice.engine.support.StudyBuilder.builtIn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.engine.study.InitialWeights;
import io.sluice.engine.study.InitialWeights.Pair;
import io.sluice.engine.study.InitialWeights.Paired;
import io.sluice.engine.study.NetworkSpec;
import io.sluice.engine.support.Laboratories;
import io.sluice.engine.support.StudyBuilder;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class PairedStartsTest {

  /** Two networks before one input and output: 4 weights and 7. */
  private static StudyBuilder study(InitialWeights... starts) {
    return new StudyBuilder()
        .networks(
            NetworkSpec.dense(List.of(1), false, true), NetworkSpec.dense(List.of(2), false, true))
        .activations("tanh", "relu")
        .initial(starts);
  }

  private static Pair pair(int weights, double value, String... levels) {
    Map<String, String> named =
        levels.length == 2
            ? Map.of(levels[0], levels[1])
            : Map.of(levels[0], levels[1], levels[2], levels[3]);
    return new Pair(named, DoubleStream.generate(() -> value).limit(weights).boxed().toList());
  }

  private static final String SMALL = "1-1-1 linear";
  private static final String LARGE = "1-2-1 linear";

  private static StudyPlan plan(StudyBuilder study) {
    return Laboratories.with().plan(study.build());
  }

  private static String start(TrialSetup setup) {
    double[] weights = new double[setup.weights()];
    setup.startWeights(1, weights);
    return setup.cell().factor("network")
        + " "
        + setup.cell().factor("activation")
        + " "
        + weights[0];
  }

  private static void refused(StudyBuilder study, String message) {
    assertThatThrownBy(() -> plan(study))
        .isInstanceOf(StudyPlanException.class)
        .hasMessageContaining(message);
  }

  @Test
  void eachCellStartsWhereItIsPaired() {
    StudyPlan plan =
        plan(
            study(
                new Paired(
                    List.of(
                        pair(4, 1, "network", SMALL),
                        pair(7, 2, "network", LARGE, "activation", "relu"),
                        pair(7, 3, "network", LARGE, "activation", "tanh")))));
    assertThat(plan.cells().stream().map(PairedStartsTest::start))
        .containsExactly(
            SMALL + " tanh 1.0", SMALL + " relu 1.0", LARGE + " tanh 3.0", LARGE + " relu 2.0");
    assertThat(plan.levels(StudyPlan.FACTORS.get(7))).containsExactly("paired");
    assertThat(plan.notes()).isEmpty();
  }

  @Test
  void pairedStartsStandBesideOthers() {
    StudyPlan plan =
        plan(
            study(
                new InitialWeights.Uniform(List.of(1.0)),
                new Paired(List.of(pair(4, 1, "network", SMALL, "activation", "tanh")))));
    assertThat(plan.levels(StudyPlan.FACTORS.get(7))).containsExactly("uniform(1)", "paired");
    assertThat(plan.cells()).hasSize(4 + 1);
    assertThat(plan.notes())
        .containsExactly(
            "relu in 1-1-1 linear on single-example is paired with no start; its cells that start there are left"
                + " out",
            "tanh in 1-2-1 linear on single-example is paired with no start; its cells that start there are left"
                + " out",
            "relu in 1-2-1 linear on single-example is paired with no start; its cells that start there are left"
                + " out");
  }

  @Test
  void keysAreThoseOfTheWeightsAndNotOfOtherPairs() {
    Pair small = pair(4, 1, "network", SMALL);
    String alone = plan(study(new Paired(List.of(small)))).trial(0).key();
    Pair large = pair(7, 1, "network", LARGE);
    assertThat(plan(study(new Paired(List.of(large, small)))).trial(0).key()).isEqualTo(alone);
    Pair moved = pair(4, 2, "network", SMALL);
    StudyPlan other = plan(study(new Paired(List.of(moved))));
    assertThat(other.trial(0).key()).isNotEqualTo(alone);
    assertThat(other.identity()).isNotEqualTo(plan(study(new Paired(List.of(small)))).identity());
  }

  @Test
  void startsThatAreNotForOneCellEachAreRefused() {
    refused(
        study(new Paired(List.of(pair(4, 1, "activation", "tahn")))),
        "initial-weights[0].paired[0].activation: no cell has the activation \"tahn\" (did you mean"
            + " \"tanh\"?); there are tanh, relu");
    refused(
        study(new Paired(List.of(pair(4, 1, "network", SMALL), pair(4, 2, "activation", "tanh")))),
        "initial-weights[0]: tanh in 1-1-1 linear on single-example is paired with 2 starts; a cell has one");
    refused(
        study(new Paired(List.of(pair(5, 1, "network", SMALL)))),
        "initial-weights[0]: a network 1-1-1 has 4 weights, not 5");
    Paired once = new Paired(List.of(pair(4, 1, "network", SMALL)));
    refused(study(once, once), "initial-weights: paired starts are one list, not 2");
    refused(
        study(once).problems(builtIn("sphere"), builtIn("xor")).networks(),
        "networks: a problem with data needs a network");
  }

  @Test
  void pairsNameLevelsThatDecideWhatWeightsMean() {
    assertThatThrownBy(() -> pair(1, 1, "optimizer", "sgd"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "a paired start names one or more of problem, network, activation, not [optimizer]");
    assertThatThrownBy(() -> new Pair(Map.of(), List.of(1.0)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> pair(1, Double.NaN, "network", SMALL))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("an initial weight is a finite number");
    assertThatThrownBy(() -> new Paired(List.of())).isInstanceOf(IllegalArgumentException.class);
  }
}
