package io.sluice.engine.run;

import io.sluice.engine.network.Examples;
import io.sluice.engine.plan.StudyPlan;
import io.sluice.engine.plan.Task;
import io.sluice.engine.plan.TrialSetup;
import io.sluice.engine.study.Dataset;
import io.sluice.formula.TextComponent;
import io.sluice.spi.Component;
import io.sluice.spi.PopulationOptimizer;
import io.sluice.spi.WrappedOptimizer;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The trials of a plan in an order in which those follow each other that can share a block. The
 * trials of a block differ only in numbers: seed, hyper-parameters of the optimizer, bounds,
 * initial weights, small data, and how they train. All who have the plan have the same order, and
 * divide it into the same shares.
 */
final class TrialOrder {

  /** Into about so many shares a plan is divided. */
  private static final int SHARES = 256;

  /** Lanes of a block of tiny networks; fewer for larger ones, so that a block stays in cache. */
  private static final int MOST_LANES = 128;

  private static final int FEWEST_LANES = 8;
  private static final int NUMBERS_IN_CACHE = 4096;

  /** Trials of a population that are enough for vector instructions over them. */
  private static final int TRIALS_SIDE_BY_SIDE = 16;

  /** Candidates of a block of them may be so many numbers: they fit the next larger cache. */
  private static final int NUMBERS_NEAR = 8192;

  private final StudyPlan plan;
  private final int repeats;

  /** The cells whose trials can share blocks, by their numbers. */
  private final List<int[]> groups;

  TrialOrder(StudyPlan plan) {
    this.plan = plan;
    this.repeats = plan.spec().repeats();
    Map<List<Object>, IntStream.Builder> byShape = new LinkedHashMap<>();
    Map<Task, Integer> tasks = new IdentityHashMap<>();
    Map<List<Object>, Integer> networks = new HashMap<>();
    int cells = plan.cells().size();
    for (int cell = 0; cell < cells; cell++) {
      TrialSetup setup = plan.cells().get(cell);
      Integer network =
          tasks.computeIfAbsent(
              setup.task(), task -> networks.computeIfAbsent(network(setup), n -> networks.size()));
      byShape.computeIfAbsent(shape(setup, network), shape -> IntStream.builder()).add(cell);
    }
    groups = byShape.values().stream().map(each -> each.build().toArray()).toList();
  }

  /** Trials of one group that follow each other; the last is not among them. */
  record Range(int group, long from, long to) {}

  /** How many groups there are. */
  int groups() {
    return groups.size();
  }

  /** How many trials a group has. */
  private long trials(int group) {
    return (long) groups.get(group).length * repeats;
  }

  /** The index of a trial. */
  long index(int group, long place) {
    return (long) groups.get(group)[(int) (place / repeats)] * repeats + place % repeats;
  }

  /** All of them. */
  List<Range> all() {
    return IntStream.range(0, groups.size())
        .mapToObj(group -> new Range(group, 0, trials(group)))
        .toList();
  }

  /** The shares of about equal size; each has whole blocks, but at the end of a group. */
  List<List<Range>> shares() {
    long fair = (plan.trials() + SHARES - 1) / SHARES;
    List<List<Range>> shares = new ArrayList<>();
    List<Range> share = new ArrayList<>();
    long size = 0;
    for (Range group : all()) {
      long block = trialsOfBlock(group.group(), 0);
      for (long from = 0; from < group.to(); ) {
        long blocks = (fair - size + block - 1) / block;
        long to = Math.min(group.to(), from + blocks * block);
        share.add(new Range(group.group(), from, to));
        size += to - from;
        from = to;
        if (size >= fair) {
          shares.add(share);
          share = new ArrayList<>();
          size = 0;
        }
      }
    }
    if (!share.isEmpty()) {
      shares.add(share);
    }
    return shares;
  }

  /** The indices of these trials. */
  BitSet trials(List<Range> ranges) {
    BitSet trials = new BitSet();
    for (Range range : ranges) {
      for (long place = range.from(); place < range.to(); place++) {
        trials.set(Math.toIntExact(index(range.group(), place)));
      }
    }
    return trials;
  }

  /**
   * How many trials of a group a block has.
   *
   * @param forcedLanes how many lanes it shall have; 0 lets the engine choose
   */
  int trialsOfBlock(int group, int forcedLanes) {
    return trialsOfBlock(plan.cells().get(groups.get(group)[0]), forcedLanes);
  }

  private static int trialsOfBlock(TrialSetup setup, int forcedLanes) {
    int lanes = forcedLanes > 0 ? forcedLanes : lanes(setup.parameters());
    if (!(setup.optimizer() instanceof PopulationOptimizer)) {
      return lanes;
    }
    int trials = Math.max(1, lanes / setup.populationSize());
    if (forcedLanes > 0) {
      return trials;
    }
    int numbers = setup.parameters() * setup.populationSize();
    return Math.max(trials, Math.min(TRIALS_SIDE_BY_SIDE, NUMBERS_NEAR / numbers));
  }

  /** How many lanes a block has where nobody said so. */
  static int lanes(int parameters) {
    int fitting = Integer.highestOneBit(Math.max(1, NUMBERS_IN_CACHE / parameters));
    return Math.max(FEWEST_LANES, Math.min(MOST_LANES, fitting));
  }

  /**
   * Everything in which the trials of one block must agree.
   *
   * @param network stands for what {@link #network} says
   */
  private static List<Object> shape(TrialSetup setup, Integer network) {
    List<Object> shape = new ArrayList<>();
    addKinds(setup.optimizer(), shape);
    shape.add(setup.populationSize());
    shape.add(setup.policy());
    shape.add(setup.pace());
    shape.add(setup.training().clipping().kind());
    shape.add(setup.training().weightDecay().kind());
    shape.add(setup.training().weightDecay().of());
    shape.add(UpdateRules.isScheduled(setup));
    shape.add(network);
    return shape;
  }

  /** What tells the code of optimizers apart, of a wrapped one that of both. */
  private static void addKinds(Component optimizer, List<Object> kinds) {
    if (optimizer instanceof WrappedOptimizer) {
      addKinds(((WrappedOptimizer) optimizer).wrapper(), kinds);
      addKinds(((WrappedOptimizer) optimizer).inner(), kinds);
      return;
    }
    kinds.add(optimizer.getClass());
    kinds.add(optimizer.id());
    TextComponent.ofStudy(optimizer).map(TextComponent::text).ifPresent(kinds::add);
  }

  /** What of it is the same for all cells with one task. */
  private static List<Object> network(TrialSetup setup) {
    List<Object> shape = new ArrayList<>();
    if (setup.task() instanceof Task.Fit) {
      Task.Fit fit = (Task.Fit) setup.task();
      shape.add(fit.network().groups());
      shape.add(fit.loss());
      shape.add(setup.cell().factor("network"));
      shape.add(setup.cell().factor("activation"));
      shape.add(likeness(fit.data()));
      shape.add(likeness(fit.validation()));
    } else {
      shape.add(setup.cell().factor("problem"));
    }
    return shape;
  }

  /** In what the data of a block must agree. */
  private static Object likeness(Dataset data) {
    return data != null && Examples.isByLane(data) ? data.rows() : Optional.ofNullable(data);
  }
}
