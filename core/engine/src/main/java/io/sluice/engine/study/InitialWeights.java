package io.sluice.engine.study;

import io.sluice.engine.text.NumberText;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.DoublePredicate;

/**
 * Where the weights of a network start. Whatever the kind, a repeat draws the same random numbers
 * under every activation, optimizer, weight policy and bound, so that these can be compared
 * pairwise; an activation at most scales them.
 */
public sealed interface InitialWeights {

  /** How many variants there are. */
  int variants();

  /**
   * Uniform on [−limit, limit], independently for each weight, biases included.
   *
   * @param limits one variant each
   */
  record Uniform(List<Double> limits) implements InitialWeights {
    public Uniform {
      limits = checked("uniform initial weights need a limit", limits);
      checkPositive("the limit of uniform initial weights", limits);
    }

    @Override
    public int variants() {
      return limits.size();
    }
  }

  /**
   * Normal with mean 0, independently for each weight, biases included.
   *
   * @param deviations standard deviations, one variant each
   */
  record Normal(List<Double> deviations) implements InitialWeights {
    public Normal {
      deviations = checked("normal initial weights need a standard deviation", deviations);
      checkPositive("the standard deviation of normal initial weights", deviations);
    }

    @Override
    public int variants() {
      return deviations.size();
    }
  }

  /**
   * These weights in every repeat: layer by layer, the matrix by rows (one row a unit), then the
   * biases.
   */
  record Explicit(List<Double> weights) implements InitialWeights {
    public Explicit {
      weights = List.copyOf(weights);
      check("an initial weight is a finite number", weights, Double::isFinite);
    }

    @Override
    public int variants() {
      return 1;
    }
  }

  /**
   * Those of a network of rectifiers with one input that goes through rows of the data in straight
   * pieces, as many as there are units. Cells of other networks do not start there.
   */
  record Knots() implements InitialWeights {

    @Override
    public int variants() {
      return 1;
    }
  }

  /**
   * Explicit weights, of which each cell has its own: those of the one pair that names its levels.
   * Cells that no pair names do not start there.
   */
  record Paired(List<Pair> pairs) implements InitialWeights {
    public Paired {
      pairs = checked("paired initial weights need a start", pairs);
    }

    @Override
    public int variants() {
      return 1;
    }
  }

  /**
   * A start and the cells that have it.
   *
   * @param levels the labels that those cells have, by the names of factors, of {@link #FACTORS}
   * @param weights as those of {@link Explicit}
   */
  record Pair(Map<String, String> levels, List<Double> weights) {

    /** The factors whose levels a start can be paired with: those that decide what weights mean. */
    public static final List<String> FACTORS = List.of("problem", "network", "activation");

    public Pair {
      levels = Collections.unmodifiableMap(new TreeMap<>(levels));
      weights = new Explicit(weights).weights();
      if (levels.isEmpty() || !FACTORS.containsAll(levels.keySet())) {
        throw new IllegalArgumentException(
            "a paired start names one or more of "
                + String.join(", ", FACTORS)
                + ", not "
                + levels.keySet());
      }
    }
  }

  /**
   * Matrices at a scale that follows from their inputs and units; biases 0.
   *
   * @param scale the rule
   * @param gains factors of the standard deviation, one variant each
   */
  record Scaled(FanScale scale, List<Double> gains) implements InitialWeights {
    public Scaled {
      gains = checked(scale.id() + " needs a gain", gains);
      checkPositive("the gain of " + scale.id(), gains);
    }

    @Override
    public int variants() {
      return gains.size();
    }
  }

  /**
   * Matrices with orthonormal rows or columns, whichever are fewer, times a gain; biases 0.
   *
   * @param gains one variant each
   */
  record Orthogonal(List<Double> gains) implements InitialWeights {
    public Orthogonal {
      gains = checked("orthogonal needs a gain", gains);
      checkPositive("the gain of orthogonal", gains);
    }

    @Override
    public int variants() {
      return gains.size();
    }
  }

  /**
   * Normal, at the scale with which sums or gradients keep their variance from layer to layer for
   * the activation at hand; biases 0.
   *
   * @param directions one variant each
   */
  record VariancePreserving(List<Direction> directions) implements InitialWeights {
    public VariancePreserving {
      directions = checked("variance-preserving needs a direction", directions);
    }

    @Override
    public int variants() {
      return directions.size();
    }
  }

  /** What keeps its variance. */
  enum Direction {
    /** The sums, on the way from the inputs to the outputs. */
    FORWARD,
    /** The gradients, on the way back. */
    BACKWARD
  }

  /** Normal, at the scale with which the log-norm of gradients has no drift; biases 0. */
  record RandomWalk() implements InitialWeights {
    @Override
    public int variants() {
      return 1;
    }
  }

  /**
   * Normal matrices and biases at the edge of chaos of the activation at hand.
   *
   * @param biasDeviations standard deviations of the biases, one variant each
   */
  record EdgeOfChaos(List<Double> biasDeviations) implements InitialWeights {
    public EdgeOfChaos {
      biasDeviations = checked("edge-of-chaos needs a bias-deviation", biasDeviations);
      check(
          "the bias-deviation of edge-of-chaos is a finite number from 0 on",
          biasDeviations,
          deviation -> deviation >= 0 && Double.isFinite(deviation));
    }

    @Override
    public int variants() {
      return biasDeviations.size();
    }
  }

  private static <T> List<T> checked(String needs, Collection<T> values) {
    if (values.isEmpty()) {
      throw new IllegalArgumentException(needs);
    }
    return List.copyOf(values);
  }

  private static void checkPositive(String what, List<Double> values) {
    check(
        what + " is a finite number above 0", values, value -> value > 0 && Double.isFinite(value));
  }

  private static void check(String what, List<Double> values, DoublePredicate allowed) {
    for (double value : values) {
      if (!allowed.test(value)) {
        throw new IllegalArgumentException(what + ", not " + NumberText.of(value));
      }
    }
  }
}
