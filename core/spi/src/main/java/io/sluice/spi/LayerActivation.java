package io.sluice.spi;

import java.util.Map;

/**
 * An activation over all units of a layer at once: so many numbers in, possibly others out. For
 * functions of one number there is {@link Activation}, which is simpler. This is a whole one:
 *
 * <pre>{@code
 * public final class Shares implements LayerActivation {
 *   public String id() { return "shares"; }
 *   public void value(double[] x, double[] y) {
 *     double sum = 1;
 *     for (double each : x) sum += each * each;
 *     for (int i = 0; i < x.length; i++) y[i] = x[i] / sum;
 *   }
 *   public void pullBack(double[] x, double[] y, double[] errors, double[] result) {
 *     double sum = 1, product = 0;
 *     for (int i = 0; i < x.length; i++) { sum += x[i] * x[i]; product += errors[i] * y[i]; }
 *     for (int i = 0; i < x.length; i++) result[i] = (errors[i] - 2 * x[i] * product) / sum;
 *   }
 * }
 * }</pre>
 *
 * <p>Functions are pure and safe for use by many threads. A NaN among the inputs gives NaN in every
 * output that depends on it. The block forms must give the same bits as the others; their defaults
 * do, by taking the examples out one by one.
 */
public non-sealed interface LayerActivation extends ActivationFunction {

  /**
   * How many numbers come out for so many that go in; as many unless declared.
   *
   * @throws IllegalArgumentException if so many cannot go in; the message says why
   */
  default int outputs(int inputs) {
    return inputs;
  }

  /**
   * How many numbers must go in for so many to come out: the inverse of {@link #outputs}, and what
   * a layer of that width computes before its activation.
   *
   * @throws IllegalArgumentException if so many cannot come out; the message says why
   */
  default int inputs(int outputs) {
    return outputs;
  }

  @Override
  default LayerActivation with(Map<String, Double> values) {
    return this;
  }

  /**
   * Sets {@code y = f(x)} for one example.
   *
   * @param x the inputs, all there are
   * @param y receives the outputs, another array
   */
  void value(double[] x, double[] y);

  /**
   * Turns errors, the slopes of a loss by the outputs, into those by the inputs: {@code result[i]}
   * is the sum of {@code errors[o]} times the slope of output o by input i. At a kink, one of the
   * slopes beside it; say which in the class's doc.
   *
   * @param x the inputs
   * @param y the outputs, as {@link #value} gives them
   * @param errors one for each output
   * @param result receives one for each input, another array
   */
  void pullBack(double[] x, double[] y, double[] errors, double[] result);

  /**
   * Sets the outputs of several examples of several lanes. Arrays are laid out {@code
   * [example][unit][lane]} from index 0 on and may be longer; all are different ones.
   *
   * @param inputs how many units go in
   * @param x the inputs
   * @param y receives the outputs
   * @param work at least as long as the inputs, for whatever the function needs
   */
  default void values(int inputs, int examples, int lanes, double[] x, double[] y, double[] work) {
    int outputs = outputs(inputs);
    double[] in = new double[inputs];
    double[] out = new double[outputs];
    for (int example = 0; example < examples; example++) {
      for (int lane = 0; lane < lanes; lane++) {
        LayerRows.take(x, example * inputs * lanes + lane, lanes, in);
        value(in, out);
        LayerRows.put(out, y, example * outputs * lanes + lane, lanes);
      }
    }
  }

  /**
   * {@link #pullBack} for several examples of several lanes, laid out as for {@link #values}.
   *
   * @param inputs how many units go in
   * @param x the inputs
   * @param y the outputs
   * @param errors one for each output
   * @param result receives one for each input
   * @param work at least as long as the inputs, for whatever the function needs
   */
  default void pullBacks(
      int inputs,
      int examples,
      int lanes,
      double[] x,
      double[] y,
      double[] errors,
      double[] result,
      double[] work) {
    int outputs = outputs(inputs);
    double[] in = new double[inputs];
    double[] out = new double[outputs];
    double[] outErrors = new double[outputs];
    double[] inErrors = new double[inputs];
    for (int example = 0; example < examples; example++) {
      for (int lane = 0; lane < lanes; lane++) {
        LayerRows.take(x, example * inputs * lanes + lane, lanes, in);
        LayerRows.take(y, example * outputs * lanes + lane, lanes, out);
        LayerRows.take(errors, example * outputs * lanes + lane, lanes, outErrors);
        pullBack(in, out, outErrors, inErrors);
        LayerRows.put(inErrors, result, example * inputs * lanes + lane, lanes);
      }
    }
  }
}
