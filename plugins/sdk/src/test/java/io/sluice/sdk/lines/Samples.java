package io.sluice.sdk.lines;

import io.sluice.spi.Cell;
import io.sluice.spi.Factor;
import io.sluice.spi.Outcome;
import io.sluice.spi.StudyHeader;
import io.sluice.spi.Trial;
import io.sluice.spi.TrialEvent.Finished;
import io.sluice.spi.TrialEvent.Measured;
import io.sluice.spi.TrialResult;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A small study: trials of two cells that differ in their activation. */
public final class Samples {

  public static final StudyHeader HEADER =
      new StudyHeader(
          "xor-1", "xor", "Which?", "{}", 20, 900, List.of(0.01, 0.001), Map.of("version", "1"));

  private Samples() {}

  public static Trial trial(int index) {
    Map<String, String> factors = new LinkedHashMap<>();
    for (String factor : Factor.names(Factor.FIRST)) {
      factors.put(factor, "some " + factor);
    }
    int cell = index / 10;
    factors.put("activation", cell == 0 ? "tanh" : "relu");
    return new Trial(
        index,
        "00000000000000ff",
        Cell.of(Factor.FIRST, cell, factors, Map.of("optimizer.learning-rate", 0.002)),
        index % 10);
  }

  public static Measured measured(int index, long step, double value) {
    return new Measured(trial(index), step, 3.0 * step, "loss", value);
  }

  public static Finished finished(int index) {
    return finished(index, 0.25 * index);
  }

  public static Finished finished(int index, double bestLoss) {
    return new Finished(
        trial(index),
        new TrialResult(
            Outcome.COMPLETED,
            300,
            900,
            1.5,
            Double.NaN,
            bestLoss,
            450,
            List.of(12.0, Double.NaN),
            ""));
  }
}
