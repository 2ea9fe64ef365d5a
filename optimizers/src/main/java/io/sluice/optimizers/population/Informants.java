package io.sluice.optimizers.population;

import io.sluice.spi.RandomStream;
import java.util.Arrays;

/**
 * Who tells whom in a standard particle swarm: every particle informs itself and some drawn at
 * random, with repetition, and the links are drawn anew after every generation without a better
 * best place.
 */
final class Informants {

  private final boolean[][] informs;
  private final int links;
  private double best = Double.NaN;

  Informants(int particles, int links) {
    informs = new boolean[particles][particles];
    this.links = links;
  }

  /** Draws the links anew unless the best loss has fallen. */
  void update(double bestLoss, RandomStream random) {
    if (!(bestLoss < best)) {
      for (int from = 0; from < informs.length; from++) {
        Arrays.fill(informs[from], false);
        informs[from][from] = true;
        for (int link = 0; link < links; link++) {
          informs[from][random.nextInt(informs.length)] = true;
        }
      }
    }
    best = bestLoss;
  }

  /** The informant of a particle with the least loss. */
  int best(int particle, double[] losses) {
    int best = particle;
    for (int from = 0; from < informs.length; from++) {
      if (informs[from][particle]
          && (losses[from] < losses[best] || (losses[from] == losses[best] && from < best))) {
        best = from;
      }
    }
    return best;
  }
}
