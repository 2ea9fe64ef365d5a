package io.sluice.engine.run;

import io.sluice.engine.plan.Task;
import io.sluice.engine.plan.TrialSetup;
import io.sluice.engine.study.Pace;
import io.sluice.engine.watch.Pulse;
import io.sluice.spi.BlockLayout;
import io.sluice.spi.Outcome;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs a block of trials of one oracle optimizer, a lane each. The lanes go on independently: every
 * round each says what it wants, the questions of one kind are answered in one pass, and what was
 * learned of the weights is noted. A lane whose trial is over is taken by the last lane in use.
 *
 * <p>The losses that count are those of the weights. One is known for nothing if the optimizer
 * asked for it; else, and with batches or random numbers in any case, it takes a look, which the
 * lane pays for and for which the budget keeps room.
 */
final class OracleBlock {

  private final RunRules rules;
  private final BlockObjective objective;
  private final List<TrialRecord> records;
  private final List<OracleRun> runs = new ArrayList<>();
  private final BlockMemory memory;
  private final BlockLayout layout;
  private final double[] weights;
  private final double[] losses;
  private final Pulse pulse = Pulse.ofThread();
  private final BatchOrder order;
  private final Stagnation stagnation;
  private final BlockObjective watched;
  private final double[] watchedLosses;
  private final BlockScore score;
  private final OracleAnswers answers;
  private final BlockEvents events = new BlockEvents();
  private long scores;

  OracleBlock(RunRules rules, BlockObjective objective, List<TrialRecord> records) {
    this.rules = rules;
    this.objective = objective;
    this.records = new ArrayList<>(records);
    List<TrialSetup> setups = records.stream().map(TrialRecord::setup).toList();
    TrialSetup first = setups.get(0);
    Pace pace = first.pace();
    memory = new BlockMemory(first.task().parameters(), setups);
    layout = memory.layout();
    weights = memory.block();
    losses = memory.perLane();
    order = new BatchOrder(this.records, pace);
    stagnation =
        rules.patience().ends()
            ? new Stagnation(memory, this.records, setup -> rules.patience())
            : null;
    watched =
        pace.watched() > 0
            ? new NetworkObjective((Task.Fit) first.task(), true, records.size())
            : null;
    watchedLosses = watched == null ? null : memory.perLane();
    score = new BlockScore(memory, this.records);
    memory.alsoMove(order::move);
    memory.alsoMove(this::moveTrial);
    for (int lane = 0; lane < records.size(); lane++) {
      pulse.check();
      runs.add(new OracleRun(rules, records.get(lane)));
      bind(lane);
    }
    answers = new OracleAnswers(objective, runs, pace, layout);
  }

  /** Runs every trial to its end and returns their events, trial by trial. */
  BlockEvents run() {
    try {
      while (!runs.isEmpty()) {
        pulse.check();
        advance();
        look();
        note();
        answers.answer(pulse);
        note();
      }
    } catch (Pulse.Stopped stopped) {
      for (int lane = runs.size() - 1; lane >= 0; lane--) {
        runs.get(lane).outcome = Outcome.CANCELLED;
      }
      end();
    }
    return events;
  }

  /** Has every lane go on until it waits for an answer or a look. */
  private void advance() {
    boolean noted;
    do {
      for (int lane = 0; lane < runs.size(); lane++) {
        runs.get(lane).advance(order, lane, pulse);
      }
      noted = note();
    } while (noted);
  }

  private void look() {
    if (runs.stream().noneMatch(run -> run.looks || isUnseen(run))) {
      return;
    }
    spreadWeights();
    objective.losses(layout, weights, runs.size(), losses);
    for (int lane = 0; lane < runs.size(); lane++) {
      if (runs.get(lane).looks) {
        runs.get(lane).see(losses[lane]);
      } else if (isUnseen(runs.get(lane))) {
        show(lane, runs.get(lane).costWithLook(), losses[lane]);
      }
    }
  }

