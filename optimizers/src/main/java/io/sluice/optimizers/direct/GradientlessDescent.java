package io.sluice.optimizers.direct;

import io.sluice.optimizers.Settings;
import io.sluice.optimizers.SettingsSearch;
import io.sluice.spi.Description;
import io.sluice.spi.Hyperparameter;
import io.sluice.spi.Interval;
import io.sluice.spi.PopulationState;
import io.sluice.spi.RandomStream;
import io.sluice.spi.SearchSpace;
import java.util.Map;
import org.pf4j.Extension;

/**
 * Gradientless descent with binary search over radii: in every step one point on each of the
 * spheres with radius R, R / 2, R / 4 … r around the best point, and the best of all becomes the
 * point if it is not worse. It uses only the order of losses, and needs no step size. Presets: R =
 * 0.5 and r = 0.0001 of the box, so that 13 points make a step; below r it does not search. The
 * first step is a uniform point.
 *
 * @param settings the hyper-parameters
 */
@Extension
public record GradientlessDescent(Settings settings) implements SettingsSearch {

  /** The presets. */
  public GradientlessDescent() {
    this(
        Settings.of(
            Hyperparameter.real(
                "largest-radius", 0.5, Interval.POSITIVE, "R, in widths of the box"),
            Hyperparameter.real(
                "smallest-radius",
                1e-4,
                Interval.POSITIVE,
                "r; where it exceeds R, R alone, in widths of the box")));
  }

  @Override
  public String id() {
    return "gradientless-descent";
  }

  @Override
  public Description description() {
    return Description.of(
            "The best of points at all distances",
            "x' = x + R 2^−k v, ‖v‖ = 1;  x ← the best",
            "D. Golovin et al., Gradientless Descent: High-Dimensional Zeroth-Order Optimization, arXiv 1911.06317")
        .note("evosax draws the radii at random in place of all of them.");
  }

  @Override
  public int populationSize(int parameters) {
    return radii();
  }

  @Override
  public GradientlessDescent with(Map<String, Double> values) {
    return new GradientlessDescent(settings.with(values));
  }

  @Override
  public PopulationState start(SearchSpace space, RandomStream random) {
    double largest = settings.real("largest-radius");
    return new BallSearch(space, random, radii()) {
      @Override
      void propose(int member, double[] step) {
        double length = 0;
        for (int p = 0; p < step.length; p++) {
          step[p] = random.nextGaussian();
          length += step[p] * step[p];
        }
        double radius = largest * StrictMath.pow(0.5, member);
        for (int p = 0; p < step.length; p++) {
          step[p] *= radius / Math.sqrt(Math.max(length, Double.MIN_NORMAL));
        }
      }
    };
  }

  /** How many radii there are: at most as many as there are powers of two. */
  private int radii() {
    double ratio = settings.real("largest-radius") / settings.real("smallest-radius");
    return Math.min(2000, 1 + Math.max(0, Math.getExponent(ratio)));
  }
}
