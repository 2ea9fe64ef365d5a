package io.sluice.activations.layer;

import io.sluice.sdk.LayerActivationExtension;
import io.sluice.spi.Description;
import io.sluice.spi.Hyperparameter;
import io.sluice.spi.Interval;
import java.util.List;
import java.util.Map;
import org.pf4j.Extension;

/**
 * f_i = the largest of the i-th k numbers. The error goes to the first of those that are largest.
 *
 * @param pieces k, how many numbers one is chosen from
 */
@Extension
public record Maxout(int pieces) implements LayerActivationExtension {

  /** The preset. */
  public Maxout() {
    this(2);
  }

  @Override
  public String id() {
    return "maxout";
  }

  @Override
  public Description description() {
    return Description.of(
            "The largest of every k units",
            "max of x_(k i + 1) ... x_(k i + k)",
            "Goodfellow, Warde-Farley, Mirza, Courville, Bengio, arXiv 1302.4389")
        .note("The k units of a group are neighbours.");
  }

  @Override
  public List<Hyperparameter> hyperparameters() {
    return List.of(Hyperparameter.integer("k", pieces, Interval.closed(1, 64), "units of a group"));
  }

  @Override
  public Maxout with(Map<String, Double> values) {
    return new Maxout((int) values.get("k").doubleValue());
  }

  @Override
  public int outputs(int inputs) {
    if (inputs < pieces || inputs % pieces != 0) {
      throw new IllegalArgumentException(
          "maxout takes groups of " + pieces + " units, and " + inputs + " are no such groups");
    }
    return inputs / pieces;
  }

  @Override
  public int inputs(int outputs) {
    return outputs * pieces;
  }

  @Override
  public void value(double[] x, double[] y) {
    values(x.length, 1, 1, x, y, null);
  }

  @Override
  public void pullBack(double[] x, double[] y, double[] errors, double[] result) {
    pullBacks(x.length, 1, 1, x, y, errors, result, null);
  }

  @Override
  public void values(int inputs, int examples, int lanes, double[] x, double[] y, double[] work) {
    int groups = outputs(inputs) * examples;
    for (int group = 0; group < groups; group++) {
      int from = group * pieces * lanes;
      int to = group * lanes;
      System.arraycopy(x, from, y, to, lanes);
      for (int piece = 1; piece < pieces; piece++) {
        int row = from + piece * lanes;
        for (int lane = 0; lane < lanes; lane++) {
          y[to + lane] = Math.max(y[to + lane], x[row + lane]);
        }
      }
    }
  }

  @Override
  public void pullBacks(
      int inputs,
      int examples,
      int lanes,
      double[] x,
      double[] y,
      double[] errors,
      double[] result,
      double[] work) {
    int groups = outputs(inputs) * examples;
    for (int group = 0; group < groups; group++) {
      for (int lane = 0; lane < lanes; lane++) {
        int from = group * pieces * lanes + lane;
        int chosen = from;
        for (int i = from; i < from + pieces * lanes; i += lanes) {
          chosen = x[i] > x[chosen] || x[i] != x[i] ? i : chosen;
          result[i] = 0;
        }
        double largest = x[chosen];
        result[chosen] = largest == largest ? errors[group * lanes + lane] : largest;
      }
    }
  }
}
