package io.sluice.analysis.statistics;

import io.sluice.spi.RandomStream;
import java.util.Arrays;

/**
 * Which of many subjects differ, judged on the same blocks: the permutation test of the largest
 * difference (max-T; Westfall and Young 1993), by turning signs as {@link SignFlip} does.
 *
 * <p>With d_r the difference of two subjects in block r, their statistic is t = Σ d_r / √Σ d_r². It
 * is compared with the largest |t| of <em>any</em> two subjects on any measure when the signs of
 * whole blocks are turned at random, for all together. So the chance that any two equal subjects
 * are told apart is held, and it may be chosen afterwards which two are looked at, such as the best
 * and the others: the winner's luck is in it. Supposed is that blocks are independent and that
 * differences between equals are as likely as their opposites. All sign patterns are counted up to
 * {@value #MOST_EXACT} blocks, else {@value #PATTERNS} drawn.
 *
 * <p>Of more than {@value #MOST_TOGETHER} subjects each two are compared by Student's t, corrected
 * for all pairs by Bonferroni, and with p no smaller than that of the rarest pattern of signs.
 */
public final class LargestDifference {

  /** All patterns of signs of so many blocks are counted. */
  public static final int MOST_EXACT = 11;

  /** How many patterns are looked at where there are more. */
  public static final int PATTERNS = 1000;

  /** So many subjects are compared by the largest difference. */
  public static final int MOST_TOGETHER = 256;

  private static final double ROUNDING = 1e-9;

  private final double[][][] values;
  private final int subjects;
  private final int blocks;
  private final double[] largest;

  private LargestDifference(double[][][] values) {
    this.values = values;
    this.subjects = values[0].length;
    this.blocks = values[0][0].length;
    this.largest = subjects <= MOST_TOGETHER && blocks > 1 ? turned() : new double[0];
  }

  /**
   * The test of {@code values[measure][subject][block]}.
   *
   * @param values of a subject that a measure does not apply to, NaN throughout
   */
  public static LargestDifference of(double[][][] values) {
    return new LargestDifference(values);
  }

  /**
   * The statistic of two subjects, above 0 where the first has the larger values; 0 where they are
   * equal or a measure does not apply to one.
   */
  public double t(int measure, int first, int second) {
    double sum = 0;
    double squares = 0;
    for (int block = 0; block < blocks; block++) {
      double d = values[measure][first][block] - values[measure][second][block];
      sum += d;
      squares += d * d;
    }
    return squares > 0 ? sum / Math.sqrt(squares) : 0;
  }

  /** The largest statistic of two subjects over all measures: how clearly the first is ahead. */
  public double ahead(int first, int second) {
    double most = Double.NEGATIVE_INFINITY;
    for (int measure = 0; measure < values.length; measure++) {
      most = Math.max(most, t(measure, first, second));
    }
    return most;
  }

  /** The two-sided p-value of a statistic, corrected for all pairs and measures. */
  public double p(double t) {
    double size = Math.abs(t);
    if (size == 0 || blocks < 2) {
      return 1;
    }
    if (subjects > MOST_TOGETHER) {
      double pairs = subjects * (subjects - 1.0) / 2 * values.length;
      double rest = blocks - size * size;
      double single =
          rest > 0
              ? Tails.studentBothSides(size * Math.sqrt((blocks - 1) / rest), blocks - 1.0)
              : 0;
      return Math.min(1, pairs * Math.max(single, Math.pow(2, 1.0 - blocks)));
    }
    int as = 0;
    for (double one : largest) {
      as += one >= size - ROUNDING ? 1 : 0;
    }
    return (double) as / largest.length;
  }

  /** The smallest statistic with p ≤ level; it may be larger than any of these subjects. */
  public double critical(double level) {
    double low = 0;
    double high = 2 * Math.sqrt(blocks);
    for (int i = 0; i < 60; i++) {
      double middle = (low + high) / 2;
      if (p(middle) <= level) {
        high = middle;
      } else {
        low = middle;
      }
    }
    return high;
  }

  /** The largest |t| for each pattern of signs; the first pattern is that of the data. */
  private double[] turned() {
    boolean exact = blocks <= MOST_EXACT;
    double[] most = new double[exact ? 1 << (blocks - 1) : PATTERNS];
    double[] signs = new double[blocks];
    double[] sums = new double[subjects];
    for (double[][] measure : values) {
      double[][] byBlock = transposed(measure);
      double[] scales = scales(measure);
      double[] largestScale = largest(scales);
      RandomStream random = new RandomStream(RandomStream.key(blocks, subjects));
      for (int pattern = 0; pattern < most.length; pattern++) {
        for (int block = 0; block < blocks; block++) {
          boolean turn =
              exact
                  ? block > 0 && (pattern >> (block - 1) & 1) == 1
                  : pattern > 0 && random.nextLong() < 0;
          signs[block] = turn ? -1 : 1;
        }
        sum(byBlock, signs, sums);
        most[pattern] = most(sums, scales, largestScale, most[pattern]);
      }
    }
    return most;
  }

  private static double[][] transposed(double[][] measure) {
    double[][] turned = new double[measure[0].length][measure.length];
    for (int subject = 0; subject < measure.length; subject++) {
      for (int block = 0; block < turned.length; block++) {
        double value = measure[subject][block];
        turned[block][subject] = Double.isNaN(value) ? 0 : value;
      }
    }
    return turned;
  }

  private static void sum(double[][] byBlock, double[] signs, double[] sums) {
    Arrays.fill(sums, 0);
    for (int block = 0; block < signs.length; block++) {
      double sign = signs[block];
      double[] values = byBlock[block];
      for (int subject = 0; subject < sums.length; subject++) {
        sums[subject] += sign * values[subject];
      }
    }
  }

  /** The largest of a start and all |t|; a row whose bound is no larger is passed over. */
  private static double most(double[] sums, double[] scales, double[] largestScale, double start) {
    double most = start;
    double low = sums[0];
    double high = sums[0];
    int at = 0;
    for (int first = 1; first < sums.length; first++) {
      double own = sums[first];
      if (Math.max(own - low, high - own) * largestScale[first] > most) {
        for (int second = 0; second < first; second++) {
          double t = Math.abs(own - sums[second]) * scales[at + second];
          if (t > most) {
            most = t;
          }
        }
      }
      at += first;
      low = Math.min(low, own);
      high = Math.max(high, own);
    }
    return most;
  }

  /** 1 / √Σ d² of each two subjects, the first after the second; 0 where they are equal. */
  private double[] scales(double[][] measure) {
    double[] scales = new double[subjects * (subjects - 1) / 2];
    int at = 0;
    for (int first = 1; first < subjects; first++) {
      for (int second = 0; second < first; second++) {
        double squares = 0;
        for (int block = 0; block < blocks; block++) {
          double d = measure[first][block] - measure[second][block];
          squares += d * d;
        }
        scales[at++] = squares > 0 ? 1 / Math.sqrt(squares) : 0;
      }
    }
    return scales;
  }

  /** The largest scale of each subject with one before it. */
  private double[] largest(double[] scales) {
    double[] largest = new double[subjects];
    int at = 0;
    for (int first = 1; first < subjects; first++) {
      for (int second = 0; second < first; second++) {
        largest[first] = Math.max(largest[first], scales[at++]);
      }
    }
    return largest;
  }
}
