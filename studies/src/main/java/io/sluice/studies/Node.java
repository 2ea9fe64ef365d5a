package io.sluice.studies;

import java.util.List;
import java.util.Map;

/**
 * A piece of a study's text that knows its place. Scalars stay text: whether {@code 1e-2} is a
 * number is decided by the key that asks, not by the rules of YAML, which differ between versions.
 */
sealed interface Node {

  Location location();

  /** How much of a text complaints show. */
  int LONGEST_SHOWN = 40;

  /** The text on one line, or the beginning of a long one. */
  static String shown(String text) {
    return shown(text, LONGEST_SHOWN);
  }

  /** The text on one line, or so many characters of a longer one. */
  static String shown(String text, int most) {
    String begin = text.length() <= most ? text : text.substring(0, most) + "…";
    return begin.replaceAll("\\s+", " ");
  }

  /** How a complaint names what it found. */
  String describe();

  /**
   * A single value.
   *
   * @param text null for an empty one
   */
  record Scalar(Location location, String text) implements Node {

    @Override
    public String describe() {
      if (text == null || text.isEmpty()) {
        return "an empty value";
      }
      if (Numbers.looksNumeric(text) && text.length() <= LONGEST_SHOWN) {
        return text;
      }
      return '"' + shown(text) + '"';
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
