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
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Cuts the trials of a plan that are still to be run into blocks. The trials of a block differ only
 * in numbers: seed, hyper-parameters of the optimizer, bounds, initial weights, small data, and how
 * they train.
 */
final class BlockCutter implements BlockSource {

  /** Lanes of a block of tiny networks; fewer for larger ones, so that a block stays in cache. */
  private static final int MOST_LANES = 128;

  private static final int FEWEST_LANES = 8;
  private static final int NUMBERS_IN_CACHE = 4096;

  /** Trials of a population that are enough for vector instructions over them. */
  private static final int TRIALS_SIDE_BY_SIDE = 16;

  /** Candidates of a block of them may be so many numbers: they fit the next larger cache. */
  private static final int NUMBERS_NEAR = 8192;

  private static final long[] NONE = {};

  private final StudyPlan plan;
  private final BitSet finished;
  private final int forcedLanes;

  /** The cells whose trials can share blocks, by their numbers. */
  private final List<int[]> groups;

  private int group;
  private int mostTrials = Integer.MAX_VALUE;
  private int cellOfGroup;
  private int repeat;

  BlockCutter(StudyPlan plan, BitSet finished, int forcedLanes) {
    this.plan = plan;
    this.finished = finished;
    this.forcedLanes = forcedLanes;
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

  @Override
  public synchronized long[] next() {
    int repeats = plan.spec().repeats();
    while (group < groups.size()) {
      int[] cells = groups.get(group);
      long[] block = new long[Math.min(mostTrials, trialsOfBlock(plan.cells().get(cells[0])))];
      int size = 0;
      while (cellOfGroup < cells.length && size < block.length) {
        long index = (long) cells[cellOfGroup] * repeats + repeat;
        if (!finished.get(Math.toIntExact(index))) {
          block[size++] = index;
        }
        if (++repeat == repeats) {
          repeat = 0;
          cellOfGroup++;
        }
      }
      if (cellOfGroup == cells.length) {
        group++;
        cellOfGroup = 0;
        mostTrials = Integer.MAX_VALUE;
      }
      if (size > 0) {
        return Arrays.copyOf(block, size);
      }
    }
    return NONE;
  }

  @Override
  public synchronized void narrow(int trials) {
    mostTrials = Math.min(mostTrials, trials);
  }

  private int trialsOfBlock(TrialSetup setup) {
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
