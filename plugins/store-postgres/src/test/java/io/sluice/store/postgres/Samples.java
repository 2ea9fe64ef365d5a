package io.sluice.store.postgres;

import io.sluice.spi.Cell;
import io.sluice.spi.Factor;
import io.sluice.spi.Outcome;
import io.sluice.spi.StudyHeader;
import io.sluice.spi.Trial;
import io.sluice.spi.TrialEvent.Finished;
import io.sluice.spi.TrialResult;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A small study. */
final class Samples {

  static final StudyHeader HEADER =
      new StudyHeader("xor-1", "xor", "Which?", "{}", 20, 900, List.of(0.01), Map.of());

  private Samples() {}

  static Finished finished(int index) {
    Map<String, String> factors = new LinkedHashMap<>();
    Factor.names(Factor.FIRST).forEach(factor -> factors.put(factor, "some " + factor));
    Cell cell = Cell.of(Factor.FIRST, 0, factors, Map.of());
    return new Finished(
        new Trial(index, "00000000000000ff", cell, index),
        new TrialResult(Outcome.COMPLETED, 3, 9, 1, 0.5, 0.5, 9, List.of(Double.NaN), ""));
  }
}
