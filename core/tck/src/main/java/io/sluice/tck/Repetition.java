package io.sluice.tck;

import io.sluice.spi.Activation;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** The same bits again, and from several threads. */
final class Repetition {

  private static final int THREADS = 2;
  private static final int ROUNDS = 40;

  private final Activation activation;
  private final double[] x = Inputs.finite();
  private final double[] values = new double[x.length];
  private final double[] slopes = new double[x.length];

  private Repetition(Activation activation) {
    this.activation = activation;
    for (int i = 0; i < x.length; i++) {
      values[i] = activation.value(x[i]);
      slopes[i] = activation.slope(x[i]);
    }
  }

  static void alone(Activation activation, Findings findings) {
    Repetition first = new Repetition(activation);
    for (int i = first.x.length - 1; i >= 0; i--) {
      String changed = first.changed(i);
      if (!changed.isEmpty()) {
        findings.fault("a second call changed %s", changed);
        return;
      }
    }
  }

  static void together(Activation activation, Findings findings) throws InterruptedException {
    Repetition first = new Repetition(activation);
    CyclicBarrier start = new CyclicBarrier(THREADS);
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      List<Future<String>> changes = new ArrayList<>();
      for (int thread = 0; thread < THREADS; thread++) {
        // Far from each other, or a shared field would hold the right number by chance.
        int offset = thread * first.x.length / THREADS;
        changes.add(
            threads.submit(
                () -> {
                  start.await();
                  return first.hammered(offset);
                }));
      }
      for (Future<String> change : changes) {
        if (!change.get().isEmpty() && !findings.hasFault()) {
          findings.fault(
              "a second thread at work changed %s; keep no numbers in fields between calls",
              change.get());
        }
      }
    } catch (ExecutionException thrown) {
      findings.fault(
          "with two threads at work, %s", Thrown.described(thrown.getCause(), activation));
    } finally {
      threads.shutdownNow();
    }
  }

  private String hammered(int offset) {
    double[] y = new double[x.length];
    double[] slope = new double[x.length];
    for (int round = 0; round < ROUNDS; round++) {
      for (int i = 0; i < x.length; i++) {
        String changed = changed((i + offset) % x.length);
        if (!changed.isEmpty()) {
          return changed;
        }
      }
      activation.valuesAndSlopes(x, y, slope, 0, x.length);
      for (int i = 0; i < x.length; i++) {
        String changed = changed(i, y[i], slope[i], "valuesAndSlopes: ");
        if (!changed.isEmpty()) {
          return changed;
        }
      }
    }
    return "";
  }

  private String changed(int i) {
    return changed(i, activation.value(x[i]), activation.slope(x[i]), "");
  }

  private String changed(int i, double value, double slope, String how) {
    if (!ComponentChecks.sameBits(values[i], value)) {
      return how + "value(" + x[i] + ") from " + values[i] + " to " + value;
    }
    if (!ComponentChecks.sameBits(slopes[i], slope)) {
      return how + "slope(" + x[i] + ") from " + slopes[i] + " to " + slope;
    }
    return "";
  }
}
