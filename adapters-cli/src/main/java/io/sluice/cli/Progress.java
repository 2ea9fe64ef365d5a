package io.sluice.cli;

import io.sluice.engine.text.NumberText;
import io.sluice.spi.Outcome;
import io.sluice.spi.ResultSink;
import io.sluice.spi.ResultWriter;
import io.sluice.spi.StudyHeader;
import io.sluice.spi.TrialEvent;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import java.util.function.LongSupplier;

/**
 * A bar on a terminal: how much is done, how fast, and how long it will take. It never takes more
 * than one line of the terminal, however narrow that is or becomes.
 */
final class Progress implements ResultSink {

  private static final int BAR = 30;
  private static final int LEAST_BAR = 5;
  private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(100);

  private final PrintWriter err;
  private final long before;
  private final boolean unicode;
  private final IntSupplier width;
  private final LongSupplier clock;

  /**
   * A bar.
   *
   * @param before how many trials were there already
   * @param width how many columns the terminal has now
   * @param clock nanoseconds from any origin
   */
  Progress(PrintWriter err, long before, boolean unicode, IntSupplier width, LongSupplier clock) {
    this.err = err;
    this.before = before;
    this.unicode = unicode;
    this.width = width;
    this.clock = clock;
  }

  @Override
  public ResultWriter open(StudyHeader header) {
    return new Bar(header.trials());
  }

  private final class Bar implements ResultWriter {
    private final long planned;
    private final long started = clock.getAsLong();
    private long drawn = started;
    private long finished;
    private int length;

    Bar(long planned) {
      this.planned = planned;
      draw(line(started));
    }

    @Override
    public void write(TrialEvent event) {
      if (!(event instanceof TrialEvent.Finished)
          || ((TrialEvent.Finished) event).result().outcome() == Outcome.CANCELLED) {
        return;
      }
      finished++;
      if (clock.getAsLong() - drawn >= PAUSE) {
        flush();
      }
    }

    /** Trials come in bursts; after one the bar shows all of it. */
    @Override
    public void flush() {
      drawn = clock.getAsLong();
      draw(line(drawn));
    }

    @Override
    public void close() {
      draw("");
      err.print("\r");
      err.flush();
    }

    /**
     * In place of the line before, and never up to the last column, where terminals begin to wrap.
     */
    private void draw(String line) {
      int room = Math.max(0, width.getAsInt() - 1);
      String fitting = DisplayWidth.cut(line, room);
      int columns = DisplayWidth.of(fitting);
      err.print("\r" + fitting + " ".repeat(Math.max(0, Math.min(room, length) - columns)));
      err.flush();
      length = columns;
    }

    /** The bar gives way to the figures where there is no room for both. */
    private String line(long now) {
      String figures = figures(now);
      int room = Math.min(BAR, width.getAsInt() - 1 - figures.length() - "[] ".length());
      return room < LEAST_BAR ? figures : bar(room) + figures;
    }

    private String bar(int columns) {
      int full = planned == 0 ? columns : (int) (columns * (before + finished) / planned);
      return "["
          + (unicode ? "█" : "#").repeat(full)
          + (unicode ? "░" : ".").repeat(columns - full)
          + "] ";
    }

    private String figures(long now) {
      long done = before + finished;
      double seconds = Math.max(1e-9, (now - started) / 1e9);
      double rate = finished / seconds;
      return done
          + "/"
          + planned
          + " trials"
          + (finished == 0
              ? ""
              : ", "
                  + NumberText.of(Math.rint(rate))
                  + "/s, "
                  + duration((planned - done) / rate)
                  + " left");
    }
  }

  /** Minutes and seconds, with hours if there are any. */
  static String duration(double seconds) {
    if (!(seconds < 1e9)) {
      return "?";
    }
    long whole = (long) Math.ceil(seconds);
    return whole < 3600
        ? String.format(Locale.ROOT, "%d:%02d", whole / 60, whole % 60)
        : String.format(Locale.ROOT, "%d:%02d:%02d", whole / 3600, whole / 60 % 60, whole % 60);
  }
}
