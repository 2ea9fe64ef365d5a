package io.sluice.engine.study;

import io.sluice.engine.loss.Loss;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One declared question: problems × networks × activations × optimizers × weight policies × bounds
 * × initial weights × ways of training × repeats. It says what to compute; how (threads, lanes) is
 * said elsewhere.
 *
 * @param name lower kebab-case
 * @param question what the study asks, a sentence
 * @param seed decides every random number together with the trial's own key
 * @param repeats how many seeds each cell is run with
 * @param budget what a trial may spend
 * @param targets losses whose first hits are timed, descending
 * @param stopAtLastTarget whether a trial ends when it reaches the smallest target
 * @param loss how the output is compared with the data
 * @param problems what is minimised
 * @param validation which of each problem's rows are kept from training
 * @param networks the networks, for problems that have data
 * @param activations the activations of those networks
 * @param optimizers the optimizers
 * @param weightPolicies what happens at the bounds
 * @param bounds where the bounds are
 * @param initialWeights where trials of gradient optimizers start
 * @param cadence when to measure
 * @param metrics what is measured then
 * @param training how training with a gradient proceeds
 * @param decideBy what the study is decided by; empty if that is left to the data
 * @param tuning how hyper-parameters of optimizers are chosen before; empty if they are not
 * @param keep what is kept of the trials
 */
public record StudySpec(
    String name,
    String question,
    long seed,
    int repeats,
    Budget budget,
    List<Double> targets,
    boolean stopAtLastTarget,
    Loss loss,
    List<ProblemSpec> problems,
    Validation validation,
    List<NetworkSpec> networks,
    List<ActivationSpec> activations,
    List<ComponentSpec> optimizers,
    List<WeightPolicy> weightPolicies,
    List<BoundsSpec> bounds,
    List<InitialWeights> initialWeights,
    Cadence cadence,
    List<Metric> metrics,
    TrainingSpec training,
    Optional<DecideBy> decideBy,
    Optional<TuningSpec> tuning,
    Keep keep) {

  public StudySpec {
    if (!name.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
      throw new IllegalArgumentException(
          "a study's name is lower kebab-case, such as my-study, not \"" + name + "\"");
    }
    Objects.requireNonNull(question, "question");
    if (repeats < 1) {
      throw new IllegalArgumentException("repeats must be at least 1, not " + repeats);
    }
    Objects.requireNonNull(budget, "budget");
    Objects.requireNonNull(loss, "loss");
    Objects.requireNonNull(cadence, "cadence");
    Objects.requireNonNull(validation, "validation");
    targets = List.copyOf(targets);
    for (int i = 0; i < targets.size(); i++) {
      if (!Double.isFinite(targets.get(i))) {
        throw new IllegalArgumentException("a target is a finite loss, not " + targets.get(i));
      }
      if (i > 0 && targets.get(i) >= targets.get(i - 1)) {
        throw new IllegalArgumentException(
            "targets must descend, but " + targets.get(i) + " follows " + targets.get(i - 1));
      }
    }
    problems = notEmpty("problems", problems);
    networks = List.copyOf(networks);
    activations = List.copyOf(activations);
    optimizers = notEmpty("optimizers", optimizers);
    weightPolicies = notEmpty("weight-policies", weightPolicies);
    bounds = notEmpty("bounds", bounds);
    initialWeights = notEmpty("initial-weights", initialWeights);
    metrics = notEmpty("metrics", metrics);
    Objects.requireNonNull(training, "training");
    Objects.requireNonNull(decideBy, "decideBy");
    Objects.requireNonNull(tuning, "tuning");
    Objects.requireNonNull(keep, "keep");
    for (Metric metric : metrics) {
      if (metrics.indexOf(metric) != metrics.lastIndexOf(metric)) {
        throw new IllegalArgumentException("metrics name " + metric.id() + " twice");
      }
    }
  }

  /** A study that trains as it does if nothing is said. */
  public StudySpec(
      String name,
      String question,
      long seed,
      int repeats,
      Budget budget,
      List<Double> targets,
      boolean stopAtLastTarget,
      Loss loss,
      List<ProblemSpec> problems,
      Validation validation,
      List<NetworkSpec> networks,
      List<ActivationSpec> activations,
      List<ComponentSpec> optimizers,
      List<WeightPolicy> weightPolicies,
      List<BoundsSpec> bounds,
      List<InitialWeights> initialWeights,
      Cadence cadence,
      List<Metric> metrics) {
    this(
        name,
        question,
        seed,
        repeats,
        budget,
        targets,
        stopAtLastTarget,
        loss,
        problems,
        validation,
        networks,
        activations,
        optimizers,
        weightPolicies,
        bounds,
        initialWeights,
        cadence,
        metrics,
        TrainingSpec.PRESET,
        Optional.empty(),
        Optional.empty(),
        Keep.TRIALS);
  }

  /**
   * A rung of the tuning: a study of its own, which measures nothing but how its trials end.
   *
   * @param number from 1 to {@link TuningSpec#rungs()}
   * @param left the combinations of values that are tried; empty for all
   */
  public StudySpec rung(int number, List<TuningSpec.Choice> left) {
    TuningSpec declared = tuning.orElseThrow();
    return with(
        name + "-tuning" + (declared.rungs() > 1 ? "-" + number : ""),
        "Which " + String.join(" and ", declared.values().keySet()) + " is best for " + name + "?",
        declared.seeds(),
        declared.budget(budget, number),
        Cadence.never(),
        Metric.PRESET,
        Optional.of(declared.rung(number, left)),
        Keep.TRIALS);
  }

  /**
   * The study itself with what its tuning chose.
   *
   * @param chosen one for each context
   * @param studies the ids of those that chose
   */
  public StudySpec chosen(List<TuningSpec.Choice> chosen, List<String> studies) {
    return with(
        name,
        question,
        repeats,
        budget,
        cadence,
        metrics,
        Optional.of(tuning.orElseThrow().chosen(chosen, studies)),
        keep);
  }

  /** The same study with so many seeds for each cell. */
  public StudySpec repeated(int seeds) {
    return with(name, question, seeds, budget, cadence, metrics, tuning, keep);
  }

  /** The seed that the random numbers of its trials come from. */
  public long trialSeed() {
    return tuning.map(declared -> declared.trialSeed(seed)).orElse(seed);
  }

  private StudySpec with(
      String newName,
      String newQuestion,
      int newRepeats,
      Budget newBudget,
      Cadence newCadence,
      List<Metric> newMetrics,
      Optional<TuningSpec> newTuning,
      Keep newKeep) {
    return new StudySpec(
        newName,
        newQuestion,
        seed,
        newRepeats,
        newBudget,
        targets,
        stopAtLastTarget,
        loss,
        problems,
        validation,
        networks,
        activations,
        optimizers,
        weightPolicies,
        bounds,
        initialWeights,
        newCadence,
        newMetrics,
        training,
        decideBy,
        newTuning,
        newKeep);
  }

  private static <T> List<T> notEmpty(String key, List<T> list) {
    if (list.isEmpty()) {
      throw new IllegalArgumentException(key + " must name at least one");
    }
    return List.copyOf(list);
  }
}
