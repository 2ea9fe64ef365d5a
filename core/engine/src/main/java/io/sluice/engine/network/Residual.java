package io.sluice.engine.network;

import io.sluice.spi.Hyperparameter;
import java.util.List;

/** The input of the layer is added to its output, which needs equal widths. */
public record Residual() implements LayerPart {

  static final Kind KIND =
      new Kind(
          Hyperparameter.flag(
              "residual",
              true,
              "whether the input is added to the output; needs as many units as inputs"),
          "true",
          "false",
          Place.OUTPUT,
          true,
          number -> new Residual());

  @Override
  public Kind kind() {
    return KIND;
  }

  @Override
  public String word() {
    return "residual";
  }

  @Override
  public boolean isAffine() {
    return true;
  }

  @Override
  public String refusal(int inputs, int units, int sums) {
    return inputs == units
        ? ""
        : "is residual, so it needs as many units as inputs, not " + units + " and " + inputs;
  }

  @Override
  public boolean readsInputs() {
    return true;
  }

  @Override
  public void compile(LayerProgram layer, List<WeightRows> rows) {
    layer.add(new Added(layer.in(), layer.out()));
  }

  /** {@code y + x}, in place of y. Errors pass to both. */
  private record Added(Signal in, Signal out) implements Operation {

    @Override
    public void forward(Tile tile) {
      double[] x = in.values();
      double[] sum = out.values();
      for (int i = 0; i < length(tile); i++) {
        sum[i] += x[i];
      }
    }

    @Override
    public void backward(Tile tile) {
      if (in.errors() != null) {
        System.arraycopy(out.errors(), 0, in.errors(), 0, length(tile));
      }
    }

    private int length(Tile tile) {
      return tile.examples * out.units() * tile.lanes;
    }
  }
}
