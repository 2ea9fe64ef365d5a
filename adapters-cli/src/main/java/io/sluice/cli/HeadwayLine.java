package io.sluice.cli;

import io.sluice.engine.watch.Headway;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import java.util.function.LongSupplier;

/**
 * A line on a terminal that says how far long work has come, once it has taken a while; {@code
 * planning: 245,760 of 1,000,000 cells}. When it is closed it is gone. Elsewhere than on a terminal
 * it says nothing.
 */
final class HeadwayLine implements Headway, AutoCloseable {

  private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(200);

  private final PrintWriter err;
  private final boolean redraws;
  private final String work;
  private final String what;
  private final IntSupplier width;
  private final LongSupplier clock;
  private long drawn;
  private int length;

  /**
   * @param work what is done, such as {@code planning}
   * @param what of what, such as {@code cells}
   */
  HeadwayLine(Terminal terminal, String work, String what) {
    this(terminal, work, what, WindowWidth.ofSystem(), System::nanoTime);
  }

  /**
   * @param width how many columns the terminal has now
   * @param clock nanoseconds from any origin
   */
  HeadwayLine(Terminal terminal, String work, String what, IntSupplier width, LongSupplier clock) {
    this.err = terminal.errors().codes();
    this.redraws = terminal.redraws();
    this.work = work;
    this.what = what;
    this.width = width;
    this.clock = clock;
    this.drawn = clock.getAsLong();
  }

  @Override
  public void made(long done, long all) {
    if (redraws && clock.getAsLong() - drawn >= PAUSE) {
      drawn = clock.getAsLong();
      draw(String.format(Locale.ROOT, "%s: %,d of %,d %s", work, done, all, what));
    }
  }

  @Override
  public void close() {
    if (length > 0) {
      draw("");
      err.print("\r");
      err.flush();
    }
  }

  /** In place of the line before, and never to the last column, where terminals begin to wrap. */
  private void draw(String whole) {
    int room = Math.max(0, width.getAsInt() - 1);
    String line = whole.substring(0, Math.min(room, whole.length()));
    err.print("\r" + line + " ".repeat(Math.max(0, Math.min(room, length) - line.length())));
    err.flush();
    length = line.length();
  }
}
