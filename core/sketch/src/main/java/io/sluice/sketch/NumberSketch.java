package io.sluice.sketch;

/**
 * Many numbers in little room. Those that are no numbers are counted, and are in nothing else;
 * infinite ones are in neither mean nor variance.
 */
public final class NumberSketch {

  private static final int WORDS_BEFORE_CLASSES = 5;

  private long nans;
  private long finite;
  private double least = Double.POSITIVE_INFINITY;
  private double greatest = Double.NEGATIVE_INFINITY;
  private ExactSum sum = new ExactSum();
  private ExactSum squares = new ExactSum();
  private Quantiles quantiles = new Quantiles();

  NumberSketch() {}

  void add(double number) {
    if (Double.isNaN(number)) {
      nans++;
      return;
    }
    least = Math.min(least, number);
    greatest = Math.max(greatest, number);
    quantiles.add(number);
    if (Double.isFinite(number)) {
      finite++;
      sum.add(number);
      squares.addSquare(number);
    }
  }

  void merge(NumberSketch other) {
    nans += other.nans;
    finite += other.finite;
    least = Math.min(least, other.least);
    greatest = Math.max(greatest, other.greatest);
    sum.merge(other.sum);
    squares.merge(other.squares);
    quantiles.merge(other.quantiles);
  }

  /** How many there were that are numbers, infinite ones among them. */
  public long count() {
    return quantiles.count();
  }

  /** How many there were that are no numbers. */
  public long nans() {
    return nans;
  }

  /** The least; +∞ of none. */
  public double least() {
    return least;
  }

  /** The greatest; −∞ of none. */
  public double greatest() {
    return greatest;
  }

  /** The mean of the finite ones, rounded once; NaN of none. */
  public double mean() {
    return sum.mean(finite);
  }

  /** The variance of the finite ones, as of a sample; NaN of fewer than two. */
  public double variance() {
    return ExactSum.variance(sum, squares, finite);
  }

  /**
   * The number at a place if all were sorted, the smallest at 0: right to {@link
   * Quantiles#RELATIVE_ERROR} of it, and at both ends exactly.
   */
  public double at(long place) {
    if (place == 0 && least <= greatest) {
      return least;
    }
    return place == count() - 1
        ? greatest
        : Math.max(least, Math.min(greatest, quantiles.at(place)));
  }

  /** The smallest number that at least this share of all do not exceed; NaN of none. */
  public double quantile(double share) {
    long all = count();
    long place = Math.max(0, (long) Math.ceil(share * all) - 1);
    return all == 0 ? Double.NaN : at(Math.min(all - 1, place));
  }

  void write(StringBuilder text) {
    text.append(' ').append(nans);
    text.append(' ').append(Double.toHexString(least + 0.0));
    text.append(' ').append(Double.toHexString(greatest + 0.0));
    text.append(' ').append(sum.text());
    text.append(' ').append(squares.text());
    quantiles.write(text);
  }

  /** Reads what {@link #write} wrote, from a word on. */
  static NumberSketch read(String[] words, int from) {
    NumberSketch sketch = new NumberSketch();
    sketch.nans = Long.parseLong(words[from]);
    sketch.least = Double.parseDouble(words[from + 1]);
    sketch.greatest = Double.parseDouble(words[from + 2]);
    sketch.sum = ExactSum.of(words[from + 3]);
    sketch.squares = ExactSum.of(words[from + 4]);
    sketch.quantiles = Quantiles.read(words, from + WORDS_BEFORE_CLASSES);
    sketch.finite = sketch.quantiles.finite();
    return sketch;
  }
}
