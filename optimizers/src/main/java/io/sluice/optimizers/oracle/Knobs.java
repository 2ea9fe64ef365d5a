package io.sluice.optimizers.oracle;

import static io.sluice.spi.Hyperparameter.integer;
import static io.sluice.spi.Hyperparameter.real;

import io.sluice.spi.Hyperparameter;
import io.sluice.spi.Interval;

/** Hyper-parameters that several of these optimizers have. */
final class Knobs {

  /** The most questions that a line search asks before it takes what it has. */
  static final int SEARCH_LENGTH = 20;

  private Knobs() {}

  static Hyperparameter learningRate(double value) {
    return real("learning-rate", value, Interval.NOT_NEGATIVE, "η");
  }

  static Hyperparameter momentum(double value) {
    return real("momentum", value, Interval.closedOpen(0, 1), "μ, what is left of the last update");
  }

  static Hyperparameter decrease(double value) {
    return real(
        "decrease", value, Interval.open(0, 1), "c₁, the share of the slope that must be gained");
  }

  static Hyperparameter curvature(double value) {
    return real(
        "curvature", value, Interval.open(0, 1), "c₂, the share of the slope that may be left");
  }

  static Hyperparameter searchLength(int value) {
    return integer(
        "search-length", value, Interval.closed(1, 1000), "the most questions of a line search");
  }

  static Hyperparameter beta(String name, double value, String meaning) {
    return real(name, value, Interval.closedOpen(0, 1), meaning);
  }

  static Hyperparameter epsilon(double value) {
    return real("epsilon", value, Interval.NOT_NEGATIVE, "ε, keeps a denominator from 0");
  }

  static Hyperparameter least(double value) {
    return real("least", value, Interval.REALS, "f*, the least loss there is");
  }

  static Hyperparameter decay() {
    return real("decay", 0, Interval.NOT_NEGATIVE, "λ, share of the weights that is taken off");
  }

  static Hyperparameter adaptive() {
    return Hyperparameter.flag("adaptive", false, "whether f* is what the models say, if above");
  }
}
