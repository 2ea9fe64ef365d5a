package io.sluice.studies;

import io.sluice.engine.text.NearestWord;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * A value of the study under its path. It is read as what is expected there; where it is something
 * else the answer is empty and a complaint is made, so a reader can go on to find the next one.
 */
final class Field {

  private final Reading reading;
  private final String path;
  private final Node node;

  private Field(Reading reading, String path, Node node) {
    this.reading = reading;
    this.path = path;
    this.node = node;
    if (!path.isEmpty()) {
      reading.locations().put(path, node.location());
    }
  }

  static Field root(Reading reading, Node node) {
    return new Field(reading, "", node);
  }

  Reading reading() {
    return reading;
  }

  Node node() {
    return node;
  }

  /** How a complaint names this value: the last key of its path. */
  String label() {
    return path.substring(path.lastIndexOf('.') + 1).replaceAll("(\\[\\d+])+$", "");
  }

  void complain(String message) {
    complain(node.location(), message);
  }

  void complain(Location location, String message) {
    reading.complaints().add(location, path, message);
  }

  /** Says that this is not what belongs here, and what does. */
  void expected(String what) {
    complain('"' + label() + "\" must be " + what + ", not " + node.describe());
  }

  boolean isScalar() {
    return node instanceof Node.Scalar;
  }

  boolean isMapping() {
    return node instanceof Node.Mapping;
  }

  boolean isSequence() {
    return node instanceof Node.Sequence;
  }

  /** The text of a scalar; null if it is empty or no scalar. */
  String scalar() {
    return isScalar() ? ((Node.Scalar) node).text() : null;
  }

  boolean has(String key) {
    return keys().contains(key);
  }

  Set<String> keys() {
    return isMapping() ? ((Node.Mapping) node).entries().keySet() : Set.of();
  }

  /** The value of a key, if it is there. */
  Optional<Field> child(String key) {
    if (!has(key)) {
      return Optional.empty();
    }
    Node value = ((Node.Mapping) node).entries().get(key).value();
    return Optional.of(new Field(reading, path.isEmpty() ? key : path + "." + key, value));
  }

  /** The value of a key that must be there. */
  Optional<Field> required(String key, String example) {
    Optional<Field> child = child(key);
    if (child.isEmpty()) {
      complain('"' + key + "\" is missing, for example " + example);
    }
    return child;
  }

  /** The elements of a list; a value that is no list counts as a list of one. */
  List<Field> items() {
    List<Node> nodes = isSequence() ? ((Node.Sequence) node).items() : List.of(node);
    List<Field> items = new ArrayList<>(nodes.size());
    for (int i = 0; i < nodes.size(); i++) {
      items.add(new Field(reading, path + "[" + i + "]", nodes.get(i)));
    }
    return items;
  }

  /** Like {@link #items()}, of which there must be one at least. */
  List<Field> someItems(String example) {
    List<Field> items = items();
    if (items.isEmpty()) {
      complain('"' + label() + "\" must name at least one, for example " + example);
    }
    return items;
  }

  /** Refuses every other key. */
  void allowOnly(Collection<String> allowed) {
    for (String key : keys()) {
      if (!allowed.contains(key)) {
        String hint = NearestWord.hint(key, allowed);
        Location location = ((Node.Mapping) node).entries().get(key).key();
        reading
            .complaints()
            .add(
                location,
                path.isEmpty() ? key : path + "." + key,
                "unknown key \""
                    + Node.shown(key)
                    + '"'
                    + (hint.isEmpty() ? "; allowed: " + String.join(", ", allowed) : hint));
      }
    }
  }

  /** A text that is not blank. */
  Optional<String> text(String what) {
    String text = scalar();
    if (text == null || text.isBlank()) {
      expected(what);
      return Optional.empty();
    }
    return Optional.of(text);
  }

  /** A finite number. */
  Optional<Double> number(String example) {
    Optional<Double> number = Numbers.finite(scalar());
    if (number.isEmpty()) {
      expected(finiteOr("a number", example));
    }
    return number;
  }

  /** The words for a number that is expected here: they stress "finite" where it is not. */
  String finiteOr(String otherwise, String example) {
    String text = scalar();
    boolean infinite = text != null && Numbers.looksNumeric(text);
    return (infinite ? "a finite number" : otherwise) + " such as " + example;
  }

  /** A whole number in a range. */
  Optional<Long> whole(long from, long to, String example) {
    Optional<Long> number = Numbers.whole(scalar());
    if (number.isEmpty() || number.get() < from || number.get() > to) {
      expected("a whole number from " + from + " to " + to + " such as " + example);
      return Optional.empty();
    }
    return number;
  }

  /** True or false. */
  Optional<Boolean> flag() {
    Optional<Boolean> flag = flagOf(scalar());
    if (flag.isEmpty()) {
      expected("true or false");
    }
    return flag;
  }

  static Optional<Boolean> flagOf(String text) {
    if ("true".equalsIgnoreCase(text)) {
      return Optional.of(true);
    }
    return "false".equalsIgnoreCase(text) ? Optional.of(false) : Optional.empty();
  }

  /** One of some words. */
  <T> Optional<T> oneOf(Map<String, T> words) {
    String text = scalar();
    if (text == null || !words.containsKey(text)) {
      complain(
          '"'
              + label()
              + "\" must be "
              + (words.size() > 2 ? "one of " : "")
              + String.join(words.size() > 2 ? ", " : " or ", words.keySet())
              + ", not "
              + node.describe()
              + (text == null ? "" : NearestWord.hint(text, words.keySet())));
      return Optional.empty();
    }
    return Optional.of(words.get(text));
  }

  /** Makes a value of the study; its objections become a complaint about this place. */
  <T> Optional<T> make(Supplier<T> maker) {
    try {
      return Optional.of(maker.get());
    } catch (IllegalArgumentException objection) {
      complain(objection.getMessage());
      return Optional.empty();
    }
  }
}
