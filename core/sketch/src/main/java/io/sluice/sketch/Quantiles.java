package io.sluice.sketch;

import java.util.Arrays;

/**
 * The quantiles of numbers, from how many of them lie in each class. Classes are the numbers that
 * have the first {@value #BITS} digits after the leading one in common, so there are 256 between a
 * power of 2 and the next. For all of a class stands the one nearest to 0: whole numbers up to 512
 * are exact, and what is said of others is too near to 0 by less than {@link #RELATIVE_ERROR} of
 * it. Zeros and infinities are classes of their own. Among numbers so small that they have no
 * leading digit, below 2.3e-308, the error is less than 1e-310 instead.
 *
 * <p>To which class a number belongs is a matter of its bits alone; so merging loses nothing, and
 * its order does not matter. Numbers that are no numbers are not taken.
 */
public final class Quantiles {

  /** What is said of a number is wrong by less than this share of it. */
  public static final double RELATIVE_ERROR = 1 / 256.0;

  private static final int BITS = 8;
  private static final int SHIFT = 52 - BITS;

  /** The class of numbers of no sign: 0, above it the positive ones, below it the negative. */
  private int[] classes = new int[8];

  private long[] counts = new long[8];
  private int size;
  private int last;
  private long count;

  /** Takes a number. */
  void add(double number) {
    add(classOf(number), 1);
  }

  private static int classOf(double number) {
    if (number == 0) {
      return 0;
    }
    int place = (int) (Double.doubleToRawLongBits(Math.abs(number)) >>> SHIFT) + 1;
    return number < 0 ? -place : place;
  }

  private static double numberOf(int place) {
    if (place == 0) {
      return 0;
    }
    double number = Double.longBitsToDouble((Math.abs(place) - 1L) << SHIFT);
    return place < 0 ? -number : number;
  }

  private void add(int place, long more) {
    count += more;
    if (last < size && classes[last] == place) {
      counts[last] += more;
      return;
    }
    int at = Arrays.binarySearch(classes, 0, size, place);
    if (at < 0) {
      at = -at - 1;
      if (size == classes.length) {
        classes = Arrays.copyOf(classes, size + (size >> 1));
        counts = Arrays.copyOf(counts, classes.length);
      }
      System.arraycopy(classes, at, classes, at + 1, size - at);
      System.arraycopy(counts, at, counts, at + 1, size - at);
      classes[at] = place;
      counts[at] = 0;
      size++;
    }
    counts[at] += more;
    last = at;
  }

  /** Takes all that another one took. */
  void merge(Quantiles other) {
    for (int i = 0; i < other.size; i++) {
      add(other.classes[i], other.counts[i]);
    }
  }

  /** How many numbers were taken. */
  public long count() {
    return count;
  }

  /** How many of them are finite. */
  long finite() {
    long infinite = 0;
    for (int i = 0; i < size; i++) {
      infinite += Double.isInfinite(numberOf(classes[i])) ? counts[i] : 0;
    }
    return count - infinite;
  }

  /**
   * The number at a place if all were sorted, the smallest at 0.
   *
   * @throws IndexOutOfBoundsException if there is none
   */
  public double at(long place) {
    long before = place;
    for (int i = 0; place >= 0 && i < size; i++) {
      before -= counts[i];
      if (before < 0) {
        return numberOf(classes[i]);
      }
    }
    throw new IndexOutOfBoundsException("no place " + place + " of " + count);
  }

  /** {@code 130944 3 1 12}: each class by how far it is from the one before, and its count. */
  void write(StringBuilder text) {
    int before = 0;
    for (int i = 0; i < size; i++) {
      text.append(' ').append(classes[i] - before).append(' ').append(counts[i]);
      before = classes[i];
    }
  }

  /** Reads what {@link #write} wrote, from a word on. */
  static Quantiles read(String[] words, int from) {
    Quantiles quantiles = new Quantiles();
    int place = 0;
    for (int i = from; i < words.length; i += 2) {
      int step = Integer.parseInt(words[i]);
      long count = Long.parseLong(words[i + 1]);
      if (count < 1 || i > from && step < 1) {
        throw new NumberFormatException("no class " + step + " with " + count);
      }
      place += step;
      quantiles.add(place, count);
    }
    return quantiles;
  }
}
