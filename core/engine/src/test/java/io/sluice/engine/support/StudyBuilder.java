package io.sluice.engine.support;

import io.sluice.engine.loss.Loss;
import io.sluice.engine.schedule.Schedule;
import io.sluice.engine.study.ActivationSpec;
import io.sluice.engine.study.Batches;
import io.sluice.engine.study.BoundsSpec;
import io.sluice.engine.study.Budget;
import io.sluice.engine.study.Cadence;
import io.sluice.engine.study.Clipping;
import io.sluice.engine.study.ComponentSpec;
import io.sluice.engine.study.Dataset;
import io.sluice.engine.study.InitialWeights;
import io.sluice.engine.study.Keep;
import io.sluice.engine.study.Metric;
import io.sluice.engine.study.NetworkSpec;
import io.sluice.engine.study.Patience;
import io.sluice.engine.study.ProblemSpec;
import io.sluice.engine.study.StudySpec;
import io.sluice.engine.study.TrainingSpec;
import io.sluice.engine.study.TuningSpec;
import io.sluice.engine.study.Validation;
import io.sluice.engine.study.WeightDecay;
import io.sluice.engine.study.WeightPolicy;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A study to be varied: one example, a 1-1-1 tanh network, sgd, no policy, weights from [-1, 1],
 * three repeats of 20 updates.
 */
public final class StudyBuilder {

  private String name = "test";
  private long seed = 7;
  private int repeats = 3;
  private Budget budget = Budget.of(61);
  private List<Double> targets = List.of();
  private boolean stop;
  private Loss loss = Loss.MSE;
  private List<ProblemSpec> problems = List.of(builtIn("single-example"));
  private List<NetworkSpec> networks = List.of(NetworkSpec.dense(List.of(1), true, true));
  private List<ActivationSpec> activations = List.of(ActivationSpec.of(ComponentSpec.of("tanh")));
  private List<ComponentSpec> optimizers = List.of(ComponentSpec.of("sgd"));
  private List<WeightPolicy> policies = List.of(WeightPolicy.NONE);
  private List<BoundsSpec> bounds = List.of(new BoundsSpec.AsInitial());
  private List<InitialWeights> initial = List.of(new InitialWeights.Uniform(List.of(1.0)));
  private Cadence cadence = Cadence.never();
  private Validation validation = Validation.NONE;
  private List<Metric> metrics = Metric.PRESET;
  private Keep keep = Keep.TRIALS;
  private Optional<TuningSpec> tuning = Optional.empty();
  private TrainingSpec training = TrainingSpec.PRESET;

  /** A component with values: {@code component("sgd", "learning-rate", 0.1, 0.2)}. */
  public static ComponentSpec component(String id, String value, Double... variants) {
    return new ComponentSpec(id, Map.of(value, Arrays.asList(variants)));
  }

  /** The same component with the values of another as well. */
  public static ComponentSpec both(ComponentSpec one, ComponentSpec other) {
    Map<String, List<Double>> values = new LinkedHashMap<>(one.values());
    values.putAll(other.values());
    return new ComponentSpec(one.id(), values);
  }

  public static ProblemSpec builtIn(String id) {
    return new ProblemSpec.BuiltIn("", ComponentSpec.of(id));
  }

  /** One example by name. */
  public static ProblemSpec example(String name, double x, double y) {
    return new ProblemSpec.Data(name, Dataset.of(new double[][] {{x}}, new double[][] {{y}}));
  }

  public StudyBuilder name(String value) {
    name = value;
    return this;
  }

  public StudyBuilder seed(long value) {
    seed = value;
    return this;
  }

  public StudyBuilder repeats(int value) {
    repeats = value;
    return this;
  }

  public StudyBuilder budget(Budget value) {
    budget = value;
    return this;
  }

  public StudyBuilder targets(Double... values) {
    targets = Arrays.asList(values);
    return this;
  }

  public StudyBuilder stopAtLastTarget() {
    stop = true;
    return this;
  }

  public StudyBuilder loss(Loss value) {
    loss = value;
    return this;
  }

  public StudyBuilder problems(ProblemSpec... values) {
    problems = Arrays.asList(values);
    return this;
  }

