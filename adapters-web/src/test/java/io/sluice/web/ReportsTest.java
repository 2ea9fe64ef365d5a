package io.sluice.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.sluice.engine.Laboratory;
import io.sluice.engine.plan.StudyPlan;
import io.sluice.engine.run.Cancellation;
import io.sluice.engine.run.RunOptions;
import io.sluice.report.Document;
import io.sluice.spi.StudyHeader;
import io.sluice.spi.TrialEvent;
import io.sluice.studies.ReadStudy;
import io.sluice.studies.StudyReader;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReportsTest {

  private final AtomicInteger readings = new AtomicInteger();
  private volatile CountDownLatch hold = new CountDownLatch(0);
  private final MemoryStore store =
      new MemoryStore() {
        @Override
        public Stream<TrialEvent.Finished> trials(String studyId) {
          readings.incrementAndGet();
          try {
            assertThat(hold.await(5, TimeUnit.MINUTES)).isTrue();
          } catch (InterruptedException stop) {
            throw new IllegalStateException(stop);
          }
          return super.trials(studyId);
        }
      };
  private final Reports reports = new Reports(store);
  private StudyHeader header;

  @BeforeEach
  void runTheStudy() {
    Laboratory laboratory = TestLaboratory.create();
    ReadStudy study = StudyReader.read(TestStudies.SMALL, "small.yaml", null);
    StudyPlan plan = laboratory.plan(study.spec());
    header = laboratory.header(plan, study.canonicalJson());
    laboratory.run(plan, header, store, List.of(), new RunOptions(1, 0), new Cancellation());
    readings.set(0);
  }

  private static Progress progress(RunState state, long finished) {
    return new Progress(state, finished, 12, 0, "");
  }

  @Test
  void studyAtRestIsReadOnce() {
    Document first = reports.of(header, progress(RunState.FINISHED, 12));
    assertThat(first.facts().get("trials")).isEqualTo(12L);
    assertThat(reports.of(header, progress(RunState.FINISHED, 12))).isSameAs(first);
    assertThat(readings).hasValue(1);
  }

  @Test
  void studyAtRestThatChangedIsReadAgain() {
    reports.of(header, progress(RunState.STOPPED, 5));
    reports.of(header, progress(RunState.FINISHED, 12));
    assertThat(readings).hasValue(2);
  }

  @Test
  void runningStudyIsReadAgainAfterTwoSeconds() {
    long start = System.nanoTime();
    Document first = reports.of(header, progress(RunState.RUNNING, 1));
    await()
        .atMost(WebFixture.PATIENCE)
        .pollInterval(Duration.ofMillis(50))
        .until(() -> reports.of(header, progress(RunState.RUNNING, 2)) != first);
    assertThat((System.nanoTime() - start) / 1e9).isGreaterThanOrEqualTo(2);
    assertThat(readings).hasValue(2);
  }

  @Test
  void endOfARunIsNotMissed() {
    Document running = reports.of(header, progress(RunState.RUNNING, 12));
    assertThat(reports.of(header, progress(RunState.FINISHED, 12))).isNotSameAs(running);
  }

  @Test
  void olderReportServesWhileANewOneIsComputed() throws InterruptedException {
    Document older = reports.of(header, progress(RunState.RUNNING, 1));
    hold = new CountDownLatch(1);
    Thread computing =
        new Thread(() -> reports.of(header, progress(RunState.STOPPED, 2)), "computing");
    computing.start();
    await().atMost(WebFixture.PATIENCE).until(() -> readings.get() == 2);
    assertThat(reports.of(header, progress(RunState.RUNNING, 3))).isSameAs(older);
    hold.countDown();
    computing.join(30_000);
    assertThat(computing.isAlive()).isFalse();
    assertThat(readings).hasValue(2);
  }
}
