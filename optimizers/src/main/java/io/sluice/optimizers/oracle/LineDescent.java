package io.sluice.optimizers.oracle;

import io.sluice.spi.OracleRequest;
import io.sluice.spi.OracleState;
import io.sluice.spi.OracleTask;
import io.sluice.spi.SearchSpace;
import java.util.Arrays;

/**
 * One step along a line: the gradient at the weights unless it is known, a direction, a search, and
 * the best point that it found. A direction that does not lead downhill, or along which nothing was
 * found, is forgotten for the steepest. If that leads nowhere either, the trial stops; with batches
 * it goes on to the next.
 *
 * <p>A parameter that the weight policy would put back where it stands is no part of a direction.
 */
final class LineDescent implements OracleState {

  private final OracleTask task;
  private final Direction choice;
  private final LineSearch search;
  private final double[] weights;
  private final double[] gradient;
  private final double[] direction;
  private final double[] found;
  private final double[] foundGradient;
  private final double[] step;
  private final double[] change;
  private double loss;
  private double foundLoss;
  private double slope;
  private double lastLength;
  private double lastSlope;
  private double foundLength;
  private boolean known;
  private boolean searching;
  private boolean steepest;
  private boolean hasFound;

  LineDescent(OracleTask task, Direction choice, LineSearch search) {
    this.task = task;
    this.choice = choice;
    this.search = search;
    int n = task.parameters();
    weights = new double[n];
    gradient = new double[n];
    direction = new double[n];
    found = new double[n];
    foundGradient = new double[n];
    step = new double[n];
    change = new double[n];
  }

  @Override
  public OracleRequest ask(double[] point, double[] unused) {
    if (!searching) {
      if (!known || !Arrays.equals(point, weights)) {
        Vectors.copy(point, weights);
        known = false;
        return OracleRequest.GRADIENT;
      }
      steepest = false;
      if (!begin(false)) {
        return nowhere(point);
      }
    }
    while (search.isOver()) {
      if (hasFound) {
        return accept(point);
      }
      choice.forget();
      if (steepest || !begin(true)) {
        return nowhere(point);
      }
    }
    Vectors.move(weights, search.length(), direction, point);
    return search.needsSlopes() ? OracleRequest.GRADIENT : OracleRequest.LOSS;
  }

  /** Begins a search, and says whether there is a direction that leads downhill. */
  private boolean begin(boolean straight) {
    if (!straight) {
      choice.write(gradient, direction);
      aim();
    }
    if (straight || !(slope < 0 && Vectors.areFinite(direction))) {
      choice.forget();
      Direction.steepest(gradient, direction);
      aim();
      steepest = true;
    }
    if (!(slope < 0 && slope >= -Double.MAX_VALUE)) {
      return false;
    }
    searching = true;
    hasFound = false;
    search.begin(loss, slope, choice.first(gradient, slope, lastLength, lastSlope));
    return true;
  }

  private void aim() {
    SearchSpace space = task.space();
    for (int p = 0; p < weights.length; p++) {
      double w = weights[p];
      if ((w <= space.lower(p) && direction[p] < 0) || (w >= space.upper(p) && direction[p] > 0)) {
        direction[p] = space.keep(p, w + direction[p]) == w ? 0 : direction[p];
      }
    }
    slope = Vectors.dot(gradient, direction);
  }

  private OracleRequest nowhere(double[] point) {
    searching = false;
    known = false;
    Vectors.copy(weights, point);
    return task.isFixed() ? OracleRequest.STOP : OracleRequest.ACCEPT;
  }

  private OracleRequest accept(double[] point) {
    lastLength = foundLength;
    lastSlope = slope;
    searching = false;
    known = false;
    if (search.needsSlopes()) {
      Vectors.subtract(found, weights, step);
      Vectors.subtract(foundGradient, gradient, change);
      choice.learn(step, change, foundGradient);
      if (task.isFixed()) {
        known = true;
        loss = foundLoss;
        Vectors.copy(foundGradient, gradient);
      }
    }
    Vectors.copy(found, weights);
    Vectors.copy(found, point);
    return OracleRequest.ACCEPT;
  }

  @Override
  public void tell(double told, double[] point, double[] vector) {
    if (!searching) {
      loss = told;
      Vectors.copy(vector, gradient);
      known = true;
      return;
    }
    double length = search.length();
    boolean slopes = search.needsSlopes();
    if (search.tell(told, slopes ? Vectors.dot(vector, direction) : Double.NaN)) {
      hasFound = true;
      foundLoss = told;
      foundLength = length;
      Vectors.copy(point, found);
      if (slopes) {
        Vectors.copy(vector, foundGradient);
      }
    }
  }
}
