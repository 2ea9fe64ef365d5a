package io.sluice.engine.problem;

import io.sluice.engine.study.Dataset;
import io.sluice.engine.study.Preparation;
import io.sluice.spi.Component;
import io.sluice.spi.Description;
import io.sluice.spi.Hyperparameter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;

/** A problem by name: makes the problem from the values of its hyper-parameters. */
public final class ProblemDefinition implements Component {

  private final String id;
  private final Description description;
  private final List<Hyperparameter> hyperparameters;
  private final Function<Map<String, Double>, Problem> maker;

  ProblemDefinition(
      String id,
      Description description,
      List<Hyperparameter> hyperparameters,
      Function<Map<String, Double>, Problem> maker) {
    this.id = id;
    this.description = description;
    this.hyperparameters = List.copyOf(hyperparameters);
    this.maker = maker;
  }

  /** Data for a network to fit. */
  static ProblemDefinition ofData(
      String id,
      Description description,
      List<Hyperparameter> hyperparameters,
      Function<Values, Dataset> maker) {
    return new ProblemDefinition(
        id,
        description,
        hyperparameters,
        values -> new Problem.Fit(maker.apply(new Values(values))));
  }

  /**
   * A curve of one input for a network to fit, at evenly spaced points.
   *
   * @param moved moves the points, as noise does
   */
  static ProblemDefinition ofCurve(
      String id,
      Description description,
      List<Hyperparameter> hyperparameters,
      Function<Values, DoubleUnaryOperator> maker,
      BiConsumer<Rows, Values> moved) {
    return new ProblemDefinition(
        id,
        description,
        hyperparameters,
        byName -> {
          Values values = new Values(byName);
          double limit = values.number("limit");
          Curve curve = new Curve(limit, maker.apply(values));
          Rows rows = new Rows(values.points(), 1, 1);
          for (int i = 0; i < values.points(); i++) {
            rows.x[i][0] = Values.evenly(i, values.points(), limit);
            rows.y[i][0] = curve.function().applyAsDouble(rows.x[i][0]);
          }
          moved.accept(rows, values);
          return new Problem.Fit(
              rows.data(), Optional.empty(), Preparation.NONE, Optional.of(curve));
        });
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public Description description() {
    return description;
  }

  @Override
  public List<Hyperparameter> hyperparameters() {
    return hyperparameters;
  }

  @Override
  public ProblemDefinition with(Map<String, Double> values) {
    List<Hyperparameter> configured =
        hyperparameters.stream()
            .map(
                h ->
                    new Hyperparameter(
                        h.name(), h.kind(), values.get(h.name()), h.range(), h.meaning()))
            .toList();
    return new ProblemDefinition(id, description, configured, maker);
  }

  /** The problem with these values. */
  public Problem create() {
    Map<String, Double> values = new LinkedHashMap<>();
    hyperparameters.forEach(h -> values.put(h.name(), h.value()));
    return maker.apply(values);
  }
}
