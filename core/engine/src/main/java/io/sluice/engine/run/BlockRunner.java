package io.sluice.engine.run;

import io.sluice.engine.plan.StudyPlan;
import io.sluice.engine.plan.Task;
import io.sluice.engine.plan.TrialSetup;
import io.sluice.engine.text.MemoryText;
import io.sluice.engine.text.Thrown;
import io.sluice.engine.watch.Pulse;
import io.sluice.spi.Component;
import io.sluice.spi.GradientOptimizer;
import io.sluice.spi.OracleOptimizer;
import io.sluice.spi.Outcome;
import io.sluice.spi.PopulationOptimizer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;

/** Runs blocks of a plan, whatever the kind of their optimizer, on the thread that made it. */
final class BlockRunner {

  private final StudyPlan plan;
  private final RunRules rules;
  private final LongFunction<TrialWatch> watches;
  private final MeasurementRoom room;
  private final Pulse pulse = Pulse.ofThread();

  BlockRunner(StudyPlan plan, Cancellation cancellation, MeasurementRoom room) {
    this(plan, cancellation, trial -> null, room);
  }

  /**
   * A runner whose trials are watched.
   *
   * @param watches by the index of a trial, what sees it on the way; null if not even the weights
   *     are kept with which it ends
   */
  BlockRunner(
      StudyPlan plan,
      Cancellation cancellation,
      LongFunction<TrialWatch> watches,
      MeasurementRoom room) {
    this.plan = plan;
    this.room = room;
    this.rules = RunRules.of(plan.spec());
    this.watches = watches;
    pulse.stopWhen(cancellation::isCancelled);
  }

  /**
   * The events of all these trials. If a component throws, whatever that be, the trials are run
   * again one by one, and only those that throw then have failed.
   *
   * @throws OutOfMemoryError if memory ran out
   */
  BlockEvents run(long... trials) {
    return runAll(records(trials));
  }

  /** The events of trials that are not run, for a reason that makes them fail. */
  BlockEvents fail(String reason, long... trials) {
    BlockEvents events = new BlockEvents();
    records(trials).forEach(record -> events.addAll(record.fail(reason)));
    return events;
  }

  /** The trials of a block that has not begun. */
  List<TrialRecord> records(long... trials) {
    MeasurementFile file = new MeasurementFile();
    List<TrialRecord> records = new ArrayList<>(trials.length);
    TrialSetup setup = null;
    for (long index : trials) {
      if (setup == null || index / plan.spec().repeats() != setup.cell().index()) {
        setup = plan.cellOf(index);
      }
      records.add(
          new TrialRecord(
              plan.trial(setup, index), setup, rules, watches.apply(index), room, file));
    }
    return records;
  }

  /** The events of trials that have not begun. */
  BlockEvents runAll(List<TrialRecord> records) {
    try {
      return run(records, objective(records));
    } catch (Pulse.Stopped before) {
      BlockEvents events = new BlockEvents();
      records.forEach(record -> record.finish(Outcome.CANCELLED, 0, 0, "", events));
      return events;
    } catch (Throwable failure) { // A stranger's code may throw anything.
      boolean alone = records.size() == 1;
      String reason = reason(failure);
      pulse.leave();
      if (failure instanceof OutOfMemoryError full && MemoryText.isReal(full)) {
        records.forEach(TrialRecord::discard);
        throw full;
      }
      if (alone) {
        return records.get(0).fail(reason);
      }
      records.forEach(TrialRecord::discard);
    }
    BlockEvents events = new BlockEvents();
    for (TrialRecord record : records) {
      events.addAll(run(record.trial().index()));
    }
    return events;
  }

  private BlockEvents run(List<TrialRecord> records, BlockObjective objective) {
    if (records.get(0).setup().optimizer() instanceof GradientOptimizer) {
      GradientBlock block = new GradientBlock(rules, objective, records);
      try {
        return block.run();
      } catch (Throwable failure) {
        block.settle();
        throw failure;
      }
    }
    if (records.get(0).setup().optimizer() instanceof OracleOptimizer) {
      return new OracleBlock(rules, objective, records).run();
    }
    return new PopulationBlock(rules, objective, records).run();
  }

  private static BlockObjective objective(List<TrialRecord> records) {
    TrialSetup first = records.get(0).setup();
    if (first.task() instanceof Task.Minimum) {
      return new FunctionObjective(((Task.Minimum) first.task()).function());
    }
    int lanes = records.size();
    if (first.optimizer() instanceof PopulationOptimizer) {
      lanes *= first.populationSize();
    }
    return new NetworkObjective((Task.Fit) first.task(), lanes);
  }

  private String reason(Throwable failure) {
    String line = Thrown.line(failure);
    Object callee = pulse.callee();
    return callee instanceof Component ? plan.name((Component) callee) + ": " + line : line;
  }
}
