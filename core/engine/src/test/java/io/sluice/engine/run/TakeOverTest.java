package io.sluice.engine.run;

import static io.sluice.engine.support.StudyBuilder.component;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.engine.study.ActivationSpec;
import io.sluice.engine.study.Cadence;
import io.sluice.engine.study.ComponentSpec;
import io.sluice.engine.support.Runs;
import io.sluice.engine.support.SeveralStudies;
import io.sluice.engine.support.StudyBuilder;
import io.sluice.engine.watch.Headway;
import io.sluice.spi.ResultStoreException;
import io.sluice.spi.StudyHeader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TakeOverTest {

  private static StudyBuilder study() {
    return new StudyBuilder().activations("tanh", "relu").cadence(Cadence.every(3));
  }

  /** How many trials a study takes over and how many it runs, and that its rows are as ever. */
  private static List<Long> taken(StudyBuilder study, SeveralStudies store) {
    Runs runs = Runs.of(study);
    int taken = 0;
    for (int one :
        runs.laboratory()
            .takeOver(runs.plan(), runs.header(), store, new Cancellation(), Headway.UNHEARD)
            .values()) {
      taken += one;
    }
    RunSummary summary = runs.into(store, 2, 0);
    assertThat(summary.before()).isEqualTo(taken);
    assertThat(summary.cancelled()).isFalse();
    assertThat(store.events(runs.header().id())).isEqualTo(runs.events(1, 0));
    return List.of((long) taken, summary.finished());
  }

  @Test
  void whatHasGrownOnlyRunsWhatIsNew() {
    SeveralStudies store = new SeveralStudies();
    assertThat(taken(study().repeats(3), store)).containsExactly(0L, 6L);
    assertThat(taken(study().repeats(5), store)).containsExactly(6L, 4L);
    assertThat(taken(study().repeats(2), store)).containsExactly(4L, 0L);
    assertThat(taken(study().repeats(5).activations("tanh"), store)).containsExactly(5L, 0L);
    assertThat(taken(study().repeats(5).activations("sigmoid", "relu", "tanh"), store))
        .containsExactly(10L, 5L);
    assertThat(
            taken(
                study()
                    .repeats(4)
                    .activations("relu")
                    .optimizers(component("sgd", "learning-rate", 0.25, 0.7)),
                store))
        .as("another rate, and the one there was")
        .containsExactly(4L, 4L);
  }

  /** They differ in their labels only, so one run of each repeat is enough for both. */
  @Test
  void cellsWithTheSameBitsShareTheirTrials() {
    SeveralStudies store = new SeveralStudies();
    ActivationSpec[] twice =
        Stream.of("", "mine")
            .map(name -> ActivationSpec.of(ComponentSpec.formula(name, "x / 2", Map.of())))
            .toArray(ActivationSpec[]::new);
    assertThat(taken(study().activations(twice[0]), store)).containsExactly(0L, 3L);
    assertThat(taken(study().activations(twice), store)).containsExactly(6L, 0L);
    assertThat(taken(study().repeats(4).activations(twice), store)).containsExactly(6L, 2L);
  }

  @Test
  void whatWouldHaveOtherNumbersIsRunAgain() {
    SeveralStudies store = new SeveralStudies();
    assertThat(taken(study(), store)).containsExactly(0L, 6L);
    assertThat(taken(study().seed(8), store)).containsExactly(0L, 6L);
    assertThat(taken(study().targets(0.1), store)).containsExactly(0L, 6L);
    assertThat(taken(study().cadence(Cadence.every(4)), store)).containsExactly(0L, 6L);
    assertThat(taken(study().divergence(1e9), store)).containsExactly(0L, 6L);
  }

  @Test
  void aStoppedRunTakesNothingMore() {
    SeveralStudies store = new SeveralStudies();
    Runs.of(study()).into(store, 1, 0);
    Runs more = Runs.of(study().repeats(5));
    Cancellation stopped = new Cancellation();
    stopped.cancel();
    assertThat(
            more.laboratory().takeOver(more.plan(), more.header(), store, stopped, Headway.UNHEARD))
        .isEmpty();
  }

  @Test
  void headwayIsToldHowManyOfTheTrialsAreThere() {
    SeveralStudies store = new SeveralStudies();
    Runs.of(study()).into(store, 1, 0);
    Runs more = Runs.of(study().repeats(5));
    List<List<Long>> told = new ArrayList<>();
    more.laboratory()
        .takeOver(
            more.plan(),
            more.header(),
            store,
            new Cancellation(),
            (done, all) -> told.add(List.of(done, all)));
    assertThat(told).hasSize(7).startsWith(List.of(0L, 6L)).endsWith(List.of(6L, 6L));
  }

  @Test
  void anotherStudyOfTheSameIdIsRefused() {
    SeveralStudies store = new SeveralStudies();
    Runs runs = Runs.of(study());
    StudyHeader own = runs.header();
    Map<String, String> provenance = new LinkedHashMap<>(own.provenance());
    provenance.put(StudyHeader.IDENTITY, "0".repeat(32));
    StudyHeader other =
        new StudyHeader(
            own.id(),
            own.name(),
            own.question(),
            own.spec(),
            own.trials(),
            own.budget(),
            own.targets(),
            provenance);
    store.open(other).close();
    assertThatThrownBy(() -> runs.into(store, 1, 0))
        .isInstanceOf(ResultStoreException.class)
        .hasMessageContaining(own.id());
  }
}
