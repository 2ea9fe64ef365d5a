package io.sluice.cli;

import io.sluice.analysis.RowCollector;
import io.sluice.analysis.StudyRows;
import io.sluice.analysis.Tuned;
import io.sluice.engine.Laboratory;
import io.sluice.engine.StoreUrlException;
import io.sluice.engine.plan.StudyPlan;
import io.sluice.engine.run.BlockExecutor;
import io.sluice.engine.run.Cancellation;
import io.sluice.engine.run.LostTrialsException;
import io.sluice.engine.run.RunOptions;
import io.sluice.engine.run.RunSummary;
import io.sluice.engine.run.StorePatience;
import io.sluice.engine.text.MemoryText;
import io.sluice.spi.Outcome;
import io.sluice.spi.ResultSink;
import io.sluice.spi.ResultStore;
import io.sluice.spi.StudyHeader;
import io.sluice.studies.CanonicalJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;

/** Runs what a store does not have yet of studies, with progress, and says how to go on. */
final class StudyRun {

  private final Workbench bench;
  private final String storeUrl;
  private final RunOptions options;
  private final RunChoice choice;
  private final Supplier<String> command;
  private final Cancellation cancellation = new Cancellation();
  private final Stopping stopping = new Stopping();
  private final StatusLine line;
  private final StorePatience patience;

  /**
   * A run that has not begun.
   *
   * @param choice says where it is computed
   * @param command what is typed to go on
   */
  StudyRun(
      Workbench bench,
      String storeUrl,
      RunOptions options,
      RunChoice choice,
      Supplier<String> command) {
    this.bench = bench;
    this.storeUrl = storeUrl;
    this.options = options;
    this.choice = choice;
    this.command = command;
    this.line = bench.terminal().statusLine();
    WaitingLine waiting = new WaitingLine(line, bench.terminal().redraws(), bench::say);
    this.patience = new StorePatience(options.storePatience(), cancellation, waiting);
  }

  /** What Ctrl-C is to be told to. */
  StopSignal.Work stopping() {
    return stopping;
  }

  /** What Ctrl-C does: before trials run it ends the command, then it lets them come to an end. */
  private final class Stopping implements StopSignal.Work {
    private volatile boolean runs;

    @Override
    public boolean stop() {
      if (runs) {
        bench.say("stopping when what is being computed comes back; again ends it at once");
        cancellation.cancel();
        return true;
      }
      bench.say("stopped before a trial was run. To begin again:");
      bench.say("  " + command.get());
      return false;
    }

    @Override
    public void abandon() {
      bench.say("stopped at once; what the store has is kept. To go on:");
      bench.say("  " + command.get());
    }
  }

  /** Where trials are computed: connected to when there is something to compute, and once. */
  private final class Place implements AutoCloseable {
    private BlockExecutor connected;

    BlockExecutor executor(boolean needed) {
      if (connected == null && needed) {
        connected = choice.executor(bench);
      }
      return connected == null ? BlockExecutor.ofThisProcess() : connected;
    }

    @Override
    public void close() {
      if (connected != null) {
        connected.close();
      }
    }
  }

  /** The rows, or none if the run was stopped. A study that is tuned is run part by part. */
  Optional<StudyRows> run(StudyPlan plan) {
    stopping.runs = true;
    Laboratory laboratory = bench.laboratory();
    try (ResultStore store = patience.of(() -> laboratory.openStore(storeUrl));
        Place place = new Place()) {
      patience.run(() -> StoredStudies.tellUnreadable(bench, store));
      while (true) {
        StudyPlan part = patience.of(() -> laboratory.next(plan, store));
        StudyHeader header = laboratory.header(part, CanonicalJson.of(part.spec()));
        Optional<StudyRows> rows = run(laboratory, part, header, store, place);
        if (rows.isEmpty() || !plan.awaitsTuning() || !part.isRung()) {
          return rows;
        }
      }
    } catch (LostTrialsException lost) {
      throw CommandFailure.workFailed(StoreUrlException.shown(storeUrl) + ": " + lost.getMessage());
    } catch (CancellationException stopped) {
      bench.say(stopped.getMessage() + "; what it has is kept. To go on:");
      bench.say("  " + command.get());
      return Optional.empty();
    }
  }

