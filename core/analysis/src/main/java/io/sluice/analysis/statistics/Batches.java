package io.sluice.analysis.statistics;

/**
 * Repeats in batches: of very many, several that follow each other count together as one (batch
 * means), so that time and memory are bounded. Repeats are independent, so batches are too.
 *
 * @param repeats how many there are
 * @param size how many are in each batch but the last
 */
public record Batches(int repeats, int size) {

  /** Batches of repeats, no more than this. */
  public static Batches of(int repeats, int most) {
    return new Batches(repeats, Math.max(1, (repeats + most - 1) / most));
  }

  /** How many batches there are. */
  public int count() {
    return (repeats + size - 1) / size;
  }

  /** That of a repeat. */
  public int of(int repeat) {
    return repeat / size;
  }

  /** The first repeat of a batch; of the one after the last the number of repeats. */
  public int start(int batch) {
    return Math.min(repeats, batch * size);
  }

  /** How many repeats are in a batch. */
  public int size(int batch) {
    return start(batch + 1) - start(batch);
  }
}
