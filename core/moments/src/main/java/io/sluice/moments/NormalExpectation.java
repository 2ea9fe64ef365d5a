package io.sluice.moments;

import io.sluice.math.Exponential;
import java.util.Arrays;

/**
 * E g(z) of a standard normal z, by Gauss and Legendre's rule of 16 points on panels that are
 * halved until two halves agree with the whole. The panels reach from −40 to 40, beyond which the
 * density is below 1e-347, and split where the caller says that g has a kink or a jump.
 *
 * <p>Smooth functions and those with kinks at the given points come out to about 1e-14 of the
 * integral of |g|; jumps elsewhere are closed in on by bisection. A panel, mostly of the width 1,
 * is halved 256 times at most, so a function that oscillates more than some hundred times in one is
 * integrated only roughly. The result is not finite if g is not finite somewhere. Each panel is an
 * {@link Interruption#check() opportunity} to give up.
 */
public final class NormalExpectation {

  private static final int POINTS = 16;
  private static final double[] NODES = new double[POINTS];
  private static final double[] SHARES = new double[POINTS];

  /** (2π)^(−1/4), the square root of the density at 0. */
  private static final double ROOT_DENSITY = 0.6316187777460647;

  private static final double[] EDGES = {
    -40, -28, -20, -14, -10, -8, -7, -6, -5, -4, -3, -2, -1, 0, 1, 2, 3, 4, 5, 6, 7, 8, 10, 14, 20,
    28, 40
  };
  private static final double TOLERANCE = 1e-14;
  private static final int MOST_HALVINGS = 256;
  private static final int DEEPEST = 60;

  static {
    for (int i = 0; i < POINTS; i++) {
      findNode(i);
    }
  }

  private final Integrand integrand;
  private double tolerance;
  private int halvings;

  private NormalExpectation(Integrand integrand) {
    this.integrand = integrand;
  }

  /** A function times the density. */
  @FunctionalInterface
  public interface Integrand {
    /**
     * g(z) · rootDensity². Squares should be formed of products with one root each, which overflow
     * later.
     *
     * @param rootDensity the square root of the density at z
     */
    double at(double z, double rootDensity);
  }

  /**
   * E g(z).
   *
   * @param breaks where g has kinks or jumps, in any order
   */
  public static double of(Integrand integrand, double... breaks) {
    double[] edges = Arrays.copyOf(EDGES, EDGES.length + breaks.length);
    for (int i = 0; i < breaks.length; i++) {
      edges[EDGES.length + i] = Math.max(-40, Math.min(40, breaks[i]));
    }
    Arrays.sort(edges);
    return new NormalExpectation(integrand).between(edges);
  }

  private double between(double[] edges) {
    double[] panels = new double[edges.length - 1];
    double magnitude = 0;
    for (int i = 0; i < panels.length; i++) {
      panels[i] = edges[i] < edges[i + 1] ? panel(edges[i], edges[i + 1]) : 0;
      magnitude += Math.abs(panels[i]);
    }
    if (!Double.isFinite(magnitude)) {
      return magnitude;
    }
    tolerance = TOLERANCE * magnitude;
    double sum = 0;
    for (int i = 0; i < panels.length; i++) {
      if (edges[i] < edges[i + 1]) {
        halvings = 0;
        sum += refined(edges[i], edges[i + 1], panels[i], 0);
      }
    }
    return sum;
  }

  private double refined(double from, double to, double whole, int depth) {
    double middle = 0.5 * (from + to);
    double left = panel(from, middle);
    double right = panel(middle, to);
    double difference = Math.abs(left + right - whole);
    if (!(difference > tolerance) || depth >= DEEPEST || ++halvings > MOST_HALVINGS) {
      return left + right;
    }
    return refined(from, middle, left, depth + 1) + refined(middle, to, right, depth + 1);
  }

  private double panel(double from, double to) {
    Interruption.check();
    double half = 0.5 * (to - from);
    double middle = 0.5 * (to + from);
    double sum = 0;
    for (int i = 0; i < POINTS; i++) {
      double z = middle + half * NODES[i];
      sum += SHARES[i] * integrand.at(z, ROOT_DENSITY * Exponential.exp(-0.25 * z * z));
    }
    return half * sum;
  }

  /** Newton's method for the roots of Legendre's polynomial of degree 16. */
  private static void findNode(int index) {
    double x = -StrictMath.cos(StrictMath.PI * (index + 0.75) / (POINTS + 0.5));
    double slope = 1;
    for (int step = 0; step < 10; step++) {
      double before = 1;
      double now = x;
      for (int n = 2; n <= POINTS; n++) {
        double next = ((2 * n - 1) * x * now - (n - 1) * before) / n;
        before = now;
        now = next;
      }
      slope = POINTS * (x * now - before) / (x * x - 1);
      x -= now / slope;
    }
    NODES[index] = x;
    SHARES[index] = 2 / ((1 - x * x) * slope * slope);
  }
}
