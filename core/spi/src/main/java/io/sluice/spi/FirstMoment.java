package io.sluice.spi;

/**
 * What drives the weights of an optimizer on, such as its momentum. The weight policy {@code
 * reflect-flip} reverses it for a weight that bounced off its bound: of a {@link GradientState} as
 * of what a population hands to {@link SearchSpace#keep(int, int, double, FirstMoment)}.
 */
@FunctionalInterface
public interface FirstMoment {

  /** Of an optimizer that has none. */
  FirstMoment NONE = (parameter, lane) -> {};

  /**
   * The moment of this weight changes its sign.
   *
   * @param parameter the weight
   * @param lane the trial in a block of trials, or the member of a population
   */
  void flip(int parameter, int lane);
}
