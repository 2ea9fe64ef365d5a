package io.sluice.spi;

import java.util.Map;
import java.util.Objects;

/**
 * A wrapper around gradients with what is inside.
 *
 * @param wrapper the wrapper
 * @param inner what it is around
 */
record GradientAround(GradientWrapper wrapper, GradientOptimizer inner)
    implements GradientOptimizer, WrappedOptimizer {

  GradientAround {
    Objects.requireNonNull(wrapper, "wrapper");
    Objects.requireNonNull(inner, "inner");
  }

  @Override
  public GradientOptimizer with(Map<String, Double> values) {
    return new GradientAround(
        wrapper.with(valuesOutside(values)), inner.with(valuesInside(values)));
  }

  @Override
  public GradientState start(LaneMemory memory) {
    GradientState inside = inner.start(PartOfMemory.inside(memory, this));
    GradientState whole = wrapper.start(inside, PartOfMemory.outside(memory, this));
    return whole == inside ? inside : new State(inside, whole);
  }

  /** The state of the wrapper, with flips for both. */
  private record State(GradientState inside, GradientState whole) implements GradientState {

    @Override
    public void update(int step, int lanes, double[] weights, double[] gradients) {
      whole.update(step, lanes, weights, gradients);
    }

    @Override
    public boolean updateWeights(int step, int lanes, double[] weights, double[] gradients) {
      return whole.updateWeights(step, lanes, weights, gradients);
    }

    @Override
    public void flip(int parameter, int lane) {
      inside.flip(parameter, lane);
      whole.flip(parameter, lane);
    }
  }
}
