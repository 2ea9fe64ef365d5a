package io.sluice.analysis.statistics;

/**
 * Count, mean and sum of squared deviations of numbers seen one after the other. Welford's update
 * and Chan's merge: no large sums are ever subtracted from each other. Counts need not be whole, so
 * that numbers can carry weights.
 */
public final class Moments {

  private double count;
  private double mean;
  private double squares;

  /** Takes a number in. */
  public void add(double value) {
    count++;
    double before = value - mean;
    mean += before / count;
    squares += before * (value - mean);
  }

  /** Takes in all that another has seen. */
  public void merge(Moments other) {
    merge(other.count, other.mean, other.squares);
  }

  /** Takes in numbers of which only these three are known. */
  void merge(double otherCount, double otherMean, double otherSquares) {
    if (otherCount == 0) {
      return;
    }
    double total = count + otherCount;
    double apart = otherMean - mean;
    mean += apart * (otherCount / total);
    squares += otherSquares + apart * apart * (count * (otherCount / total));
    count = total;
  }

  /** Forgets everything. */
  void reset() {
    count = 0;
    mean = 0;
    squares = 0;
  }

  /** How many numbers were seen. */
  public double count() {
    return count;
  }

  /** Their mean; 0 before the first. */
  public double mean() {
    return mean;
  }

  /** The sum of (value − mean)². */
  public double squares() {
    return squares;
  }
}
