package io.sluice.engine.plan;

import io.sluice.engine.loss.Loss;
import io.sluice.engine.network.LayerShape;
import io.sluice.engine.network.NetworkShape;
import io.sluice.engine.network.WeightGroup;
import io.sluice.engine.problem.Problem;
import io.sluice.engine.schedule.Schedule;
import io.sluice.engine.study.Batches;
import io.sluice.engine.study.BoundsSpec;
import io.sluice.engine.study.Clipping;
import io.sluice.engine.study.Dataset;
import io.sluice.engine.study.Metric;
import io.sluice.engine.study.NetworkSpec;
import io.sluice.engine.study.Pace;
import io.sluice.engine.study.StudySpec;
import io.sluice.engine.study.WeightDecay;
import io.sluice.engine.study.WeightPolicy;
import io.sluice.spi.Hyperparameter;
import io.sluice.spi.Optimizer;
import io.sluice.spi.OracleOptimizer;
import io.sluice.spi.OracleRequest;
import io.sluice.spi.PopulationOptimizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The levels that a study has of each factor, by the levels before; a function has a box of its own
 * and no network. What does not go together has no levels, and why is among the findings.
 */
final class CellLevels {

  private final StudySpec spec;
  private final Factors factors;
  private final PlanSize size;
  private final TrialKeys keys;
  private final Findings findings;
  private final WeightRanges ranges;
  private final boolean startsAreFixed;
  private final Map<Dataset, String> hashes = new IdentityHashMap<>();
  private final Map<Resolved<Optimizer>, Level<Optimizer>> optimizers = new IdentityHashMap<>();
  private final Map<List<WeightGroup>, SizedTask.Layout> layouts = new HashMap<>();
  private final BoundLogits logits = new BoundLogits();
  private boolean startsSomewhere;

  CellLevels(StudySpec spec, Factors factors, PlanSize size, TrialKeys keys, Findings findings) {
    this.spec = spec;
    this.factors = factors;
    this.size = size;
    this.keys = keys;
    this.findings = findings;
    this.ranges = new WeightRanges(spec, size, findings);
    this.startsAreFixed = ranges.startsAreFixed();
  }

  /** Complains of what would have been asked for by a cell if it were right. */
  void check() {
    ranges.checkPairs();
  }

  /** Whether weights could start somewhere in some network. */
  boolean hasStarts() {
    return startsSomewhere;
  }

  /** What there is to say about networks as a whole. */
  List<String> notes() {
    return Stream.concat(logits.notes().stream(), ranges.notes().stream()).toList();
  }

  List<Level<Resolved<Problem>>> problems(CellPath path) {
    return factors.problems().stream()
        .map(
            problem ->
                new Level<>(
                    StudyFactor.PROBLEM,
                    problem.label(),
                    problem,
                    StudyPlanner.prefixed("problem.", problem.hyperparameters()),
                    ""))
        .toList();
  }

  Object problemAtHand(CellPath path) {
    return path.level(StudyFactor.PROBLEM);
  }

  /** The folds of data that are split. */
  List<Level<Integer>> folds(CellPath path) {
    int folds = spec.validation().folds();
    if (folds == 0) {
      return List.of(new Level<>(StudyFactor.FOLD, Level.ABSENT, 0));
    }
    if (!isFit(path) || ((Problem.Fit) path.problem().value()).validation().isPresent()) {
      return List.of(new Level<>(StudyFactor.FOLD, Level.NONE, 0));
    }
    return IntStream.range(0, folds)
        .mapToObj(fold -> new Level<>(StudyFactor.FOLD, String.valueOf(fold + 1), fold))
        .toList();
  }

  Object foldAtHand(CellPath path) {
    return path.level(StudyFactor.FOLD);
  }

  boolean isFit(CellPath path) {
    return path.problem().value() instanceof Problem.Fit;
  }

  List<Level<PlannedNetwork>> networks(CellPath path) {
    List<Level<PlannedNetwork>> networks = new ArrayList<>();
    if (!isFit(path)) {
      return List.of(new Level<>(StudyFactor.NETWORK, Level.NONE, null));
    }
    Examples examples =
        Examples.of(spec, path.problem(), path.fold(), hashes, findings).orElse(null);
    for (int n = 0; examples != null && n < spec.networks().size(); n++) {
      NetworkSpec network = spec.networks().get(n);
      Dataset data = examples.training();
      networks.add(
          new Level<>(
              StudyFactor.NETWORK,
              network.label(data.inputs(), data.outputs()),
              new PlannedNetwork(network, "networks[" + n + "]", examples)));
    }
    return networks;
  }

  Object networkAtHand(CellPath path) {
    return path.level(StudyFactor.NETWORK);
  }

  List<Level<Loss>> losses(CellPath path) {
    if (!isFit(path)) {
      return List.of(new Level<>(StudyFactor.LOSS, Level.NONE, null));
    }
    Loss loss = spec.loss();
    Map<String, Double> values = prefixed("loss.", loss.hyperparameters());
    return List.of(new Level<>(StudyFactor.LOSS, loss.label(), loss, values, ""));
  }

