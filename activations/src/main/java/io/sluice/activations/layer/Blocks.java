package io.sluice.activations.layer;

import io.sluice.sdk.LayerActivationExtension;

/** An activation whose functions are written once, for blocks; one example is a block of one. */
abstract class Blocks implements LayerActivationExtension {

  @Override
  public final void value(double[] x, double[] y) {
    values(x.length, 1, 1, x, y, new double[x.length]);
  }

  @Override
  public final void pullBack(double[] x, double[] y, double[] errors, double[] result) {
    pullBacks(x.length, 1, 1, x, y, errors, result, new double[x.length]);
  }

  @Override
  public abstract void values(
      int inputs, int examples, int lanes, double[] x, double[] y, double[] work);

  @Override
  public abstract void pullBacks(
      int inputs,
      int examples,
      int lanes,
      double[] x,
      double[] y,
      double[] errors,
      double[] result,
      double[] work);
}
