package io.sluice.web;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * Lets several take turns, so that none waits for the end of another. The first has its turn; when
 * that has lasted long enough and others wait, it goes to the end of the line.
 */
final class Turns {

  /** One that waits for its turns. Both are called in alternation, the first time to begin. */
  interface Turn {
    /** Begins or goes on. */
    void go();

    /** Waits where it is. */
    void hold();
  }

  private final long nanos;
  private final LongSupplier clock;
  private final Deque<Turn> line = new ArrayDeque<>();
  private long since;

  /**
   * Turns of one length.
   *
   * @param nanos how long a turn lasts at least where others wait
   * @param clock nanoseconds from any origin
   */
  Turns(long nanos, LongSupplier clock) {
    this.nanos = nanos;
    this.clock = clock;
  }

  /** Stands at the end of the line, which may be its beginning. */
  synchronized void join(Turn turn) {
    line.addLast(turn);
    if (line.size() == 1) {
      give();
    }
  }

  /** Needs no more turns. */
  synchronized void leave(Turn turn) {
    boolean first = turn == line.peekFirst();
    line.remove(turn);
    if (first && !line.isEmpty()) {
      give();
    }
  }

  /** Ends a turn that has lasted long enough, if others wait; to be called now and then. */
  synchronized void look() {
    if (line.size() > 1 && clock.getAsLong() - since >= nanos) {
      Turn first = line.removeFirst();
      first.hold();
      line.addLast(first);
      give();
    }
  }

  private void give() {
    since = clock.getAsLong();
    line.getFirst().go();
  }

  /** Those in the line; the first has its turn. */
  synchronized List<Turn> line() {
    return List.copyOf(line);
  }
}
