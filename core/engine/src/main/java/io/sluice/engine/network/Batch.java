package io.sluice.engine.network;

/**
 * The training rows over which a gradient is taken. All lanes take as many, but each has an order
 * of its own.
 */
public final class Batch {

  /** All rows in their order. */
  public static final Batch ALL = new Batch(null, 0, 0);

  private final int[][] order;
  private final int from;
  private final int size;

  /**
   * Some rows.
   *
   * @param order the rows of an epoch, {@code [lane][place]}; rows of a lane that is null come in
   *     their order
   * @param from the place of the first
   * @param size how many there are
   */
  public Batch(int[][] order, int from, int size) {
    this.order = order;
    this.from = from;
    this.size = size;
  }

  /** Whether these are all rows in their order; then nothing else may be asked. */
  public boolean isAll() {
    return order == null;
  }

  /** How many rows there are. */
  public int size() {
    return size;
  }

  /** The row that the lane takes at this position, from 0 on. */
  public int example(int lane, int position) {
    int[] rows = order[lane];
    return rows == null ? from + position : rows[from + position];
  }
}
