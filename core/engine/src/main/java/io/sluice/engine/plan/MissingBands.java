package io.sluice.engine.plan;

import io.sluice.engine.study.BoundsSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The activations that have no band in some reading, and why. */
final class MissingBands {

  private final Map<BoundsSpec.FromActivation, Map<String, Set<String>>> missing =
      new LinkedHashMap<>();

  void add(BoundsSpec.FromActivation bounds, String activation, String reason) {
    missing
        .computeIfAbsent(bounds, b -> new LinkedHashMap<>())
        .computeIfAbsent(reason, r -> new LinkedHashSet<>())
        .add(activation);
  }

  /** One sentence for each reading. */
  List<String> notes() {
    List<String> notes = new ArrayList<>();
    missing.forEach(
        (bounds, reasons) -> {
          List<String> named = new ArrayList<>();
          reasons.forEach(
              (reason, activations) ->
                  named.add(String.join(", ", activations) + " (" + reason + ")"));
          notes.add(
              "no bounds "
                  + bounds.label()
                  + " from the activation for "
                  + String.join("; ", named)
                  + "; cells that need them are left out");
        });
    return notes;
  }
}
