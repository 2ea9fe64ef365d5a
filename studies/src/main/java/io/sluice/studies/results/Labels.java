package io.sluice.studies.results;

import java.util.LinkedHashMap;
import java.util.Map;

/** Labels of factors in free text, as Sluice's exports write them. */
final class Labels {

  private Labels() {}

  /**
   * The labels in {@code activation=tanh; optimizer=adam}; none in a text that is anything else.
   */
  static Map<String, String> read(String text) {
    Map<String, String> labels = new LinkedHashMap<>();
    for (String part : text.split("; ")) {
      int equals = part.indexOf('=');
      if (equals < 1 || !RunCollection.FACTORS.contains(part.substring(0, equals))) {
        return Map.of();
      }
      labels.put(part.substring(0, equals), part.substring(equals + 1));
    }
    return labels;
  }

  /** The label of a function in a dimension, {@code Sphere in 5-D}. */
  static String problem(String function, String dimension) {
    return function + " in " + dimension + "-D";
  }
}
