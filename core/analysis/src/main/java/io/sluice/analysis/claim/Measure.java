package io.sluice.analysis.claim;

import io.sluice.analysis.CellSamples;
import io.sluice.analysis.Figures;
import io.sluice.analysis.Response;
import io.sluice.analysis.StudyRows;
import java.util.Objects;

/**
 * A number of each trial that a rule looks at. Costs and losses are compared on a logarithmic
 * scale: in powers of ten, between 1e-16 and 1e16. A trial that missed a target counts with its
 * budget; one that diverged or failed has an infinite loss.
 *
 * @param kind what it is
 * @param target the loss to be reached; NaN where it is about none
 * @param metric the metric whose last value it is; empty where it is about none
 */
public record Measure(Kind kind, double target, String metric) {

  private static final double MOST_LOG = 16;

  /** What can be looked at. */
  public enum Kind {
    /** 1 where a target was reached, else 0. */
    SUCCESS,
    /** What was spent to reach a target, in forward-equivalents. */
    COST,
    /** The lowest loss seen. */
    BEST_LOSS,
    /** The last loss. */
    LOSS,
    /** The last value of a metric. */
    METRIC
  }

  public Measure {
    Objects.requireNonNull(kind, "kind");
    boolean hasTarget = kind == Kind.SUCCESS || kind == Kind.COST;
    if (hasTarget == Double.isNaN(target) || (kind == Kind.METRIC) == metric.isEmpty()) {
      throw new IllegalArgumentException(
          kind + " is not of target " + target + " and metric \"" + metric + "\"");
    }
  }

  /** Whether a target was reached. */
  public static Measure success(double target) {
    return new Measure(Kind.SUCCESS, target, "");
  }

  /** The cost to a target. */
  public static Measure cost(double target) {
    return new Measure(Kind.COST, target, "");
  }

  /** The lowest loss or the last one. */
  public static Measure loss(boolean best) {
    return new Measure(best ? Kind.BEST_LOSS : Kind.LOSS, Double.NaN, "");
  }

  /** The last value of a metric. */
  public static Measure metric(String name) {
    return new Measure(Kind.METRIC, Double.NaN, name);
  }

  /** Whether it is compared in powers of ten. */
  public boolean isLogarithmic() {
    return kind == Kind.COST || kind == Kind.BEST_LOSS || kind == Kind.LOSS;
  }

  /** Whether it is 0 or 1. */
  public boolean isSuccess() {
    return kind == Kind.SUCCESS;
  }

  /** The number of a trial; NaN where a metric has none. */
  double of(StudyRows rows, CellSamples cell, int repeat) {
    switch (kind) {
      case SUCCESS:
        return cell.hit(place(rows), repeat) ? 1 : 0;
      case COST:
        return rows.spent(cell, place(rows), repeat);
      case BEST_LOSS:
        return cell.bestLoss(repeat);
      case LOSS:
        double loss = cell.finalLoss(repeat);
        return Double.isNaN(loss) ? Double.POSITIVE_INFINITY : loss;
      default:
        if (!rows.hasMetric(cell, metric) && rows.place(metric) < 0) {
          throw new IllegalArgumentException(
              "no " + metric + " was measured in " + rows.header().name());
        }
        return rows.lastValue(metric).of(cell, repeat);
    }
  }

  /** The number on the scale on which it is compared. */
  double scaled(StudyRows rows, CellSamples cell, int repeat) {
    double number = of(rows, cell, repeat);
    return isLogarithmic() ? log(number) : number;
  }

  /** log10 within ± 16. */
  static double log(double number) {
    return Math.min(MOST_LOG, Math.max(-MOST_LOG, Math.log10(number)));
  }

  /** The same as what an explanation takes apart: losses and metrics by their ranks. */
  Response response() {
    switch (kind) {
      case SUCCESS:
        return Response.of(Response.Kind.SUCCESS, target);
      case COST:
        return Response.of(Response.Kind.LOG_COST, target);
      case BEST_LOSS:
        return Response.ofMetric("best-loss");
      case LOSS:
        return Response.ofMetric("loss");
      default:
        return Response.ofMetric(metric);
    }
  }

  private int place(StudyRows rows) {
    int place = rows.header().targets().indexOf(target);
    if (place < 0) {
      throw new IllegalArgumentException(
          Figures.exact(target) + " is none of the targets of " + rows.header().name());
    }
    return place;
  }

  /** In words: {@code cost to loss 0.001}. */
  public String words() {
    switch (kind) {
      case SUCCESS:
        return "share of trials that reach loss " + Figures.exact(target);
      case COST:
        return "cost to loss " + Figures.exact(target);
      case BEST_LOSS:
        return "lowest loss";
      case LOSS:
        return "final loss";
      default:
        return metric.replace('-', ' ');
    }
  }

  /** The unit that differences are in, with a blank before it; may be empty. */
  String unit() {
    return isLogarithmic() ? " powers of ten" : "";
  }
}
