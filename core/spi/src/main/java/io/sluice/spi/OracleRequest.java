package io.sluice.spi;

/**
 * What an {@link OracleState} wants next: one of four questions, or a decision. Every question is
 * asked at a point of the lane's own, on the same batch and the same random draws until the step is
 * done, and is booked to the lane that asked. Costs are in forward-equivalents, of all rows; over a
 * batch they are its share of the rows.
 */
public enum OracleRequest {
  /** The loss at the point; costs 1. */
  LOSS,
  /**
   * The loss and its gradient at the point; costs what a gradient costs in the study, 3 unless
   * declared otherwise.
   */
  GRADIENT,
  /**
   * The Hessian at the point times the direction; costs two gradients. It is the central difference
   * of two gradients a hair to both sides, also where these lie beyond a bound.
   */
  HESSIAN_PRODUCT,
  /**
   * The residuals at the point with the slopes of each, for losses that are sums of squares: the
   * squared error of a network, or a function that is such a sum. Scaled so that the loss is the
   * sum of their squares. Costs 1 + 2 × the number of outputs; of a function as much as a gradient.
   */
  RESIDUALS,
  /** The step is done: the point becomes the lane's weights. Costs nothing. */
  ACCEPT,
  /** There is nothing left to do: the trial ends with the weights it has. Costs nothing. */
  STOP;

  /** Whether this asks something, or else decides. */
  public boolean isQuestion() {
    return this != ACCEPT && this != STOP;
  }
}
