package io.sluice.passport.optimizer;

import io.sluice.engine.study.WeightPolicy;
import io.sluice.spi.GradientOptimizer;
import io.sluice.spi.GradientState;
import io.sluice.spi.Optimizer;
import io.sluice.spi.OracleOptimizer;
import io.sluice.spi.PopulationOptimizer;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/** What an optimizer does where slopes or losses are zero, tiny, huge, or none. */
final class Reactions {

  private static final int PARAMETERS = 4;
  private static final int SOME = 10;
  private static final int MANY = 500;
  private static final double TINY = 0x1p-500;
  private static final double HUGE = 0x1p500;
  private static final int BUDGET = 2000;

  private final List<Entry> entries;

  private Reactions(List<Entry> entries) {
    this.entries = entries;
  }

  static void add(Optimizer optimizer, List<Entry> entries) {
    Reactions reactions = new Reactions(entries);
    if (optimizer instanceof GradientOptimizer) {
      reactions.toSlopes((GradientOptimizer) optimizer);
    } else if (optimizer instanceof OracleOptimizer) {
      reactions.toAnswers((OracleOptimizer) optimizer);
    } else {
      reactions.toLosses((PopulationOptimizer) optimizer);
    }
  }

  /** The weights that an optimizer moves while it is fed slopes. */
  private static final class Fed {
    final double[] weights = new double[PARAMETERS];
    private final GradientState state;
    private int step;
    double moved;

    Fed(GradientOptimizer optimizer) {
      Arrays.fill(weights, 1);
      state = optimizer.start(new LaneOfOne(optimizer, PARAMETERS));
    }

    /** Feeds the same slopes so often, of the first parameter perhaps another. */
    Fed feed(int steps, double first, double slope) {
      for (int i = 0; i < steps; i++) {
        double[] gradient = new double[PARAMETERS];
        Arrays.fill(gradient, slope);
        gradient[0] = first;
        state.update(++step, 1, weights, gradient);
        moved = 0;
        for (int p = 0; p < PARAMETERS; p++) {
          weights[p] += gradient[p];
          double size = Math.abs(gradient[p]);
          moved = Double.isNaN(size) ? size : Math.max(moved, size);
        }
      }
      return this;
    }

    Fed feed(int steps, double slope) {
      return feed(steps, slope, slope);
    }

    int lost() {
      return (int) Arrays.stream(weights).filter(weight -> !Double.isFinite(weight)).count();
    }
  }

  private void toSlopes(GradientOptimizer optimizer) {
    double usual = new Fed(optimizer).feed(SOME, 1).moved;
    entries.add(steps("zero from the start", new Fed(optimizer).feed(SOME, 0), usual));
    Fed coasting = new Fed(optimizer).feed(SOME, 1);
    int steps = 0;
    while (steps < MANY && coasting.feed(1, 0).moved > 1e-3 * usual) {
      steps++;
    }
    entries.add(
        Entry.measured(
            "slopes",
            "zero after ten of 1",
            steps,
            coasting.lost() > 0
                ? "weights are no numbers any more"
                : steps == 0
                    ? "rests"
                    : steps < MANY
                        ? "goes on for " + Entry.count(steps, "step")
                        : "still goes on after " + MANY + " steps"));
    entries.add(steps("tiny, 2^-500", new Fed(optimizer).feed(SOME, TINY), usual));
    entries.add(steps("huge, 2^500", new Fed(optimizer).feed(SOME, HUGE), usual));
    Fed jolted = new Fed(optimizer).feed(SOME, 1).feed(1, HUGE).feed(MANY, 1);
    entries.add(steps(MANY + " steps after a huge one", jolted, usual));
    Fed blinded = new Fed(optimizer).feed(SOME, 1).feed(1, Double.NaN, 1).feed(SOME, 1);
    entries.add(
        Entry.measured(
            "slopes",
            "NaN once for one parameter",
            blinded.lost() == 0,
            blinded.lost() == 0
                ? "goes on"
                : blinded.lost() == PARAMETERS
                    ? "all weights are NaN"
                    : blinded.lost() + " of " + PARAMETERS + " weights are NaN"));
  }

  private static Entry steps(String slopes, Fed fed, double usual) {
    String text =
        fed.lost() > 0
            ? "weights are no numbers any more"
            : fed.moved == 0
                ? "rests"
                : "steps of " + Entry.figure(fed.moved) + ", of slopes of 1 " + Entry.figure(usual);
    return Entry.measured("slopes", slopes, fed.lost() > 0 ? Double.NaN : fed.moved, text);
  }

