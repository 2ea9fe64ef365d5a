package io.sluice.benchmarks;

import java.util.Map;

/** How a case trains. */
enum Method {
  /** Adam, which needs no word in the name of a case. */
  ADAM(
      "adam",
      false,
      Map.of(
          "learning-rate", Case.RATE,
          "beta1", Case.BETA1,
          "beta2", Case.BETA2,
          "epsilon", Case.EPSILON)),
  /** Lion, with a tenth of Adam's rate. */
  LION("lion", false, Map.of("learning-rate", Case.RATE / 10)),
  /** Quasi-Newton with limited memory and its own line search, so that ways differ. */
  LBFGS("lbfgs", false, Map.of()),
  /** Agents of ADAMm. */
  ADAMM("adamm", true, Map.of()),
  /** Differential evolution, rand/1/bin. */
  DE("de-rand-1", true, Map.of()),
  /** A particle swarm with inertia, whose leader is mutated. */
  PSO("pso", true, Map.of()),
  /** Separable natural evolution strategy. */
  SNES("snes", true, Map.of()),
  /** Evolution strategy with a whole covariance matrix. */
  CMA_ES("cma-es", true, Map.of());

  private final String id;
  private final boolean population;
  private final Map<String, Double> settings;

  Method(String id, boolean population, Map<String, Double> settings) {
    this.id = id;
    this.population = population;
    this.settings = settings;
  }

  /** The optimizer of Sluice. */
  String id() {
    return id;
  }

  /** Whether it proposes candidates rather than follows gradients. */
  boolean isPopulation() {
    return population;
  }

  /** Whether all entrants go the same way from the same start. */
  boolean isComparable() {
    return this == ADAM || this == LION;
  }

  /** What its hyper-parameters are set to, if not to their presets. */
  Map<String, Double> settings() {
    return settings;
  }
}
