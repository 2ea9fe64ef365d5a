package io.sluice.engine.plan;

import io.sluice.engine.plan.ActivationBand.Search;
import io.sluice.moments.Interruption;
import io.sluice.spi.Activation;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoublePredicate;

/**
 * The band of an activation that oscillates: a share of the period of its slope, which is that of
 * what oscillates about a line, such as snake; or of the piece around 0 on which it is monotone, if
 * it turns on both sides but never repeats, such as x cos x.
 */
final class PeriodicBand {

  /** So many of the following crossings may belong to one period. */
  private static final int CROSSINGS = 8;

  private static final int PLACES = 400;
  private static final double REACH = 30;
  private static final double ALIKE = 1e-6;

  private PeriodicBand() {}

  static Search find(Activation activation, double share) {
    double[] x = ActivationBand.grid();
    double[] slope = new double[x.length];
    double least = Double.POSITIVE_INFINITY;
    double greatest = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < x.length; i++) {
      Interruption.check();
      slope[i] = activation.slope(x[i]);
      if (Math.abs(x[i]) < REACH) {
        least = Math.min(least, slope[i]);
        greatest = Math.max(greatest, slope[i]);
      }
    }
    double amplitude = greatest - least;
    if (Double.isNaN(amplitude) || Double.isInfinite(amplitude)) {
      return Search.none("its slope is not a finite number everywhere");
    }
    double level = least + amplitude / 2;
    double period = period(activation, crossings(activation, x, slope, level), amplitude);
    if (period > 0) {
      return Search.of(-share * period / 2, share * period / 2);
    }
    double lower = turn(activation, x, slope, -1);
    double upper = turn(activation, x, slope, 1);
    return lower < 0 && upper > 0
        ? Search.of(2 * share * lower, 2 * share * upper)
        : Search.none("it neither repeats nor turns on both sides of 0");
  }

  /** Where the slope rises through a level, from 0 on. */
  private static List<Double> crossings(
      Activation activation, double[] x, double[] slope, double level) {
    List<Double> found = new ArrayList<>();
    DoublePredicate isAbove = at -> activation.slope(at) > level;
    for (int i = x.length / 2; i + 1 < x.length && found.size() <= CROSSINGS; i++) {
      if (slope[i] <= level && slope[i + 1] > level) {
        found.add(ActivationBand.edge(isAbove, x[i], x[i + 1]));
      }
    }
    return found;
  }

  /** The first distance between crossings after which the slope repeats; 0 if none is. */
  private static double period(Activation activation, List<Double> crossings, double amplitude) {
    for (int i = 1; i < crossings.size(); i++) {
      double period = crossings.get(i) - crossings.get(0);
      int alike = 0;
      for (int p = 0; p < PLACES; p++) {
        double at = REACH * (2.0 * p / PLACES - 1 + 0.1234 / PLACES);
        double change = activation.slope(at + period) - activation.slope(at);
        alike += Math.abs(change) <= ALIKE * amplitude ? 1 : 0;
      }
      if (alike >= PLACES - PLACES / 100) {
        return period;
      }
    }
    return 0;
  }

  /** Where the slope first changes its sign on one side of 0; 0 if it does not. */
  private static double turn(Activation activation, double[] x, double[] slope, int step) {
    int middle = x.length / 2;
    double sign = Math.signum(slope[middle]);
    for (int i = middle; i + step >= 0 && i + step < x.length && sign != 0; i += step) {
      if (slope[i + step] * sign < 0) {
        return ActivationBand.edge(at -> activation.slope(at) * sign <= 0, x[i], x[i + step]);
      }
    }
    return 0;
  }
}
