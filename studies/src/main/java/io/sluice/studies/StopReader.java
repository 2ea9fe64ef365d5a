package io.sluice.studies;

import io.sluice.engine.study.Patience;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * When a trial ends before its budget is spent.
 *
 * @param atLastTarget whether at the smallest target
 * @param divergence at a loss above this; positive infinity for none
 * @param patience after so many epochs in which the monitored loss stands still
 */
record StopReader(boolean atLastTarget, double divergence, Patience patience) {

  static final StopReader PRESET = new StopReader(true, Double.POSITIVE_INFINITY, Patience.NONE);

  static Optional<StopReader> read(Field field) {
    Map<String, Boolean> words = new LinkedHashMap<>();
    words.put("last-target", true);
    words.put("budget", false);
    if (!field.isMapping()) {
      return field.oneOf(words).map(at -> new StopReader(at, PRESET.divergence, PRESET.patience));
    }
    field.allowOnly(List.of("at", "divergence", "patience", "min-delta"));
    boolean at = field.child("at").flatMap(word -> word.oneOf(words)).orElse(PRESET.atLastTarget);
    Optional<Field> limit = field.child("divergence");
    double divergence =
        limit.flatMap(number -> number.number("1e6")).orElse(Double.POSITIVE_INFINITY);
    if (divergence <= 0) {
      limit.get().expected("a loss above 0 such as 1e6");
    }
    return Optional.of(new StopReader(at, divergence, patience(field)));
  }

  private static Patience patience(Field field) {
    Optional<Field> minDelta = field.child("min-delta");
    double least = minDelta.flatMap(number -> number.number("1e-4")).orElse(0.0);
    int epochs =
        field
            .child("patience")
            .flatMap(number -> number.whole(1, Integer.MAX_VALUE, "10"))
            .orElse(0L)
            .intValue();
    if (epochs == 0 && field.has("patience")) {
      return Patience.NONE;
    }
    return minDelta.orElse(field).make(() -> new Patience(epochs, least)).orElse(Patience.NONE);
  }
}
