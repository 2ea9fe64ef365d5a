package io.sluice.engine.kept;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.engine.study.Cadence;
import io.sluice.engine.support.Runs;
import io.sluice.engine.support.SeveralStudies;
import io.sluice.engine.support.StudyBuilder;
import io.sluice.engine.watch.Headway;
import io.sluice.spi.Outcome;
import io.sluice.spi.ResultStore;
import io.sluice.spi.ResultStoreException;
import io.sluice.spi.ResultWriter;
import io.sluice.spi.StudyHeader;
import io.sluice.spi.TrialEvent;
import io.sluice.spi.TrialEvent.Finished;
import io.sluice.spi.TrialEvent.Measured;
import io.sluice.spi.TrialEvent.Started;
import io.sluice.spi.TrialResult;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StudyCopyTest {

  private final Runs runs =
      Runs.of(new StudyBuilder().activations("tanh", "relu").cadence(Cadence.every(3)));
  private final SeveralStudies from = new SeveralStudies();
  private final SeveralStudies to = new SeveralStudies();

  @BeforeEach
  void sixTrials() {
    runs.into(from, 2, 0);
  }

  private StudyHeader header() {
    return runs.header();
  }

  private StudyCopy.Copied copy(ResultStore target, BooleanSupplier stopped) {
    return new StudyCopy(header(), from, target, "memory:b", stopped)
        .run(Headway.UNHEARD, Headway.UNHEARD);
  }

  private StudyCopy.Copied copy(ResultStore target) {
    return copy(target, () -> false);
  }

  /** Keeps in the second store some events of the first, perhaps changed. */
  private void keep(int trials, UnaryOperator<Finished> change) {
    try (ResultWriter writer = to.open(header());
        KeptTrials kept = new KeptTrials(from, header().id())) {
      for (int i = 0; i < trials && kept.next(); i++) {
        writer.write(new Started(kept.finished().trial()));
        kept.measurements().forEach(writer::write);
        writer.write(change.apply(kept.finished()));
      }
    }
  }

  private static Finished ended(Finished finished, Outcome outcome, double loss) {
    TrialResult r = finished.result();
    return new Finished(
        finished.trial(),
        new TrialResult(
            outcome,
            r.steps(),
            r.cost(),
            r.initialLoss(),
            loss,
            r.bestLoss(),
            r.bestCost(),
            r.hitCosts(),
            r.message()));
  }

  private void assertCopied() {
    assertThat(to.events(header().id())).isNotEmpty().isEqualTo(from.events(header().id()));
    assertThat(to.studies()).isEqualTo(from.studies());
  }

  @Test
  void copyHasTheSameHeaderTrialsAndMeasurements() {
    StudyCopy.Copied copied = copy(to);
    assertCopied();
    assertThat(copied)
        .extracting("trials", "before", "better", "stopped")
        .containsExactly(6L, 0L, 0L, false);
    assertThat(copied.checksumText()).matches("[0-9a-f]{8}");
    assertThat(copy(to))
        .extracting("trials", "before", "checksum")
        .containsExactly(6L, 6L, copied.checksum());
  }

  @Test
  void studyWithoutTrialsIsCopiedToo() {
    Runs other = Runs.of(new StudyBuilder().name("other"));
    from.open(other.header()).close();
    assertThat(
            new StudyCopy(other.header(), from, to, "b", () -> false)
                .run(Headway.UNHEARD, Headway.UNHEARD)
                .trials())
        .isZero();
    assertThat(to.studies()).containsExactly(other.header());
  }

  @Test
  void stoppedCopyGoesOnWhereItWas() {
    AtomicInteger looks = new AtomicInteger();
    StudyCopy.Copied stopped = copy(to, () -> looks.incrementAndGet() > 3);
    assertThat(stopped.stopped()).isTrue();
    assertThat(to.finished(header().id()).cardinality()).isBetween(1, 5);
    StudyCopy.Copied rest = copy(to);
    assertThat(rest.before()).isBetween(1L, 5L);
    assertCopied();
  }

  @Test
  void resultStandsInForATrialThatFailedOrWasCancelledThere() {
    keep(2, f -> ended(f, f.trial().index() == 0 ? Outcome.FAILED : Outcome.CANCELLED, 1));
    assertThat(copy(to).better()).isZero();
    assertCopied();
  }

  @Test
  void resultThatIsThereStaysWhereOnlyAFailureIsCopied() {
    keep(6, UnaryOperator.identity());
    List<TrialEvent> before = to.events(header().id());
    ResultStore failing =
        new Spoiled(from, f -> f.trial().index() == 4 ? ended(f, Outcome.FAILED, 1) : f);
    assertThat(
            new StudyCopy(header(), failing, to, "b", () -> false)
                .run(Headway.UNHEARD, Headway.UNHEARD)
                .better())
        .isEqualTo(1);
    assertThat(to.events(header().id())).isEqualTo(before);
  }

  @Test
  void otherNumbersThatAreThereAreNotOverwritten() {
    keep(6, f -> f.trial().index() == 3 ? ended(f, Outcome.COMPLETED, 0.125) : f);
    List<TrialEvent> before = to.events(header().id());
    assertThatThrownBy(() -> copy(to))
        .isInstanceOf(ResultStoreException.class)
        .hasMessageContaining("1 of 6 trials of " + header().id() + " are others in memory:b")
        .hasMessageContaining("trial 3; they were there already and were not overwritten");
    assertThat(to.events(header().id())).isEqualTo(before);
  }

  @Test
  void storeThatDoesNotKeepWhatItIsGivenIsFoundOut() {
    ResultStore losing = new Spoiled(to, f -> ended(f, Outcome.COMPLETED, 0.5));
    assertThatThrownBy(() -> copy(losing)).hasMessageContaining("trial 0; its plugin does not");
    ResultStore failing = new Spoiled(new SeveralStudies(), f -> ended(f, Outcome.FAILED, 0.5));
    assertThatThrownBy(() -> copy(failing)).hasMessageContaining("does not keep what it is given");
  }

  @Test
  void headwayIsToldOfCopyingAndOfComparing() {
    List<List<Long>> copying = new ArrayList<>();
    List<List<Long>> comparing = new ArrayList<>();
    new StudyCopy(header(), from, to, "b", () -> false)
        .run(
            (done, all) -> copying.add(List.of(done, all)),
            (done, all) -> comparing.add(List.of(done, all)));
    assertThat(copying).hasSize(6).endsWith(List.of(5L, 6L));
    assertThat(comparing).hasSize(6).endsWith(List.of(5L, 6L));
  }

  @Test
  void stateSaysWhatIsMissingAndWhatIsDamaged() {
    assertThat(StudyState.of(header(), from).isWhole()).isTrue();
    keep(4, f -> f.trial().index() == 1 ? ended(f, Outcome.CANCELLED, 1) : f);
    StudyState state = StudyState.of(header(), to);
    assertThat(state.isWhole()).isFalse();
    assertThat(StudyState.spelled(state.missing(), 5)).isEqualTo("1, 4 to 5");
    assertThat(StudyState.spelled(state.missing(), 1)).isEqualTo("1 and 2 more");
    assertThat(state.outcomes())
        .containsEntry(Outcome.CANCELLED, 1L)
        .doesNotContainKey(Outcome.FAILED);
    assertThat(state.damaged().isEmpty()).isTrue();
  }

  /** Gives back other trials than it has. */
  private record Spoiled(ResultStore store, UnaryOperator<Finished> change) implements ResultStore {

    @Override
    public Stream<Finished> trials(String studyId) {
      return store.trials(studyId).map(change);
    }

    @Override
    public ResultWriter open(StudyHeader header) {
      return store.open(header);
    }

    @Override
    public List<StudyHeader> studies() {
      return store.studies();
    }

    @Override
    public BitSet finished(String studyId) {
      return store.finished(studyId);
    }

    @Override
    public Stream<Measured> measurements(String studyId) {
      return store.measurements(studyId);
    }

    @Override
    public void close() {
      store.close();
    }
  }
}
