package io.sluice.optimizers.oracle;

import io.sluice.spi.FirstMoment;
import io.sluice.spi.Hyperparameter;
import io.sluice.spi.OracleOptimizer;
import io.sluice.spi.OracleRequest;
import io.sluice.spi.OracleState;
import io.sluice.spi.OracleTask;
import io.sluice.spi.RandomStream;
import io.sluice.spi.SearchSpace;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The steps of an optimizer on a function without bounds, with what it asked on the way. */
public final class Walk {

  /** The weights after each step; first those it starts from. */
  public final List<double[]> steps = new ArrayList<>();

  /** How often each question was asked. */
  final Map<OracleRequest, Integer> asked = new LinkedHashMap<>();

  /** Whether it stopped of itself. */
  boolean stopped;

  /** What is no number in an answer that is lost. */
  public enum Lost {
    /** The loss and all slopes. */
    ALL,
    /** All slopes. */
    SLOPES,
    /** One slope. */
    ONE_SLOPE,
    /** All slopes are infinite. */
    INFINITE_SLOPES,
    /** The loss. */
    LOSS
  }

  private final Bowl bowl;
  private final Lost lost;
  private final int index;
  private int answers;
  private final OracleState state;
  private final double[] point;
  private final double[] direction;

  public Walk(OracleOptimizer optimizer, Bowl bowl, double... start) {
    this(optimizer, bowl, Lost.ALL, 0, true, start);
  }

  /**
   * A walk on which one answer is lost.
   *
   * @param index of the answer, from 1; 0 for none
   * @param isFixed what the optimizer is told of the function
   */
  public Walk(
      OracleOptimizer optimizer,
      Bowl bowl,
      Lost lost,
      int index,
      boolean isFixed,
      double... start) {
    this.bowl = bowl;
    this.lost = lost;
    this.index = index;
    point = start.clone();
    direction = new double[start.length];
    state = optimizer.start(new OracleTask(new Free(start.length), new RandomStream(1), isFixed));
    steps.add(start.clone());
  }

  /** The optimizer with other values of some hyper-parameters. */
  static OracleOptimizer with(OracleOptimizer optimizer, Map<String, Double> values) {
    Map<String, Double> all = new LinkedHashMap<>();
    for (Hyperparameter each : optimizer.hyperparameters()) {
      all.put(each.name(), values.getOrDefault(each.name(), each.value()));
    }
    return optimizer.with(all);
  }

  /** Goes on for so many steps, or until it stops. */
  public Walk steps(int count) {
    int last = steps.size() + count;
    while (steps.size() < last && !stopped) {
      advance();
    }
    return this;
  }

  /** Goes on until the loss at the weights is at most this, or for a very long time. */
  Walk until(double loss) {
    for (int i = 0; i < 200_000 && !stopped && bowl.loss(last()) > loss; i++) {
      advance();
    }
    return this;
  }

  public double[] last() {
    return steps.get(steps.size() - 1);
  }

  /** What was paid, with two parameters and 3 for a gradient or for all residuals. */
  int cost() {
    return asked.entrySet().stream()
        .mapToInt(
            each -> {
              switch (each.getKey()) {
                case LOSS:
                  return each.getValue();
                case HESSIAN_PRODUCT:
                  return 6 * each.getValue();
                default:
                  return 3 * each.getValue();
              }
            })
        .sum();
  }

  private void advance() {
    OracleRequest request = state.ask(point, direction);
    double[] vector = new double[point.length];
    boolean isLost = request.isQuestion() && ++answers == index;
    switch (request) {
      case STOP:
        stopped = true;
        return;
      case ACCEPT:
        steps.add(point.clone());
        return;
      case HESSIAN_PRODUCT:
        bowl.product(point, direction, vector);
        break;
      case RESIDUALS:
        bowl.residuals(
            point, (left, slopes) -> state.residual(left, isLost ? spoilt(slopes) : slopes));
        bowl.gradient(point, vector);
        break;
      default:
        bowl.gradient(point, vector);
    }
    asked.merge(request, 1, Integer::sum);
    boolean hasLoss = !isLost || (lost != Lost.ALL && lost != Lost.LOSS);
    state.tell(
        hasLoss ? bowl.loss(point) : Double.POSITIVE_INFINITY,
        point,
        isLost ? spoilt(vector) : vector);
  }

  private double[] spoilt(double[] numbers) {
    double[] spoilt = numbers.clone();
    switch (lost) {
      case LOSS:
        return spoilt;
      case ONE_SLOPE:
        spoilt[0] = Double.NaN;
        return spoilt;
      case INFINITE_SLOPES:
        Arrays.fill(spoilt, Double.POSITIVE_INFINITY);
        return spoilt;
      default:
        Arrays.fill(spoilt, Double.NaN);
        return spoilt;
    }
  }

  /** No bounds. */
  private record Free(int parameters) implements SearchSpace {
    @Override
    public double lower(int parameter) {
      return Double.NEGATIVE_INFINITY;
    }

    @Override
    public double upper(int parameter) {
      return Double.POSITIVE_INFINITY;
    }

    @Override
    public double keep(int parameter, int member, double value, FirstMoment moment) {
      return value;
    }
  }
}
