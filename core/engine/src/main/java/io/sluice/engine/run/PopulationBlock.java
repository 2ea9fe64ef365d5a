package io.sluice.engine.run;

import io.sluice.engine.plan.TrialSetup;
import io.sluice.engine.study.Budget;
import io.sluice.engine.study.Metric;
import io.sluice.engine.study.WeightPolicy;
import io.sluice.engine.watch.Pulse;
import io.sluice.math.LaneRows;
import io.sluice.spi.BlockLayout;
import io.sluice.spi.Candidates;
import io.sluice.spi.Outcome;
import io.sluice.spi.PopulationOptimizer;
import io.sluice.spi.PopulationState;
import io.sluice.spi.SearchSpace;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs a block of trials of population optimizers of one size: every member of every trial is a
 * lane. A trial that is over is replaced by the last one under way.
 */
final class PopulationBlock {

  /** One trial under way. */
  private static final class Run {
    final TrialRecord record;
    final SearchSpace space;
    final PopulationState state;
    long generations;
    double spent;
    int allowed;
    int members;

    Run(TrialRecord record, Budget budget) {
      TrialSetup setup = record.setup();
      this.record = record;
      PopulationOptimizer optimizer = (PopulationOptimizer) setup.optimizer();
      SearchSpace plain = PolicySpace.of(record, budget.evaluations(setup.populationSize()));
      this.space =
          record.measures(Metric.BOUND_CONTACTS) ? new CountingSpace(plain, record) : plain;
      Pulse pulse = Pulse.ofThread();
      pulse.enter(optimizer);
      this.state = optimizer.start(space, setup.random(record.trial().repeat()));
      pulse.leave();
    }
  }

  private final RunRules rules;
  private final BlockObjective objective;
  private final Pulse pulse = Pulse.ofThread();
  private final int size;
  private final BlockLayout layout;
  private final double[] members;
  private final double[] losses;
  private final Candidates[] slices;
  private final List<Run> runs = new ArrayList<>();
  private final BlockMemory memory;
  private final double[] best;
  private final List<TrialRecord> records;
  private final BlockScore score;
  private final BlockEvents events = new BlockEvents();

  PopulationBlock(RunRules rules, BlockObjective objective, List<TrialRecord> records) {
    this.rules = rules;
    this.objective = objective;
    TrialSetup first = records.get(0).setup();
    size = first.populationSize();
    layout = new BlockLayout(first.task().parameters(), records.size() * size, 0);
    members = layout.newBlock();
    losses = new double[layout.stride()];
    slices = new Candidates[records.size()];
    for (int t = 0; t < records.size(); t++) {
      slices[t] = new Candidates(layout, members, t * size, size);
      runs.add(new Run(records.get(t), rules.budget()));
      bind(t);
    }
    this.records = new ArrayList<>(records);
    memory =
        new BlockMemory(layout.parameters(), records.stream().map(TrialRecord::setup).toList());
    best = memory.block();
    score = new BlockScore(memory, this.records);
    memory.alsoMove(this::moveTrial);
  }

  /** Runs every trial to its end and returns their events, trial by trial. */
  BlockEvents run() {
    try {
      search();
    } catch (Pulse.Stopped stopped) {
      for (int t = runs.size() - 1; t >= 0; t--) {
        end(t, Outcome.CANCELLED);
      }
    }
    return events;
  }

  private void search() {
    while (true) {
      pulse.check();
      for (int t = runs.size() - 1; t >= 0; t--) {
        Run run = runs.get(t);
        if (run.record.isDone()
            || !rules.budget().allowsGeneration(run.generations, run.spent, next(run))) {
          end(t, Outcome.COMPLETED);
        }
      }
      if (runs.isEmpty()) {
        return;
      }
      for (int t = 0; t < runs.size(); t++) {
        ask(runs.get(t), slices[t]);
      }
      objective.losses(layout, members, runs.size() * size, losses);
      for (int t = 0; t < runs.size(); t++) {
        look(t);
      }
      if (rules.cadence().measures(runs.get(0).generations)) {
        for (int t = 0; t < runs.size(); t++) {
          measure(t);
        }
      }
      for (int t = 0; t < runs.size(); t++) {
        tell(t);
      }
    }
  }

