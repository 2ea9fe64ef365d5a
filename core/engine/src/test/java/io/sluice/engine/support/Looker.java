package io.sluice.engine.support;

import io.sluice.spi.Hyperparameter;
import io.sluice.spi.Interval;
import io.sluice.spi.OracleOptimizer;
import io.sluice.spi.OracleRequest;
import io.sluice.spi.OracleState;
import io.sluice.spi.OracleTask;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Asks questions drawn by lot a little beside the weights, then goes down the gradient there; with
 * squares it also asks for residuals.
 */
public record Looker(double learningRate, boolean squares) implements OracleOptimizer {

  public Looker() {
    this(0.25, false);
  }

  @Override
  public String id() {
    return "looker";
  }

  @Override
  public List<Hyperparameter> hyperparameters() {
    return List.of(
        Hyperparameter.real("learning-rate", learningRate, Interval.POSITIVE, "step size"),
        Hyperparameter.flag("squares", squares, "asks for residuals"));
  }

  @Override
  public Looker with(Map<String, Double> values) {
    return new Looker(values.get("learning-rate"), values.get("squares") == 1);
  }

  @Override
  public Set<OracleRequest> questions() {
    Set<OracleRequest> questions =
        EnumSet.of(OracleRequest.LOSS, OracleRequest.GRADIENT, OracleRequest.HESSIAN_PRODUCT);
    if (squares) {
      questions.add(OracleRequest.RESIDUALS);
    }
    return questions;
  }

  @Override
  public OracleState start(OracleTask task) {
    return new OracleState() {
      private final OracleRequest[] questions = questions().toArray(new OracleRequest[0]);
      private final double[] sum = new double[task.parameters()];
      private double[] weights;
      private OracleRequest asked;

      @Override
      public OracleRequest ask(double[] point, double[] direction) {
        if (weights == null) {
          weights = point.clone();
        }
        boolean goes = asked == OracleRequest.GRADIENT;
        for (int p = 0; p < point.length; p++) {
          direction[p] = 1 + sum[p];
          point[p] =
              weights[p] + (goes ? -learningRate * sum[p] : 0.01 * task.random().nextDouble(-1, 1));
        }
        if (goes) {
          asked = null;
          weights = null;
          return OracleRequest.ACCEPT;
        }
        asked = questions[task.random().nextInt(questions.length)];
        return asked;
      }

      @Override
      public void residual(double residual, double[] slopes) {
        for (int p = 0; p < sum.length; p++) {
          sum[p] += 0.01 * residual * slopes[p];
        }
      }

      @Override
      public void tell(double loss, double[] point, double[] vector) {
        for (int p = 0; p < sum.length && asked != OracleRequest.LOSS; p++) {
          sum[p] = asked == OracleRequest.GRADIENT ? vector[p] : sum[p] + 0.001 * vector[p];
        }
      }
    };
  }
}
