package io.sluice.benchmarks;

import java.util.Random;

/**
 * Objects as in a textbook: a neuron is an object, so is the rule of every weight, and every number
 * costs a virtual call. Populations likewise, see {@link ObjectSearch}.
 */
final class ObjectTraining implements Contestant {

  @Override
  public boolean does(Case training) {
    return training.method() == Method.ADAM || ObjectSearch.has(training);
  }

  @Override
  public double[] losses(Case training) {
    double[] losses = new double[training.starts().length];
    for (int i = 0; i < losses.length; i++) {
      losses[i] = train(training, training.starts()[i]);
    }
    return losses;
  }

  @Override
  public double train(Case training, int trials, int threads) {
    Random random = new Random(trials);
    double sum = 0;
    for (int trial = 0; trial < trials; trial++) {
      if (training.method().isPopulation()) {
        sum += ObjectSearch.of(training, random).bestLoss(training.steps());
      } else {
        double[] start = new double[training.parameters()];
        for (int i = 0; i < start.length; i++) {
          start[i] = training.limit() * (2 * random.nextDouble() - 1);
        }
        sum += train(training, start);
      }
    }
    return sum;
  }

  private static double train(Case training, double[] start) {
    ObjectNetwork network = new ObjectNetwork(training.widths(), start);
    double scale =
        2.0 / (training.examples() * training.widths().get(training.widths().size() - 1));
    for (int step = 0; step < training.steps(); step++) {
      for (int example = 0; example < training.examples(); example++) {
        network.forward(training.inputs()[example]);
        network.backward(training.outputs()[example], scale);
      }
      network.update();
    }
    return network.loss(training.inputs(), training.outputs());
  }
}