  List<Level<SizedTask>> activations(CellPath path) {
    if (!isFit(path)) {
      Task.Minimum task = new Task.Minimum(((Problem.Minimum) path.problem().value()).function());
      return List.of(new Level<>(StudyFactor.ACTIVATION, Level.NONE, SizedTask.of(task)));
    }
    List<Level<SizedTask>> activations = new ArrayList<>();
    for (Resolved<ChosenActivation> activation : factors.activations()) {
      NetworkShape shape = Layers.shape(path.network(), activation, size.limits(), findings);
      if (shape != null) {
        logits.look(spec.loss(), shape);
        SizedTask task = SizedTask.of(path.network().examples().fit(shape), layouts);
        activations.add(
            new Level<>(
                StudyFactor.ACTIVATION,
                activation.label(),
                task,
                activation.hyperparameters(),
                source(shape)));
      }
    }
    return activations;
  }

  private String source(NetworkShape shape) {
    StringJoiner source = new StringJoiner("\n");
    for (LayerShape layer : shape.layers()) {
      source.add(
          keys.origin(layer.activation())
              + keys.origin(layer.layerActivation())
              + layer.training());
    }
    return source.toString();
  }

  List<Level<WeightRanges.Begin>> starts(CellPath path) {
    boolean fits = isFit(path);
    List<WeightRanges.Begin> begins =
        fits ? ranges.begins(path) : ranges.begins(box(path), factors.haveNoNetwork());
    List<Level<WeightRanges.Begin>> starts = new ArrayList<>();
    for (WeightRanges.Begin begin : begins) {
      starts.add(
          new Level<>(StudyFactor.INITIAL_WEIGHTS, begin.label(), begin, Map.of(), begin.source()));
      startsSomewhere = true;
    }
    return starts;
  }

  private static WeightRanges.Bounds box(CellPath path) {
    return WeightRanges.box(((Problem.Minimum) path.problem().value()).function());
  }

  /** Starts that look at no activation are the same for all with the same weights. */
  Object basisOfStarts(CellPath path) {
    return isFit(path) && startsAreFixed
        ? List.of(path.level(StudyFactor.NETWORK), path.task().layout())
        : path.level(StudyFactor.ACTIVATION);
  }

  List<Level<WeightRanges.Bounds>> bounds(CellPath path) {
    if (!isFit(path)) {
      return List.of(new Level<>(StudyFactor.BOUNDS, "box", box(path)));
    }
    List<Level<WeightRanges.Bounds>> levels = new ArrayList<>();
    for (int b = 0; b < spec.bounds().size(); b++) {
      levels.add(ranges.bounds(b, path.task(), path.label(StudyFactor.ACTIVATION), path.start()));
    }
    // Where an activation has no band, other bounds of the study stand for it.
    if (levels.stream().anyMatch(level -> level.value().arePresent())) {
      levels.removeIf(level -> level.value().isMissingBand());
    }
    return levels;
  }

  Object basisOfBounds(CellPath path) {
    boolean ofActivation =
        spec.bounds().stream().anyMatch(BoundsSpec.FromActivation.class::isInstance);
    return ofActivation ? path.level(StudyFactor.ACTIVATION) : basisOfStarts(path);
  }

  Object rangeOfStart(CellPath path) {
    boolean ofStart = spec.bounds().contains(new BoundsSpec.AsInitial());
    return ofStart ? path.level(StudyFactor.INITIAL_WEIGHTS) : "";
  }

  List<Level<Optimizer>> optimizers(CellPath path) {
    List<Level<Optimizer>> found = new ArrayList<>();
    for (Resolved<Optimizer> optimizer : inContext(path)) {
      checkBudget(optimizer, path.task());
      checkResiduals(optimizer, path);
      found.add(
          optimizers.computeIfAbsent(
              optimizer,
              one ->
                  new Level<>(
                      StudyFactor.OPTIMIZER,
                      one.label(),
                      one.value(),
                      StudyPlanner.prefixed("optimizer.", one.hyperparameters()),
                      keys.origin(one.value()))));
    }
    return found;
  }

  private List<Resolved<Optimizer>> inContext(CellPath path) {
    return factors
        .choice()
        .in(
            path.label(StudyFactor.PROBLEM),
            path.label(StudyFactor.NETWORK),
            path.label(StudyFactor.ACTIVATION),
            findings);
  }

  /** Tuned optimizers differ from context to context; else only the pace has to be paid for. */
  Object contextOfOptimizers(CellPath path) {
    return factors.choice().isSameEverywhere()
        ? List.of(
            path.task().parameters(),
            path.task().rows(),
            path.task().drawn(),
            path.task().validated())
        : path.level(StudyFactor.ACTIVATION);
  }

