package io.sluice.spi;

import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * A wrapper that looks where it wants with what is inside.
 *
 * @param wrapper the wrapper
 * @param inner what it is around
 */
record OracleAround(OracleWrapper wrapper, GradientOptimizer inner)
    implements OracleOptimizer, WrappedOptimizer {

  OracleAround {
    Objects.requireNonNull(wrapper, "wrapper");
    Objects.requireNonNull(inner, "inner");
  }

  @Override
  public Set<OracleRequest> questions() {
    return wrapper.questions();
  }

  @Override
  public OracleOptimizer with(Map<String, Double> values) {
    return new OracleAround(wrapper.with(valuesOutside(values)), inner.with(valuesInside(values)));
  }

  @Override
  public OracleState start(OracleTask task) {
    GradientState inside = inner.start(new LaneOfTask(task, inner));
    return new State(inside, wrapper.start(inside, task));
  }

  /** The state of the wrapper, with flips for both. */
  private record State(GradientState inside, OracleState whole) implements OracleState {

    @Override
    public OracleRequest ask(double[] point, double[] direction) {
      return whole.ask(point, direction);
    }

    @Override
    public void residual(double residual, double[] slopes) {
      whole.residual(residual, slopes);
    }

    @Override
    public void tell(double loss, double[] point, double[] vector) {
      whole.tell(loss, point, vector);
    }

    @Override
    public void flip(int parameter) {
      inside.flip(parameter, 0);
      whole.flip(parameter);
    }
  }
}
