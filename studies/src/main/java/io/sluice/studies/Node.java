package io.sluice.studies;

import java.util.List;
import java.util.Map;

/**
 * A piece of a study's text that knows its place. Scalars stay text: whether {@code 1e-2} is a
 * number is decided by the key that asks, not by the rules of YAML, which differ between versions.
 */
sealed interface Node {

  Location location();

  /** How a complaint names what it found. */
  String describe();

  /**
   * A single value.
   *
   * @param text null for an empty one
   */
  record Scalar(Location location, String text) implements Node {

    private static final int LONGEST_SHOWN = 40;

    @Override
    public String describe() {
      if (text == null || text.isEmpty()) {
        return "an empty value";
      }
      if (Numbers.looksNumeric(text) && text.length() <= LONGEST_SHOWN) {
        return text;
      }
      String oneLine = text.replaceAll("\\s+", " ");
      return oneLine.length() <= LONGEST_SHOWN
          ? '"' + oneLine + '"'
          : '"' + oneLine.substring(0, LONGEST_SHOWN) + "…\"";
    }
  }

  /** A list. */
  record Sequence(Location location, List<Node> items) implements Node {
    @Override
    public String describe() {
      return items.isEmpty() ? "an empty list" : "a list";
    }
  }

  /** Keys with values, in the order of the text. */
  record Mapping(Location location, Map<String, Entry> entries) implements Node {
    @Override
    public String describe() {
      return "keys and values";
    }
  }

  /**
   * The value of a key.
   *
   * @param key where the key stands
   */
  record Entry(Location key, Node value) {}
}
