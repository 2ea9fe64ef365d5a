package io.sluice.passport;

import io.sluice.moments.EdgeOfChaos;
import io.sluice.passport.optimizer.OptimizerPassport;
import io.sluice.spi.Description;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A passport as maps, lists, texts, numbers, booleans and nulls, to be written as JSON. Names are
 * in lower case with underscores; numbers may be infinite or NaN.
 */
public final class PassportDocument {

  private PassportDocument() {}

  /** The whole passport of an activation. */
  public static Map<String, Object> of(Passport passport) {
    Map<String, Object> document =
        head(
            passport.id(),
            passport.hyperparameters(),
            passport.description(),
            passport.isValid(),
            passport.findings());
    document.put("range", range(passport.range()));
    document.put("slopes", slopes(passport.slopes()));
    shape(passport.shape(), document);
    document.put(
        "proof_reach", passport.reach().isPresent() ? passport.reach().getAsDouble() : null);
    document.put("zeros", roots(passport.zeros()));
    document.put("fixed_points", roots(passport.fixedPoints()));
    document.put("saturation", each(passport.saturation(), PassportDocument::saturation));
    document.put("below", end(passport.below()));
    document.put("above", end(passport.above()));
    document.put("normal_sums", sums(passport.sums()));
    document.put("gains", gains(passport));
    document.put("edge_of_chaos", each(passport.edgeOfChaos(), PassportDocument::edge));
    document.put(
        "accuracy",
        passport
            .accuracy()
            .map(
                a ->
                    map(
                        "largest_error_ulp", a.largestError(),
                        "x", a.x(),
                        "inputs", a.inputs(),
                        "evidence", computed()))
            .orElse(null));
    return document;
  }

  /** The whole passport of an optimizer. */
  public static Map<String, Object> of(OptimizerPassport passport) {
    Map<String, Object> document =
        head(
            passport.id(),
            passport.hyperparameters(),
            passport.description(),
            passport.isValid(),
            passport.findings());
    document.put(
        "entries",
        each(
            passport.entries(),
            entry ->
                map(
                    "topic", entry.topic(),
                    "property", entry.property(),
                    "value", entry.value(),
                    "text", entry.text(),
                    "evidence", entry.evidence().toString())));
    return document;
  }

