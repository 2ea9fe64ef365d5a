package io.sluice.cli;

import io.sluice.engine.text.NumberText;
import io.sluice.spi.Outcome;
import io.sluice.spi.ResultSink;
import io.sluice.spi.ResultWriter;
import io.sluice.spi.StudyHeader;
import io.sluice.spi.TrialEvent;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * A bar on a terminal: how much is done, how fast, and how long it will take. It never takes more
 * than one line of the terminal, however narrow that is or becomes.
 */
final class Progress implements ResultSink {

  private static final int BAR = 30;
  private static final int LEAST_BAR = 5;
  private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(100);

  private final StatusLine line;
  private final long before;
  private final boolean unicode;
  private final Supplier<String> place;
  private final LongSupplier clock;

  /**
   * A bar.
   *
   * @param line where it is drawn
   * @param before how many trials were there already
   * @param place who computes now; empty for this process
   * @param clock nanoseconds from any origin
   */
  Progress(
      StatusLine line, long before, boolean unicode, Supplier<String> place, LongSupplier clock) {
    this.line = line;
    this.before = before;
    this.unicode = unicode;
    this.place = place;
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

    Bar(long planned) {
      this.planned = planned;
      line.draw(text(started));
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
      line.draw(text(drawn));
    }

    @Override
    public void close() {
      line.clear();
    }

    /** What there is room for: how much is done, how long it takes, the bar, how fast. */
    private String text(long now) {
      int room = line.room();
      long done = before + finished;
      double rate = finished / Math.max(1e-9, (now - started) / 1e9);
      String count = done + "/" + planned;
      String trials = count + " trials";
      String speed = ", " + NumberText.of(Math.rint(rate)) + "/s";
      String left = ", " + duration((planned - done) / rate) + " left";
      String who = place.get().isEmpty() ? "" : " on " + place.get();
      List<String> figures =
          finished == 0
              ? List.of(trials + who, trials, count)
              : List.of(
                  trials + speed + left + who,
                  trials + speed + left,
                  trials + left,
                  count + left,
                  trials,
                  count);
      String fitting = figures.stream().filter(one -> one.length() <= room).findFirst().orElse("");
      int columns = Math.min(BAR, room - fitting.length() - "[] ".length());
      return columns < LEAST_BAR ? fitting : bar(columns) + fitting;
    }

    private String bar(int columns) {
      int full = planned == 0 ? columns : (int) (columns * (before + finished) / planned);
      return "["
          + (unicode ? "█" : "#").repeat(full)
          + (unicode ? "░" : ".").repeat(columns - full)
          + "] ";
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
