package io.sluice.web;

import io.sluice.engine.Laboratory;
import io.sluice.engine.plan.StudyPlan;
import io.sluice.engine.run.RunOptions;
import io.sluice.engine.run.RunSummary;
import io.sluice.engine.text.MemoryText;
import io.sluice.engine.text.NearestWord;
import io.sluice.engine.watch.Headway;
import io.sluice.spi.ResultStore;
import io.sluice.spi.StudyHeader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where studies are handed in. One runs at a time, with all workers; a few wait. A study is known
 * by its id, so handing in one that waits, runs or is finished changes nothing, and handing in one
 * that was stopped goes on with it. A study that is tuned is a chain of studies, which follow each
 * other: what is handed in is then the first part that is not finished.
 */
final class StudyDesk implements AutoCloseable {

  /** How many studies may wait. */
  static final int MOST_WAITING = 16;

  private static final int RETRY_SECONDS = 60;
  private static final int RUNS_REMEMBERED = 100;
  private static final long PATIENCE_SECONDS = 60;
  private static final Logger LOG = LoggerFactory.getLogger(StudyDesk.class);

  private final Laboratory laboratory;
  private final ResultStore store;
  private final RunOptions options;
  private final Planning planning;
  private final Map<String, StudyRun> runs = new LinkedHashMap<>();
  private final ThreadPoolExecutor executor =
      new ThreadPoolExecutor(
          1,
          1,
          0,
          TimeUnit.SECONDS,
          new ArrayBlockingQueue<>(MOST_WAITING),
          task -> {
            Thread thread = new Thread(task, "sluice-studies");
            thread.setDaemon(true);
            return thread;
          });

  StudyDesk(Laboratory laboratory, ResultStore store, RunOptions options, Planning planning) {
    this.laboratory = laboratory;
    this.store = store;
    this.options = options;
    this.planning = planning;
  }

  /**
   * What became of a study that was handed in.
   *
   * @param header the study
   * @param notes what the planner has to say about it
   * @param state where it stands now
   */
  record Receipt(StudyHeader header, List<String> notes, RunState state) {}

  /**
   * Takes a study in.
   *
   * @param gone whether nobody waits for the receipt any more
   * @throws PlannedStudy.Refused if it cannot be read or planned
   * @throws RequestException if it is too large, or too many wait
   */
  Receipt accept(String text, BooleanSupplier gone) {
    PlannedStudy declared = planning.declared(text, gone);
    PlannedStudy study = planning.next(declared, store, gone);
    StudyPlan plan = study.plan();
    StudyHeader header = study.header();
    synchronized (runs) {
      StudyRun known = runs.get(plan.id());
      if (known != null && !known.state().isOver()) {
        return new Receipt(known.header(), plan.notes(), known.state());
      }
      long kept = kept(header);
      if (kept == header.trials()) {
        return new Receipt(header, plan.notes(), RunState.FINISHED);
      }
      StudyRun run = new StudyRun(header, kept);
      try {
        executor.execute(() -> work(declared, study, run));
      } catch (RejectedExecutionException full) {
        throw new RequestException(
            503,
            executor.isShutdown()
                ? "the server is stopping"
                : MOST_WAITING + " studies are waiting already; try again when one has finished",
            RETRY_SECONDS);
      }
      remember(run);
      return new Receipt(header, plan.notes(), RunState.QUEUED);
    }
  }

  private void remember(StudyRun run) {
    runs.remove(run.header().id());
    runs.put(run.header().id(), run);
    if (runs.size() > RUNS_REMEMBERED) {
      runs.values().stream()
          .filter(older -> older.state().isOver())
          .map(older -> older.header().id())
          .findFirst()
          .ifPresent(runs::remove);
    }
  }

  /** Runs the study; of a chain this part and, where it came to its end, those that follow. */
  private void work(PlannedStudy declared, PlannedStudy study, StudyRun run) {
    try {
      laboratory.takeOver(study.plan(), run.header(), store, run.cancellation(), Headway.UNHEARD);
      if (!run.begin(kept(run.header()))) {
        return;
      }
      RunSummary summary =
          laboratory.run(
              study.plan(), run.header(), store, List.of(run), options, run.cancellation());
      PlannedStudy next =
          summary.cancelled()
                  || run.cancellation().isCancelled()
                  || !declared.plan().awaitsTuning()
                  || !study.plan().isRung()
              ? null
              : planning.next(declared, store);
      StudyRun following = next == null ? null : new StudyRun(next.header(), kept(next.header()));
      if (following != null) {
        synchronized (runs) {
          remember(following);
        }
      }
      run.end(summary);
      if (following != null) {
        work(declared, next, following);
      }
    } catch (OutOfMemoryError full) {
      String why = MemoryText.of(full, "measure more rarely");
      LOG.error("study {} broke off: {}", run.header().id(), why);
      run.fail(new IllegalStateException(why));
    } catch (RuntimeException | Error thrown) {
      LOG.error("study {} broke off", run.header().id(), thrown);
      run.fail(thrown);
    }
  }

  private long kept(StudyHeader header) {
    return store.finished(header.id()).cardinality();
  }

  /** Every study of the store and those that wait to enter it, the latest first. */
  List<StudyHeader> studies() {
    Map<String, StudyHeader> headers = new LinkedHashMap<>();
    store.studies().forEach(header -> headers.put(header.id(), header));
    List<StudyHeader> all = new ArrayList<>();
    synchronized (runs) {
      for (StudyRun run : runs.values()) {
        if (!headers.containsKey(run.header().id())) {
          all.add(0, run.header());
        }
      }
    }
    all.addAll(headers.values());
    return all;
  }

  /**
   * The study with this id.
   *
   * @throws RequestException if there is none
   */
  StudyHeader study(String id) {
    StudyRun run = run(id);
    if (run != null) {
      return run.header();
    }
    List<StudyHeader> studies = studies();
    for (StudyHeader header : studies) {
      if (header.id().equals(id)) {
        return header;
      }
    }
    throw new RequestException(
        404,
        "no study \""
            + id
            + "\""
            + NearestWord.hint(id, studies.stream().map(StudyHeader::id).toList()));
  }

  /** The latest run of the study in this server, or null if there was none. */
  StudyRun run(String id) {
    synchronized (runs) {
      return runs.get(id);
    }
  }

  /**
   * How far the study is. Others may go on with it too, so only the store knows what is at rest.
   */
  Progress progress(StudyHeader header) {
    StudyRun run = run(header.id());
    if (run != null && !run.state().isOver()) {
      return run.progress();
    }
    long kept = kept(header);
    RunState state = kept == header.trials() ? RunState.FINISHED : RunState.STOPPED;
    String message = run == null ? "" : run.progress().message();
    if (run != null && run.state() == RunState.FAILED) {
      state = state == RunState.FINISHED ? state : RunState.FAILED;
      message = state == RunState.FINISHED ? "" : message;
    }
    return new Progress(state, kept, header.trials(), 0, message);
  }

  /** Stops the study if it runs or waits. What is finished is kept. */
  void stop(StudyHeader header) {
    StudyRun run = run(header.id());
    if (run != null) {
      run.stop();
    }
  }

  /** Takes in no more, stops everything and waits until it has stopped. */
  @Override
  public void close() {
    planning.close();
    executor.shutdown();
    synchronized (runs) {
      runs.values().forEach(StudyRun::stop);
    }
    try {
      if (!executor.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        LOG.warn("a study did not stop within {} seconds", PATIENCE_SECONDS);
      }
    } catch (InterruptedException hurry) {
      Thread.currentThread().interrupt();
    }
  }
}