  /** Whether a trial is watched and the loss of its weights does not become known by itself. */
  private static boolean isUnseen(OracleRun run) {
    return run.shown < run.step && run.awaitsLook() && run.record.isWatched(run.step);
  }

  private void show(int lane, double cost, double loss) {
    OracleRun run = runs.get(lane);
    run.shown = run.step;
    run.record.show(run.step, cost, loss, layout, weights, lane);
  }

  /**
   * Takes note of losses of weights that have become known, measures, and ends trials.
   *
   * @return whether there was anything
   */
  private boolean note() {
    boolean fresh = false;
    boolean over = false;
    for (OracleRun run : runs) {
      fresh |= run.fresh;
      over |= run.outcome != null;
    }
    if (fresh && stagnation != null && watched != null) {
      spreadWeights();
      watched.losses(layout, weights, runs.size(), watchedLosses);
    }
    scores++;
    for (int lane = 0; fresh && lane < runs.size(); lane++) {
      if (runs.get(lane).fresh) {
        note(lane, runs.get(lane));
      }
    }
    if (fresh || over) {
      end();
    }
    return fresh || over;
  }

  private void note(int lane, OracleRun run) {
    TrialRecord record = run.record;
    run.fresh = false;
    record.standAt(run.loss, run.step, run.cost());
    record.see(run.loss, run.cost());
    if (record.isWatched(run.step)) {
      spreadWeights();
      show(lane, run.cost(), run.loss);
    }
    if (isMeasured(run)) {
      measure(lane, run);
    }
    boolean still =
        stagnation != null
            && stagnation.see(lane, watched == null ? run.loss : watchedLosses[lane]);
    if (!(run.loss >= -Double.MAX_VALUE && run.loss <= rules.divergence())) {
      run.outcome = Outcome.DIVERGED;
    } else if (run.closing || still || record.isDone()) {
      run.outcome = Outcome.COMPLETED;
    }
  }

  /** Whether a step that is measured has come since the lane was looked at last. */
  private boolean isMeasured(OracleRun run) {
    boolean measured = false;
    for (long step = run.lastLook + 1; step <= run.step && !measured; step++) {
      measured = rules.cadence().measures(step);
    }
    run.lastLook = run.step;
    return measured;
  }

  private void measure(int lane, OracleRun run) {
    if (score.isNeeded()) {
      spreadWeights();
      score.compute(scores, weights, runs.size());
    }
    run.record.measure(run.step, run.cost(), score, lane);
  }

  /** Ends the trials that are over; the last lane in use takes the place of each. */
  private void end() {
    for (int lane = runs.size() - 1; lane >= 0; lane--) {
      if (runs.get(lane).outcome != null) {
        finish(lane, runs.get(lane));
        int last = runs.size() - 1;
        if (lane < last) {
          memory.move(last, lane);
        }
        runs.remove(last);
      }
    }
  }

  private void finish(int lane, OracleRun run) {
    TrialRecord record = run.record;
    record.standAt(run.loss, run.step, run.cost());
    if (record.lacksMeasurement(run.outcome, run.step)) {
      measure(lane, run);
    }
    if (record.keepsWeights()) {
      spreadWeights();
      record.keepWeights(layout, weights, lane);
    }
    record.finish(run.outcome, run.step, run.cost(), "", events);
  }

  private void spreadWeights() {
    for (int lane = 0; lane < runs.size(); lane++) {
      double[] ofLane = runs.get(lane).weights;
      for (int p = 0; p < ofLane.length; p++) {
        weights[layout.row(p) + lane] = ofLane[p];
      }
    }
  }

  private void moveTrial(int from, int to) {
    runs.set(to, runs.get(from));
    records.set(to, records.get(from));
    bind(to);
    score.bind(to);
  }

  private void bind(int lane) {
    TrialRecord record = runs.get(lane).record;
    objective.bind(lane, record.setup().task(), record.drawKey(), record::startWeights);
    if (watched != null) {
      watched.bind(lane, record.setup().task(), record.drawKey(), record::startWeights);
    }
  }
}
