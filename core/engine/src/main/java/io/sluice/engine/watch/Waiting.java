package io.sluice.engine.watch;

import java.time.Duration;

/** Is told that work waits for something outside, by the thread that waits. */
public interface Waiting {

  /** Of whom nobody hears. */
  Waiting UNHEARD = (why, since) -> {};

  /**
   * It waits; told again and again while it does.
   *
   * @param why for what, such as {@code for the store: results.db cannot grow: the disk is full}
   * @param since for how long already
   */
  void waits(String why, Duration since);

  /** It goes on. */
  default void over() {}
}
