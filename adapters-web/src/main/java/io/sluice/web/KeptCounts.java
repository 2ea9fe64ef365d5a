package io.sluice.web;

import io.sluice.spi.ResultStore;
import io.sluice.spi.StudyHeader;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * How many trials of studies at rest the store has. A store may have to read much to say so, so it
 * is asked when a study is first seen and when a run of this server is over. A study that is not
 * whole may grow by the hands of another process: it is counted again after a while, which is the
 * longer the longer counting takes.
 */
final class KeptCounts {

  private static final long LEAST_AGE = TimeUnit.SECONDS.toNanos(10);
  private static final int AGE_PER_COST = 100;

  private final ResultStore store;
  private final LongSupplier clock;
  private final Map<String, Count> counts = new ConcurrentHashMap<>();

  KeptCounts(ResultStore store, LongSupplier clock) {
    this.store = store;
    this.clock = clock;
  }

  private record Count(long trials, long counted, long cost) {}

  /** How many trials of the study are kept. */
  long of(StudyHeader header) {
    return counts.compute(header.id(), (id, known) -> current(header, known)).trials();
  }

  private Count current(StudyHeader header, Count known) {
    long now = clock.getAsLong();
    if (known != null
        && (known.trials() == header.trials()
            || now - known.counted() < Math.max(LEAST_AGE, AGE_PER_COST * known.cost()))) {
      return known;
    }
    long trials = store.done(header.id()).cardinality();
    long done = clock.getAsLong();
    return new Count(trials, done, done - now);
  }

  /** Counts the study when it is next asked for. */
  void forget(String id) {
    counts.remove(id);
  }
}
