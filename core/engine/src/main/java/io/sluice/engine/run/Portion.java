package io.sluice.engine.run;

/**
 * What of a plan this process runs. All calls come from the thread that hands events to the store.
 */
interface Portion extends AutoCloseable {

  /** Everything is this process's, and with the cutter already. */
  Portion WHOLE =
      new Portion() {
        @Override
        public void look() {}

        @Override
        public void close() {}
      };

  /** Gives the cutter more if it will soon need it and there is more. */
  void look();

  /** The store will not lose this trial any more. */
  default void kept(long trial) {}

  /** Whether nothing goes on before what is written is flushed. */
  default boolean awaitsFlush() {
    return false;
  }

  @Override
  void close();
}
