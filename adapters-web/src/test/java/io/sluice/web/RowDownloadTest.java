package io.sluice.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.engine.plan.StudyPlan;
import io.sluice.engine.run.Cancellation;
import io.sluice.engine.run.RunOptions;
import io.sluice.spi.ResultStoreException;
import io.sluice.spi.StudyHeader;
import io.sluice.spi.TrialEvent;
import io.sluice.studies.ReadStudy;
import io.sluice.studies.StudyReader;
import io.sluice.studies.export.ExportFormat;
import io.sluice.studies.export.ResultExport;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RowDownloadTest extends WebFixture {

  private boolean storeFails;
  private int trialsBeforeFailure = -1;

  private boolean memoryIsShort;

  @Override
  MemoryStore store() {
    return new MemoryStore() {
      @Override
      public synchronized Stream<TrialEvent.Measured> measurements(String studyId) {
        if (memoryIsShort) {
          throw new OutOfMemoryError("Java heap space");
        }
        return super.measurements(studyId);
      }

      @Override
      public synchronized Stream<TrialEvent.Finished> trials(String studyId) {
        if (storeFails) {
          throw new ResultStoreException("the store is gone");
        }
        Stream<TrialEvent.Finished> trials = super.trials(studyId);
        if (trialsBeforeFailure < 0) {
          return trials;
        }
        List<TrialEvent.Finished> few = trials.toList();
        return Stream.iterate(0L, i -> i + 1)
            .map(
                i -> {
                  if (i == trialsBeforeFailure) {
                    throw new ResultStoreException("the store is torn");
                  }
                  return few.get((int) (i % few.size()));
                });
      }
    };
  }

  @ParameterizedTest
  @EnumSource(names = {"CSV", "JSONL"})
  void rowsAreTheBytesOfARunWithoutServer(ExportFormat format) throws Exception {
    String id = run(TestStudies.SMALL);
    ReadStudy study = StudyReader.read(TestStudies.SMALL, "small.yaml", null);
    StudyPlan plan = laboratory.plan(study.spec());
    StudyHeader header = laboratory.header(plan, study.canonicalJson());
    MemoryStore other = new MemoryStore();
    laboratory.run(plan, header, other, List.of(), new RunOptions(1, 3), new Cancellation());
    assertThat(header.id()).isEqualTo(id);

    StringBuilder trials = new StringBuilder();
    ResultExport.writeTrials(header, other.trials(id), format, trials);
    HttpResponse<String> answer = get("/api/studies/" + id + "/trials." + format.word());
    assertThat(answer.body()).isEqualTo(trials.toString());
    assertThat(answer.body().lines().count()).isBetween(12L, 13L);
    assertThat(answer.headers().firstValue("Content-Type").orElse(""))
        .startsWith(format.mediaType());
    assertThat(answer.headers().firstValue("Content-Disposition"))
        .hasValue("attachment; filename=\"" + id + ".trials." + format.word() + "\"");

    StringBuilder measurements = new StringBuilder();
    ResultExport.writeMeasurements(other.measurements(id), format, measurements);
    assertThat(get("/api/studies/" + id + "/measurements." + format.word()).body())
        .isEqualTo(measurements.toString())
        .contains("best-loss");
  }

  @Test
  void failingStoreIsAnError() throws Exception {
    String id = run(TestStudies.SMALL);
    storeFails = true;
    HttpResponse<String> answer = get("/api/studies/" + id + "/trials.csv");
    assertError(answer, 500, "the store is gone");
    assertThat(answer.headers().firstValue("Content-Disposition")).isEmpty();
  }

  @Test
  void lackOfMemoryIsAnErrorToo() throws Exception {
    String id = run(TestStudies.SMALL);
    memoryIsShort = true;
    assertError(get("/api/studies/" + id + "/measurements.csv"), 500, "out of memory");
    memoryIsShort = false;
    assertThat(get("/api/studies/" + id + "/measurements.csv").statusCode()).isEqualTo(200);
  }

  @Test
  void storeThatFailsHalfWayBreaksTheConnection() throws Exception {
    String id = run(TestStudies.SMALL);
    trialsBeforeFailure = 100_000;
    assertThatThrownBy(() -> get("/api/studies/" + id + "/trials.csv"))
        .isInstanceOf(IOException.class);
    trialsBeforeFailure = 1;
    assertError(get("/api/studies/" + id + "/trials.csv"), 500, "the store is torn");
  }
}
