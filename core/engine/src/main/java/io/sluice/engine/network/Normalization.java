package io.sluice.engine.network;

import io.sluice.math.LaneRows;
import io.sluice.spi.Hyperparameter;
import java.util.Arrays;
import java.util.List;

/**
 * The weighted sums are normalised over the units of a layer, in place: {@code g (x - μ) / √(σ² +
 * ε) + s} with the mean μ and the variance σ² of the sums of an example, a gain g (from 1) and a
 * shift s (from 0) for each unit, both trained. ε = 1e-5. Ba, Kiros, Hinton, arXiv 1607.06450.
 */
public record Normalization() implements LayerPart {

  static final Kind KIND =
      new Kind(
          Hyperparameter.flag(
              "norm",
              true,
              "`layer`: the sums of an example are brought to mean 0 and variance 1 over the units"
                  + " (ε = 1e-5 under the root), then multiplied by a gain (from 1) and moved by a"
                  + " shift (from 0) for each unit, both trained"),
          "layer",
          "none",
          Place.SUMS,
          true,
          number -> new Normalization());

  @Override
  public Kind kind() {
    return KIND;
  }

  @Override
  public String word() {
    return "norm";
  }

  @Override
  public List<WeightGroup.Form> weights(LayerShape layer) {
    return List.of(
        WeightGroup.Form.from(WeightGroup.Kind.GAIN, layer.sums(), 1),
        WeightGroup.Form.from(WeightGroup.Kind.SHIFT, layer.sums(), 0));
  }

  @Override
  public double variance(double before) {
    return 1;
  }

  @Override
  public void compile(LayerProgram layer, List<WeightRows> rows) {
    layer.add(
        new Normalized(layer.sums(), rows.get(0), rows.get(1), layer.examples(), layer.lanes()));
  }

  private static final class Normalized implements Operation {

    private static final double EPSILON = 1e-5;

    private final Signal signal;
    private final WeightRows gains;
    private final WeightRows shifts;
    private final double[] standard;
    private final double[] inverse;
    private final double[] work;
    private final double[] mean;
    private final double[] other;

    Normalized(Signal signal, WeightRows gains, WeightRows shifts, int examples, int lanes) {
      this.signal = signal;
      this.gains = gains;
      this.shifts = shifts;
      this.standard = new double[signal.sums().length];
      this.work = new double[signal.sums().length];
      this.inverse = new double[examples * lanes];
      this.mean = new double[lanes];
      this.other = new double[lanes];
    }

    @Override
    public void forward(Tile tile) {
      int units = signal.units();
      int lanes = tile.lanes;
      double[] x = signal.sums();
      for (int example = 0; example < tile.examples; example++) {
        int from = example * units * lanes;
        meanOf(x, from, units, lanes, mean);
        for (int lane = 0; lane < lanes; lane++) {
          mean[lane] = -mean[lane];
        }
        Arrays.fill(other, 0, lanes, 0);
        for (int row = from; row < from + units * lanes; row += lanes) {
          LaneRows.add(x, row, mean, 0, standard, row, lanes);
          LaneRows.multiplyAdd(standard, row, standard, row, other, 0, lanes);
        }
        for (int lane = 0; lane < lanes; lane++) {
          other[lane] = 1 / Math.sqrt(other[lane] / units + EPSILON);
        }
        System.arraycopy(other, 0, inverse, example * lanes, lanes);
        for (int unit = 0; unit < units; unit++) {
          int row = from + unit * lanes;
          LaneRows.multiply(standard, row, other, 0, standard, row, lanes);
          System.arraycopy(shifts.block(tile), shifts.at(tile, unit), signal.sums(), row, lanes);
          LaneRows.multiplyAdd(
              standard, row, gains.block(tile), gains.at(tile, unit), signal.sums(), row, lanes);
        }
      }
    }

    private static void meanOf(double[] x, int from, int units, int lanes, double[] target) {
      Arrays.fill(target, 0, lanes, 0);
      LaneRows.sum(x, from, units, lanes, lanes, target, 0);
      for (int lane = 0; lane < lanes; lane++) {
        target[lane] /= units;
      }
    }

    /** With e the errors times the gains: (e − mean(e) − z mean(e z)) / √(σ² + ε). */
    @Override
    public void backward(Tile tile) {
      int units = signal.units();
      int lanes = tile.lanes;
      int length = tile.examples * units * lanes;
      double[] errors = signal.errors();
      if (!gains.frozen()) {
        System.arraycopy(errors, 0, work, 0, length);
        Activated.multiply(work, standard, length);
        Affine.addRows(tile, work, units, gains);
        Affine.addRows(tile, errors, units, shifts);
      }
      for (int example = 0; example < tile.examples; example++) {
        int from = example * units * lanes;
        Arrays.fill(other, 0, lanes, 0);
        for (int unit = 0; unit < units; unit++) {
          int row = from + unit * lanes;
          LaneRows.multiply(errors, row, gains.block(tile), gains.at(tile, unit), work, row, lanes);
          LaneRows.multiplyAdd(work, row, standard, row, other, 0, lanes);
        }
        meanOf(work, from, units, lanes, mean);
        for (int lane = 0; lane < lanes; lane++) {
          mean[lane] = -mean[lane];
          other[lane] /= -units;
        }
        for (int unit = 0; unit < units; unit++) {
          int row = from + unit * lanes;
          LaneRows.add(work, row, mean, 0, work, row, lanes);
          LaneRows.multiplyAdd(standard, row, other, 0, work, row, lanes);
          LaneRows.multiply(work, row, inverse, example * lanes, signal.errors(), row, lanes);
        }
      }
    }
  }
}
