package io.sluice.studies;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * When a trial ends before its budget is spent.
 *
 * @param atLastTarget whether at the smallest target
 * @param divergence at a loss above this; positive infinity for none
 */
record StopReader(boolean atLastTarget, double divergence) {

  static final StopReader PRESET = new StopReader(true, Double.POSITIVE_INFINITY);

  static Optional<StopReader> read(Field field) {
    Map<String, Boolean> words = new LinkedHashMap<>();
    words.put("last-target", true);
    words.put("budget", false);
    if (!field.isMapping()) {
      return field.oneOf(words).map(at -> new StopReader(at, PRESET.divergence));
    }
    field.allowOnly(List.of("at", "divergence"));
    boolean at = field.child("at").flatMap(word -> word.oneOf(words)).orElse(PRESET.atLastTarget);
    Optional<Field> limit = field.child("divergence");
    double divergence =
        limit.flatMap(number -> number.number("1e6")).orElse(Double.POSITIVE_INFINITY);
    if (divergence <= 0) {
      limit.get().expected("a loss above 0 such as 1e6");
    }
    return Optional.of(new StopReader(at, divergence));
  }
}
