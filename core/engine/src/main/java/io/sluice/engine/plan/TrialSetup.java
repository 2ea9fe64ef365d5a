package io.sluice.engine.plan;

import io.sluice.engine.study.Batches;
import io.sluice.engine.study.Metric;
import io.sluice.engine.study.Pace;
import io.sluice.engine.study.TrainingSpec;
import io.sluice.engine.study.WeightPolicy;
import io.sluice.spi.Cell;
import io.sluice.spi.GradientOptimizer;
import io.sluice.spi.Hyperparameter;
import io.sluice.spi.Optimizer;
import io.sluice.spi.PopulationOptimizer;
import io.sluice.spi.RandomStream;
import io.sluice.spi.Trial;
import java.util.List;

/** Everything needed to run the trials of one cell; of use to one thread at a time. */
public final class TrialSetup {

  private static final long OPTIMIZER_STREAM = 1;
  private static final long BATCH_STREAM = 2;
  private static final long ACTIVATION_STREAM = 3;

  private final int index;
  private final CellPath path;
  private final TrialKeys keys;
  private final SizedTask task;
  private final Training training;
  private final Pace pace;
  private final WeightRanges.Bounds bounds;

  // Made when first asked for.
  private Cell cell;
  private List<Hyperparameter> hyperparameters;
  private long cellKey;
  private long startKey;
  private boolean keyed;

  TrialSetup(int index, CellPath path, TrainingSpec spec, TrialKeys keys) {
    this.index = index;
    this.path = path;
    this.keys = keys;
    this.task = path.task();
    this.training = path.training(spec);
    this.pace = task.pace(training.batches(), training.watches());
    this.bounds = path.bounds();
  }

  /** The combination of factors. */
  public Cell cell() {
    if (cell == null) {
      cell = path.cell(index);
    }
    return cell;
  }

  /** What is minimised. */
  public Task task() {
    return task.task();
  }

  /** How many weights the task has; counted once, for every trial needs it. */
  public int weights() {
    return task.weights();
  }

  /** How many of them are trained. */
  public int parameters() {
    return task.parameters();
  }

  /** The configured optimizer. */
  public Optimizer optimizer() {
    return path.optimizer();
  }

  /** The largest generation of the optimizer over these parameters; 0 of one by gradients. */
  public int populationSize() {
    return optimizer() instanceof PopulationOptimizer
        ? ((PopulationOptimizer) optimizer()).populationSize(parameters())
        : 0;
  }

  /** The optimizer's hyper-parameters with their values; asked once, for every trial needs them. */
  public List<Hyperparameter> hyperparameters() {
    if (hyperparameters == null) {
      hyperparameters = List.copyOf(optimizer().hyperparameters());
    }
    return hyperparameters;
  }

  /** What happens at the bounds. */
  public WeightPolicy policy() {
    return path.policy();
  }

  /** How its trials are trained. */
  public Training training() {
    return training;
  }

  /** How a gradient optimizer goes through the training rows. */
  public Pace pace() {
    return pace;
  }

  /** Whether there are bounds; a gradient optimizer under the policy none needs none. */
  public boolean isBounded() {
    return bounds.arePresent();
  }

  /** Whether the metric has a meaning in the cell. */
  public boolean has(Metric metric) {
    switch (metric) {
      case UPDATE_RATIO:
      case GRADIENT_COSINE:
        return optimizer() instanceof GradientOptimizer && task().has(metric);
      case AT_BOUND:
        return isBounded();
      case BOUND_CONTACTS:
        return isBounded() && policy() != WeightPolicy.NONE;
      default:
        return task().has(metric);
    }
  }

  /** The lower bound of the parameter. */
  public double lower(int parameter) {
    return isBounded() ? bounds.lower()[parameter] : Double.NEGATIVE_INFINITY;
  }

  /** The upper bound of the parameter. */
  public double upper(int parameter) {
    return isBounded() ? bounds.upper()[parameter] : Double.POSITIVE_INFINITY;
  }

  /**
   * Writes the weights from which a repeat starts. They depend on the study's seed, the problem,
   * the network, the initialisation and the repeat, and on nothing else, except that some
   * initialisations scale them by what the activation is like.
   */
  public void startWeights(int repeat, double[] weights) {
    path.start().start().weights(new RandomStream(RandomStream.key(startKey(), repeat)), weights);
  }

  /** Whether the study gives the weights from which all repeats start. */
  public boolean startIsGiven() {
    return path.start().given();
  }

  /**
   * The random numbers of the repeat's optimizer. They depend on the same things as the start
   * weights, so two populations of one size begin with the same members.
   */
  public RandomStream random(int repeat) {
    return new RandomStream(randomKey(repeat));
  }

  /** The key of {@link #random}. */
  public long randomKey(int repeat) {
    return RandomStream.key(startKey(), OPTIMIZER_STREAM, repeat);
  }

  /**
   * The random numbers that shuffle the rows for an epoch of the repeat. They depend on the same
   * things as the start weights, on the epoch, and on nothing else; in the order {@link
   * Batches.Order#FIXED} each epoch has those of the first.
   */
  public RandomStream shuffle(int repeat, long epoch) {
    return new RandomStream(shuffleKey(repeat, epoch));
  }

  /** The key of {@link #shuffle}. */
  public long shuffleKey(int repeat, long epoch) {
    long key = training.batches().order() == Batches.Order.FIXED ? 0 : epoch;
    return RandomStream.key(startKey(), BATCH_STREAM, repeat, key);
  }

  /**
   * The key of what activations draw in training in the repeat. It depends on the same things as
   * the start weights, so two optimizers, or two activations, meet the same numbers.
   */
  public long drawKey(int repeat) {
    return RandomStream.key(startKey(), ACTIVATION_STREAM, repeat);
  }

  /** The key of the repeat, as a trial's row carries it. */
  public String key(int repeat) {
    return new CellText().addHexadecimal(trialKey(repeat)).toString();
  }

  /** One trial of it, of so many repeats. */
  Trial trial(int repeat, int repeats) {
    return new Trial((long) index * repeats + repeat, key(repeat), cell(), repeat);
  }

  /** The key of the repeat as a number. */
  long trialKey(int repeat) {
    key();
    return RandomStream.key(cellKey, repeat);
  }

  private long startKey() {
    key();
    return startKey;
  }

  private void key() {
    if (!keyed) {
      cellKey = keys.of(path);
      startKey =
          RandomStream.key(
              keys.seed(),
              RandomStream.key("start"),
              RandomStream.key(path.label(StudyFactor.PROBLEM)),
              RandomStream.key(path.label(StudyFactor.NETWORK)),
              RandomStream.key(path.label(StudyFactor.INITIAL_WEIGHTS)));
      keyed = true;
    }
  }

  /** Where the weights start. */
  @FunctionalInterface
  interface Start {
    void weights(RandomStream random, double[] weights);
  }
}