  /** What every passport begins with. */
  private static Map<String, Object> head(
      String id,
      Map<String, Double> hyperparameters,
      Description description,
      boolean valid,
      List<Finding> findings) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("id", id);
    document.put("hyperparameters", new LinkedHashMap<>(hyperparameters));
    document.put("summary", description.summary());
    document.put("formula", description.formula());
    boolean hasSource = !description.source().isEmpty();
    document.put("source", hasSource ? description.source() : null);
    document.put("source_read", hasSource ? description.sourceRead() : null);
    document.put("notes", description.notes());
    document.put("valid", valid);
    document.put("findings", each(findings, PassportDocument::finding));
    return document;
  }

  /** What an activation costs. */
  public static Map<String, Object> of(RelativeCost cost) {
    return map(
        "relative_to_relu", cost.ratio(),
        "nanoseconds", cost.nanoseconds(),
        "relu_nanoseconds", cost.reluNanoseconds(),
        "evidence", computed());
  }

  private static <T> List<Object> each(List<T> elements, Function<T, Object> form) {
    List<Object> list = new ArrayList<>();
    elements.forEach(element -> list.add(form.apply(element)));
    return list;
  }

  private static Map<String, Object> map(Object... namesAndValues) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      map.put((String) namesAndValues[i], namesAndValues[i + 1]);
    }
    return map;
  }

  private static Object finding(Finding finding) {
    return map(
        "severity", finding.severity().toString(),
        "subject", finding.subject(),
        "message", finding.message());
  }

  private static Object range(Range range) {
    return map(
        "text", range.text(),
        "evidence", range.evidence().toString(),
        "least", extreme(range.least()),
        "greatest", extreme(range.greatest()),
        "declared", map("text", range.declared().toString(), "evidence", declared()));
  }

  private static String declared() {
    return Evidence.DECLARED.toString();
  }

  private static String computed() {
    return Evidence.COMPUTED.toString();
  }

  private static Object extreme(Extreme extreme) {
    return map(
        "value", extreme.value(),
        "attained", extreme.isAttained(),
        "x", extreme.place().x(),
        "where", extreme.place().toString(),
        "evidence", extreme.evidence().toString());
  }

  private static Object slopes(Slopes slopes) {
    return map(
        "least",
        extreme(slopes.least()),
        "greatest",
        extreme(slopes.greatest()),
        "lipschitz",
        extreme(slopes.steepest()),
        "lipschitz_near",
        each(
            slopes.near(),
            local ->
                map(
                    "radius", local.radius(),
                    "value", local.lipschitz(),
                    "evidence", computed())));
  }

  private static void shape(Shape shape, Map<String, Object> document) {
    document.put(
        "monotonicity",
        map(
            "value", shape.monotonicity().toString(),
            "evidence", shape.monotonicityEvidence().toString()));
    document.put("symmetry", map("value", shape.symmetry().toString(), "evidence", computed()));
    document.put("curvature", map("value", shape.curvature().toString(), "evidence", computed()));
    document.put(
        "smoothness",
        map(
            "value", shape.smoothness().toString(),
            "evidence", shape.smoothnessEvidence().toString()));
    document.put("kinks", each(shape.kinks(), PassportDocument::kink));
    document.put("bends", new ArrayList<>(shape.bends()));
  }

  private static Object kink(Kink kink) {
    return map(
        "x", kink.x(),
        "slope_below", kink.slopeBelow(),
        "slope_above", kink.slopeAbove(),
        "jump", kink.jump(),
        "declared", kink.declared());
  }

  private static Object roots(Roots roots) {
    return map(
        "stretches",
        each(roots.stretches(), stretch -> map("from", stretch.from(), "to", stretch.to())),
        "more",
        roots.more(),
        "reach",
        roots.reach(),
        "evidence",
        computed());
  }

  private static Object saturation(Saturation saturation) {
    return map(
        "threshold", saturation.threshold(),
        "below", saturation.below(),
        "above", saturation.above(),
        "evidence", computed());
  }

  private static Object end(End end) {
    return map(
        "value",
        tail(end.value()),
        "slope",
        tail(end.slope()),
        "asymptote",
        end.offset().isPresent()
            ? map(
                "slope",
                end.value().isConvergent() ? 0.0 : end.slope().limit(),
                "offset",
                end.offset().getAsDouble())
            : null,
        "evidence",
        computed());
  }

  private static Object tail(Tail tail) {
    return map("trend", tail.word(), "limit", tail.limit());
  }

  private static Object sums(NormalSums sums) {
    return map(
        "mean", sums.mean(),
        "variance", sums.variance(),
        "second_moment", sums.secondMoment(),
        "slope_mean", sums.slopeMean(),
        "slope_second_moment", sums.slopeSecondMoment(),
        "evidence", computed());
  }

  private static Object gains(Passport passport) {
    Double published =
        passport.publishedGain().isPresent() ? passport.publishedGain().getAsDouble() : null;
    return map(
        "forward",
        map(
            "value", passport.sums().forwardGain(),
            "definition", "1 / sqrt(E f(z)^2), z standard normal",
            "evidence", computed()),
        "backward",
        map(
            "value", passport.sums().backwardGain(),
            "definition", "1 / sqrt(E f'(z)^2), z standard normal",
            "evidence", computed()),
        "pytorch",
        map(
            "value",
            published,
            "definition",
            "the table of torch.nn.init.calculate_gain",
            "evidence",
            declared()));
  }

  private static Object edge(EdgePoint point) {
    Optional<EdgeOfChaos> solution = point.solution();
    return map(
        "bias_deviation", point.biasDeviation(),
        "examined", point.examined(),
        "weight_deviation", solution.map(EdgeOfChaos::weightDeviation).orElse(null),
        "variance", solution.map(EdgeOfChaos::variance).orElse(null),
        "map_slope", solution.map(EdgeOfChaos::mapSlope).orElse(null),
        "stable", solution.map(EdgeOfChaos::isStable).orElse(null),
        "evidence", computed());
  }
}
