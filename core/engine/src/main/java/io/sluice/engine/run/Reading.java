package io.sluice.engine.run;

import io.sluice.engine.plan.TrialSetup;
import io.sluice.engine.study.Metric;
import java.util.ArrayList;
import java.util.List;

/**
 * One measurement that a metric gives at a step: a metric of layers gives as many as there are
 * layers that have it.
 *
 * @param layer the number of the layer, from 0; 0 where the metric is not of layers
 * @param name what rows call it
 */
record Reading(Metric metric, int layer, String name) {

  /** All that metrics give in a cell, those of them that have a meaning there. */
  static List<Reading> of(TrialSetup setup, List<Metric> metrics) {
    List<Reading> readings = new ArrayList<>(metrics.size());
    for (Metric metric : metrics) {
      if (!setup.has(metric)) {
        continue;
      }
      if (!metric.isPerLayer()) {
        readings.add(new Reading(metric, 0, metric.id()));
        continue;
      }
      for (int layer : setup.task().layersWith(metric)) {
        readings.add(new Reading(metric, layer, metric.idOfLayer(layer)));
      }
    }
    return readings;
  }
}