  /** How many candidates the next generation of a trial has at most. */
  private int next(Run run) {
    pulse.enter(run.record.setup().optimizer());
    run.allowed = run.state.next(size);
    pulse.leave();
    checkSize(run, "announced", run.allowed, size);
    return run.allowed;
  }

  private static void checkSize(Run run, String what, int candidates, int largest) {
    if (candidates < 1 || candidates > largest) {
      throw new IllegalStateException(
          run.record.setup().optimizer().id()
              + " "
              + what
              + " "
              + candidates
              + " candidates, but a generation has 1 to "
              + largest);
    }
  }

  private void ask(Run run, Candidates slice) {
    pulse.enter(run.record.setup().optimizer());
    run.members = run.state.ask(slice);
    pulse.leave();
    checkSize(run, "proposed", run.members, run.allowed);
    if (run.record.setup().policy() != WeightPolicy.NONE) {
      for (int p = 0; p < layout.parameters(); p++) {
        int row = slice.row(p);
        int end = row + run.members;
        if (LaneRows.areWithin(members, row, end, run.space.lower(p), run.space.upper(p))) {
          continue;
        }
        for (int i = row; i < end; i++) {
          members[i] = run.space.keep(p, members[i]);
        }
      }
    }
  }

  /** Takes the losses of a generation. */
  private void look(int t) {
    Run run = runs.get(t);
    int from = t * size;
    double bestNow = LaneRows.least(losses, from, from + run.members);
    if (!(bestNow >= run.record.bestLoss()) || run.generations == 0) {
      bestNow = see(t);
    }
    run.generations++;
    run.spent += run.members;
    run.record.standAt(bestNow, run.generations, run.spent);
    if (run.record.isWatched(run.generations)) {
      run.record.show(run.generations, run.spent, run.record.bestLoss(), memory.layout(), best, t);
    }
  }

  /** Measures a trial at the best weights so far. */
  private void measure(int t) {
    Run run = runs.get(t);
    score.compute(run.generations, best, runs.size());
    run.record.measure(run.generations, run.spent, score, t);
  }

  private void tell(int t) {
    Run run = runs.get(t);
    pulse.enter(run.record.setup().optimizer());
    run.state.tell(losses, t * size);
    pulse.leave();
  }

  /** Shows the record every loss of a generation, and returns the least. */
  private double see(int t) {
    Run run = runs.get(t);
    int from = t * size;
    TrialRecord record = run.record;
    double bestNow = Double.POSITIVE_INFINITY;
    for (int member = 0; member < run.members; member++) {
      double loss = losses[from + member];
      if (Double.isNaN(loss)) {
        loss = Double.POSITIVE_INFINITY;
        losses[from + member] = loss;
      }
      bestNow = Math.min(bestNow, loss);
      if (loss < record.bestLoss() || (run.generations == 0 && member == 0)) {
        if (score.isNeeded() || record.keepsWeights()) {
          keep(from + member, t);
        }
        record.see(loss, run.spent + member + 1);
      }
    }
    return bestNow;
  }

  /** Keeps the weights of a member as the best of a trial. */
  private void keep(int member, int t) {
    for (int p = 0; p < layout.parameters(); p++) {
      best[memory.layout().row(p) + t] = members[layout.row(p) + member];
    }
  }

  private void end(int t, Outcome outcome) {
    Run run = runs.get(t);
    Outcome honest =
        outcome == Outcome.COMPLETED && run.record.bestLoss() == Double.POSITIVE_INFINITY
            ? Outcome.DIVERGED
            : outcome;
    if (run.record.lacksMeasurement(honest, run.generations)) {
      measure(t);
    }
    if (run.record.keepsWeights()) {
      run.record.keepWeights(memory.layout(), best, t);
    }
    run.record.finish(honest, run.generations, run.spent, "", events);
    int last = runs.size() - 1;
    if (t < last) {
      memory.move(last, t);
    }
    runs.remove(last);
  }

  private void moveTrial(int from, int to) {
    runs.set(to, runs.get(from));
    records.set(to, records.get(from));
    bind(to);
    score.bind(to);
  }

  private void bind(int t) {
    TrialRecord record = runs.get(t).record;
    for (int lane = t * size; lane < (t + 1) * size; lane++) {
      objective.bind(lane, record.setup().task(), record.drawKey(), record::startWeights);
    }
  }
}
