package io.sluice.engine.support;

import io.sluice.engine.network.LayerPart;
import io.sluice.engine.network.LowRank;
import io.sluice.engine.network.Normalization;
import io.sluice.engine.network.Residual;
import java.util.ArrayList;
import java.util.List;

/** The parts of a layer, in few words. */
public final class Parts {

  private Parts() {}

  /**
   * Some parts.
   *
   * @param rank 0 for a full matrix
   */
  public static List<LayerPart> of(int rank, boolean residual, boolean normalized) {
    List<LayerPart> parts = new ArrayList<>();
    if (rank > 0) {
      parts.add(new LowRank(rank));
    }
    if (residual) {
      parts.add(new Residual());
    }
    if (normalized) {
      parts.add(new Normalization());
    }
    return parts;
  }
}
