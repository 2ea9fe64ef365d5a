package io.sluice.tck;

import io.sluice.spi.Hyperparameter;
import io.sluice.spi.OracleOptimizer;
import io.sluice.spi.OracleRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** What {@link OracleOptimizerChecks} look for. */
final class OraclePromises {

  private static final int REQUESTS = 200;

  /** More than any step may have. */
  private static final int MANY_REQUESTS = 1100;

  private static final double BUDGET = 300;
  private static final double ENOUGH = 0.9;

  private OraclePromises() {}

  static void questions(OracleOptimizer optimizer, Findings findings) {
    if (optimizer.questions().isEmpty()) {
      findings.fault("questions() declares none");
    }
    for (OracleRequest request : optimizer.questions()) {
      if (!request.isQuestion()) {
        findings.fault("questions() declares %s, which is no question", request);
      }
    }
    for (boolean fixed : new boolean[] {true, false}) {
      new OracleTrial(optimizer, 1, fixed, findings).run(MANY_REQUESTS);
    }
  }

  static void repeatable(OracleOptimizer optimizer, Findings findings) {
    for (boolean fixed : new boolean[] {true, false}) {
      compare(
          new OracleTrial(optimizer, 1, fixed, findings).run(REQUESTS),
          new OracleTrial(optimizer, 1, fixed, findings).run(REQUESTS),
          "with the same random numbers",
          findings);
    }
  }

  static void states(OracleOptimizer optimizer, Findings findings) {
    OracleTrial alone = new OracleTrial(optimizer, 1, true, findings).run(REQUESTS);
    OracleTrial beside = new OracleTrial(optimizer, 1, true, findings);
    Findings others = new Findings("other"); // What it does alone, other checks look at.
    OracleTrial other = new OracleTrial(differently(optimizer), 2, false, others);
    for (int i = 0; i < REQUESTS && !beside.isOver(); i++) {
      beside.advance();
      if (!other.isOver()) {
        other.advance();
      }
    }
    compare(alone, beside, "while another trial was at work", findings);
  }

  /** A copy of which each hyper-parameter has another value. */
  private static OracleOptimizer differently(OracleOptimizer optimizer) {
    Map<String, Double> settings = ComponentChecks.settings(optimizer);
    for (Hyperparameter each : optimizer.hyperparameters()) {
      settings.put(each.name(), ComponentChecks.otherValue(each));
    }
    return optimizer.with(settings);
  }

  static void descent(OracleOptimizer optimizer, Findings findings) {
    OracleTrial trial = new OracleTrial(optimizer, 1, true, findings);
    double start = trial.loss();
    double least = start;
    while (!trial.isOver() && trial.cost() < BUDGET) {
      trial.advance();
      least = Math.min(least, trial.loss());
    }
    if (!findings.hasFault() && !(least < ENOUGH * start)) {
      findings.fault(
          "for %s forward-equivalents the loss of a bowl came from %s down to %s only",
          BUDGET, start, least);
    }
  }

  /** The least loss is outside of the box. */
  static void box(OracleOptimizer optimizer, Findings findings) {
    OracleTrial trial = new OracleTrial(optimizer, 1, true, 0.5, findings);
    double start = trial.loss();
    trial.run(REQUESTS);
    if (!findings.hasFault() && !(trial.loss() < start)) {
      findings.fault(
          "in a box without the least loss, whose border puts points back, the loss came from %s"
              + " to %s; is the point that is told the one that was asked for?",
          start, trial.loss());
    }
  }

  static void infinite(OracleOptimizer optimizer, Findings findings) {
    for (boolean fixed : new boolean[] {true, false}) {
      new OracleTrial(optimizer, 1, fixed, findings).losingAll().run(REQUESTS);
    }
  }

  static void minimum(OracleOptimizer optimizer, Findings findings) {
    for (boolean fixed : new boolean[] {true, false}) {
      new OracleTrial(optimizer, 1, fixed, findings).fromMiddle().run(REQUESTS);
    }
  }

  static void flips(OracleOptimizer optimizer, Findings findings) {
    OracleTrial plain = new OracleTrial(optimizer, 1, true, findings).run(REQUESTS);
    OracleTrial flipped = new OracleTrial(optimizer, 1, true, findings);
    for (int i = 0; i < REQUESTS && !flipped.isOver(); i++) {
      if (flipped.begins() && i > 0) {
        flipped.state().flip(1);
        flipped.state().flip(1);
      }
      flipped.advance();
    }
    compare(plain, flipped, "after flip(1), called twice", findings);
  }

  private static void compare(OracleTrial once, OracleTrial again, String how, Findings findings) {
    List<OracleTrial.Move> expected = once.moves();
    List<OracleTrial.Move> actual = again.moves();
    for (int i = 0; i < Math.max(expected.size(), actual.size()); i++) {
      if (findings.hasFault()) {
        return;
      }
      if (i >= expected.size() || i >= actual.size()) {
        findings.fault("%s, it stopped at request %d in one of two runs", how, i + 1);
        return;
      }
      OracleTrial.Move one = expected.get(i);
      OracleTrial.Move other = actual.get(i);
      if (one.request() != other.request()) {
        findings.fault(
            "%s, request %d is %s in place of %s", how, i + 1, other.request(), one.request());
      } else if (!Arrays.equals(one.point(), other.point())
          || (one.request() == OracleRequest.HESSIAN_PRODUCT
              && !Arrays.equals(one.direction(), other.direction()))) {
        findings.fault(
            "%s, request %d, %s, is at %s in place of %s",
            how,
            i + 1,
            other.request(),
            Arrays.toString(other.point()),
            Arrays.toString(one.point()));
      }
    }
  }
}
