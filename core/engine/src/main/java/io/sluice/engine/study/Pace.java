package io.sluice.engine.study;

/**
 * How a gradient optimizer goes through the training rows, and what that costs. A gradient over b
 * of n rows costs b/n of a whole one. Over all rows, the forward pass of each gradient shows the
 * loss of the weights it starts from. A batch shows only its own loss, which does not count; so
 * before each epoch and after the last update all rows are passed forward, a look that costs 1. So
 * does a network that draws random numbers in training: the loss that counts is the one without.
 * Where the loss of validation rows is monitored, each look at all rows passes these forward too,
 * which costs their number over n.
 *
 * @param rows how many rows there are, n
 * @param batch how many a gradient is taken over, b; the last one of an epoch takes what is left
 * @param drawn whether random numbers have a part in the forward pass of a gradient
 * @param watched how many validation rows are monitored; 0 for none
 */
public record Pace(int rows, int batch, boolean drawn, int watched) {

  /** Every gradient is over all there is. */
  public static final Pace FULL = new Pace(1, 1);

  public Pace {
    if (batch < 1 || batch > rows) {
      throw new IllegalArgumentException(
          "a batch has 1 row to all " + rows + " rows, not " + batch);
    }
  }

  /** A pace without random numbers. */
  public Pace(int rows, int batch) {
    this(rows, batch, false);
  }

  /** A pace at which nothing is monitored but the loss that is seen anyway. */
  public Pace(int rows, int batch, boolean drawn) {
    this(rows, batch, drawn, 0);
  }

  private double watching() {
    return (double) watched / rows;
  }

  /** The cost of a look at all rows, and at those that are watched. */
  private double look() {
    return 1 + watching();
  }

  /** Whether every gradient is over all rows. */
  public boolean isFull() {
    return batch == rows;
  }

  /** Whether the loss that counts is seen in passes of its own, or in those of the gradients. */
  public boolean looksApart() {
    return drawn || !isFull();
  }

  /** How many updates take all rows once. */
  public int updatesPerEpoch() {
    return (rows - 1) / batch + 1;
  }

  /** The place in its epoch, from 0, of the update that follows so many others. */
  public int place(long updates) {
    return (int) (updates % updatesPerEpoch());
  }

  /** How many rows the update that follows so many others takes. */
  public int size(long updates) {
    return Math.min(batch, rows - place(updates) * batch);
  }

  /**
   * The cost of so many updates, in forward-equivalents, with every look but the one at the weights
   * they end in.
   */
  public double spent(long updates, double gradientCost) {
    if (!looksApart()) {
      return updates * (gradientCost + watching());
    }
    int place = place(updates);
    long epochs = updates / updatesPerEpoch();
    double whole = epochs * (gradientCost + look());
    return place == 0 ? whole : whole + look() + gradientCost * ((double) place * batch) / rows;
  }

  /** The cost of so many updates and a look at the weights they end in. */
  public double cost(long updates, double gradientCost) {
    return spent(updates, gradientCost) + look();
  }

  /** The most updates that with the look after them cost no more than this. */
  long updates(double amount, double gradientCost) {
    if (!looksApart() && watched == 0) {
      return (long) Math.floor((amount - 1) / gradientCost);
    }
    double epoch = gradientCost + (looksApart() ? look() : watching());
    long epochs = (long) Math.max(0, Math.floor((amount - look()) / epoch));
    double left = amount - cost(epochs * updatesPerEpoch(), gradientCost);
    double further = Math.floor((left - look()) * rows / (gradientCost * batch));
    long updates =
        epochs * updatesPerEpoch() + (long) Math.max(0, Math.min(updatesPerEpoch() - 1.0, further));
    while (updates > 0 && cost(updates, gradientCost) > amount) {
      updates--;
    }
    while (cost(updates + 1, gradientCost) <= amount) {
      updates++;
    }
    return updates;
  }
}
