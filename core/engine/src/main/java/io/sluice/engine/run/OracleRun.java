package io.sluice.engine.run;

import io.sluice.engine.plan.QuestionCosts;
import io.sluice.engine.plan.TrialSetup;
import io.sluice.engine.study.Budget;
import io.sluice.engine.study.Pace;
import io.sluice.engine.study.WeightPolicy;
import io.sluice.engine.watch.Pulse;
import io.sluice.spi.FirstMoment;
import io.sluice.spi.OracleOptimizer;
import io.sluice.spi.OracleRequest;
import io.sluice.spi.OracleState;
import io.sluice.spi.OracleTask;
import io.sluice.spi.Outcome;
import io.sluice.spi.RandomStream;
import io.sluice.spi.SearchSpace;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/**
 * One trial of an oracle optimizer under way: its state, its account, and what is known of its
 * weights. The account is kept in rows, so that shares of them add up exactly.
 */
final class OracleRun {

  /** A step with more questions than this and ten for each parameter does not end. */
  private static final int MOST_QUESTIONS = 10_000;

  final TrialRecord record;
  final double[] weights;
  final double[] point;
  final double[] direction;
  final double[] vector;

  /** The rows of the batch at hand, where there is one. */
  final int[] rows;

  /** The question that waits for its answer; null if there is none. */
  OracleRequest question;

  /** How many rows the question is asked over, and the first {@link #rows} are. */
  int size;

  /** Whether the loss of the weights is to be looked at. */
  boolean looks;

  /** Whether the loss of the weights has become known and nobody has taken note. */
  boolean fresh;

  /** Whether the trial ends as soon as the loss of its weights is known. */
  boolean closing;

  /** How the trial ended; null while it has not. */
  Outcome outcome;

  long step;
  long lastLook = -1;

  /** The last step that a watch has seen. */
  long shown = -1;

  /** The loss of the weights, if it is known. */
  double loss = Double.NaN;

  private final Pace pace;
  private final Budget budget;
  private final QuestionCosts costs;
  private final Set<OracleRequest> allowed;
  private final OracleOptimizer optimizer;
  private final OracleState state;
  private final SearchSpace space;
  private final FirstMoment moment;
  private final boolean bounded;
  private boolean known;
  private double spent;
  private double evaluations;
  private long[] seenPoints = new long[8];
  private double[] seenLosses = new double[8];
  private int questions;
  private int seen;

  OracleRun(RunRules rules, TrialRecord record) {
    this.record = record;
    TrialSetup setup = record.setup();
    pace = setup.pace();
    budget = rules.budget();
    costs = QuestionCosts.of(budget, setup.task());
    optimizer = (OracleOptimizer) setup.optimizer();
    // What a question costs depends on what is asked, so nobody knows how many there will be.
    space = CountingSpace.of(PolicySpace.of(record, Double.POSITIVE_INFINITY), record);
    bounded = setup.policy() != WeightPolicy.NONE;
    int parameters = setup.task().parameters();
    weights = new double[parameters];
    direction = new double[parameters];
    vector = new double[parameters];
    rows = pace.isFull() ? null : new int[pace.batch()];
    double[] start = record.startWeights();
    int[] index = setup.task().indexOfParameter();
    for (int p = 0; p < parameters; p++) {
      weights[p] = start[index[p]];
    }
    Pulse pulse = Pulse.ofThread();
    pulse.enter(optimizer);
    allowed = EnumSet.noneOf(OracleRequest.class);
    allowed.addAll(optimizer.questions());
    state =
        optimizer.start(
            new OracleTask(
                space,
                setup.random(record.trial().repeat()),
                !pace.looksApart(),
                setup.task().groups(),
                setup.task().columns()));
    pulse.leave();
    moment = (parameter, member) -> state.flip(parameter);
    keep(weights, FirstMoment.NONE);
    point = weights.clone();
  }

  /** Whether the loss of the weights is not known and no answer will show it. */
  boolean awaitsLook() {
    return !known && pace.looksApart();
  }

  OracleOptimizer optimizer() {
    return optimizer;
  }

  OracleState state() {
    return state;
  }

  /** What was spent so far, in forward-equivalents. */
  double cost() {
    return spent / pace.rows();
  }

  /** What it would be with a look at the weights. */
  double costWithLook() {
    return (spent + look()) / pace.rows();
  }

  boolean isKnown() {
    return known;
  }

  /**
   * Goes on until there is something to be computed or noted: a question, a look, a loss that has
   * become known.
   */
  void advance(BatchOrder order, int lane, Pulse pulse) {
    while (outcome == null && question == null && !looks && !fresh) {
      if (questions == 0 && !begins()) {
        return;
      }
      pulse.enter(optimizer);
      OracleRequest request = state.ask(point, direction);
      pulse.leave();
      if (request == null) {
        throw new IllegalStateException("ask(...) gave null in place of a request");
      }
      switch (request) {
        case STOP:
          close();
          break;
        case ACCEPT:
          accept();
          break;
        default:
          size = pace.size(step);
          ask(request);
          if (question != null && rows != null) {
            order.write(lane, step, rows);
          }
      }
    }
  }

  /** Whether the next step may begin now. */
  private boolean begins() {
    if (closing || (budget.unit() == Budget.Unit.STEPS && step >= (long) budget.amount())) {
      close();
      return false;
    }
    if (pace.looksApart() && pace.place(step) == 0 && !known) {
      looks = true;
      return false;
    }
    return true;
  }

