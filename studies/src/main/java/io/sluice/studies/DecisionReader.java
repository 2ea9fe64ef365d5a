package io.sluice.studies;

import io.sluice.engine.study.Cadence;
import io.sluice.engine.study.DecideBy;
import io.sluice.engine.study.Metric;
import io.sluice.engine.text.NumberText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads what a study is decided by: one of its targets or of its metrics. */
final class DecisionReader {

  private static final List<String> KEYS = List.of("target", "metric");

  private DecisionReader() {}

  static Optional<DecideBy> read(
      Field field, List<Double> targets, List<Metric> metrics, Cadence cadence) {
    if (field.isMapping() && field.keys().isEmpty()) {
      field.complain("\"decide-by\" must name one, for example {target: 1e-3}");
      return Optional.empty();
    }
    if (!field.isMapping()) {
      field.expected("{target: 1e-3} or {metric: validation-accuracy}");
      return Optional.empty();
    }
    field.allowOnly(KEYS);
    Optional<Field> target = field.child("target");
    Optional<Field> metric = field.child("metric");
    if (target.isPresent() && metric.isPresent()) {
      field.complain("\"" + field.label() + "\" names a target and a metric, but only one decides");
      return Optional.empty();
    }
    return target.isPresent()
        ? target.flatMap(loss -> target(loss, targets))
        : metric.flatMap(name -> metric(name, metrics, cadence));
  }

  private static Optional<DecideBy> target(Field field, List<Double> targets) {
    Optional<Double> loss = field.number("1e-3");
    if (loss.isPresent() && !targets.contains(loss.get())) {
      List<String> known = targets.stream().map(NumberText::of).toList();
      field.expected(
          known.isEmpty()
              ? "one of the targets, but the study has none"
              : "one of the targets " + String.join(", ", known));
      return Optional.empty();
    }
    return loss.map(DecideBy.Target::new);
  }

  /** The losses are known of every trial; all else has to be measured. */
  private static Optional<DecideBy> metric(Field field, List<Metric> metrics, Cadence cadence) {
    Map<String, Metric> words = new LinkedHashMap<>();
    Stream.of(Metric.values())
        .filter(Metric::isMerit)
        .forEach(metric -> words.put(metric.id(), metric));
    Optional<Metric> metric = field.oneOf(words);
    if (metric.isEmpty() || Metric.PRESET.contains(metric.get())) {
      return metric.map(DecideBy.Measured::new);
    }
    String id = metric.get().id();
    if (!metrics.contains(metric.get())) {
      field.complain("the study is to be decided by " + id + ", but \"metrics\" does not name it");
      return Optional.empty();
    }
    if (!cadence.measures()) {
      field.complain(
          "the study is to be decided by "
              + id
              + ", but nothing is measured; write for example measure: {per-decade: 5}");
      return Optional.empty();
    }
    return metric.map(DecideBy.Measured::new);
  }
}
