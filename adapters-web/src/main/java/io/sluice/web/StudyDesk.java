package io.sluice.web;

import io.sluice.engine.Laboratory;
import io.sluice.engine.plan.StudyPlan;
import io.sluice.engine.run.RunOptions;
import io.sluice.engine.text.NearestWord;
import io.sluice.spi.ResultStore;
import io.sluice.spi.StudyHeader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where studies are handed in. They run in {@link Turns turns}, each with all workers, so that a
 * short one does not wait for the end of a long one. A study is known by its id, so handing in one
 * that waits, runs or is finished changes nothing, and handing in one that was interrupted goes on
 * with it. What is still to do when the desk closes is kept in a file, and taken up by the next.
 */
final class StudyDesk implements AutoCloseable {

  /** How many studies may wait besides the one that has its turn. */
  static final int MOST_WAITING = 16;

  private static final int RETRY_SECONDS = 60;
  private static final int RUNS_REMEMBERED = 100;
  private static final long PATIENCE_SECONDS = 60;
  private static final long LOOKS_PER_TURN = 10;
  private static final Logger LOG = LoggerFactory.getLogger(StudyDesk.class);

  private final Laboratory laboratory;
  private final ResultStore store;
  private final Planning planning;
  private final DeskFile file;
  private final KeptCounts counts;
  private final Turns turns;
  private final StudyJob.Desk desk;

  /** The latest runs by their studies, and the studies that somebody has paused, by their texts. */
  private final Map<String, StudyRun> runs = new LinkedHashMap<>();

  private final Map<String, String> paused = new LinkedHashMap<>();
  private final Map<String, StudyJob> jobs = new LinkedHashMap<>();

  /** The texts of the latest studies as they were handed in, by the parts that were run of them. */
  private final Map<String, String> declared = new LinkedHashMap<>();

  private List<DeskFile.Entry> toTakeUp = List.of();
  private boolean closing;
  private final LongAdder trials = new LongAdder();

  private final ExecutorService executor = Executors.newCachedThreadPool(StudyDesk::thread);
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(StudyDesk::thread);

  StudyDesk(
      Laboratory laboratory,
      ResultStore store,
      RunOptions options,
      Planning planning,
      DeskFile file,
      long turnMillis) {
    this.laboratory = laboratory;
    this.store = store;
    this.planning = planning;
    this.file = file;
    this.counts = new KeptCounts(store, System::nanoTime);
    this.turns = new Turns(TimeUnit.MILLISECONDS.toNanos(turnMillis), System::nanoTime);
    this.desk =
        new StudyJob.Desk(
            laboratory, store, options, planning, executor, trials, this::remember, this::over);
    long pace = Math.max(1, turnMillis / LOOKS_PER_TURN);
    clock.scheduleWithFixedDelay(turns::look, pace, pace, TimeUnit.MILLISECONDS);
  }

  private static Thread thread(Runnable task) {
    Thread thread = new Thread(task, "sluice-studies");
    thread.setDaemon(true);
    return thread;
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
    return accept(declared, planning.next(declared, store, gone));
  }

  /** Takes a study in that has been planned. */
  Receipt accept(PlannedStudy declared, BooleanSupplier gone) {
    planning.refuseTooDear(declared.plan());
    return accept(declared, planning.next(declared, store, gone));
  }

  private Receipt accept(PlannedStudy declared, PlannedStudy study) {
    StudyPlan plan = study.plan();
    StudyHeader header = study.header();
    synchronized (runs) {
      StudyRun known = runs.get(plan.id());
      if (known != null && !known.state().isOver()) {
        refuseEnding(known);
        return new Receipt(known.header(), plan.notes(), known.state());
      }
      counts.forget(header.id());
      long kept = counts.of(header);
      if (kept == header.trials()) {
        return new Receipt(header, plan.notes(), RunState.FINISHED);
      }
      if (closing) {
        throw new RequestException(503, "the server is stopping", RETRY_SECONDS);
      }
      if (jobs.size() > MOST_WAITING) {
        throw new RequestException(
            503,
            MOST_WAITING + " studies are waiting already; try again when one has finished",
            RETRY_SECONDS);
      }
      StudyJob job = new StudyJob(desk, declared, study, kept);
      counts.forget(header.id());
      remember(job);
      paused.remove(header.id());
      keep();
      turns.join(job);
    }
    return new Receipt(header, plan.notes(), RunState.QUEUED);
  }

  private static void refuseEnding(StudyRun run) {
    if (run.isEnding()) {
      throw new RequestException(
          409, "the study is just being interrupted; try again in a moment", 1);
    }
  }

  /** Takes note of the run that a job has at hand. */
  private void remember(StudyJob job) {
    StudyRun run = job.run();
    synchronized (runs) {
      jobs.values().remove(job);
      jobs.put(run.header().id(), job);
      runs.remove(run.header().id());
      runs.put(run.header().id(), run);
      declared.remove(run.header().id());
      declared.put(run.header().id(), job.spec());
      if (declared.size() > RUNS_REMEMBERED) {
        declared.remove(declared.keySet().iterator().next());
      }
      if (runs.size() > RUNS_REMEMBERED) {
        runs.values().stream()
            .filter(older -> older.state().isOver())
            .map(older -> older.header().id())
            .findFirst()
            .ifPresent(runs::remove);
      }
    }
  }

