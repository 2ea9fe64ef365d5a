package io.sluice.engine.study;

import java.util.List;

/** Where the weights of a network start. */
public sealed interface InitialWeights {

  /**
   * Uniform on [−limit, limit], independently for each weight. A repeat starts from the same
   * weights whatever the activation, the optimizer and the weight policy, so that these can be
   * compared pairwise.
   *
   * @param limits one variant each
   */
  record Uniform(List<Double> limits) implements InitialWeights {
    public Uniform {
      limits = List.copyOf(limits);
      if (limits.isEmpty()) {
        throw new IllegalArgumentException("uniform initial weights need a limit");
      }
      for (double limit : limits) {
        if (!(limit > 0) || Double.isInfinite(limit)) {
          throw new IllegalArgumentException(
              "the limit of uniform initial weights is a finite number above 0, not " + limit);
        }
      }
    }
  }

  /**
   * These weights in every repeat: layer by layer, the matrix by rows (one row a unit), then the
   * biases.
   */
  record Explicit(List<Double> weights) implements InitialWeights {
    public Explicit {
      weights = List.copyOf(weights);
      for (double weight : weights) {
        if (!Double.isFinite(weight)) {
          throw new IllegalArgumentException("an initial weight is a finite number, not " + weight);
        }
      }
    }
  }
}
