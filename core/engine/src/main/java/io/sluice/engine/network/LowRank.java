package io.sluice.engine.network;

import io.sluice.engine.study.LayerSpec;
import io.sluice.spi.Hyperparameter;
import io.sluice.spi.Interval;
import java.util.List;

/**
 * The matrix is a product: W = U V.
 *
 * @param rank how many columns U and rows V has
 */
public record LowRank(int rank) implements LayerPart {

  static final Kind KIND =
      Kind.ofNumber(
          Hyperparameter.integer(
              "rank",
              4,
              Interval.closed(1, LayerSpec.LARGEST_WIDTH),
              "W = U V with so many columns of U, at most the smaller of inputs and units"),
          "a full matrix",
          Place.MATRIX,
          number -> new LowRank((int) number));

  public LowRank {
    String complaint = KIND.key().complaint(rank);
    if (!complaint.isEmpty()) {
      throw new IllegalArgumentException(complaint);
    }
  }

  @Override
  public Kind kind() {
    return KIND;
  }

  @Override
  public double number() {
    return rank;
  }

  @Override
  public String word() {
    return "rank=" + rank;
  }

  @Override
  public boolean isAffine() {
    return true;
  }

  @Override
  public String refusal(int inputs, int units, int sums) {
    if (rank <= Math.min(inputs, sums)) {
      return "";
    }
    return "has the rank "
        + rank
        + ", more than its "
        + Math.min(inputs, sums)
        + (inputs < sums ? " inputs" : sums == units ? " units" : " sums");
  }

  @Override
  public List<WeightGroup.Form> weights(LayerShape layer) {
    return List.of(
        WeightGroup.Form.drawn(WeightGroup.Kind.LEFT_FACTOR, layer.sums(), rank),
        WeightGroup.Form.drawn(WeightGroup.Kind.RIGHT_FACTOR, rank, layer.inputs()));
  }

  @Override
  public long numbersKept(LayerShape layer) {
    return 2L * rank;
  }

  @Override
  public void compile(LayerProgram layer, List<WeightRows> rows) {
    Signal between = layer.signal(rank);
    WeightRows biases = rows.size() > 2 ? rows.get(2) : null;
    layer.add(
        new Affine(layer.in(), between, layer.isFirst(), rows.get(1), null, layer.readsInputs()));
    layer.add(new Affine(between, layer.sums(), false, rows.get(0), biases, false));
  }
}
