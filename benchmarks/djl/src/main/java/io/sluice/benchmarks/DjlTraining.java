package io.sluice.benchmarks;

import ai.djl.engine.Engine;
import java.io.IOException;
import java.util.SplittableRandom;

/**
 * PyTorch through DJL: trials are batched, in double precision, on one thread, as batched matrix
 * products with the gradients by autograd. Adam is written in operations on whole arrays: DJL's own
 * takes its rates as floats and adds ε to a root that is not yet corrected, so its losses differ by
 * up to 1e-5.
 */
final class DjlTraining implements Contestant {

  private static final int TINY = 64;

  /** Large enough to hide the calls, small enough to stay in the cache; as in peers.py. */
  private static final int TINY_IN_A_BATCH = 4096;

  private static final int OTHERS_IN_A_BATCH = 64;

  private final Engine engine;

  /** Loads the native libraries, which must be on the class path: nothing is downloaded. */
  DjlTraining() {
    System.setProperty("ai.djl.offline", "true");
    System.setProperty("ai.djl.pytorch.num_threads", "1");
    System.setProperty("ai.djl.pytorch.num_interop_threads", "1");
    engine = Engine.getEngine("PyTorch");
  }

  public static void main(String[] arguments) throws IOException {
    DjlTraining training = new DjlTraining();
    Answers.serve(
        training,
        "DJL "
            + Engine.getDjlVersion()
            + ", PyTorch "
            + training.engine.getVersion()
            + ", Java "
            + Runtime.version());
  }

  @Override
  public boolean does(Case training) {
    return training.method() == Method.ADAM;
  }

  @Override
  public int batch(Case training) {
    return training.parameters() < TINY ? TINY_IN_A_BATCH : OTHERS_IN_A_BATCH;
  }

  @Override
  public double[] losses(Case training) {
    double[] weights = new double[training.starts().length * training.parameters()];
    for (int i = 0; i < training.starts().length; i++) {
      System.arraycopy(
          training.starts()[i], 0, weights, i * training.parameters(), training.parameters());
    }
    return losses(training, weights);
  }

  @Override
  public double train(Case training, int trials, int threads) {
    if (threads != 1) {
      throw new IllegalArgumentException("DJL is asked for 1 thread, not " + threads);
    }
    SplittableRandom random = new SplittableRandom(trials);
    double sum = 0;
    for (int done = 0; done < trials; done += batch(training)) {
      int now = Math.min(batch(training), trials - done);
      double[] weights = new double[now * training.parameters()];
      for (int i = 0; i < weights.length; i++) {
        weights[i] = training.limit() * (2 * random.nextDouble() - 1);
      }
      for (double loss : losses(training, weights)) {
        sum += loss;
      }
    }
    return sum;
  }

  private double[] losses(Case training, double[] start) {
    try (DjlBatch batch = new DjlBatch(engine.newBaseManager(), training, start)) {
      for (int step = 0; step < training.steps(); step++) {
        batch.step();
      }
      return batch.losses();
    }
  }
}
