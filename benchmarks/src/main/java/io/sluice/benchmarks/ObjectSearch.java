package io.sluice.benchmarks;

import java.util.Random;

/**
 * A population as in a textbook: an object for every agent, an array for its place, functions of
 * {@code Math}, one loss after the other by an {@link ObjectNetwork}. Places are clipped to the
 * bounds.
 */
abstract class ObjectSearch {

  final Random random;
  final int coordinates;
  private final Case training;
  private final ObjectNetwork network;

  ObjectSearch(Case training, Random random) {
    this.training = training;
    this.random = random;
    coordinates = training.parameters();
    network = new ObjectNetwork(training.widths(), training.starts()[0]);
  }

  /** One trial of the case's population. */
  static ObjectSearch of(Case training, Random random) {
    switch (training.method()) {
      case ADAMM:
        return new ObjectAdamm(training, random);
      case DE:
        return new ObjectDifferentialEvolution(training, random);
      case PSO:
        return new ObjectSwarm(training, random);
      case SNES:
        return new ObjectSnes(training, random);
      default:
        throw new IllegalArgumentException("no objects for " + training.method());
    }
  }

  /** Whether there is a textbook version of the case's population. */
  static boolean has(Case training) {
    return training.method().isPopulation() && training.method() != Method.CMA_ES;
  }

  /** The lowest loss of this many evaluations. */
  abstract double bestLoss(int evaluations);

  final double loss(double[] place) {
    network.set(place);
    return network.loss(training.inputs(), training.outputs());
  }

  final double[] scattered() {
    double[] place = new double[coordinates];
    for (int c = 0; c < coordinates; c++) {
      place[c] = Case.BOUND * (2 * random.nextDouble() - 1);
    }
    return place;
  }

  static double clip(double value) {
    return Math.max(-Case.BOUND, Math.min(Case.BOUND, value));
  }
}
