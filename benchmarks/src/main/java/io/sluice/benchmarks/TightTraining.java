package io.sluice.benchmarks;

import java.util.SplittableRandom;

/**
 * One trial at a time in plain loops over plain arrays, with {@code Math.tanh}: what somebody
 * writes who needs speed, without lanes. Two single units in a row have a loop of their own, in
 * local variables.
 */
final class TightTraining implements Contestant {

  @Override
  public boolean does(Case training) {
    return training.method() == Method.ADAM;
  }

  @Override
  public double[] losses(Case training) {
    double[] losses = new double[training.starts().length];
    for (int i = 0; i < losses.length; i++) {
      losses[i] = train(training, training.starts()[i].clone());
    }
    return losses;
  }

  @Override
  public double train(Case training, int trials, int threads) {
    SplittableRandom random = new SplittableRandom(trials);
    double[] weights = new double[training.parameters()];
    double sum = 0;
    for (int trial = 0; trial < trials; trial++) {
      for (int i = 0; i < weights.length; i++) {
        weights[i] = training.limit() * (2 * random.nextDouble() - 1);
      }
      sum += train(training, weights);
    }
    return sum;
  }

  private static double train(Case training, double[] weights) {
    if (weights.length == 4 && training.examples() == 1) {
      return trainTwoUnits(
          weights, training.inputs()[0][0], training.outputs()[0][0], training.steps());
    }
    return new TightNetwork(training, weights).train(training.steps());
  }

  private static double trainTwoUnits(double[] start, double input, double wanted, int steps) {
    double w1 = start[0];
    double b1 = start[1];
    double w2 = start[2];
    double b2 = start[3];
    double meanW1 = 0;
    double meanB1 = 0;
    double meanW2 = 0;
    double meanB2 = 0;
    double squareW1 = 0;
    double squareB1 = 0;
    double squareW2 = 0;
    double squareB2 = 0;
    double power1 = 1;
    double power2 = 1;
    for (int step = 0; step < steps; step++) {
      double hidden = Math.tanh(w1 * input + b1);
      double output = Math.tanh(w2 * hidden + b2);
      double error2 = 2 * (output - wanted) * (1 - output * output);
      double error1 = error2 * w2 * (1 - hidden * hidden);
      power1 *= Case.BETA1;
      power2 *= Case.BETA2;
      double rate = Case.RATE / (1 - power1);
      double root = 1 / Math.sqrt(1 - power2);

      double gradient = error1 * input;
      meanW1 += (1 - Case.BETA1) * (gradient - meanW1);
      squareW1 = Case.BETA2 * squareW1 + (1 - Case.BETA2) * gradient * gradient;
      w1 -= rate * meanW1 / (Math.sqrt(squareW1) * root + Case.EPSILON);
      meanB1 += (1 - Case.BETA1) * (error1 - meanB1);
      squareB1 = Case.BETA2 * squareB1 + (1 - Case.BETA2) * error1 * error1;
      b1 -= rate * meanB1 / (Math.sqrt(squareB1) * root + Case.EPSILON);
      gradient = error2 * hidden;
      meanW2 += (1 - Case.BETA1) * (gradient - meanW2);
      squareW2 = Case.BETA2 * squareW2 + (1 - Case.BETA2) * gradient * gradient;
      w2 -= rate * meanW2 / (Math.sqrt(squareW2) * root + Case.EPSILON);
      meanB2 += (1 - Case.BETA1) * (error2 - meanB2);
      squareB2 = Case.BETA2 * squareB2 + (1 - Case.BETA2) * error2 * error2;
      b2 -= rate * meanB2 / (Math.sqrt(squareB2) * root + Case.EPSILON);
    }
    double error = Math.tanh(w2 * Math.tanh(w1 * input + b1) + b2) - wanted;
    return error * error;
  }
}
