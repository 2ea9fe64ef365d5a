package io.sluice.optimizers.oracle;

import io.sluice.sdk.OracleOptimizerExtension;
import io.sluice.spi.Description;
import io.sluice.spi.Hyperparameter;
import io.sluice.spi.Interval;
import io.sluice.spi.Invariance;
import io.sluice.spi.OracleRequest;
import io.sluice.spi.OracleState;
import io.sluice.spi.OracleTask;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.pf4j.Extension;

/**
 * BFGS with limited memory: {@code d = −H g} with H from the last pairs of steps and changes of the
 * gradient, and a strong Wolfe line search that tries 1 first. With {@code line-search=false} the
 * length is the learning rate, as in PyTorch. A step costs a gradient for each length tried.
 *
 * @param memory how many pairs are kept
 * @param decrease c₁
 * @param curvature c₂
 * @param searchLength the most questions of a search
 * @param scale whether the identity is scaled by the last pair, and the first step is no longer
 *     than 1
 * @param lineSearch whether there is a line search
 * @param learningRate the length without a line search
 */
@Extension
public record Lbfgs(
    int memory,
    double decrease,
    double curvature,
    int searchLength,
    boolean scale,
    boolean lineSearch,
    double learningRate)
    implements OracleOptimizerExtension {

  /** The presets. */
  public Lbfgs() {
    this(10, 1e-4, 0.9, Knobs.SEARCH_LENGTH, true, true, 1);
  }

  @Override
  public String id() {
    return "lbfgs";
  }

  @Override
  public Set<Invariance> invariances() {
    return EnumSet.of(Invariance.SHIFT, Invariance.ROTATION, Invariance.PERMUTATION);
  }

  @Override
  public Description description() {
    return Description.of(
            "Quasi-Newton with limited memory",
            "d = −H g, H from the last m pairs (s, y) by two loops",
            "Nocedal 1980; Liu & Nocedal 1989; Nocedal & Wright 2006, algorithm 7.5")
        .note(
            "optax keeps 10 pairs and scales as the presets do; PyTorch keeps 100 and has line-search=false, and one of its steps is up to 20 of these.")
        .note("A step costs a gradient for each length tried, mostly one.");
  }

  @Override
  public List<Hyperparameter> hyperparameters() {
    return List.of(
        Hyperparameter.integer(
            "memory", memory, Interval.closed(1, 1000), "how many pairs are kept"),
        Knobs.decrease(decrease),
        Knobs.curvature(curvature),
        Knobs.searchLength(searchLength),
        Hyperparameter.flag(
            "scale", scale, "scales the identity by the last pair, and caps the first step"),
        Hyperparameter.flag("line-search", lineSearch, "or else the length is the learning rate"),
        Knobs.learningRate(learningRate));
  }

  @Override
  public Lbfgs with(Map<String, Double> values) {
    return new Lbfgs(
        values.get("memory").intValue(),
        values.get("decrease"),
        values.get("curvature"),
        values.get("search-length").intValue(),
        values.get("scale") == 1,
        values.get("line-search") == 1,
        values.get("learning-rate"));
  }

  @Override
  public Set<OracleRequest> questions() {
    return EnumSet.of(OracleRequest.GRADIENT);
  }

  @Override
  public OracleState start(OracleTask task) {
    return new LineDescent(
        task,
        new LimitedMemory(memory, scale, lineSearch, learningRate),
        lineSearch ? new StrongWolfe(decrease, curvature, searchLength) : new FixedLength());
  }
}
