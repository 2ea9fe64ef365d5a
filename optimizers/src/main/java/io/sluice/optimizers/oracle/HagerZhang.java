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
 * Nonlinear conjugate gradients with a strong Wolfe line search: {@code d ← −g + β d}, {@code β =
 * max((y − 2 d y·y / d·y)·g / d·y, −1 / (|d| min(0.01, |g₀|)))}. A step costs a gradient for each
 * length tried.
 *
 * @param decrease c₁
 * @param curvature c₂
 * @param searchLength the most questions of a search
 * @param restart after how many steps d begins anew; 0 for never
 */
@Extension
public record HagerZhang(double decrease, double curvature, int searchLength, int restart)
    implements OracleOptimizerExtension {

  /** The presets. */
  public HagerZhang() {
    this(1e-4, 0.1, Knobs.SEARCH_LENGTH, 0);
  }

  @Override
  public String id() {
    return "hager-zhang";
  }

  @Override
  public Description description() {
    return Description.of(
            "Nonlinear conjugate gradients",
            "d ← −g + β d;  β = max((y − 2 d y·y / d·y)·g / d·y, −1 / (|d| min(0.01, |g₀|)))",
            "Hager & Zhang 2005, with the line search of the others")
        .note("A step costs a gradient for each length tried.");
  }

  @Override
  public List<Hyperparameter> hyperparameters() {
    return List.of(
        Knobs.decrease(decrease),
        Knobs.curvature(curvature),
        Knobs.searchLength(searchLength),
        Hyperparameter.integer(
            "restart",
            restart,
            Interval.closed(0, 1e9),
            "after how many steps d begins anew; 0 for never"));
  }

  @Override
  public HagerZhang with(Map<String, Double> values) {
    return new HagerZhang(
        values.get("decrease"),
        values.get("curvature"),
        values.get("search-length").intValue(),
        values.get("restart").intValue());
  }

  @Override
  public Set<OracleRequest> questions() {
    return EnumSet.of(OracleRequest.GRADIENT);
  }

  @Override
  public OracleState start(OracleTask task) {
    return new LineDescent(
        task,
        new ConjugateDirection(ConjugateDirection.Rule.HAGER_ZHANG, restart, task.parameters()),
        new StrongWolfe(decrease, curvature, searchLength));
  }
}
