package io.sluice.engine.loss;

import io.sluice.engine.study.ClassWeights;
import io.sluice.engine.study.Dataset;
import io.sluice.engine.study.RowClasses;
import io.sluice.spi.Description;
import io.sluice.spi.Hyperparameter;
import java.util.ArrayList;
import java.util.List;

/**
 * A loss in which rows count by their classes: Σ w l / Σ w, l being the share of a row and w the
 * weight of its class. The weights are scaled so that they are 1 on average of the rows to train
 * with; so the loss is Σ w l / n there, and a gradient over a batch of them has the whole one as
 * its mean. Rows of a class that none of those has weigh 1.
 *
 * @param loss what rows come to without weights
 * @param targets the outputs of each class
 * @param weights the scaled weight of each class
 */
record WeightedLoss(Loss loss, List<List<Double>> targets, List<Double> weights) implements Loss {

  WeightedLoss {
    targets = List.copyOf(targets);
    weights = List.copyOf(weights);
  }

  static WeightedLoss of(Loss loss, ClassWeights given, RowClasses classes) {
    int[] sizes = classes.sizes();
    double sum = 0;
    double[] raw = new double[sizes.length];
    for (int c = 0; c < raw.length; c++) {
      raw[c] = given.weights().isEmpty() ? 1.0 / sizes[c] : given.weights().get(c);
      sum += raw[c] * sizes[c];
    }
    List<Double> scaled = new ArrayList<>();
    for (double weight : raw) {
      scaled.add(weight * (classes.ofRow().length / sum));
    }
    return new WeightedLoss(loss, classes.targets(), scaled);
  }

  @Override
  public String id() {
    return loss.id();
  }

  @Override
  public Description description() {
    return loss.description();
  }

  @Override
  public List<Hyperparameter> hyperparameters() {
    return loss.hyperparameters();
  }

  @Override
  public boolean isForClasses() {
    return loss.isForClasses();
  }

  @Override
  public String complaint(Dataset data) {
    return loss.complaint(data);
  }

  @Override
  public int terms(int examples, int units) {
    return loss.terms(examples, units);
  }

  @Override
  public void values(
      double[] output, double[] wanted, int examples, int units, int lanes, double[] values) {
    loss.values(output, wanted, examples, units, lanes, values);
    weigh(wanted, examples, units, lanes, values);
  }

  @Override
  public void slopes(
      double[] output,
      double[] wanted,
      int examples,
      int units,
      int lanes,
      int terms,
      double[] slopes) {
    loss.slopes(output, wanted, examples, units, lanes, terms, slopes);
    weigh(wanted, examples, units, lanes, slopes);
  }

  private void weigh(double[] wanted, int examples, int units, int lanes, double[] numbers) {
    for (int example = 0; example < examples; example++) {
      int to = (example + 1) * units * lanes;
      for (int lane = 0; lane < lanes; lane++) {
        int from = example * units * lanes + lane;
        double weight = weight(wanted, from, lanes);
        for (int i = from; i < to; i += lanes) {
          numbers[i] *= weight;
        }
      }
    }
  }

  private double weight(double[] wanted, int from, int step) {
    for (int c = 0; c < targets.size(); c++) {
      List<Double> target = targets.get(c);
      int same = 0;
      while (same < target.size() && wanted[from + same * step] == target.get(same)) {
        same++;
      }
      if (same == target.size()) {
        return weights.get(c);
      }
    }
    return 1;
  }
}
