package io.sluice.passport.optimizer;

import io.sluice.engine.plan.QuestionCosts;
import io.sluice.engine.study.Budget;
import io.sluice.spi.FirstMoment;
import io.sluice.spi.OracleOptimizer;
import io.sluice.spi.OracleRequest;
import io.sluice.spi.OracleState;
import io.sluice.spi.OracleTask;
import io.sluice.spi.RandomStream;

/** A walk that asks for what it wants, as the engine answers. */
final class OracleWalk implements Walk {

  private static final int MOST_QUESTIONS = 10_000;
  private static final QuestionCosts COSTS =
      new QuestionCosts(Budget.GRADIENT_COST, Budget.GRADIENT_COST);

  private final OracleOptimizer optimizer;
  private final Landscape landscape;
  private final Box box;
  private final OracleState state;
  private final FirstMoment moment;
  private final double[] point;
  private final double[] direction;
  private double[] weights;
  private double cost;

  OracleWalk(OracleOptimizer optimizer, Landscape landscape, Box box, double[] start, long seed) {
    this.optimizer = optimizer;
    this.landscape = landscape;
    this.box = box;
    weights = start.clone();
    point = start.clone();
    direction = new double[start.length];
    state = optimizer.start(new OracleTask(box, new RandomStream(seed), true));
    moment = (parameter, member) -> state.flip(parameter);
  }

  @Override
  public boolean step() {
    for (int questions = 0; questions <= MOST_QUESTIONS; questions++) {
      OracleRequest request = state.ask(point, direction);
      if (request == OracleRequest.STOP) {
        return false;
      }
      boolean accepts = request == OracleRequest.ACCEPT;
      for (int p = 0; p < point.length; p++) {
        point[p] = box.keep(p, 0, point[p], accepts ? moment : FirstMoment.NONE);
      }
      if (accepts) {
        weights = point.clone();
        return true;
      }
      answer(request);
    }
    throw new Breach("a step has asked " + MOST_QUESTIONS + " questions and does not end");
  }

  private void answer(OracleRequest request) {
    if (!optimizer.questions().contains(request)) {
      throw new Breach("it asks for " + request + ", but declares only " + optimizer.questions());
    }
    cost += COSTS.of(request);
    double[] vector = new double[point.length];
    double loss;
    if (request == OracleRequest.HESSIAN_PRODUCT) {
      landscape.product(point, direction, vector);
      loss = Double.NaN;
    } else {
      if (request == OracleRequest.RESIDUALS) {
        double[] residuals = new double[landscape.residuals()];
        double[][] slopes = new double[residuals.length][point.length];
        landscape.look(point, residuals, slopes);
        for (int r = 0; r < residuals.length; r++) {
          state.residual(residuals[r], slopes[r]);
        }
      }
      loss = landscape.gradient(point, vector);
      loss = Double.isNaN(loss) ? Double.POSITIVE_INFINITY : loss;
    }
    state.tell(loss, point, vector);
  }

  @Override
  public double[] trail() {
    return weights.clone();
  }

  @Override
  public double[] at() {
    return weights.clone();
  }

  @Override
  public double loss() {
    return landscape.loss(weights);
  }

  @Override
  public double cost() {
    return cost;
  }

  @Override
  public Object state() {
    return state;
  }
}
