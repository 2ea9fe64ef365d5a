package io.sluice.tck;

import io.sluice.spi.BlockLayout;
import io.sluice.spi.FirstMoment;
import io.sluice.spi.GradientOptimizer;
import io.sluice.spi.GradientState;
import io.sluice.spi.OracleOptimizer;
import io.sluice.spi.OracleRequest;
import io.sluice.spi.OracleState;
import io.sluice.spi.OracleTask;
import io.sluice.spi.RandomStream;
import io.sluice.spi.SearchSpace;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * One trial of an oracle optimizer on {@code Σ a (x − ¼)²} in a box, with values clipped; plays the
 * part of the engine.
 */
final class OracleTrial {

  static final int PARAMETERS = 3;
  static final double MIDDLE = 0.25;
  private static final int MOST_QUESTIONS = 1000;
  private static final double[] CURVATURES = {1, 2, 4};
  private static final double[] START = {1.5, -0.75, 1};

  /** What was asked for, with the point and the direction. */
  record Move(OracleRequest request, double[] point, double[] direction) {}

  private final OracleOptimizer optimizer;
  private final Findings findings;
  private final OracleState state;
  private final double lower;
  private final Set<OracleRequest> declared;
  private final double[] point;
  private final double[] direction = new double[PARAMETERS];
  private final double[] weights;
  private final List<Move> moves = new ArrayList<>();
  private int questions;
  private double cost;
  private boolean stopped;
  private boolean losesAll;

  /**
   * A trial.
   *
   * @param key of its random numbers
   * @param fixed whether it is told that losses are the same in every step; they are
   * @param lower the lower end of the box in every direction
   */
  OracleTrial(OracleOptimizer optimizer, long key, boolean fixed, double lower, Findings findings) {
    this.optimizer = optimizer;
    this.findings = findings;
    this.lower = lower;
    declared = optimizer.questions();
    state = optimizer.start(new OracleTask(new Box(lower), new RandomStream(key), fixed));
    weights = START.clone();
    keep(weights);
    point = weights.clone();
  }

  OracleTrial(OracleOptimizer optimizer, long key, boolean fixed, Findings findings) {
    this(optimizer, key, fixed, -1, findings);
  }

  /** The same, but every loss is infinite from now on. */
  OracleTrial losingAll() {
    losesAll = true;
    return this;
  }

  /** The same, but it stands in the middle, where the least loss is. */
  OracleTrial fromMiddle() {
    Arrays.fill(weights, MIDDLE);
    Arrays.fill(point, MIDDLE);
    return this;
  }

  List<Move> moves() {
    return moves;
  }

  OracleState state() {
    return state;
  }

  boolean isOver() {
    return stopped || findings.hasFault();
  }

  /** What was paid so far, with 3 for a gradient and for all residuals. */
  double cost() {
    return cost;
  }

  /** Whether a step begins. */
  boolean begins() {
    return questions == 0;
  }

  double loss() {
    return loss(weights);
  }

  static double loss(double[] x) {
    double sum = 0;
    for (int p = 0; p < x.length; p++) {
      sum += CURVATURES[p] * (x[p] - MIDDLE) * (x[p] - MIDDLE);
    }
    return sum;
  }

  /** One request, and the answer if it is a question. */
  void advance() {
    Arrays.fill(direction, Double.NaN);
    OracleRequest request = state.ask(point, direction);
    if (request == null) {
      findings.fault("ask(...) gave null in place of a request");
      return;
    }
    if (request == OracleRequest.STOP) {
      stopped = true;
      return;
    }
    check(request);
    if (findings.hasFault()) {
      return;
    }
    keep(point);
    moves.add(new Move(request, point.clone(), direction.clone()));
    if (request == OracleRequest.ACCEPT) {
      System.arraycopy(point, 0, weights, 0, PARAMETERS);
      questions = 0;
      return;
    }
    questions++;
    answer(request);
  }

