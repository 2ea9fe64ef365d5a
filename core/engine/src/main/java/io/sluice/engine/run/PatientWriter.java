package io.sluice.engine.run;

import io.sluice.spi.ResultSink;
import io.sluice.spi.ResultStoreException;
import io.sluice.spi.ResultWriter;
import io.sluice.spi.StudyHeader;
import io.sluice.spi.TrialEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * The store's writer of a run. It keeps the blocks that were not flushed yet, and when the store is
 * away for a while it opens a new writer and writes them again; a trial that had been kept replaces
 * itself.
 */
final class PatientWriter implements AutoCloseable {

  /** How long what is written may wait for its flush. */
  static final long FLUSH_NANOS = TimeUnit.SECONDS.toNanos(1);

  /** As many trials are flushed without waiting for that, */
  private static final int MOST_TRIALS = 8192;

  /** or so many numbers that their measurements hold in memory, */
  private static final long MOST_NUMBERS = 1 << 18;

  /** or so many blocks whose measurements hold a file open. */
  private static final int MOST_FILES = 64;

  private final ResultSink sink;
  private final StudyHeader header;
  private final StorePatience patience;
  private final Consumer<BlockEvents> flushed;
  private final LongSupplier clock;
  private final List<BlockEvents> unflushed = new ArrayList<>();
  private ResultWriter writer;
  private ResultStoreException away;
  private int trials;
  private long numbers;
  private int files;
  private boolean begun;
  private long since;

  /**
   * Opens it.
   *
   * @param sink the store, or what stands before it; opened again it knows what was flushed
   * @param flushed is told of each block that the store will not lose any more
   * @param clock the time in nanoseconds
   */
  PatientWriter(
      ResultSink sink,
      StudyHeader header,
      StorePatience patience,
      Consumer<BlockEvents> flushed,
      LongSupplier clock) {
    this.sink = sink;
    this.header = header;
    this.patience = patience;
    this.flushed = flushed;
    this.clock = clock;
    this.writer = patience.of(() -> sink.open(header));
  }

  /** Takes an event of a block; when all were taken, {@link #ended} follows. */
  void write(TrialEvent event) {
    if (!begun) {
      begun = true;
      since = clock.getAsLong();
    }
    if (away == null) {
      try {
        writer.write(event);
      } catch (ResultStoreException failure) {
        away = failure;
      }
    }
  }

  /** All events of this block were written. It stays readable until it is flushed. */
  void ended(BlockEvents block) {
    if (block.size() == 0) {
      return;
    }
    unflushed.add(block);
    trials += block.size();
    numbers += block.held();
    files += block.isSpilled() ? 1 : 0;
    if (away != null) {
      writeAgain();
    }
  }

  /** Whether something waits for its flush. */
  boolean isUnflushed() {
    return !unflushed.isEmpty();
  }

  /** Whether it has waited long enough, or is much. */
  boolean isDue() {
    boolean much = trials >= MOST_TRIALS || numbers >= MOST_NUMBERS || files >= MOST_FILES;
    return isUnflushed() && (much || clock.getAsLong() - since >= FLUSH_NANOS);
  }

  void flush() {
    if (!isUnflushed()) {
      return;
    }
    try {
      writer.flush();
      settle();
    } catch (ResultStoreException failure) {
      away = failure;
      writeAgain();
    }
  }

  private void writeAgain() {
    patience.after(
        away,
        () -> {
          abandon();
          writer = sink.open(header);
          for (BlockEvents block : unflushed) {
            block.forEach(writer::write);
          }
          writer.flush();
          return null;
        });
    away = null;
    settle();
  }

  private void settle() {
    for (BlockEvents block : unflushed) {
      flushed.accept(block);
      block.close();
    }
    unflushed.clear();
    begun = false;
    trials = 0;
    numbers = 0;
    files = 0;
  }

  /** Closes a writer that failed. What it still holds is written again by the next. */
  private void abandon() {
    ResultWriter failed = writer;
    writer = null;
    if (failed != null) {
      try {
        failed.close();
      } catch (RuntimeException expected) {
        // That it cannot write is known, and why.
      }
    }
  }

  /** Closes the writer, which flushes as far as it can; {@link #flush} is patient, this is not. */
  @Override
  public void close() {
    if (away != null) {
      abandon();
    } else {
      writer.close();
    }
  }
}
