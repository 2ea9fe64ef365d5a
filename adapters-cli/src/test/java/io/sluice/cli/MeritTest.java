package io.sluice.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.analysis.Merit;
import io.sluice.engine.study.Metric;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The engine, which measures, and the analysis, which does not know it, mean the same metrics. */
class MeritTest {

  @ParameterizedTest
  @EnumSource(Metric.class)
  void metricsThatCanDecideAreThoseThatTrialsAreJudgedBy(Metric metric) {
    assertThat(Merit.isKnownOf(metric.id())).isEqualTo(metric.isMerit());
    assertThat(Merit.isKnownOf(metric.idOfLayer(0))).isFalse();
    assertThat(Merit.isLargerBetter(metric.id()))
        .isEqualTo(metric.id().endsWith("accuracy") || metric.id().endsWith("r2"));
  }
}
