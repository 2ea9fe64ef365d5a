package io.sluice.engine.run;

import io.sluice.engine.study.Budget;
import io.sluice.engine.study.Cadence;
import io.sluice.engine.study.Metric;
import io.sluice.engine.study.Patience;
import io.sluice.engine.study.StudySpec;
import java.util.List;

/**
 * What all trials of a study have in common while they run.
 *
 * @param divergence the largest loss of a trial with a gradient that has not diverged
 * @param patience how long the monitored loss of such a trial may stand still
 */
record RunRules(
    Budget budget,
    double[] targets,
    boolean stopAtLastTarget,
    double divergence,
    Patience patience,
    Cadence cadence,
    List<Metric> metrics) {

  static RunRules of(StudySpec spec) {
    return new RunRules(
        spec.budget(),
        spec.targets().stream().mapToDouble(Double::doubleValue).toArray(),
        spec.stopAtLastTarget(),
        Math.min(Double.MAX_VALUE, spec.training().divergence()),
        spec.training().patience(),
        spec.cadence(),
        spec.metrics());
  }
}
