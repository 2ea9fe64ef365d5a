package io.sluice.studies;

import static io.sluice.studies.Texts.SMALL;
import static io.sluice.studies.Texts.complaints;
import static io.sluice.studies.Texts.read;
import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.engine.study.BoundsSpec;
import io.sluice.engine.study.Budget;
import io.sluice.engine.study.Cadence;
import io.sluice.engine.study.ComponentSpec;
import io.sluice.engine.study.InitialWeights;
import io.sluice.engine.study.LayerSpec;
import io.sluice.engine.study.StudySpec;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OverridesTest {

  @Test
  void replaceAndAddValues() {
    StudySpec spec =
        read(
                SMALL
                    + "budget: 100\nactivations: [tanh, {id: snake, a: 1}, {layers: [tanh, snake]}]\n",
                "repeats=3",
                "optimizers[0].learning-rate=[0.1, 1e-2]",
                "activations[1].a=5",
                "activations[2].layers[1].a=3",
                "budget.gradient-cost=2",
                "measure.every=10",
                "bounds[0]=4",
                "initial-weights[0].uniform=7",
                "networks={hidden: [4]}",
                "question=Is a=b?",
                "repeats = 4")
            .spec();

    assertThat(spec.repeats()).isEqualTo(4);
    assertThat(spec.optimizers())
        .containsExactly(new ComponentSpec("adam", Map.of("learning-rate", List.of(0.1, 0.01))));
    assertThat(spec.activations().get(1).layers().get(0).values()).containsEntry("a", List.of(5.0));
    assertThat(spec.activations().get(2).layers().get(1).values()).containsEntry("a", List.of(3.0));
    assertThat(spec.budget()).isEqualTo(new Budget(100, Budget.Unit.FORWARD_EQUIVALENTS, 2));
    assertThat(spec.cadence()).isEqualTo(Cadence.every(10));
    assertThat(spec.bounds()).containsExactly(new BoundsSpec.Explicit(-4, 4));
    assertThat(spec.initialWeights()).containsExactly(new InitialWeights.Uniform(List.of(7.0)));
    assertThat(spec.networks().get(0).hidden()).extracting(LayerSpec::units).containsExactly(4);
    assertThat(spec.question()).isEqualTo("Is a=b?");
  }

  @Test
  void replaceASingleElementOfAList() {
    assertThat(
            read(SMALL + "targets: [0.1, 0.2]", "targets[1]=0.3", "problems[0]=abs")
                .spec()
                .targets())
        .containsExactly(0.3, 0.1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "loss: huber | loss.delta=2 | loss: {id: huber, delta: 2}",
        "loss: {heads: [{outputs: 1, loss: huber}]} | loss.heads[0].loss.delta=2 | loss: {heads:"
            + " [{outputs: 1, loss: {id: huber, delta: 2}}]}",
        "schedules: cosine | schedules.warm-up=50 | schedules: {id: cosine, warm-up: 50}",
        "schedules: [constant, cosine] | schedules[1].warm-up=50 | schedules: [constant, {id:"
            + " cosine, warm-up: 50}]",
        "initial-weights: he-normal | initial-weights.gain=2 | initial-weights: {id: he-normal,"
            + " gain: 2}",
        "activations: snake | activations[0].a=5 | activations: {id: snake, a: 5}",
        "validation: 0.25 | validation.stratified=true | validation: {share: 0.25, stratified:"
            + " true}",
        "stop: budget | stop.divergence=5 | stop: {at: budget, divergence: 5}",
        "budget: 100 | budget.gradient-cost=2 | budget: {forward-equivalents: 100, gradient-cost:"
            + " 2}"
      })
  void reachIntoWhatIsWrittenShort(String text, String override, String whole) {
    assertThat(read(SMALL + text, override).spec()).isEqualTo(read(SMALL + whole).spec());
  }

  @ParameterizedTest
  @CsvSource({
    "adam, optimizers[0].around.epsilon=0.1, '{id: adam, epsilon: 0.1}'",
    "'[adam, sgd]', optimizers[0].around[1].momentum=0.5, '[adam, {id: sgd, momentum: 0.5}]'",
    "'{id: ema, around: adam}', optimizers[0].around.around.epsilon=1, '{id: ema, around: {id:"
        + " adam, epsilon: 1}}'"
  })
  void reachIntoWhatAWrapperIsAround(String inside, String override, String whole) {
    String text = "study: s\nproblems: sphere\noptimizers: {id: lookahead, around: ";
    assertThat(read(text + inside + "}", override).spec())
        .isEqualTo(read(text + whole + "}").spec());
  }

  @Test
  void mistakesInWhatIsWrittenShortAreHintedAt() {
    assertThat(complaints(SMALL + "loss: huber", "loss.dleta=2"))
        .isEqualTo(
            "--set loss.dleta=2: huber has no hyper-parameter \"dleta\" (did you mean \"delta\"?);"
                + " it has delta");
    assertThat(complaints(SMALL + "loss: mse", "loss.delta=2"))
        .isEqualTo("--set loss.delta=2: mse has no hyper-parameter \"delta\"; it has none");
    assertThat(complaints(SMALL + "stop: budget", "stop.divergnce=2"))
        .startsWith(
            "--set stop.divergnce=2: unknown key \"divergnce\" (did you mean \"divergence\"?)");
  }

  @Test
  void areLocatedByThemselves() {
    ReadStudy study = read(SMALL, "optimizers[0].learning-rate=0.1");

    assertThat(study.locate("optimizers[0].learning-rate"))
        .isEqualTo("--set optimizers[0].learning-rate=0.1");
    assertThat(study.locate("optimizers[0].epsilon")).isEqualTo("s.yaml:3:13");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "repeets=3 | unknown key \"repeets\" (did you mean \"repeats\"?)",
        "optimisers[0].learning-rate=3 | unknown key \"optimisers\" (did you mean \"optimizers\"?)",
        "measure.evry=3 | unknown key \"evry\" (did you mean \"every\"?)",
        "repeats=many | \"repeats\" must be a whole number from 1 to 2147483647 such as 20, not"
            + " \"many\"",
        "repeats= | \"repeats\" must be a whole number from 1 to 2147483647 such as 20, not an empty"
            + " value",
        "repeats | write a key and a value, such as repeats=20",
        "=3 | write a key and a value, such as repeats=20",
        "optimizers[x].a=3 | \"optimizers[x].a\" is not the path of a key, such as"
            + " optimizers[0].learning-rate",
        ".repeats=3 | \".repeats\" is not the path of a key, such as optimizers[0].learning-rate",
        "[0]=3 | \"[0]\" is not the path of a key, such as optimizers[0].learning-rate",
        "repeats.=3 | \"repeats.\" is not the path of a key, such as optimizers[0].learning-rate",
        "problems[1]=abs | problems has 1 element, [0]",
        "problems.x=3 | problems is a list: write problems[0].x",
        "networks[0].hidden=3 | networks is empty: set it as a whole",
        "activations[1]=tanh | activations is not in the study, so only [0] can be set",
        "seed.from=3 | seed is 5 and has no key \"from\": set it as a whole",
        "optimizers[0].learning-rate.from=3 | optimizers[0].learning-rate is 0.1 and has no key"
            + " \"from\": set it as a whole",
        "study.name=x | study is \"small\" and has no key \"name\": set it as a whole",
        "targets=[1 | not valid YAML: a comma or ] is missing before the end of the text",
      })
  void areCheckedLikeTheText(String override, String complaint) {
    String text = SMALL.replace("adam", "[{id: adam, learning-rate: 0.1}]") + "seed: 5";

    assertThat(complaints(text, override)).isEqualTo("--set " + override + ": " + complaint);
  }
}
