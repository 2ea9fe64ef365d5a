package io.sluice.tck;

import io.sluice.spi.LayerActivation;
import io.sluice.spi.RandomStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoublePredicate;

/**
 * Inputs that a function of several numbers is tried at.
 *
 * @param x as many as the function takes to pass on some number
 */
record LayerSample(double[] x) {

  private static final double[] EXTREMES = {0, -0.0, 1e300, -1e300, 750, -750, 1e-300, 40};

  /** From -4 to 4, of several lengths. */
  static List<LayerSample> ordinary(LayerActivation activation) {
    List<LayerSample> samples = new ArrayList<>();
    RandomStream random = new RandomStream(RandomStream.key("vector samples"));
    for (int inputs : lengths(activation)) {
      for (int i = 0; i < 6; i++) {
        double[] x = new double[inputs];
        Arrays.setAll(x, unit -> random.nextDouble(-4, 4));
        samples.add(new LayerSample(x));
      }
    }
    return samples;
  }

  /** Numbers of all sizes beside each other. */
  static List<LayerSample> extreme(LayerActivation activation) {
    List<LayerSample> samples = new ArrayList<>();
    for (int inputs : lengths(activation)) {
      for (int shift = 0; shift < EXTREMES.length; shift++) {
        double[] x = new double[inputs];
        int from = shift;
        Arrays.setAll(x, unit -> EXTREMES[(from + 3 * unit) % EXTREMES.length]);
        samples.add(new LayerSample(x));
      }
    }
    return samples;
  }

  /** The ordinary and the extreme ones. */
  static List<LayerSample> all(LayerActivation activation) {
    List<LayerSample> samples = new ArrayList<>(ordinary(activation));
    samples.addAll(extreme(activation));
    return samples;
  }

  /** Numbers of inputs that the function takes, small ones. */
  static List<Integer> lengths(LayerActivation activation) {
    List<Integer> lengths = new ArrayList<>();
    for (int outputs = 1; outputs <= 12 && lengths.size() < 4; outputs++) {
      try {
        lengths.add(activation.inputs(outputs));
      } catch (IllegalArgumentException refused) {
        continue;
      }
    }
    return lengths;
  }

  /** What comes out. */
  double[] values(LayerActivation activation) {
    double[] y = new double[activation.outputs(x.length)];
    activation.value(x.clone(), y);
    return y;
  }

  /** Takes down the first output of which this is true; whether there was none. */
  boolean finds(LayerActivation activation, Findings findings, DoublePredicate wrong) {
    double[] y = values(activation);
    for (int o = 0; o < y.length; o++) {
      if (wrong.test(y[o])) {
        findings.fault(
            "the output at %d of %s is %s; the declared range is %s",
            o, Arrays.toString(x), y[o], activation.range());
        return false;
      }
    }
    return true;
  }

  /** Which outputs a small change of the input changes. */
  boolean[] outputsThatDependOn(LayerActivation activation, int input) {
    double[] before = values(activation);
    double[] moved = x.clone();
    moved[input] += 0x1p-10;
    double[] after = new LayerSample(moved).values(activation);
    boolean[] depends = new boolean[before.length];
    for (int o = 0; o < depends.length; o++) {
      depends[o] = before[o] != after[o];
    }
    return depends;
  }
}
