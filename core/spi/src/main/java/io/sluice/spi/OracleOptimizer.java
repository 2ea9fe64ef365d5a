package io.sluice.spi;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * An optimizer that decides itself where it looks: a line search, a trust region, a second gradient
 * a step away. The state belongs to one trial; the engine answers the questions of many trials in
 * one block.
 *
 * <pre>{@code
 * public record Halving(double rate) implements OracleOptimizer {
 *   ...
 *   public OracleState start(OracleTask task) {
 *     return new OracleState() {
 *       double[] weights, gradient;  // null until the step has seen them
 *       double loss, length = rate;
 *       boolean better;
 *
 *       public OracleRequest ask(double[] point, double[] direction) {
 *         if (better) {
 *           weights = null;
 *           better = false;
 *           return OracleRequest.ACCEPT;  // The point is still where it was better.
 *         }
 *         if (weights == null) {
 *           return OracleRequest.GRADIENT;  // The point holds the weights.
 *         }
 *         for (int p = 0; p < point.length; p++) {
 *           point[p] = weights[p] - length * gradient[p];
 *         }
 *         return OracleRequest.LOSS;
 *       }
 *
 *       public void tell(double told, double[] point, double[] vector) {
 *         if (weights == null) {
 *           weights = point.clone();
 *           gradient = vector.clone();
 *           loss = told;
 *         } else {
 *           better = told <= loss;
 *           length *= better ? 2 : 0.5;
 *         }
 *       }
 *     };
 *   }
 * }
 * }</pre>
 *
 * <p>The copy that a lane's trial has holds that trial's hyper-parameters, so they may be read from
 * its fields.
 */
public non-sealed interface OracleOptimizer extends Optimizer {

  /** Every question it may ever ask; the preset is losses and gradients. */
  default Set<OracleRequest> questions() {
    return EnumSet.of(OracleRequest.LOSS, OracleRequest.GRADIENT);
  }

  /** The state of one trial before its first step. */
  OracleState start(OracleTask task);

  @Override
  default OracleOptimizer with(Map<String, Double> values) {
    return this;
  }
}
