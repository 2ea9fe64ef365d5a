package io.sluice.activations;

import io.sluice.math.CubeRoot;
import io.sluice.spi.Description;
import org.pf4j.Extension;

/** f(x) = ∛x; f' = 1 / (3 f²), infinite at zero. */
@Extension
public record Cbrt() implements OneFunction {

  @Override
  public String id() {
    return "cbrt";
  }

  @Override
  public Description description() {
    return Description.of("The cube root", "cbrt(x)", "");
  }

  @Override
  public double[] kinks() {
    return new double[] {0};
  }

  @Override
  public double inner(double x) {
    return CubeRoot.cbrt(x);
  }

  @Override
  public void inners(double[] x, double[] y, int from, int to) {
    CubeRoot.cbrts(x, y, from, to);
  }

  @Override
  public double value(double x, double root) {
    return root;
  }

  @Override
  public double slope(double x, double root) {
    return 1 / (3 * (root * root));
  }
}