  /** The trials of one part of the study, or none if the run was stopped. */
  private Optional<StudyRows> run(
      Laboratory laboratory, StudyPlan plan, StudyHeader header, ResultStore store, Place place) {
    Map<String, Integer> taken;
    try (HeadwayLine headway =
        new HeadwayLine(bench.terminal(), line, "taking over", "trials", System::nanoTime)) {
      taken = patience.of(() -> laboratory.takeOver(plan, header, store, cancellation, headway));
    }
    long before = patience.of(() -> store.done(header.id())).cardinality();
    announce(plan, before);
    taken.forEach((id, trials) -> bench.say(trials + " of them were taken over from " + id));
    BlockExecutor executor = place.executor(before < plan.trials());
    RowCollector rows = new RowCollector(header);
    List<ResultSink> listeners = new ArrayList<>(progress(before, executor));
    boolean listens = before == 0 && !plan.spec().keep().summaries();
    if (listens) {
      listeners.add(rows);
    }
    RunSummary summary;
    try {
      summary =
          laboratory.run(plan, header, store, listeners, executor, options, cancellation, patience);
    } catch (OutOfMemoryError full) {
      throw outOfMemory(full, store.done(header.id()).cardinality(), plan.trials());
    }
    if (summary.before() < before) {
      bench.say(
          "note: "
              + (before - summary.before())
              + " of the trials that were there were damaged and run again");
    }
    summary.failures().forEach(line -> bench.say("sluice: " + line));
    if (summary.cancelled()) {
      sayHowToGoOn(summary);
      return Optional.empty();
    }
    if (summary.elsewhere() > 0) {
      bench.say(summary.elsewhere() + " of the trials were run by other processes");
    }
    // Only now is everything there, the trials that were damaged and those of others as well.
    return Optional.of(
        listens && summary.elsewhere() == 0
            ? rows.rows().withTuning(Tuned.rows(store, header))
            : patience.of(() -> StudyRows.collect(header, store)));
  }

  private void announce(StudyPlan plan, long before) {
    bench.say(
        plan.id()
            + ": "
            + plan.trials()
            + " trials in "
            + plan.cells().size()
            + (plan.isRung() ? " cells to choose from, kept in " : " cells, kept in ")
            + StoreUrlException.shown(storeUrl));
    if (before > 0) {
      bench.say(
          before == plan.trials()
              ? "all of them are there already"
              : before + " of them are there already, " + (plan.trials() - before) + " to go");
    }
    if (plan.isRung()) {
      return; // The study itself has the same notes.
    }
    plan.notes().forEach(note -> bench.say("note: " + note));
  }

  private List<ResultSink> progress(long before, BlockExecutor executor) {
    Terminal terminal = bench.terminal();
    return terminal.redraws()
        ? List.of(new Progress(line, before, terminal.unicode(), executor::text, System::nanoTime))
        : List.of();
  }

  private void sayHowToGoOn(RunSummary summary) {
    bench.say(
        "stopped: "
            + summary.kept()
            + " of "
            + summary.planned()
            + " trials are finished and kept. To go on:");
    bench.say("  " + command.get());
  }

  private static CommandFailure outOfMemory(OutOfMemoryError full, int kept, long trials) {
    String line = MemoryText.of(full, "use fewer --threads or --lanes, or measure more rarely");
    return CommandFailure.workFailed(
        line + "; " + kept + " of " + trials + " trials are kept, and the same command goes on",
        full);
  }

  /** What a command ends with that has run a study. */
  int exitCode(StudyRows rows) {
    long failed = rows.count(Outcome.FAILED);
    if (failed == 0) {
      return CommandFailure.DONE;
    }
    bench.say(
        "sluice: "
            + failed
            + " of "
            + rows.trials()
            + " trials failed; sluice export "
            + rows.header().id()
            + " --what trials"
            + bench.storeArguments(storeUrl)
            + " says why");
    return CommandFailure.WORK_FAILED;
  }
}
