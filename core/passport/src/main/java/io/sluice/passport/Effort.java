package io.sluice.passport;

import io.sluice.spi.Activation;
import io.sluice.spi.Interval;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * What a part of a passport may cost, in evaluations of the function, so that a passport ends
 * whatever the function does between the points that are looked at. Evaluations are counted rather
 * than timed: the same is left open on every machine. Only for a function of which single values
 * take very long a clock, which counts the time of this thread alone, is the last resort.
 */
final class Effort {

  /** Evaluations times parts of the formula; some seconds. */
  private static final long WORK = 150_000_000;

  private static final long MOST = 12_000_000;

  private static final long MOST_NANOS = 3_000_000_000L;

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  /** Evaluations between two looks at the clock. */
  private static final int TICK = 512;

  private final Activation activation;
  private final long share;
  private final LongSupplier clock;
  private long left;
  private long spent;
  private long end;

  /** A part needs more than its share. */
  private static final class Spent extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Spent() {
      super("too many evaluations", null, false, false);
    }
  }

  /**
   * The effort for one activation.
   *
   * @param share the evaluations that one part may make
   * @param clock nanoseconds from any origin
   */
  Effort(Activation activation, long share, LongSupplier clock) {
    this.activation = activation;
    this.share = share;
    this.clock = clock;
  }

  /**
   * The share of a formula.
   *
   * @param parts how many parts it has; 1 if there is no formula
   */
  static long share(int parts) {
    return Math.min(MOST, WORK / Math.max(1, parts));
  }

  /** The time that this thread has computed. */
  static long threadTime() {
    return THREADS.isCurrentThreadCpuTimeSupported()
        ? THREADS.getCurrentThreadCpuTime()
        : System.nanoTime();
  }

  /** The evaluations that one part may make. */
  long share() {
    return share;
  }

  /** The evaluations that were made by all parts so far. */
  long spent() {
    return spent;
  }

  /** What comes out of a part that is given the counted activation; empty if it needs too much. */
  <T> Optional<T> within(Supplier<T> part) {
    left = share;
    end = clock.getAsLong() + MOST_NANOS;
    try {
      return Optional.of(part.get());
    } catch (Spent tooMuch) {
      return Optional.empty();
    } finally {
      spent += share - Math.max(0, left);
    }
  }

  private void count() {
    if (left-- <= 0 || (left % TICK == 0 && clock.getAsLong() > end)) {
      throw new Spent();
    }
  }

  /** The activation, each evaluation of which is counted. */
  Activation counted() {
    return new Activation() {
      @Override
      public String id() {
        return activation.id();
      }

      @Override
      public double value(double x) {
        count();
        return activation.value(x);
      }

      @Override
      public double slope(double x) {
        count();
        return activation.slope(x);
      }

      @Override
      public Interval range() {
        return activation.range();
      }

      @Override
      public double[] kinks() {
        return activation.kinks();
      }
    };
  }
}
