package io.sluice.optimizers.oracle;

import io.sluice.optimizers.Settings;
import io.sluice.spi.OracleRequest;
import io.sluice.spi.OracleTask;
import java.util.Arrays;

/**
 * Minimises the quadratic model in a ball by conjugate gradients (Steihaug 1983), each a product
 * with the Hessian, tries the point, and grows or shrinks the ball by how well the model foretold
 * the loss.
 */
final class TrustRegionState extends AtWeights {

  private static final double POOR = 0.25;
  private static final double GOOD = 0.75;
  private static final double LEAST_RADIUS = 1e-150;

  /** Of a loss, below which nothing is foretold (Conn, Gould & Toint 2000, section 17.4.2). */
  private static final double ROUNDING = 10 * 0x1p-52;

  private enum Phase {
    BEGIN,
    PRODUCTS,
    TRY,
    DONE,
    LOST
  }

  private final double firstRadius;
  private final double largestRadius;
  private final double decrease;
  private final double[] move;
  private final double[] moved;
  private final double[] rest;
  private final double[] search;
  private double radius;
  private double tolerance;
  private int products;
  private boolean atBorder;
  private Phase phase = Phase.BEGIN;

  TrustRegionState(OracleTask task, Settings set) {
    super(task);
    firstRadius = set.real("first-radius");
    largestRadius = set.real("largest-radius");
    decrease = set.real("decrease");
    radius = firstRadius;
    int n = task.parameters();
    move = new double[n];
    moved = new double[n];
    rest = new double[n];
    search = new double[n];
  }

  @Override
  void begin() {
    phase = Phase.BEGIN;
  }

  @Override
  OracleRequest go(double[] point, double[] direction) {
    if (phase == Phase.BEGIN) {
      double norm = Vectors.norm(gradient);
      if (!(norm > 0 && norm <= Double.MAX_VALUE)) {
        return nowhere(point);
      }
      Arrays.fill(move, 0);
      Arrays.fill(moved, 0);
      Vectors.copy(gradient, rest);
      Vectors.scale(-1, gradient, search);
      tolerance = Math.min(0.5, Math.sqrt(norm)) * norm;
      products = 0;
      atBorder = false;
      phase = Phase.PRODUCTS;
    }
    switch (phase) {
      case PRODUCTS:
        Vectors.copy(weights, point);
        Vectors.copy(search, direction);
        return OracleRequest.HESSIAN_PRODUCT;
      case TRY:
        Vectors.move(weights, 1, move, point);
        return OracleRequest.GRADIENT;
      case DONE:
        Vectors.copy(weights, point);
        return OracleRequest.ACCEPT;
      default:
        radius = firstRadius;
        return nowhere(point);
    }
  }

  @Override
  void hear(double told, double[] point, double[] vector) {
    if (phase == Phase.PRODUCTS) {
      goOn(vector);
    } else {
      judge(told, point, vector);
    }
  }

  private void goOn(double[] product) {
    products++;
    double curvature = Vectors.dot(search, product);
    double squares = Vectors.dot(rest, rest);
    double length = squares / curvature;
    if (!(curvature > 0) || !(reached(length) < radius)) {
      length = toBorder();
      atBorder = true;
    }
    Vectors.move(move, length, search, move);
    Vectors.move(moved, length, product, moved);
    Vectors.move(rest, length, product, rest);
    double left = Vectors.dot(rest, rest);
    if (atBorder || !(Math.sqrt(left) >= tolerance) || products >= 2 * move.length) {
      phase = Vectors.areFinite(move) ? Phase.TRY : Phase.LOST;
      return;
    }
    double beta = left / squares;
    for (int p = 0; p < search.length; p++) {
      search[p] = beta * search[p] - rest[p];
    }
  }

  private double reached(double length) {
    double squares = 0;
    for (int p = 0; p < move.length; p++) {
      double reached = move[p] + length * search[p];
      squares += reached * reached;
    }
    return Math.sqrt(squares);
  }

  /** How far along the search the border of the ball is. */
  private double toBorder() {
    double a = Vectors.dot(search, search);
    double b = Vectors.dot(move, search);
    double c = Vectors.dot(move, move) - radius * radius;
    return (Math.sqrt(Math.max(0, b * b - a * c)) - b) / a;
  }

  private void judge(double told, double[] point, double[] vector) {
    double foretold = -(Vectors.dot(gradient, move) + 0.5 * Vectors.dot(move, moved));
    double rounding = ROUNDING * Math.abs(loss);
    double ratio = (loss - told + rounding) / (foretold + rounding);
    if (!(ratio >= POOR)) {
      radius *= POOR;
    } else if (ratio > GOOD && atBorder) {
      radius = Math.min(2 * radius, largestRadius);
    }
    if (ratio > decrease) {
      loss = told;
      Vectors.copy(point, weights);
      Vectors.copy(vector, gradient);
      phase = Phase.DONE;
    } else {
      phase = radius > LEAST_RADIUS && !Arrays.equals(point, weights) ? Phase.BEGIN : Phase.LOST;
    }
  }

  @Override
  boolean foresees(double[] accepted) {
    return phase == Phase.DONE;
  }
}
