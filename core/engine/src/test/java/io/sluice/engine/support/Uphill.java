package io.sluice.engine.support;

import io.sluice.spi.GradientState;
import io.sluice.spi.Hyperparameter;
import io.sluice.spi.Interval;
import io.sluice.spi.OracleRequest;
import io.sluice.spi.OracleState;
import io.sluice.spi.OracleTask;
import io.sluice.spi.OracleWrapper;
import java.util.List;
import java.util.Map;

/** A wrapper that looks a constant distance beside the weights. */
public record Uphill(double distance) implements OracleWrapper {

  public Uphill() {
    this(0.01);
  }

  @Override
  public String id() {
    return "uphill";
  }

  @Override
  public List<Hyperparameter> hyperparameters() {
    return List.of(
        Hyperparameter.real("distance", distance, Interval.NOT_NEGATIVE, "in each direction"));
  }

  @Override
  public Uphill with(Map<String, Double> values) {
    return new Uphill(values.get("distance"));
  }

  @Override
  public OracleState start(GradientState inner, OracleTask task) {
    double[] weights = new double[task.parameters()];
    double[] gradient = new double[task.parameters()];
    return new OracleState() {
      private boolean told;
      private int step;

      @Override
      public OracleRequest ask(double[] point, double[] direction) {
        if (told) {
          inner.update(++step, 1, weights, gradient);
          for (int p = 0; p < point.length; p++) {
            point[p] = weights[p] + gradient[p];
          }
          told = false;
          return OracleRequest.ACCEPT;
        }
        System.arraycopy(point, 0, weights, 0, point.length);
        for (int p = 0; p < point.length; p++) {
          point[p] += distance;
        }
        return OracleRequest.GRADIENT;
      }

      @Override
      public void tell(double loss, double[] point, double[] vector) {
        told = true;
        System.arraycopy(vector, 0, gradient, 0, vector.length);
      }
    };
  }
}
