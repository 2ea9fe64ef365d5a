package io.sluice.analysis.statistics;

import io.sluice.spi.RandomStream;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

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
 * <p>Where only one subject is compared with the others, those that are told from it are taken out
 * one by one, the clearest first, and the next is compared with the largest difference of those
 * that are left (step-down; Romano and Wolf 2005). Until the one is told from a subject that is as
 * good, all that are as good are left in, so the chance of that is held too, and the test finds
 * more.
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

  /** The largest |t| for each pattern of signs; null until it is asked for. */
  private double[] largest;

  private LargestDifference(double[][][] values) {
    this.values = values;
    this.subjects = values[0].length;
    this.blocks = values[0][0].length;
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
      return corrected(size, subjects);
    }
    if (largest == null) {
      int[] order = new int[subjects];
      Arrays.setAll(order, subject -> subject);
      largest = turned(order)[subjects - 1];
    }
    return share(largest, size);
  }

  /**
   * How likely chance alone sets one subject as far ahead of each other, corrected for all pairs
   * and measures step by step, so that the one may be chosen by the same data; 1 for itself and
   * those it is not ahead of.
   */
  public double[] told(int best) {
    double[] ahead = new double[subjects];
    for (int other = 0; other < subjects; other++) {
      ahead[other] = other == best ? 0 : Math.max(0, ahead(best, other));
    }
    int[] order =
        IntStream.range(0, subjects)
            .boxed()
            .sorted(
                Comparator.<Integer>comparingDouble(subject -> ahead[subject])
                    .thenComparing(subject -> subject != best))
            .mapToInt(Integer::intValue)
            .toArray();
    double[] p = new double[subjects];
    Arrays.fill(p, 1);
    if (blocks < 2) {
      return p;
    }
    double[][] among = subjects > MOST_TOGETHER ? null : turned(order);
    double least = 0;
    for (int place = subjects - 1; place > 0 && ahead[order[place]] > 0; place--) {
      double size = ahead[order[place]];
      double own = among == null ? corrected(size, place + 1) : share(among[place], size);
      least = Math.max(least, own);
      p[order[place]] = least;
    }
    return p;
  }

  private static double share(double[] largest, double size) {
    int as = 0;
    for (double one : largest) {
      as += one >= size - ROUNDING ? 1 : 0;
    }
    return (double) as / largest.length;
  }

  /** Student's p of a statistic, corrected for each two of so many subjects and all measures. */
  private double corrected(double size, int among) {
    double pairs = among * (among - 1.0) / 2 * values.length;
    double rest = blocks - size * size;
    double single =
        rest > 0 ? Tails.studentBothSides(size * Math.sqrt((blocks - 1) / rest), blocks - 1.0) : 0;
    return Math.min(1, pairs * Math.max(single, Math.pow(2, 1.0 - blocks)));
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

  /**
   * The largest |t| of the first subjects of an order, {@code turned[last of them][pattern]}; the
   * first pattern is that of the data.
   */
  private double[][] turned(int[] order) {
    boolean exact = blocks <= MOST_EXACT;
    int patterns = exact ? 1 << (blocks - 1) : PATTERNS;
    double[][] most = new double[subjects][patterns];
    double[] signs = new double[blocks];
    double[] sums = new double[subjects];
    for (double[][] given : values) {
      double[][] measure = new double[subjects][];
      Arrays.setAll(measure, place -> given[order[place]]);
      double[][] byBlock = transposed(measure);
      double[] scales = scales(measure);
      double[] largestScale = largest(scales);
      RandomStream random = new RandomStream(RandomStream.key(blocks, subjects));
      for (int pattern = 0; pattern < patterns; pattern++) {
        for (int block = 0; block < blocks; block++) {
          boolean turn =
              exact
                  ? block > 0 && (pattern >> (block - 1) & 1) == 1
                  : pattern > 0 && random.nextLong() < 0;
          signs[block] = turn ? -1 : 1;
        }
        sum(byBlock, signs, sums);
        raise(most, pattern, sums, scales, largestScale);
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

  /** Raises what there is to |t| where that is larger; a row whose bound is no larger is passed. */
  private static void raise(
      double[][] largest, int pattern, double[] sums, double[] scales, double[] largestScale) {
    double most = 0;
    double low = sums[0];
    double high = sums[0];
    int at = 0;
    for (int first = 1; first < sums.length; first++) {
      double own = sums[first];
      most = Math.max(most, largest[first][pattern]);
      if (Math.max(own - low, high - own) * largestScale[first] > most) {
        for (int second = 0; second < first; second++) {
          double t = Math.abs(own - sums[second]) * scales[at + second];
          if (t > most) {
            most = t;
          }
        }
      }
      largest[first][pattern] = most;
      at += first;
      low = Math.min(low, own);
      high = Math.max(high, own);
    }
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
