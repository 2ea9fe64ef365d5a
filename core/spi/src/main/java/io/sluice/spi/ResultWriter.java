package io.sluice.spi;

/** Takes the events of one study. Called by one thread at a time. */
@FunctionalInterface
public interface ResultWriter extends AutoCloseable {

  /**
   * Takes one event. It may be buffered until {@link #flush} or {@link #close}.
   *
   * @throws ResultStoreException if the event, or one buffered before it, could not be kept
   */
  void write(TrialEvent event);

  /**
   * Takes the summary of a cell, in place of one taken before. It lasts from the next flush on, and
   * no sooner than what was written before it.
   *
   * @throws ResultStoreException if it could not be kept, or stores of this kind keep none
   */
  default void write(CellSummary summary) {
    throw new ResultStoreException("stores of this kind keep no summaries");
  }

  /**
   * Makes everything written so far last. The engine calls this within about a second of the end of
   * a trial.
   *
   * @throws ResultStoreException if it cannot
   */
  default void flush() {}

  /**
   * Flushes and gives the resources back.
   *
   * @throws ResultStoreException if something written could not be kept
   */
  @Override
  default void close() {}
}
