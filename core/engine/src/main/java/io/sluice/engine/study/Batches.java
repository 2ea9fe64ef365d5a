package io.sluice.engine.study;

import java.util.Locale;
import java.util.Objects;

/**
 * Over which of the training rows a gradient is taken. A study may leave batches to the problem: of
 * one with no more rows than the size, every gradient is over all rows.
 *
 * @param size how many rows a batch has, the last one of an epoch may have fewer; 0 for all rows
 * @param order which rows come when; without a meaning if the size is 0
 */
public record Batches(int size, Order order) {

  /** In which order an epoch goes through the rows. */
  public enum Order {
    /** A fresh shuffle for each epoch. */
    SHUFFLED,
    /** One shuffle for each repeat, the same in every epoch. */
    FIXED,
    /** The order of the data. */
    SEQUENTIAL;

    /** The name in study files. */
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Every gradient is over all rows, the preset. */
  public static final Batches FULL = new Batches(0, Order.SEQUENTIAL);

  public Batches {
    Objects.requireNonNull(order, "order");
    if (size < 0 || (size == 0 && order != Order.SEQUENTIAL)) {
      throw new IllegalArgumentException(
          "a batch has at least 1 row, not " + size + " in the order " + order.id());
    }
  }

  /** Whether a gradient over this many rows needs all of them. */
  public boolean isFull(int rows) {
    return size == 0 || size >= rows;
  }

  /** {@code full}, or the size and the order: {@code 8 shuffled}. */
  public String label() {
    return size == 0 ? "full" : size + " " + order.id();
  }
}
