package io.sluice.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.spi.ResultWriter;
import io.sluice.spi.StudyHeader;
import io.sluice.spi.TrialEvent;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

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
    SyntheticStudy study = new SyntheticStudy(0.1);
    for (int repeat = 0; repeat < 12; repeat++) {
      for (String activation : new String[] {"tanh", "relu"}) {
        study.hit(repeat, 10 + repeat, "activation", activation, "optimizer", "adam");
        study.miss(repeat, 0.5 + repeat, "activation", activation, "optimizer", "sgd");
      }
    }
    return study;
  }
}
