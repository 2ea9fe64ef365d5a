package io.sluice.passport.optimizer;

import io.sluice.spi.FirstMoment;
import io.sluice.spi.GradientOptimizer;
import io.sluice.spi.GradientState;

/** A walk along gradients, as the engine drives it. */
final class GradientWalk implements Walk {

  private static final double GRADIENT = 3;

  private final Landscape landscape;
  private final Box box;
  private final GradientState state;
  private final FirstMoment moment;
  private final double[] weights;
  private final double[] gradient;
  private int steps;

  GradientWalk(GradientOptimizer optimizer, Landscape landscape, Box box, double[] start) {
    this(optimizer, landscape, box, start, new LaneOfOne(optimizer, start.length));
  }

  GradientWalk(
      GradientOptimizer optimizer, Landscape landscape, Box box, double[] start, LaneOfOne memory) {
    this.landscape = landscape;
    this.box = box;
    weights = start.clone();
    gradient = new double[start.length];
    state = optimizer.start(memory);
    moment = (parameter, member) -> state.flip(parameter, 0);
  }

  @Override
  public boolean step() {
    landscape.gradient(weights, gradient);
    state.update(++steps, 1, weights, gradient);
    for (int p = 0; p < weights.length; p++) {
      weights[p] = box.keep(p, 0, weights[p] + gradient[p], moment);
    }
    return true;
  }

  @Override
  public double[] trail() {
    return weights.clone();
  }

  @Override
  public double[] at() {
    return weights.clone();
  }

  @Override
  public double loss() {
    return landscape.loss(weights);
  }

  @Override
  public double cost() {
    return GRADIENT * steps;
  }

  @Override
  public Object state() {
    return state;
  }
}
