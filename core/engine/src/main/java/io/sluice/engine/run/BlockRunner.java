package io.sluice.engine.run;

import io.sluice.engine.plan.StudyPlan;
import io.sluice.engine.plan.Task;
import io.sluice.engine.plan.TrialSetup;
import io.sluice.spi.GradientOptimizer;
import io.sluice.spi.PopulationOptimizer;
import java.util.ArrayList;
import java.util.List;

/** Runs one block of a plan, whatever the kind of its optimizer. */
final class BlockRunner {

  private final StudyPlan plan;
  private final RunRules rules;
  private final Cancellation cancellation;
  private final MeasurementRoom room;

  BlockRunner(StudyPlan plan, Cancellation cancellation, MeasurementRoom room) {
    this(plan, cancellation, false, room);
  }

  BlockRunner(
      StudyPlan plan, Cancellation cancellation, boolean keepsWeights, MeasurementRoom room) {
    this.plan = plan;
    this.room = room;
    this.rules = RunRules.of(plan.spec(), keepsWeights);
    this.cancellation = cancellation;
  }

  /**
   * The events of all these trials. If a component throws, the trials are run again one by one, and
   * only those that throw then have failed.
   */
  BlockEvents run(long... trials) {
    return runAll(records(trials));
  }

  /** The trials of a block that has not begun. */
  List<TrialRecord> records(long... trials) {
    MeasurementFile file = new MeasurementFile();
    List<TrialRecord> records = new ArrayList<>(trials.length);
    for (long index : trials) {
      TrialSetup setup = plan.cells().get((int) (index / plan.spec().repeats()));
      records.add(new TrialRecord(plan.trial(index), setup, rules, room, file));
    }
    return records;
  }

  /** The events of trials that have not begun. */
  BlockEvents runAll(List<TrialRecord> records) {
    try {
      return run(records, objective(records));
    } catch (RuntimeException | LinkageError | StackOverflowError failure) {
      if (records.size() == 1) {
        return records.get(0).fail(reason(failure));
      }
      BlockEvents events = new BlockEvents();
      records.forEach(TrialRecord::discard);
      for (TrialRecord record : records) {
        events.addAll(run(record.trial().index()));
      }
      return events;
    } catch (OutOfMemoryError full) {
      records.forEach(TrialRecord::discard);
      throw full;
    }
  }

  private BlockEvents run(List<TrialRecord> records, BlockObjective objective) {
    if (records.get(0).setup().optimizer() instanceof GradientOptimizer) {
      GradientBlock block = new GradientBlock(rules, objective, records, cancellation);
      try {
        return block.run();
      } catch (RuntimeException | LinkageError | StackOverflowError failure) {
        block.settle();
        throw failure;
      }
    }
    return new PopulationBlock(rules, objective, records, cancellation).run();
  }

  private static BlockObjective objective(List<TrialRecord> records) {
    TrialSetup first = records.get(0).setup();
    if (first.task() instanceof Task.Minimum) {
      return new FunctionObjective(((Task.Minimum) first.task()).function());
    }
    int lanes = records.size();
    if (first.optimizer() instanceof PopulationOptimizer) {
      lanes *= ((PopulationOptimizer) first.optimizer()).populationSize();
    }
    return new NetworkObjective((Task.Fit) first.task(), lanes);
  }

  private static String reason(Throwable failure) {
    StackTraceElement[] trace = failure.getStackTrace();
    return failure + (trace.length > 0 ? " at " + trace[0] : "");
  }
}
