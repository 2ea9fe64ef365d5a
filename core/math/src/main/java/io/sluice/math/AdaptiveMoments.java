package io.sluice.math;

/**
 * Running means of gradients and of their squares, and the steps they give: the estimates of
 * moments in Adam (Kingma and Ba 2015), in one pass over the arrays.
 */
public final class AdaptiveMoments {

  private AdaptiveMoments() {}

  /**
   * For {@code from <= i < to}, with {@code g = gradients[i]}: adds {@code toMean (g - mean[i])} to
   * {@code mean[i]}, makes {@code square[i]} to {@code keptSquare square[i] + (toSquare g) g}, and
   * gives the step {@link RootQuotient#rootQuotient}{@code (scale mean[i], square[i], factor,
   * constant)} with the new ones to {@code target[i]}.
   *
   * @param target receives the steps; may be the gradients
   * @param add whether the steps are added to the target rather than put in the place of it
   */
  public static void steps(
      double[] mean,
      double toMean,
      double[] square,
      double keptSquare,
      double toSquare,
      double scale,
      double factor,
      double constant,
      double[] gradients,
      double[] target,
      boolean add,
      int from,
      int to) {
    KernelChoice.KERNELS.steps(
        mean,
        toMean,
        square,
        keptSquare,
        toSquare,
        scale,
        factor,
        constant,
        gradients,
        target,
        add,
        from,
        to);
  }
}
