package io.sluice.engine.problem;

import static io.sluice.spi.Hyperparameter.integer;
import static io.sluice.spi.Hyperparameter.real;

import io.sluice.engine.study.Dataset;
import io.sluice.spi.Description;
import io.sluice.spi.Interval;
import io.sluice.spi.RandomStream;
import java.util.List;
import java.util.stream.IntStream;

/** Classes of rows with any number of inputs. */
final class ClassProblems {

  private ClassProblems() {}

  static List<ProblemDefinition> all() {
    return List.of(
        ProblemDefinition.ofData(
            "xor",
            Description.of(
                "The four corners of the unit square; equal corners low, unequal ones high",
                "y = high if x1 ≠ x2, else low",
                "Minsky & Papert 1969"),
            List.of(
                real("low", -1, Interval.REALS, "the output for equal inputs"),
                real("high", 1, Interval.REALS, "the output for unequal inputs")),
            ClassProblems::xor),
        ProblemDefinition.ofData(
            "parity",
            Description.of(
                "Rows of bits; class 1 if an odd number of them is set, else class 0",
                "y = (x1 + … + xn) mod 2, each x 0 or 1, plus noise of the x",
                "Minsky & Papert 1969"),
            List.of(
                integer("bits", 4, Interval.closed(2, 16), "how many inputs"),
                integer(
                    "points",
                    0,
                    Interval.closed(0, 65_536),
                    "how many of the 2^bits rows, drawn without repetition; 0 for all"),
                Values.noise(0, "a normal shift of each input"),
                Values.seed("the rows and the noise"),
                Values.oneHot(false)),
            ClassProblems::parity),
        ProblemDefinition.ofData(
            "recall",
            Description.of(
                "Patterns to be told by a class that was drawn for each, and to be said again",
                "x of −1 and 1; y is 1 for the class of the row and 0 for others, then x",
                "after Caruana 1997"),
            List.of(
                integer("bits", 8, Interval.closed(2, 16), "how many inputs"),
                integer(
                    "points",
                    16,
                    Interval.closed(0, 65_536),
                    "how many patterns, no two alike; 0 for all 2^bits"),
                integer("classes", 2, Interval.closed(2, 100), "how many classes"),
                Values.seed("the patterns and their classes")),
            ClassProblems::recall),
        ProblemDefinition.ofData(
            "blobs",
            Description.of(
                "Round heaps of points, one for each class",
                "centre + spread · normal, centres uniform on [−box, box]^dimensions",
                "as in scikit-learn"),
            List.of(
                Values.points(150, "how many points in all classes"),
                integer("classes", 3, Interval.closed(2, 100), "how many classes"),
                integer("dimensions", 2, Interval.closed(1, 1000), "how many inputs"),
                real("spread", 1, Interval.NOT_NEGATIVE, "standard deviation of each heap"),
                real("box", 10, Interval.POSITIVE, "centres lie between -box and box"),
                Values.seed("the centres and the points"),
                Values.oneHot(true)),
            ClassProblems::blobs));
  }

  private static Dataset xor(Values values) {
    double low = values.number("low");
    double high = values.number("high");
    return Dataset.of(
        new double[][] {{0, 0}, {0, 1}, {1, 0}, {1, 1}},
        new double[][] {{low}, {high}, {high}, {low}});
  }

  /** All rows in the order of counting, the first input being the highest digit, or some. */
  private static Dataset parity(Values values) {
    int bits = values.whole("bits");
    int[] numbers = numbers(values, values.random("parity"));
    int points = numbers.length;
    Rows rows = Rows.ofClasses(points, bits, 2, values.isSet("one-hot"));
    for (int row = 0; row < points; row++) {
      for (int bit = 0; bit < bits; bit++) {
        rows.x[row][bit] = numbers[row] >> (bits - 1 - bit) & 1;
      }
      rows.setClass(row, Integer.bitCount(numbers[row]) % 2);
    }
    rows.moveInputs(values.number("noise"), values.random("parity noise"));
    return rows.data();
  }

  /** As many different numbers of so many bits as there are to be points, 0 for all. */
  private static int[] numbers(Values values, RandomStream random) {
    int bits = values.whole("bits");
    int all = 1 << bits;
    int points = values.points() == 0 ? all : values.points();
    if (points > all) {
      throw new IllegalArgumentException(
          bits + " bits have " + all + " rows, so points is at most that and not " + points);
    }
    return points < all ? random.nextOrder(all, points) : IntStream.range(0, all).toArray();
  }

  /** The class of each pattern is drawn; the outputs are the class and then the pattern. */
  private static Dataset recall(Values values) {
    int bits = values.whole("bits");
    int classes = values.whole("classes");
    int[] numbers = numbers(values, values.random("recall"));
    RandomStream drawn = values.random("recall classes");
    Rows rows = new Rows(numbers.length, bits, classes + bits);
    for (int row = 0; row < numbers.length; row++) {
      rows.y[row][drawn.nextInt(classes)] = 1;
      for (int bit = 0; bit < bits; bit++) {
        rows.x[row][bit] = 2 * (numbers[row] >> (bits - 1 - bit) & 1) - 1;
        rows.y[row][classes + bit] = rows.x[row][bit];
      }
    }
    return rows.data();
  }

  /** The classes take turns, so each has as many points, give or take one. */
  private static Dataset blobs(Values values) {
    int classes = values.whole("classes");
    int dimensions = values.whole("dimensions");
    double box = values.number("box");
    RandomStream random = values.random("blobs");
    double[][] centres = new double[classes][dimensions];
    for (double[] centre : centres) {
      random.fill(centre, 0, dimensions, -box, box);
    }
    Rows rows = Rows.ofClasses(values.points(), dimensions, classes, values.isSet("one-hot"));
    for (int i = 0; i < values.points(); i++) {
      System.arraycopy(centres[i % classes], 0, rows.x[i], 0, dimensions);
      rows.setClass(i, i % classes);
    }
    rows.moveInputs(values.number("spread"), values.random("blobs noise"));
    return rows.data();
  }
}
