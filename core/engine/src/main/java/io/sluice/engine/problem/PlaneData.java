package io.sluice.engine.problem;

import static io.sluice.spi.Hyperparameter.integer;
import static io.sluice.spi.Hyperparameter.real;

import io.sluice.engine.study.Dataset;
import io.sluice.spi.Hyperparameter;
import io.sluice.spi.Interval;
import io.sluice.spi.RandomStream;
import java.util.List;
import java.util.Map;

/** Seeded classes of points in the plane. The same values give the same points everywhere. */
final class PlaneData {

  private PlaneData() {}

  static List<Hyperparameter> moonsHyperparameters() {
    return List.of(points(), noise(0.1), seed());
  }

  static Dataset moons(Map<String, Double> values) {
    return classes(
        values,
        "two-moons",
        (second, t, point) -> {
          double angle = Math.PI * t;
          point[0] = second ? 1 - StrictMath.cos(angle) : StrictMath.cos(angle);
          point[1] = second ? 0.5 - StrictMath.sin(angle) : StrictMath.sin(angle);
        });
  }

  static List<Hyperparameter> spiralsHyperparameters() {
    return List.of(
        points(),
        real("turns", 1.5, Interval.POSITIVE, "how often a spiral winds"),
        noise(0.02),
        seed());
  }

  static Dataset spirals(Map<String, Double> values) {
    double turns = values.get("turns");
    return classes(
        values,
        "two-spirals",
        (second, t, point) -> {
          double angle = 2 * Math.PI * turns * t;
          double radius = second ? -t : t;
          point[0] = radius * StrictMath.cos(angle);
          point[1] = radius * StrictMath.sin(angle);
        });
  }

  private interface Curve {
    void at(boolean second, double t, double[] point);
  }

  /** Points at even steps along both curves, the first class first, each moved by normal noise. */
  private static Dataset classes(Map<String, Double> values, String stream, Curve curve) {
    int points = values.get("points").intValue();
    double noise = values.get("noise");
    RandomStream random =
        new RandomStream(
            RandomStream.key(RandomStream.key(stream), values.get("seed").longValue()));
    int first = (points + 1) / 2;
    double[][] x = new double[points][2];
    double[][] y = new double[points][1];
    for (int i = 0; i < points; i++) {
      boolean second = i >= first;
      int place = second ? i - first : i;
      int count = second ? points - first : first;
      curve.at(second, count == 1 ? 0.5 : place / (count - 1.0), x[i]);
      x[i][0] += noise * random.nextGaussian();
      x[i][1] += noise * random.nextGaussian();
      y[i][0] = second ? 1 : 0;
    }
    return Dataset.of(x, y);
  }

  private static Hyperparameter points() {
    return integer("points", 100, Interval.closed(2, 100_000), "how many points in both classes");
  }

  private static Hyperparameter noise(double preset) {
    return real("noise", preset, Interval.NOT_NEGATIVE, "standard deviation of the noise");
  }

  private static Hyperparameter seed() {
    return integer("seed", 1, Interval.closed(0, 1e15), "decides the noise");
  }
}
