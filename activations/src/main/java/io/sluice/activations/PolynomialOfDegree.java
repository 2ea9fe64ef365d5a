package io.sluice.activations;

import io.sluice.sdk.ActivationExtension;
import io.sluice.spi.Hyperparameter;
import io.sluice.spi.Interval;
import java.util.List;

/** A polynomial of a family that has one for each degree from 0 to 6, even or odd as the degree. */
interface PolynomialOfDegree extends ActivationExtension {

  /**
   * The polynomials of a family.
   *
   * @param coefficients the coefficients of every degree, the constant first
   * @param scales what each is divided by
   * @param least the least value of each even degree
   */
  record Family(double[][] coefficients, double[] scales, double[] least) {}

  /** The family. */
  Family family();

  /** The degree of the polynomial. */
  double degree();

  @Override
  default Interval range() {
    if (degree() == 0) {
      return Interval.closed(1, 1);
    }
    return degree() % 2 == 0
        ? Interval.atLeast(family().least()[(int) degree() / 2])
        : Interval.REALS;
  }

  @Override
  default List<Hyperparameter> hyperparameters() {
    return List.of(
        Hyperparameter.integer(
            "degree", (int) degree(), Interval.closed(0, 6), "the degree of the polynomial"));
  }

  @Override
  default double value(double x) {
    int n = (int) degree();
    return Polynomial.value(family().coefficients()[n], x) / family().scales()[n];
  }

  @Override
  default double slope(double x) {
    int n = (int) degree();
    double[] c = family().coefficients()[n];
    return Polynomial.slope(c, 0, c.length, x) / family().scales()[n];
  }
}