  public StudyBuilder networks(NetworkSpec... values) {
    networks = Arrays.asList(values);
    return this;
  }

  public StudyBuilder activations(ActivationSpec... values) {
    activations = Arrays.asList(values);
    return this;
  }

  public StudyBuilder activations(String... ids) {
    activations = Arrays.stream(ids).map(id -> ActivationSpec.of(ComponentSpec.of(id))).toList();
    return this;
  }

  public StudyBuilder optimizers(ComponentSpec... values) {
    optimizers = Arrays.asList(values);
    return this;
  }

  public StudyBuilder policies(WeightPolicy... values) {
    policies = Arrays.asList(values);
    return this;
  }

  public StudyBuilder bounds(BoundsSpec... values) {
    bounds = Arrays.asList(values);
    return this;
  }

  public StudyBuilder initial(InitialWeights... values) {
    initial = Arrays.asList(values);
    return this;
  }

  public StudyBuilder cadence(Cadence value) {
    cadence = value;
    return this;
  }

  public StudyBuilder validation(double share) {
    return validation(Validation.random(share));
  }

  public StudyBuilder validation(Validation value) {
    validation = value;
    return this;
  }

  public StudyBuilder metrics(Metric... values) {
    metrics = List.of(values);
    return this;
  }

  public StudyBuilder training(TrainingSpec value) {
    training = value;
    return this;
  }

  public StudyBuilder batches(Batches... values) {
    return training(
        new TrainingSpec(
            List.of(values),
            training.schedules(),
            training.clippings(),
            training.weightDecays(),
            training.divergence(),
            training.patience(),
            training.monitor()));
  }

  public StudyBuilder schedules(Schedule... values) {
    return training(
        new TrainingSpec(
            training.batches(),
            List.of(values),
            training.clippings(),
            training.weightDecays(),
            training.divergence(),
            training.patience(),
            training.monitor()));
  }

  public StudyBuilder clipping(Clipping... values) {
    return training(
        new TrainingSpec(
            training.batches(),
            training.schedules(),
            List.of(values),
            training.weightDecays(),
            training.divergence(),
            training.patience(),
            training.monitor()));
  }

  public StudyBuilder weightDecay(WeightDecay... values) {
    return training(
        new TrainingSpec(
            training.batches(),
            training.schedules(),
            training.clippings(),
            List.of(values),
            training.divergence(),
            training.patience(),
            training.monitor()));
  }

  public StudyBuilder patience(Patience value, Metric monitor) {
    return training(
        new TrainingSpec(
            training.batches(),
            training.schedules(),
            training.clippings(),
            training.weightDecays(),
            training.divergence(),
            value,
            monitor));
  }

  public StudyBuilder divergence(double value) {
    return training(
        new TrainingSpec(
            training.batches(),
            training.schedules(),
            training.clippings(),
            training.weightDecays(),
            value,
            training.patience(),
            training.monitor()));
  }

  /** A schedule by its id, with one of its values. */
  public static Schedule schedule(String id, String name, double value) {
    Schedule preset = Schedule.all().stream().filter(s -> s.id().equals(id)).findFirst().get();
    Map<String, Double> values = new LinkedHashMap<>();
    preset.hyperparameters().forEach(h -> values.put(h.name(), h.value()));
    values.put(name, value);
    return preset.with(values);
  }

  /** Tunes a hyper-parameter of optimizers. */
  public StudyBuilder tuning(String name, int seeds, TuningSpec.By by, Double... values) {
    tuning = Optional.of(new TuningSpec(Map.of(name, List.of(values)), seeds, by, true));
    return this;
  }

  /** Keeps summaries, and rows of the first trials of each cell. */
  public StudyBuilder summaries(int rows) {
    keep = new Keep(rows);
    return this;
  }

  public StudySpec build() {
    return new StudySpec(
        name,
        "Does it work?",
        seed,
        repeats,
        budget,
        targets,
        stop,
        loss,
        problems,
        validation,
        networks,
        activations,
        optimizers,
        policies,
        bounds,
        initial,
        cadence,
        metrics,
        training,
        Optional.empty(),
        tuning,
        keep);
  }
}
