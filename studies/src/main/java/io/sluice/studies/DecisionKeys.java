package io.sluice.studies;

import io.sluice.engine.study.Cadence;
import io.sluice.engine.study.DecideBy;
import io.sluice.engine.study.Metric;
import io.sluice.engine.text.NumberText;
import java.util.List;
import java.util.stream.Stream;

/** The keys of what a study is decided by: one of its targets or of its metrics. */
final class DecisionKeys {

  private static final Ways<DecideBy> WAYS =
      Ways.<DecideBy>of("\"decide-by\" names a target and a metric, but only one decides")
          .or(
              "target",
              "the cost to it; one of `targets`",
              Codec.number("1e-3"),
              DecideBy.Target::new,
              Ways.in(DecideBy.Target.class, DecideBy.Target::loss))
          .or(
              "metric",
              "its value at the end of a trial; one of `metrics`, or a loss",
              Codec.oneOf(Stream.of(Metric.values()).filter(Metric::isMerit).toList(), Metric::id),
              DecideBy.Measured::new,
              Ways.in(DecideBy.Measured.class, DecideBy.Measured::metric));

  static final Section<DecideBy> KEYS = WAYS.section();

  static final Codec<DecideBy> DECISION = WAYS.as("keys", DecisionKeys::refuse);

  private DecisionKeys() {}

  private static void refuse(Field field) {
    if (field.isMapping()) {
      field.complain("\"decide-by\" must name one, for example {target: 1e-3}");
    } else {
      field.expected("{target: 1e-3} or {metric: validation-accuracy}");
    }
  }

  /** Complains of what is not in the study that it is to decide. */
  static void check(
      Field field, DecideBy by, List<Double> targets, List<Metric> metrics, Cadence cadence) {
    if (by instanceof DecideBy.Target) {
      if (!targets.contains(((DecideBy.Target) by).loss())) {
        List<String> known = targets.stream().map(NumberText::of).toList();
        field
            .child("target")
            .orElseThrow()
            .expected(
                known.isEmpty()
                    ? "one of the targets, but the study has none"
                    : "one of the targets " + String.join(", ", known));
      }
      return;
    }
    Metric metric = ((DecideBy.Measured) by).metric();
    boolean isNamed = metrics.contains(metric);
    if (!Metric.PRESET.contains(metric) && !(isNamed && cadence.measures())) {
      field
          .child("metric")
          .orElseThrow()
          .complain(
              "the study is to be decided by "
                  + metric.id()
                  + (isNamed
                      ? ", but nothing is measured; write for example measure: {per-decade: 5}"
                      : ", but \"metrics\" does not name it"));
    }
  }
}