  /** Where an optimizer that sees slopes comes on the same bowl, step by step. */
  static double[][] descend(GradientOptimizer optimizer, int count) {
    BlockLayout layout = new BlockLayout(PARAMETERS, 1, 0);
    GradientState state =
        optimizer.start(new TrialMemory(layout, List.of(ComponentChecks.settings(optimizer)), 0));
    double[] weights = START.clone();
    double[][] steps = new double[count][];
    for (int i = 0; i < count; i++) {
      double[] gradient = new double[PARAMETERS];
      for (int p = 0; p < PARAMETERS; p++) {
        gradient[p] = slope(weights, p);
      }
      state.update(i + 1, 1, weights, gradient);
      for (int p = 0; p < PARAMETERS; p++) {
        weights[p] += gradient[p];
      }
      steps[i] = weights.clone();
    }
    return steps;
  }

  private static double slope(double[] x, int parameter) {
    return 2 * CURVATURES[parameter] * (x[parameter] - MIDDLE);
  }

  private void check(OracleRequest request) {
    if (request.isQuestion() && !declared.contains(request)) {
      findings.fault("asked for %s, but questions() declares only %s", request, declared);
    } else if (!request.isQuestion() && questions == 0) {
      findings.fault("accepted a point without a question since the last one");
    } else if (questions >= MOST_QUESTIONS) {
      findings.fault("a step has asked %d questions and does not end", questions);
    }
    for (int p = 0; p < PARAMETERS && !findings.hasFault(); p++) {
      if (!Double.isFinite(point[p])) {
        findings.fault("%s has parameter %d at %s", request, p, point[p]);
      } else if (request == OracleRequest.HESSIAN_PRODUCT && !Double.isFinite(direction[p])) {
        findings.fault(
            "%s has the direction %s of parameter %d; was it not written?",
            request, direction[p], p);
      }
    }
  }

  private void answer(OracleRequest request) {
    double[] vector = new double[PARAMETERS];
    for (int p = 0; p < PARAMETERS; p++) {
      boolean product = request == OracleRequest.HESSIAN_PRODUCT;
      vector[p] = product ? 2 * CURVATURES[p] * direction[p] : slope(point, p);
    }
    if (request == OracleRequest.RESIDUALS) {
      for (int p = 0; p < PARAMETERS; p++) {
        double[] slopes = new double[PARAMETERS];
        slopes[p] = Math.sqrt(CURVATURES[p]);
        double[] given = slopes.clone();
        state.residual(slopes[p] * (point[p] - MIDDLE), given);
        unchanged("residual(...) changed its slopes", slopes, given);
      }
    }
    boolean shows = request != OracleRequest.HESSIAN_PRODUCT;
    double loss = shows ? losesAll ? Double.POSITIVE_INFINITY : loss(point) : Double.NaN;
    cost += price(request);
    double[] given = vector.clone();
    double[] place = point.clone();
    state.tell(loss, point, given);
    unchanged("tell(...) changed the point", place, point);
    unchanged("tell(...) changed the vector", vector, given);
  }

  private static int price(OracleRequest request) {
    switch (request) {
      case LOSS:
        return 1;
      case HESSIAN_PRODUCT:
        return 6;
      default:
        return 3;
    }
  }

  private void unchanged(String what, double[] before, double[] after) {
    if (!Arrays.equals(before, after)) {
      findings.fault("%s, which is to be read only", what);
    }
  }

  private void keep(double[] values) {
    for (int p = 0; p < PARAMETERS; p++) {
      values[p] = Math.max(lower, Math.min(2, values[p]));
    }
  }

  /** Goes on for so many requests, or until it is over. */
  OracleTrial run(int requests) {
    for (int i = 0; i < requests && !isOver(); i++) {
      advance();
    }
    return this;
  }

  /** From its lower end to 2 in each direction, with values kept inside. */
  private record Box(double lower) implements SearchSpace {
    @Override
    public int parameters() {
      return PARAMETERS;
    }

    @Override
    public double lower(int parameter) {
      return lower;
    }

    @Override
    public double upper(int parameter) {
      return 2;
    }

    @Override
    public double keep(int parameter, int member, double value, FirstMoment moment) {
      return Math.max(lower, Math.min(2, value));
    }
  }
}
