package io.sluice.spi;

/**
 * The state of an {@link OracleOptimizer} in one trial. The engine asks it for a request, answers
 * if that is a question, and asks again.
 */
public interface OracleState {

  /**
   * States the next request.
   *
   * @param point holds the weights when a step begins, else where the last question was asked;
   *     receives where to look, or the weights that are accepted. The weight policy is then applied
   *     to it.
   * @param direction receives the direction of {@link OracleRequest#HESSIAN_PRODUCT}
   */
  OracleRequest ask(double[] point, double[] direction);

  /**
   * Takes one residual; called for each before the answer to {@link OracleRequest#RESIDUALS}.
   *
   * @param residual what is left, whose square is its share of the loss
   * @param slopes of the residual by the parameters; to be read only, and another row next time
   */
  default void residual(double residual, double[] slopes) {}

  /**
   * Takes the answer to the question asked last. What it is given is to be read only.
   *
   * @param loss at the point, never NaN: positive infinity if there is none. NaN as answer to
   *     {@link OracleRequest#HESSIAN_PRODUCT}, which does not show it.
   * @param point where the question was asked, after the weight policy
   * @param vector the gradient, or the product; of the loss alone nothing that counts. May hold
   *     numbers that are not finite.
   */
  void tell(double loss, double[] point, double[] vector);

  /** An accepted weight bounced: what drives it on changes its sign, if anything does. */
  default void flip(int parameter) {}
}
