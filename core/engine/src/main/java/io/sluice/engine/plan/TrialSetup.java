package io.sluice.engine.plan;

import io.sluice.engine.study.Batches;
import io.sluice.engine.study.Metric;
import io.sluice.engine.study.Pace;
import io.sluice.engine.study.WeightPolicy;
import io.sluice.spi.Cell;
import io.sluice.spi.Factor;
import io.sluice.spi.GradientOptimizer;
import io.sluice.spi.Hyperparameter;
import io.sluice.spi.Optimizer;
import io.sluice.spi.RandomStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Everything needed to run the trials of one cell. */
public final class TrialSetup {

  /** The labels of the factors that a cell may leave out. */
  static final Map<String, String> PRESETS = Factor.presets(StudyPlan.FACTORS);

  private static final long OPTIMIZER_STREAM = 1;
  private static final long BATCH_STREAM = 2;
  private static final long ACTIVATION_STREAM = 3;

  private final Cell cell;
  private final Task task;
  private final int weights;
  private final Optimizer optimizer;
  private final List<Hyperparameter> hyperparameters;
  private final WeightPolicy policy;
  private final Training training;
  private final Pace pace;
  private final double[] lower;
  private final double[] upper;
  private final Start start;
  private final String identity;
  private final long cellKey;
  private final long startKey;

  TrialSetup(
      Cell cell,
      Task task,
      Optimizer optimizer,
      WeightPolicy policy,
      Training training,
      double[] lower,
      double[] upper,
      Start start,
      String contentDigest,
      TrialKeys keys) {
    this.cell = cell;
    this.task = task;
    this.weights = task.weights();
    this.optimizer = optimizer;
    this.hyperparameters = List.copyOf(optimizer.hyperparameters());
    this.policy = policy;
    this.training = training;
    this.pace = pace(task, training);
    this.lower = lower;
    this.upper = upper;
    this.start = start;
    this.identity = contentDigest + "|" + TrialKeys.text(cell, Set.of());
    this.cellKey = keys.of(cell, contentDigest, task, optimizer);
    this.startKey =
        RandomStream.key(
            keys.seed(),
            RandomStream.key("start"),
            RandomStream.key(cell.factor("problem")),
            RandomStream.key(cell.factor("network")),
            RandomStream.key(cell.factor("initial-weights")));
  }

  /** The combination of factors. */
  public Cell cell() {
    return cell;
  }

  /** What is minimised. */
  public Task task() {
    return task;
  }

  /** How many weights the task has; counted once, for every trial needs it. */
  public int weights() {
    return weights;
  }

  /** The configured optimizer. */
  public Optimizer optimizer() {
    return optimizer;
  }

  /** The optimizer's hyper-parameters with their values; asked once, for every block needs them. */
  public List<Hyperparameter> hyperparameters() {
    return hyperparameters;
  }

  /** What happens at the bounds. */
  public WeightPolicy policy() {
    return policy;
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
    return lower != null;
  }

  /** Whether the metric has a meaning in the cell. */
  public boolean has(Metric metric) {
    switch (metric) {
      case UPDATE_RATIO:
        return optimizer instanceof GradientOptimizer && task.has(metric);
      case AT_BOUND:
        return isBounded();
      case BOUND_CONTACTS:
        return isBounded() && policy != WeightPolicy.NONE;
      default:
        return task.has(metric);
    }
  }

  /** The lower bound of the parameter. */
  public double lower(int parameter) {
    return lower == null ? Double.NEGATIVE_INFINITY : lower[parameter];
  }

  /** The upper bound of the parameter. */
  public double upper(int parameter) {
    return upper == null ? Double.POSITIVE_INFINITY : upper[parameter];
  }

  /**
   * Writes the weights from which a repeat starts. They depend on the study's seed, the problem,
   * the network, the initialisation and the repeat, and on nothing else, except that some
   * initialisations scale them by what the activation is like.
   */
  public void startWeights(int repeat, double[] weights) {
    start.weights(new RandomStream(RandomStream.key(startKey, repeat)), weights);
  }

  /**
   * The random numbers of the repeat's optimizer. They depend on the same things as the start
   * weights, so two populations of one size begin with the same members.
   */
  public RandomStream random(int repeat) {
    return new RandomStream(RandomStream.key(startKey, OPTIMIZER_STREAM, repeat));
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
    return RandomStream.key(startKey, BATCH_STREAM, repeat, key);
  }

  /**
   * The key of what activations draw in training in the repeat. It depends on the same things as
   * the start weights, so two optimizers, or two activations, meet the same numbers.
   */
  public long drawKey(int repeat) {
    return RandomStream.key(startKey, ACTIVATION_STREAM, repeat);
  }

  static Pace pace(Task task, Training training) {
    if (!(task instanceof Task.Fit)) {
      return Pace.FULL;
    }
    Task.Fit fit = (Task.Fit) task;
    int rows = fit.data().rows();
    int batch = training.batches().isFull(rows) ? rows : training.batches().size();
    int watched = training.watches() ? fit.validation().rows() : 0;
    return new Pace(rows, batch, fit.network().drawsInTraining(), watched);
  }

  /** The key of the repeat, as a trial's row carries it. */
  public String key(int repeat) {
    return hexadecimal(trialKey(repeat));
  }

  /**
   * The 16 digits of {@code HexFormat}, without its builder: a million trials have as many keys.
   */
  private static String hexadecimal(long key) {
    byte[] digits = new byte[16];
    for (int i = 0; i < 16; i++) {
      int digit = (int) (key >>> (60 - 4 * i)) & 15;
      digits[i] = (byte) (digit < 10 ? '0' + digit : 'a' - 10 + digit);
    }
    return new String(digits, StandardCharsets.ISO_8859_1);
  }

  /** The key of the repeat as a number. */
  long trialKey(int repeat) {
    return RandomStream.key(cellKey, repeat);
  }

  /** What tells the cell from the others of its study. */
  String identity() {
    return identity;
  }

  /** Where the weights start. */
  @FunctionalInterface
  interface Start {
    void weights(RandomStream random, double[] weights);
  }
}
