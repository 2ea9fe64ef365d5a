package io.sluice.engine.problem;

import static io.sluice.spi.Hyperparameter.flag;
import static io.sluice.spi.Hyperparameter.integer;
import static io.sluice.spi.Hyperparameter.real;

import io.sluice.spi.Hyperparameter;
import io.sluice.spi.Interval;
import io.sluice.spi.RandomStream;
import java.util.Map;

/**
 * The values of a problem's hyper-parameters by name, and the hyper-parameters that many problems
 * have.
 */
record Values(Map<String, Double> byName) {

  static Hyperparameter points(int preset, String meaning) {
    return integer("points", preset, Interval.closed(2, 100_000), meaning);
  }

  static Hyperparameter noise(double preset, String meaning) {
    return real("noise", preset, Interval.NOT_NEGATIVE, "standard deviation of " + meaning);
  }

  static Hyperparameter seed(String decided) {
    return integer("seed", 1, Interval.closed(0, 1e15), "decides " + decided);
  }

  static Hyperparameter limit() {
    return real("limit", 1, Interval.POSITIVE, "x goes from -limit to limit");
  }

  static Hyperparameter oneHot(boolean preset) {
    return flag("one-hot", preset, "an output for each class, 1 or 0, or else one with its number");
  }

  double number(String name) {
    return byName.get(name);
  }

  int whole(String name) {
    return byName.get(name).intValue();
  }

  boolean isSet(String name) {
    return byName.get(name) != 0;
  }

  int points() {
    return whole("points");
  }

  /**
   * The random numbers of this name for the problem's seed. What has a name of its own does not
   * change when more or fewer numbers are drawn for something else.
   */
  RandomStream random(String name) {
    return new RandomStream(
        RandomStream.key(RandomStream.key(name), byName.get("seed").longValue()));
  }

  /** {@code count} evenly spaced numbers from −limit to limit, both ends included. */
  static double evenly(int place, int count, double limit) {
    return limit * (2.0 * place / (count - 1) - 1);
  }
}