  private void ask(OracleRequest request) {
    if (!allowed.contains(request)) {
      throw new IllegalStateException(
          optimizer.id() + " asked for " + request + ", but declares only " + allowed);
    }
    if (++questions > MOST_QUESTIONS + 10L * weights.length) {
      throw new IllegalStateException(
          "step " + (step + 1) + " has asked " + questions + " questions and does not end");
    }
    keep(point, FirstMoment.NONE);
    boolean look = !pace.looksApart() && !known && !shows(request);
    double after = known || look || !pace.looksApart() ? 0 : look();
    if (!affords(
        (look ? look() : shows(request) && !known ? watching() : 0)
            + costs.of(request) * size
            + after,
        (look ? look() : 0) + QuestionCosts.EVALUATIONS.of(request) * size + after)) {
      close();
      return;
    }
    looks = look;
    question = request;
  }

  /** Whether the answer shows the loss of the weights. */
  private boolean shows(OracleRequest request) {
    return request != OracleRequest.HESSIAN_PRODUCT
        && !pace.looksApart()
        && Arrays.equals(point, weights);
  }

  private void accept() {
    if (questions == 0) {
      throw new IllegalStateException(
          optimizer.id() + " accepted a point without a question in step " + (step + 1));
    }
    keep(point, moment);
    int place = pace.looksApart() ? -1 : place(hash(point));
    double after = place >= 0 ? watching() : look();
    if (!affords(after, after)) {
      close();
      return;
    }
    System.arraycopy(point, 0, weights, 0, point.length);
    known = false;
    step++;
    if (place >= 0) {
      know(seenLosses[place]);
    }
    questions = 0;
    seen = 0;
    if (!isFinite()) {
      outcome = Outcome.DIVERGED;
    }
  }

  private boolean isFinite() {
    for (double weight : weights) {
      if (!(Math.abs(weight) <= Double.MAX_VALUE)) {
        return false;
      }
    }
    return true;
  }

  /** Ends the trial where it stands, when that is known. */
  private void close() {
    closing = true;
    looks = !known;
    if (known) {
      outcome = Outcome.COMPLETED;
    }
  }

  /** Takes the loss of the weights, which a look has shown. */
  void see(double lossOfWeights) {
    looks = false;
    book(pace.rows(), pace.rows());
    know(lossOfWeights);
  }

  private void know(double lossOfWeights) {
    book(pace.watched(), pace.watched());
    known = true;
    fresh = true;
    loss = lossOfWeights;
  }

  /** Takes the answer to the question, with the vector in its place. */
  void answer(double lossOfPoint, Pulse pulse) {
    OracleRequest answered = question;
    question = null;
    book(costs.of(answered) * size, QuestionCosts.EVALUATIONS.of(answered) * size);
    if (answered != OracleRequest.HESSIAN_PRODUCT) {
      if (!pace.looksApart()) {
        note(lossOfPoint);
      } else if (!(Math.abs(lossOfPoint) <= Double.MAX_VALUE) && Arrays.equals(point, weights)) {
        loss = lossOfPoint;
        outcome = Outcome.DIVERGED;
        return;
      }
      if (shows(answered) && !known) {
        know(lossOfPoint);
      }
    }
    boolean none = answered != OracleRequest.HESSIAN_PRODUCT && Double.isNaN(lossOfPoint);
    pulse.enter(optimizer);
    state.tell(none ? Double.POSITIVE_INFINITY : lossOfPoint, point, vector);
    pulse.leave();
  }

  private void book(double rowsOfCost, double rowsOfEvaluations) {
    spent += rowsOfCost;
    evaluations += rowsOfEvaluations;
  }

  /** Of a look at all rows, in rows. */
  private double look() {
    return pace.rows() + (double) pace.watched();
  }

  private double watching() {
    return pace.watched();
  }

  private boolean affords(double rowsOfCost, double rowsOfEvaluations) {
    switch (budget.unit()) {
      case STEPS:
        return true;
      case EVALUATIONS:
        return evaluations + rowsOfEvaluations <= (long) budget.amount() * (double) pace.rows();
      default:
        return spent + rowsOfCost <= budget.amount() * pace.rows();
    }
  }

  private void keep(double[] values, FirstMoment flipped) {
    for (int p = 0; bounded && p < values.length; p++) {
      values[p] = space.keep(p, 0, values[p], flipped);
    }
  }

  /** Remembers the loss of a point for as long as the step lasts. */
  private void note(double lossOfPoint) {
    long hash = hash(point);
    if (place(hash) >= 0) {
      return;
    }
    if (seen == seenPoints.length) {
      seenPoints = Arrays.copyOf(seenPoints, 2 * seen);
      seenLosses = Arrays.copyOf(seenLosses, 2 * seen);
    }
    seenPoints[seen] = hash;
    seenLosses[seen++] = lossOfPoint;
  }

  private int place(long hash) {
    for (int i = seen - 1; i >= 0; i--) {
      if (seenPoints[i] == hash) {
        return i;
      }
    }
    return -1;
  }

  /** 64 bits of a point: two points of one step that share them are not to be expected. */
  private static long hash(double[] point) {
    long hash = point.length;
    for (double value : point) {
      hash = RandomStream.numberOf(hash, Double.doubleToRawLongBits(value));
    }
    return hash;
  }
}
