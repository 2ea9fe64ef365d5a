package io.sluice.cli;

import io.sluice.engine.watch.Headway;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * A line on a terminal that says how far long work has come, once it has taken a while; {@code
 * planning: 245,760 of 1,000,000 cells}. When it is closed it is gone. Elsewhere than on a terminal
 * it says nothing.
 */
final class HeadwayLine implements Headway, AutoCloseable {

  private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(200);

  private final StatusLine line;
  private final boolean redraws;
  private final String work;
  private final String what;
  private final LongSupplier clock;
  private long drawn;

  /**
   * @param work what is done, such as {@code planning}
   * @param what of what, such as {@code cells}
   */
  HeadwayLine(Terminal terminal, String work, String what) {
    this(terminal, terminal.statusLine(), work, what, System::nanoTime);
  }

  /**
   * @param line where to draw
   * @param clock nanoseconds from any origin
   */
  HeadwayLine(Terminal terminal, StatusLine line, String work, String what, LongSupplier clock) {
    this.line = line;
    this.redraws = terminal.redraws();
    this.work = work;
    this.what = what;
    this.clock = clock;
    this.drawn = clock.getAsLong();
  }

  @Override
  public void made(long done, long all) {
    if (redraws && clock.getAsLong() - drawn >= PAUSE) {
      drawn = clock.getAsLong();
      line.draw(String.format(Locale.ROOT, "%s: %,d of %,d %s", work, done, all, what));
    }
  }

  @Override
  public void close() {
    line.clear();
  }
}
