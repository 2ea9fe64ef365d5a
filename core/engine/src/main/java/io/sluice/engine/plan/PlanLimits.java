package io.sluice.engine.plan;

import java.util.Locale;

/**
 * How large a plan may become. What is larger is refused while it is planned, before it costs time
 * or memory.
 *
 * @param layers of a network
 * @param weights of a network, frozen ones included
 * @param formulaSteps how many operations a formula may take for a value and its slope
 * @param variants of the components of a study
 * @param cells of a study
 * @param trials of a study
 * @param numbers of the data, and of the ranges and bounds of weights, of all cells together; each
 *     takes 8 bytes
 */
public record PlanLimits(
    int layers,
    long weights,
    int formulaSteps,
    long variants,
    long cells,
    long trials,
    long numbers) {

  /** For who owns the machine: what fits into an ordinary heap. */
  public static final PlanLimits GENEROUS =
      new PlanLimits(
          10_000, 100_000_000, 100_000, 1_000_000, 1_000_000, Integer.MAX_VALUE, 250_000_000);

  /** For a server that plans what others send. */
  public static final PlanLimits TIGHT =
      new PlanLimits(1_000, 5_000_000, 10_000, 50_000, 50_000, 10_000_000, 20_000_000);

  /** What a variant takes of the heap with what is made of it, about. */
  private static final long BYTES_OF_A_VARIANT = 3000;

  /** What a cell takes of the heap while a study is run, about: cells are made when needed. */
  private static final long BYTES_OF_A_CELL = 32;

  public PlanLimits {
    if (layers < 1
        || weights < 1
        || formulaSteps < 1
        || variants < 1
        || cells < 1
        || trials < 1
        || numbers < 1
        || trials > Integer.MAX_VALUE) {
      throw new IllegalArgumentException(
          "limits are at least 1, and that of trials at most " + Integer.MAX_VALUE);
    }
  }

  /**
   * These limits, with no more variants and cells than fit into a heap: one that is all but full
   * takes minutes to say so.
   *
   * @param heap how large it may become, in bytes
   */
  public PlanLimits within(long heap) {
    return new PlanLimits(
        layers,
        weights,
        formulaSteps,
        fitting(variants, heap / BYTES_OF_A_VARIANT),
        fitting(cells, heap / BYTES_OF_A_CELL),
        trials,
        numbers);
  }

  private static long fitting(long most, long room) {
    return Math.max(1, Math.min(most, room));
  }

  /** What to do about too many cells or variants: empty unless it is the heap that limits them. */
  String remedy() {
    boolean byHeap = layers == GENEROUS.layers && variants < GENEROUS.variants;
    return byHeap
        ? " by this heap; a larger one, as with SLUICE_JAVA_OPTS=-Xmx8g, allows more"
        : "";
  }

  /**
   * What is wrong with a count; empty if it is allowed. {@code 20,000 layers, more than the 10}.
   */
  static String complaint(double count, String what, long most) {
    return count <= most
        ? ""
        : String.format(Locale.ROOT, "%,.0f %s, more than the %,d allowed", count, what, most);
  }
}
