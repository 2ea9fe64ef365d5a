package io.sluice.engine.problem;

import static io.sluice.spi.Hyperparameter.integer;
import static io.sluice.spi.Hyperparameter.real;

import io.sluice.engine.study.Dataset;
import io.sluice.math.Trigonometric;
import io.sluice.spi.Description;
import io.sluice.spi.Hyperparameter;
import io.sluice.spi.Interval;
import io.sluice.spi.RandomStream;
import java.util.List;

/**
 * Problems in which time passes: a series whose rows stand in the order of time, and sequences each
 * of which is one row, one time step after the other.
 */
final class SequenceProblems {

  private static final String SOURCE = "Hochreiter & Schmidhuber 1997";

  private SequenceProblems() {}

  static List<ProblemDefinition> all() {
    return List.of(
        ProblemDefinition.ofData(
            "periodic",
            Description.of(
                "A wave on a slope in the order of time, to be continued by the network",
                "y = trend t + amplitude sin(2π t / period), t from 0 to periods · period, plus"
                    + " noise",
                "after Ziyin, Hartwig & Ueda 2020"),
            List.of(
                Values.points(96, "how many examples"),
                real("period", 1, Interval.POSITIVE, "the time a wave takes"),
                real("periods", 6, Interval.POSITIVE, "how many waves"),
                real("amplitude", 1, Interval.REALS, "the height of a wave"),
                real("trend", 0.1, Interval.REALS, "the slope"),
                Values.noise(0, "a normal shift of each output"),
                Values.seed("the noise")),
            SequenceProblems::periodic),
        ProblemDefinition.ofData(
            "latch",
            Description.of(
                "The first inputs tell the class and are to be remembered; the others are noise",
                "first signal inputs 1 for class 1 and −1 for class 0, then noise · normal",
                SOURCE + ", experiment 3; Bengio, Simard & Frasconi 1994"),
            List.of(
                Values.points(100, "how many sequences"),
                length(10, 2, "how many time steps, one input each"),
                integer("signal", 3, Interval.closed(1, 1000), "how many steps tell the class"),
                Values.noise(0.447, "the other steps"),
                Values.seed("the noise"),
                Values.oneHot(false)),
            SequenceProblems::latch),
        ProblemDefinition.ofData(
            "copy",
            Description.of(
                "The first inputs are to be said again after a delay",
                "symbols inputs of −1 or 1, then delay inputs of noise · normal; y are the symbols",
                "after " + SOURCE + ", experiment 2; Arjovsky, Shah & Bengio 2016"),
            List.of(
                Values.points(100, "how many sequences"),
                integer("symbols", 3, Interval.closed(1, 1000), "how many are to be said again"),
                integer("delay", 10, Interval.closed(0, 1000), "how many steps come behind them"),
                Values.noise(0, "the steps of the delay"),
                Values.seed("the symbols and the noise")),
            SequenceProblems::copy),
        ProblemDefinition.ofData(
            "adding",
            Description.of(
                "Of many numbers the two that are marked are to be added",
                "y = 1/2 + (the two marked numbers) / 4, plus noise",
                SOURCE + ", experiment 4"),
            List.of(
                Values.points(200, "how many sequences"),
                length(10, 4, "how many time steps, two inputs each: number and mark"),
                Values.noise(0, "a normal shift of each output"),
                Values.seed("the numbers, the marks and the noise")),
            SequenceProblems::adding));
  }

  private static Hyperparameter length(int preset, int least, String meaning) {
    return integer("length", preset, Interval.closed(least, 1000), meaning);
  }

  private static Dataset periodic(Values values) {
    int points = values.points();
    double end = values.number("periods") * values.number("period");
    Rows rows = new Rows(points, 1, 1);
    for (int i = 0; i < points; i++) {
      double time = end * i / (points - 1);
      double wave = Trigonometric.sin(2 * Math.PI * (time / values.number("period")));
      rows.x[i][0] = time;
      rows.y[i][0] = values.number("trend") * time + values.number("amplitude") * wave;
    }
    rows.moveOutputs(values.number("noise"), values.random("periodic"));
    return rows.data();
  }

  /** The classes take turns. */
  private static Dataset latch(Values values) {
    int length = values.whole("length");
    int signal = values.whole("signal");
    if (signal > length) {
      throw new IllegalArgumentException(
          "signal must be at most length, " + length + ", but is " + signal);
    }
    double noise = values.number("noise");
    RandomStream random = values.random("latch");
    Rows rows = Rows.ofClasses(values.points(), length, 2, values.isSet("one-hot"));
    for (int i = 0; i < values.points(); i++) {
      for (int step = 0; step < length; step++) {
        double distraction = step < signal ? 0 : noise * random.nextGaussian();
        rows.x[i][step] = step < signal ? 2 * (i % 2) - 1 : distraction;
      }
      rows.setClass(i, i % 2);
    }
    return rows.data();
  }

  /** The outputs are those of the last step, one for each symbol, in their order. */
  private static Dataset copy(Values values) {
    int symbols = values.whole("symbols");
    int length = symbols + values.whole("delay");
    double noise = values.number("noise");
    RandomStream random = values.random("copy");
    RandomStream disturbance = values.random("copy noise");
    Rows rows = new Rows(values.points(), length, symbols);
    for (int i = 0; i < values.points(); i++) {
      for (int step = 0; step < length; step++) {
        if (step < symbols) {
          rows.x[i][step] = 2 * random.nextInt(2) - 1;
          rows.y[i][step] = rows.x[i][step];
        } else {
          rows.x[i][step] = noise * disturbance.nextGaussian();
        }
      }
    }
    return rows.data();
  }

  /**
   * Step t has its number, uniform on [−1, 1), at input 2t and its mark at 2t + 1: 1 for the two
   * that count, −1 for the first and the last step, else 0. One mark is among the first ten steps,
   * the other among the first half; never on the first or last step.
   */
  private static Dataset adding(Values values) {
    int length = values.whole("length");
    int early = Math.min(10, length - 1) - 1;
    int half = Math.max(2, length / 2 - 1);
    RandomStream random = values.random("adding");
    Rows rows = new Rows(values.points(), 2 * length, 1);
    for (int i = 0; i < values.points(); i++) {
      double[] x = rows.x[i];
      for (int step = 0; step < length; step++) {
        x[2 * step] = random.nextDouble(-1, 1);
      }
      x[1] = -1;
      x[2 * length - 1] = -1;
      int one = 1 + random.nextInt(early);
      int other = 1 + random.nextInt(one <= half ? half - 1 : half);
      other += one <= half && other >= one ? 1 : 0;
      x[2 * one + 1] = 1;
      x[2 * other + 1] = 1;
      rows.y[i][0] = 0.5 + (x[2 * one] + x[2 * other]) / 4;
    }
    rows.moveOutputs(values.number("noise"), values.random("adding noise"));
    return rows.data();
  }
}
