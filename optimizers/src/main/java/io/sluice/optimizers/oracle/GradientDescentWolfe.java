package io.sluice.optimizers.oracle;

import io.sluice.sdk.OracleOptimizerExtension;
import io.sluice.spi.Description;
import io.sluice.spi.Hyperparameter;
import io.sluice.spi.Interval;
import io.sluice.spi.OracleRequest;
import io.sluice.spi.OracleState;
import io.sluice.spi.OracleTask;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.pf4j.Extension;

/**
 * Gradient descent whose length fulfils the strong Wolfe conditions. A step costs a gradient for
 * each length tried, the last of which serves the next step.
 *
 * @param firstLength the length tried first in the first step
 * @param decrease c₁
 * @param curvature c₂
 * @param searchLength the most questions of a search
 */
@Extension
public record GradientDescentWolfe(
    double firstLength, double decrease, double curvature, int searchLength)
    implements OracleOptimizerExtension {

  /** The presets. */
  public GradientDescentWolfe() {
    this(1, 1e-4, 0.9, Knobs.SEARCH_LENGTH);
  }

  @Override
  public String id() {
    return "gradient-descent-wolfe";
  }

  @Override
  public Description description() {
    return Description.of(
            "Gradient descent with a strong Wolfe line search",
            "w ← w − t g with f(w − t g) ≤ f(w) − c₁ t g·g and |g(w − t g)·g| ≤ c₂ g·g",
            "Nocedal & Wright 2006, algorithms 3.5 and 3.6")
        .note("A step costs a gradient for each length tried.");
  }

  @Override
  public List<Hyperparameter> hyperparameters() {
    return List.of(
        Hyperparameter.real(
            "first-length", firstLength, Interval.POSITIVE, "tried first in the first step"),
        Knobs.decrease(decrease),
        Knobs.curvature(curvature),
        Knobs.searchLength(searchLength));
  }

  @Override
  public GradientDescentWolfe with(Map<String, Double> values) {
    return new GradientDescentWolfe(
        values.get("first-length"),
        values.get("decrease"),
        values.get("curvature"),
        values.get("search-length").intValue());
  }

  @Override
  public Set<OracleRequest> questions() {
    return EnumSet.of(OracleRequest.GRADIENT);
  }

  @Override
  public OracleState start(OracleTask task) {
    return new LineDescent(
        task, new SteepestDescent(firstLength), new StrongWolfe(decrease, curvature, searchLength));
  }
}