  private void toAnswers(OracleOptimizer optimizer) {
    Landscape bent = new Landscape.Bent(PARAMETERS);
    Landscape flat = new Landscape.Quadratic(new double[PARAMETERS], new double[PARAMETERS]);
    answer("zero slopes", new OracleWalk(optimizer, flat, open(), start(), 1), bent);
    for (double root : new double[] {0x1p-250, 0x1p250}) {
      Landscape scaled = new Landscape.Changed(bent, Affine.identity(PARAMETERS), root);
      answer(
          root < 1 ? "tiny, all times 2^-500" : "huge, all times 2^500",
          new OracleWalk(optimizer, scaled, open(), start(), 1),
          bent);
    }
    answer(
        "NaN once, in the third answer",
        new OracleWalk(optimizer, new Blinking(bent, new int[1]), open(), start(), 1),
        bent);
  }

  private void answer(String property, OracleWalk walk, Landscape judge) {
    int steps = 0;
    boolean goes = true;
    while (goes && steps < 50) {
      goes = walk.step();
      steps += goes ? 1 : 0;
    }
    double loss = judge.loss(walk.at());
    double first = judge.loss(start());
    boolean still = Arrays.equals(walk.at(), start());
    String text =
        !Double.isFinite(loss)
            ? "weights are no numbers any more"
            : (still
                    ? "rests"
                    : "the loss falls to " + Entry.figure(loss / first) + " of the first")
                + (goes ? "" : ", stops after " + Entry.count(steps, "step"));
    entries.add(Entry.measured("slopes", property, loss / first, text));
  }

  private static Box open() {
    return Box.open(PARAMETERS);
  }

  private static double[] start() {
    double[] start = new double[PARAMETERS];
    Arrays.fill(start, 2);
    return start;
  }

  /** A function whose third answer is NaN. */
  private record Blinking(Landscape other, int[] asked) implements Landscape {
    @Override
    public int dimensions() {
      return other.dimensions();
    }

    @Override
    public int residuals() {
      return other.residuals();
    }

    @Override
    public void look(double[] x, double[] residuals, double[][] slopes) {
      other.look(x, residuals, slopes);
    }

    @Override
    public double gradient(double[] x, double[] gradient) {
      double loss = other.gradient(x, gradient);
      if (++asked[0] == 3) {
        Arrays.fill(gradient, Double.NaN);
        return Double.NaN;
      }
      return loss;
    }
  }

  private void toLosses(PopulationOptimizer optimizer) {
    double usual = search(optimizer, loss -> loss, new int[1]);
    int[] calls = new int[1];
    entries.add(
        disturbed(
            "NaN for the first 60",
            search(optimizer, loss -> ++calls[0] <= 60 ? Double.NaN : loss, new int[1]),
            usual));
    int[] turn = new int[1];
    entries.add(
        disturbed(
            "infinite for every third",
            search(
                optimizer,
                loss -> ++turn[0] % 3 == 0 ? Double.POSITIVE_INFINITY : loss,
                new int[1]),
            usual));
    int[] strange = new int[1];
    search(optimizer, loss -> Double.POSITIVE_INFINITY, strange);
    entries.add(
        Entry.measured(
            "losses",
            "infinite for all",
            strange[0] == 0,
            strange[0] == 0
                ? "all candidates are numbers"
                : strange[0] + " candidates have parameters that are no numbers"));
  }

  private static Entry disturbed(String property, double loss, double usual) {
    return Entry.measured(
        "losses",
        property,
        loss,
        "comes to " + Entry.figure(loss) + ", else to " + Entry.figure(usual));
  }

  /** The loss after a budget, of a bowl in four dimensions. */
  private static double search(
      PopulationOptimizer optimizer, DoubleUnaryOperator told, int[] strange) {
    Landscape bowl = Landscape.Quadratic.of(PARAMETERS, 1, 4).aside();
    Box box = Box.cube(PARAMETERS, -5, 5, WeightPolicy.CLIP).within(BUDGET);
    PopulationWalk walk = new PopulationWalk(optimizer, bowl, box, 1, told);
    while (walk.fits(BUDGET)) {
      walk.step();
      for (int i = 0; i < walk.trail().length; i += PARAMETERS) {
        boolean finite = true;
        for (int p = i; p < i + PARAMETERS; p++) {
          finite &= Double.isFinite(walk.trail()[p]);
        }
        strange[0] += finite ? 0 : 1;
      }
    }
    return walk.loss();
  }
}
