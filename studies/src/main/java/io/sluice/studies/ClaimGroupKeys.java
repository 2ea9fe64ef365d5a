package io.sluice.studies;

import io.sluice.analysis.claim.Group;
import io.sluice.analysis.claim.Measure;
import io.sluice.engine.plan.StudyPlan;
import io.sluice.engine.study.Metric;
import io.sluice.engine.text.NearestWord;
import io.sluice.spi.Factor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** How a claim names groups of trials, and what is measured of them. */
final class ClaimGroupKeys {

  private static final String STUDY = "study";
  private static final List<String> FACTORS = Factor.names(StudyPlan.FACTORS);

  private static final Ways<Measure> WAYS =
      Ways.<Measure>of("\"by\" is one of success-at, cost-to and metric, not several")
          .or(
              "success-at",
              "whether a trial reaches a loss; one of the study's `targets`",
              Codec.number("1e-3"),
              Measure::success,
              target(Measure.Kind.SUCCESS))
          .or(
              "cost-to",
              "the log10 of what a trial spends to reach a loss, the budget if it does not",
              Codec.number("1e-3"),
              Measure::cost,
              target(Measure.Kind.COST))
          .or(
              "metric",
              "the last value of a metric; one of the study's `metrics`",
              new Codec<>("the id of a metric", ClaimGroupKeys::metric, name -> name),
              Measure::metric,
              measure -> Optional.of(measure.metric()).filter(name -> !name.isEmpty()));

  static final Section<Measure> MEASURES = WAYS.section();

  /** A measure: a word for a loss, or one of the keys. */
  static final Codec<Measure> MEASURE =
      WAYS.as(
              "keys",
              field -> field.expected("best-loss, loss, {success-at: 1e-3}, {cost-to: 1e-3} or so"))
          .orWord("loss", Measure.loss(false))
          .orWord("best-loss", Measure.loss(true));

  /** Labels by factor. */
  static final Codec<Map<String, List<String>>> LABELS =
      new Codec<>("labels by factor", field -> labels(field, false), ClaimGroupKeys::written);

  /** Labels by factor, and maybe the study. */
  static final Codec<Group> GROUP =
      new Codec<>(
          "labels by factor",
          ClaimGroupKeys::group,
          group -> {
            Map<String, Object> fields = Codec.fields();
            if (!group.study().isEmpty()) {
              fields.put(STUDY, group.study());
            }
            fields.putAll(written(group.labels()));
            return fields;
          });

  private ClaimGroupKeys() {}

  private static Function<Measure, Optional<Double>> target(Measure.Kind kind) {
    return measure -> Optional.of(measure.target()).filter(loss -> measure.kind() == kind);
  }

  /** The name under which a metric is measured: of a layer with its number. */
  private static Optional<String> metric(Field field) {
    Optional<String> name = field.text("the id of a metric such as validation-accuracy");
    Optional<Metric> metric = name.flatMap(ClaimGroupKeys::metricOf);
    if (name.isPresent() && metric.isEmpty()) {
      List<String> ids = Stream.of(Metric.values()).map(Metric::id).toList();
      field.complain(
          "there is no metric \""
              + Node.shown(name.get())
              + '"'
              + NearestWord.hint(name.get(), ids)
              + "; there are "
              + String.join(", ", ids));
    } else if (metric.filter(Metric::isPerLayer).isPresent()
        && name.get().equals(metric.get().id())) {
      field.complain(
          name.get()
              + " is measured layer by layer; name one, such as "
              + metric.get().idOfLayer(0));
      return Optional.empty();
    }
    return metric.flatMap(one -> name);
  }

  /** The metric of a name, which is its id or, layer by layer, its id and a number. */
  static Optional<Metric> metricOf(String name) {
    return Stream.of(Metric.values())
        .filter(
            metric ->
                metric.id().equals(name)
                    || metric.isPerLayer() && name.matches(metric.id() + "-[1-9][0-9]{0,4}"))
        .findFirst();
  }

  private static Map<String, Object> written(Map<String, List<String>> labels) {
    Map<String, Object> fields = Codec.fields();
    labels.forEach((factor, words) -> fields.put(factor, words.size() == 1 ? words.get(0) : words));
    return fields;
  }

  private static Optional<Group> group(Field field) {
    Optional<String> study =
        field.has(STUDY)
            ? field.child(STUDY).flatMap(child -> child.text("the name of a study"))
            : Optional.of("");
    Optional<Map<String, List<String>>> labels = labels(field, true);
    return study.flatMap(name -> labels.map(words -> new Group(name, words)));
  }

  private static Optional<Map<String, List<String>>> labels(Field field, boolean hasStudy) {
    if (!field.isMapping()) {
      field.expected("labels by factor such as {activation: relu}");
      return Optional.empty();
    }
    Map<String, List<String>> labels = new LinkedHashMap<>();
    boolean isRight = true;
    for (String factor : field.keys()) {
      Field child = field.child(factor).orElseThrow();
      if (hasStudy && factor.equals(STUDY)) {
        continue;
      }
      if (!FACTORS.contains(factor)) {
        child.complain(
            "there is no factor \""
                + Node.shown(factor)
                + "\""
                + NearestWord.hint(factor, FACTORS)
                + "; there are "
                + String.join(", ", FACTORS));
        isRight = false;
        continue;
      }
      List<String> words = new ArrayList<>();
      child.items().forEach(item -> item.text("a label such as relu").ifPresent(words::add));
      isRight &= !words.isEmpty() && words.size() == child.items().size();
      labels.put(factor, words);
      if (child.items().isEmpty()) {
        child.expected("a label or a list of labels");
      }
    }
    return isRight ? Optional.of(labels) : Optional.empty();
  }

  /** Every combination of one label of each factor. */
  static List<Map<String, List<String>>> combinations(Map<String, List<String>> labels) {
    List<Map<String, List<String>>> combinations = List.of(Map.of());
    for (Map.Entry<String, List<String>> factor : labels.entrySet()) {
      List<Map<String, List<String>>> longer = new ArrayList<>();
      for (Map<String, List<String>> shorter : combinations) {
        for (String label : factor.getValue()) {
          Map<String, List<String>> more = new LinkedHashMap<>(shorter);
          more.put(factor.getKey(), List.of(label));
          longer.add(more);
        }
      }
      combinations = longer;
    }
    return combinations;
  }

  /** The labels, one after the other. */
  static String words(Map<String, List<String>> labels) {
    return new Group("", labels).words();
  }
}