  /** Takes note that nothing of a job is left to do. */
  private void over(StudyJob job) {
    turns.leave(job);
    synchronized (runs) {
      StudyRun last = job.run();
      boolean replaced = !jobs.values().remove(job);
      if (last.state() == RunState.PAUSED && !replaced && !closing) {
        paused.put(last.header().id(), job.spec());
      }
      keep();
    }
  }

  /** Keeps what is to do; when the desk closes it stands as it was before. */
  private void keep() {
    if (closing) {
      return;
    }
    List<DeskFile.Entry> entries = new ArrayList<>();
    jobs.values().forEach(job -> entries.add(new DeskFile.Entry(job.spec(), false)));
    paused.values().forEach(spec -> entries.add(new DeskFile.Entry(spec, true)));
    entries.addAll(toTakeUp);
    file.write(entries);
  }

  /** Goes on with what an earlier desk had to do, in the background. */
  void takeUp() {
    synchronized (runs) {
      toTakeUp = file.read();
    }
    executor.execute(
        () -> {
          for (DeskFile.Entry entry : List.copyOf(toTakeUp)) {
            takeUp(entry);
          }
        });
  }

  private void takeUp(DeskFile.Entry entry) {
    try {
      PlannedStudy declared = planning.declared(entry.spec(), () -> false);
      PlannedStudy study = planning.next(declared, store, () -> false);
      if (entry.paused()) {
        synchronized (runs) {
          paused.putIfAbsent(study.header().id(), entry.spec());
        }
      } else {
        accept(declared, study);
      }
    } catch (RuntimeException refused) {
      LOG.warn("a study that was to be taken up is refused: {}", refused.getMessage());
    }
    synchronized (runs) {
      toTakeUp = toTakeUp.stream().filter(other -> other != entry).toList();
      keep();
    }
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

  /** The studies that take turns, in their order; the first has its turn. */
  List<StudyHeader> line() {
    return turns.line().stream().map(turn -> ((StudyJob) turn).run().header()).toList();
  }

  /** What is run in turns, as it was handed in. */
  List<String> specs() {
    return turns.line().stream().map(turn -> ((StudyJob) turn).spec()).toList();
  }

  /** The studies that somebody has paused. */
  List<StudyHeader> paused() {
    List<String> ids;
    synchronized (runs) {
      ids = List.copyOf(paused.keySet());
    }
    return studies().stream().filter(header -> ids.contains(header.id())).toList();
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
    return store
        .find(id)
        .filter(header -> header.id().equals(id))
        .orElseThrow(
            () ->
                new RequestException(
                    404,
                    "no study \""
                        + id
                        + "\""
                        + NearestWord.hint(id, studies().stream().map(StudyHeader::id).toList())));
  }

  /** How many trials its runs have finished. */
  long trials() {
    return trials.sum();
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
    long kept = counts.of(header);
    String message = run == null ? "" : run.progress().message();
    RunState state = kept == header.trials() ? RunState.FINISHED : atRest(header.id(), run);
    return new Progress(state, kept, header.trials(), 0, message);
  }

  private RunState atRest(String id, StudyRun run) {
    synchronized (runs) {
      if (run != null && run.state() == RunState.FAILED) {
        return RunState.FAILED;
      }
      boolean closed = run != null && run.state() == RunState.PAUSED;
      return closed || paused.containsKey(id) ? RunState.PAUSED : RunState.STOPPED;
    }
  }

  /**
   * Interrupts the study if it runs or waits, for good or until it is resumed. What is finished is
   * kept.
   *
   * @param last stopped or paused
   */
  void halt(StudyHeader header, RunState last) {
    StudyJob job;
    synchronized (runs) {
      job = jobs.get(header.id());
      if (last == RunState.STOPPED && paused.remove(header.id()) != null) {
        runs.remove(header.id());
        keep();
      }
    }
    if (job != null) {
      job.halt(last);
    }
  }

  /**
   * Goes on with a study that was interrupted; a part of a tuned one that ran here with the whole.
   *
   * @param gone whether nobody waits for the receipt any more
   */
  Receipt resume(StudyHeader header, BooleanSupplier gone) {
    String spec;
    synchronized (runs) {
      String whole = declared.getOrDefault(header.id(), header.spec());
      spec = paused.getOrDefault(header.id(), whole);
    }
    return accept(spec, gone);
  }

  /** Takes in no more, interrupts everything and waits until it has ended. */
  @Override
  public void close() {
    clock.shutdownNow();
    List<StudyJob> open;
    synchronized (runs) {
      closing = true;
      open = List.copyOf(jobs.values());
    }
    open.forEach(job -> job.halt(RunState.PAUSED));
    executor.shutdown();
    try {
      if (!executor.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        LOG.warn("a study did not stop within {} seconds", PATIENCE_SECONDS);
      }
    } catch (InterruptedException hurry) {
      Thread.currentThread().interrupt();
    }
  }
}
