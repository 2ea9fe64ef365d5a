package io.sluice.web;

import io.sluice.analysis.StudyReport;
import io.sluice.analysis.StudyRows;
import io.sluice.analysis.Tuned;
import io.sluice.spi.ResultStore;
import io.sluice.spi.StudyHeader;
import io.sluice.spi.TrialEvent;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;

/**
 * The reports on studies, computed from the store and kept. A report on a study at rest is computed
 * again when the study has changed. While it runs, a report is at least two seconds old before it
 * is computed again, and ten times as old as its computation took: watching must not cost more than
 * running.
 */
final class Reports {

  private static final int KEPT = 16;
  private static final long LEAST_AGE = TimeUnit.SECONDS.toNanos(2);
  private static final int AGE_PER_COST = 10;

  private final ResultStore store;
  private final Map<String, CachedReport> entries =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, CachedReport> eldest) {
          return size() > KEPT;
        }
      };

  Reports(ResultStore store) {
    this.store = store;
  }

  /** The report on a study that stands like this. */
  StudyReport of(StudyHeader header, Progress progress) {
    CachedReport entry;
    synchronized (entries) {
      entry = entries.computeIfAbsent(header.id(), id -> new CachedReport());
    }
    StudyReport older = entry.report;
    if (older != null && !progress.state().isOver() && entry.lock.isLocked()) {
      return older;
    }
    entry.lock.lock();
    try {
      if (!entry.serves(progress)) {
        entry.compute(store, header, progress);
      }
      return entry.report;
    } finally {
      entry.lock.unlock();
    }
  }

  private static final class CachedReport {
    private final ReentrantLock lock = new ReentrantLock();
    private volatile StudyReport report;
    private RunState state;
    private long finished;
    private long computed;
    private long cost;

    boolean serves(Progress progress) {
      if (report == null) {
        return false;
      }
      if (progress.state() == state && progress.finished() == finished) {
        return true;
      }
      long age = System.nanoTime() - computed;
      return !progress.state().isOver() && age < Math.max(LEAST_AGE, AGE_PER_COST * cost);
    }

    void compute(ResultStore store, StudyHeader header, Progress progress) {
      long start = System.nanoTime();
      try (Stream<TrialEvent.Finished> trials = store.trials(header.id())) {
        report = StudyReport.of(StudyRows.collect(header, trials), Tuned.rows(store, header));
      }
      computed = System.nanoTime();
      cost = computed - start;
      state = progress.state();
      finished = progress.finished();
    }
  }
}
