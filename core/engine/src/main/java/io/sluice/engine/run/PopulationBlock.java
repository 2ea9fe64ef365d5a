package io.sluice.engine.run;

import io.sluice.engine.watch.Pulse;
import io.sluice.spi.Outcome;
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
    long generations;
    double spent;

    Run(TrialRecord record) {
      this.record = record;
    }
  }

  private final RunRules rules;
  private final BlockObjective objective;
  private final Pulse pulse = Pulse.ofThread();
  private final Searches searches;
  private final TrialRecord[] bound;
  private final double[] losses;
  private final double[] least;
  private final List<Run> runs = new ArrayList<>();
  private final BlockMemory memory;
  private final double[] best;
  private final List<TrialRecord> records;
  private final BlockScore score;
  private final BlockEvents events = new BlockEvents();

  PopulationBlock(RunRules rules, BlockObjective objective, List<TrialRecord> records) {
    this.rules = rules;
    this.objective = objective;
    this.records = new ArrayList<>(records);
    searches = Searches.of(records, rules);
    bound = new TrialRecord[searches.layout.stride()];
    losses = new double[searches.layout.stride()];
    least = new double[records.size()];
    records.forEach(record -> runs.add(new Run(record)));
    bind();
    memory =
        new BlockMemory(
            searches.layout.parameters(), records.stream().map(TrialRecord::setup).toList());
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
      int before = runs.size();
      for (int t = runs.size() - 1; t >= 0; t--) {
        Run run = runs.get(t);
        if (run.record.isDone()
            || !rules.budget().allowsGeneration(run.generations, run.spent, searches.next(t))) {
          end(t, Outcome.COMPLETED);
        }
      }
      if (runs.isEmpty()) {
        return;
      }
      if (runs.size() < before) {
        bind();
      }
      searches.ask();
      searches.keep();
      objective.losses(searches.layout, searches.candidates, runs.size() * searches.size, losses);
      look();
      if (rules.cadence().measures(runs.get(0).generations)) {
        for (int t = 0; t < runs.size(); t++) {
          measure(t);
        }
      }
      searches.tell(losses);
    }
  }

  /** Takes the losses of a generation. */
  private void look() {
    searches.least(losses, least);
    for (int t = 0; t < runs.size(); t++) {
      Run run = runs.get(t);
      double bestNow = least[t];
      if (!(bestNow >= run.record.bestLoss()) || run.generations == 0) {
        bestNow = see(t);
      }
      run.generations++;
      run.spent += searches.members(t);
      run.record.standAt(bestNow, run.generations, run.spent);
      if (run.record.isWatched(run.generations)) {
        run.record.showGeneration(run.generations, searches.generation(t));
        double bestLoss = run.record.bestLoss();
        run.record.show(run.generations, run.spent, bestLoss, memory.layout(), best, t);
      }
    }
  }

  /** Measures a trial at the best weights so far. */
  private void measure(int t) {
    Run run = runs.get(t);
    score.compute(run.generations, best, runs.size());
    run.record.measure(run.generations, run.spent, score, t);
  }

  /** Shows the record every loss of a generation, and returns the least. */
  private double see(int t) {
    Run run = runs.get(t);
    TrialRecord record = run.record;
    double bestNow = Double.POSITIVE_INFINITY;
    for (int member = 0; member < searches.members(t); member++) {
      int lane = searches.lane(t, member);
      double loss = losses[lane];
      if (Double.isNaN(loss)) {
        loss = Double.POSITIVE_INFINITY;
        losses[lane] = loss;
      }
      bestNow = Math.min(bestNow, loss);
      if (loss < record.bestLoss() || (run.generations == 0 && member == 0)) {
        if (score.isNeeded() || record.keepsWeights()) {
          keep(lane, t);
        }
        record.see(loss, run.spent + member + 1);
      }
    }
    return bestNow;
  }

  /** Keeps the weights of a lane as the best of a trial. */
  private void keep(int lane, int t) {
    for (int p = 0; p < memory.layout().parameters(); p++) {
      best[memory.layout().row(p) + t] = searches.candidates[searches.layout.row(p) + lane];
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
    searches.remove(t);
  }

  private void moveTrial(int from, int to) {
    runs.set(to, runs.get(from));
    records.set(to, records.get(from));
    score.bind(to);
  }

  /** Says which trial each lane has, where that is another than before. */
  private void bind() {
    for (int t = 0; t < runs.size(); t++) {
      TrialRecord record = runs.get(t).record;
      for (int member = 0; member < searches.size; member++) {
        int lane = searches.lane(t, member);
        if (bound[lane] != record) {
          bound[lane] = record;
          objective.bind(lane, record.setup().task(), record.drawKey(), record::startWeights);
        }
      }
    }
  }
}