  /**
   * What full batches and the smallest generations cost is checked before, so that it is said even
   * where no cell is built.
   */
  private void checkBudget(Resolved<Optimizer> optimizer, SizedTask task) {
    if (optimizer.value() instanceof PopulationOptimizer) {
      Findings before = new Findings(new ArrayList<>());
      if (Factors.checkGeneration(spec.budget(), optimizer, 1, before)) {
        Factors.checkGeneration(spec.budget(), optimizer, task.parameters(), findings);
      }
    }
    boolean watches =
        spec.training().monitors() && spec.training().monitor() == Metric.VALIDATION_LOSS;
    for (Batches batches : spec.training().batches()) {
      Pace pace = task.pace(batches, watches);
      if ((pace.looksApart() || pace.watched() > 0)
          && !(optimizer.value() instanceof PopulationOptimizer)) {
        Factors.checkUpdate(spec.budget(), pace, optimizer.label(), findings);
      }
    }
  }

  private void checkResiduals(Resolved<Optimizer> optimizer, CellPath path) {
    if (!(optimizer.value() instanceof OracleOptimizer)
        || !((OracleOptimizer) optimizer.value()).questions().contains(OracleRequest.RESIDUALS)
        || path.task().task().hasResiduals()) {
      return;
    }
    findings.complain(
        optimizer.path(),
        optimizer.value().id()
            + " needs residuals, whose squares sum up to the loss, "
            + (isFit(path)
                ? "which only the loss mse has, not " + path.label(StudyFactor.LOSS)
                : "but " + path.label(StudyFactor.PROBLEM) + " is no sum of squares"));
  }

  List<Level<WeightPolicy>> policies(CellPath path) {
    WeightRanges.Bounds bounds = path.bounds();
    List<Level<WeightPolicy>> policies = new ArrayList<>();
    for (WeightPolicy policy : spec.weightPolicies()) {
      boolean needed = policy != WeightPolicy.NONE || !movesWeights(path);
      if (!needed || bounds.arePresent()) {
        policies.add(new Level<>(StudyFactor.WEIGHT_POLICY, policy.id(), policy));
      } else if (!bounds.missing().isEmpty()) {
        String who =
            policy == WeightPolicy.NONE
                ? path.label(StudyFactor.OPTIMIZER) + " searches inside bounds"
                : "the weight policy " + policy.id() + " needs bounds";
        findings.complain(bounds.path(), who + ", but " + bounds.missing());
      }
    }
    return policies;
  }

  Object whyUnbounded(CellPath path) {
    WeightRanges.Bounds bounds = path.bounds();
    return bounds.arePresent() ? "" : bounds.path() + bounds.missing();
  }

  Object whoNeedsBounds(CellPath path) {
    return movesWeights(path) || path.bounds().missing().isEmpty()
        ? movesWeights(path)
        : path.level(StudyFactor.OPTIMIZER);
  }

  boolean movesWeights(CellPath path) {
    return path.movesWeights();
  }

  boolean hasGradient(CellPath path) {
    return path.hasGradient();
  }

  /** Batches that differ on these data. */
  List<Level<Batches>> batches(CellPath path) {
    int rows = path.task().rows();
    if (rows > 0 && movesWeights(path)) {
      for (Batches batches : spec.training().batches()) {
        if (batches.size() >= rows) {
          findings.note(
              "batches of "
                  + batches.size()
                  + " are full batches on "
                  + path.label(StudyFactor.PROBLEM)
                  + ", which has "
                  + rows
                  + (rows == 1 ? " row" : " rows")
                  + " to train with");
        }
      }
    }
    List<Batches> different =
        spec.training().batches().stream()
            .map(batches -> batches.isFull(rows) ? Batches.FULL : batches)
            .distinct()
            .toList();
    return trained(
        path.movesWeights(),
        different,
        Batches.FULL,
        batches -> new Level<>(StudyFactor.BATCHES, batches.label(), batches));
  }

  List<Level<Schedule>> schedules(CellPath path) {
    return trained(
        path.hasGradient(),
        spec.training().schedules(),
        Schedule.CONSTANT,
        schedule ->
            new Level<>(
                StudyFactor.SCHEDULE,
                schedule.label(),
                schedule,
                schedule.equals(Schedule.CONSTANT)
                    ? Map.of()
                    : prefixed("schedule.", schedule.hyperparameters()),
                ""));
  }

  List<Level<Clipping>> clippings(CellPath path) {
    return trained(
        path.hasGradient(),
        spec.training().clippings(),
        Clipping.NONE,
        clipping -> new Level<>(StudyFactor.CLIPPING, clipping.label(), clipping));
  }

  List<Level<WeightDecay>> weightDecays(CellPath path) {
    return trained(
        path.hasGradient(),
        spec.training().weightDecays(),
        WeightDecay.NONE,
        decay -> new Level<>(StudyFactor.WEIGHT_DECAY, decay.label(), decay));
  }

  /** The levels of a part of training, of which an optimizer without that part has the preset. */
  private static <T> List<Level<T>> trained(
      boolean hasPart, List<T> declared, T preset, Function<T, Level<T>> level) {
    return (hasPart ? declared : List.of(preset)).stream().map(level).toList();
  }

  private static Map<String, Double> prefixed(String prefix, List<Hyperparameter> values) {
    Map<String, Double> all = new LinkedHashMap<>();
    values.forEach(value -> all.put(prefix + value.name(), value.value()));
    return all;
  }
}
