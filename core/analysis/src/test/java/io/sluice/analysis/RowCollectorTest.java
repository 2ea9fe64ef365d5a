package io.sluice.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.spi.Outcome;
import io.sluice.spi.ResultWriter;
import io.sluice.spi.StudyHeader;
import io.sluice.spi.TrialEvent;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RowCollectorTest {

  @Test
  void runThatIsListenedToGivesTheReportOfTheStore() {
    SyntheticStudy study = study();
    RowCollector collector = new RowCollector(study.header());
    try (ResultWriter writer = collector.open(study.header())) {
      study
          .trials()
          .forEach(
              finished -> {
                writer.write(new TrialEvent.Started(finished.trial()));
                writer.write(finished);
              });
    }
    assertThat(StudyReport.of(collector.rows()))
        .isEqualTo(StudyReport.of(study.header(), study.trials()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "metric validation-accuracy", "target 0.1"})
  void reportOfTheStoreIsThatOfTheRun(String decision) {
    SyntheticStudy study = study(true).decidedBy(decision);
    RowCollector collector = new RowCollector(study.header());
    Map<Long, List<TrialEvent.Measured>> measured =
        study.measurements().collect(Collectors.groupingBy(event -> event.trial().index()));
    List<TrialEvent.Finished> backwards = new ArrayList<>(study.trials().toList());
    Collections.reverse(backwards);
    try (ResultWriter writer = collector.open(study.header())) {
      for (TrialEvent.Finished finished : backwards) {
        writer.write(new TrialEvent.Started(finished.trial()));
        measured.getOrDefault(finished.trial().index(), List.of()).forEach(writer::write);
        writer.write(finished);
      }
    }
    StudyReport report = StudyReport.of(study.header(), new KeptStudy(study));
    assertThat(StudyReport.of(collector.rows())).isEqualTo(report);
    assertThat(collector.rows().metrics()).containsExactly("saturated-1", "validation-accuracy");
    assertThat(report.explained())
        .extracting(one -> one.response().metric())
        .contains("validation-accuracy")
        .doesNotContain("saturated-1");
  }

  @Test
  void ofEachMetricTheLastValueIsKeptAndOfFailedTrialsNone() {
    SyntheticStudy study = new SyntheticStudy(0.1);
    study.hit(0, 9).measured("accuracy", 0.25).measured("accuracy", 0.75);
    study.hit(1, 9);
    study.trial(2, Outcome.FAILED, 9, 1, List.of(Double.NaN)).measured("accuracy", 0.5);
    study.trial(3, Outcome.DIVERGED, 9, 1, List.of(Double.NaN)).measured("accuracy", 0.125);
    StudyRows rows = study.rows();
    CellSamples cell = rows.cells().get(0);
    int accuracy = rows.place("accuracy");
    assertThat(cell.metric(accuracy, 0)).isEqualTo(0.75);
    assertThat(cell.metric(accuracy, 1)).isNaN();
    assertThat(cell.metric(accuracy, 2)).isNaN();
    assertThat(cell.metric(accuracy, 3)).isEqualTo(0.125);
    assertThat(rows.place("loss")).isEqualTo(-1);
    assertThat(cell.metric(-1, 0)).isNaN();
  }

  @Test
  void rowsMayBeTakenWhileMoreComes() {
    SyntheticStudy study = study();
    RowCollector collector = new RowCollector(study.header());
    study.trials().limit(3).forEach(collector::add);
    assertThat(collector.rows().trials()).isEqualTo(3);
    study.trials().skip(3).forEach(collector::add);
    assertThat(StudyReport.of(collector.rows())).isEqualTo(StudyReport.of(study.rows()));
  }

  @Test
  void otherStudyIsRefused() {
    RowCollector collector = new RowCollector(study().header());
    StudyHeader other = new StudyHeader("other-1", "other", "", "{}", 1, 1, List.of(0.1), Map.of());
    assertThatThrownBy(() -> collector.open(other))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("synthetic-1")
        .hasMessageContaining("other-1");
  }

  private static SyntheticStudy study() {
    return study(false);
  }

  private static SyntheticStudy study(boolean measured) {
    SyntheticStudy study = new SyntheticStudy(0.1);
    for (int repeat = 0; repeat < 12; repeat++) {
      for (String activation : new String[] {"tanh", "relu"}) {
        study.hit(repeat, 10 + repeat, "activation", activation, "optimizer", "adam");
        if (measured) {
          study.measured("validation-accuracy", 0).measured("saturated-1", 0.5);
          study.measured("validation-accuracy", 1.0 / (1 + repeat));
        }
        study.miss(repeat, 0.5 + repeat, "activation", activation, "optimizer", "sgd");
      }
    }
    return study;
  }
}
