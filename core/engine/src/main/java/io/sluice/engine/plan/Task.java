package io.sluice.engine.plan;

import io.sluice.engine.loss.Accuracy;
import io.sluice.engine.loss.Loss;
import io.sluice.engine.network.NetworkShape;
import io.sluice.engine.probe.Ground;
import io.sluice.engine.probe.Probes;
import io.sluice.engine.problem.ObjectiveFunction;
import io.sluice.engine.study.Dataset;
import io.sluice.engine.study.Metric;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** What a trial minimises, with everything resolved. */
public sealed interface Task {

  /** How many parameters are trained. */
  int parameters();

  /** How many numbers a trial starts from: the parameters, and weights that are frozen. */
  default int weights() {
    return parameters();
  }

  /** The index of each parameter among the {@link #weights()}. */
  default int[] indexOfParameter() {
    return IntStream.range(0, parameters()).toArray();
  }

  /** For each parameter whether it is one of a matrix; those of a function all count as such. */
  default boolean[] matrixParameters() {
    boolean[] all = new boolean[parameters()];
    Arrays.fill(all, true);
    return all;
  }

  /** Where each group of parameters begins, and at last how many there are. */
  default int[] groups() {
    return new int[] {0, parameters()};
  }

  /** For each group how many columns it has. */
  default int[] columns() {
    return new int[] {1};
  }

  /** Whether the loss is a sum of squares, whose terms can be asked for. */
  boolean hasResiduals();

  /** Whether the metric has a meaning here, as far as optimizer and bounds do not decide it. */
  boolean has(Metric metric);

  /** The numbers, from 0, of the layers in which a metric of layers is measured. */
  default List<Integer> layersWith(Metric metric) {
    return List.of();
  }

  /**
   * A network fits data.
   *
   * @param data the examples to train with
   * @param validation the examples kept from training; null if there are none
   * @param accuracy which outputs are right; null if the targets are no classes
   */
  record Fit(Dataset data, Dataset validation, Accuracy accuracy, NetworkShape network, Loss loss)
      implements Task {

    /** All examples are to train with. */
    public Fit(Dataset data, NetworkShape network, Loss loss) {
      this(data, null, Accuracy.of(loss, data).orElse(null), network, loss);
    }

    @Override
    public boolean has(Metric metric) {
      if (metric.isOfValidation() && validation == null) {
        return false;
      }
      switch (metric) {
        case ACCURACY:
        case VALIDATION_ACCURACY:
          return accuracy != null;
        case R2:
        case VALIDATION_R2:
        case SUP_ERROR:
        case VALIDATION_SUP_ERROR:
          return !loss.isForClasses();
        case DEPTH_RATIO:
          return network.trainedLayers().size() > 1;
        default:
          return (!metric.isPerLayer() || !layersWith(metric).isEmpty())
              && Probes.of(metric).map(probe -> probe.isDefined().test(ground())).orElse(true);
      }
    }

    /** What probes of its networks know beforehand. */
    public Ground ground() {
      return new Ground(data, accuracy, network, loss);
    }

    @Override
    public boolean hasResiduals() {
      return loss.isMeanOfSquares();
    }

    @Override
    public List<Integer> layersWith(Metric metric) {
      return metric.isOfSlopes() ? network.activatedLayers() : network.trainedLayers();
    }

    @Override
    public int parameters() {
      return network.parameters();
    }

    @Override
    public int weights() {
      return network.weights();
    }

    @Override
    public int[] indexOfParameter() {
      return network.indexOfParameter();
    }

    @Override
    public int[] groups() {
      return network.groupsOfParameters();
    }

    @Override
    public int[] columns() {
      return network.columnsOfParameters();
    }

    @Override
    public boolean[] matrixParameters() {
      return network.matrixParameters();
    }
  }

  /** A function of the parameters themselves. */
  record Minimum(ObjectiveFunction function) implements Task {
    @Override
    public boolean hasResiduals() {
      return function.residuals() > 0;
    }

    @Override
    public boolean has(Metric metric) {
      switch (metric) {
        case LOSS:
        case BEST_LOSS:
        case GRADIENT_COSINE:
        case AT_BOUND:
        case BOUND_CONTACTS:
          return true;
        default:
          return false;
      }
    }

    @Override
    public int parameters() {
      return function.dimensions();
    }
  }
}
