package io.sluice.studies;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Puts values such as {@code optimizers[0].learning-rate=0.1} into a study's tree before it is
 * mapped, so that they are checked like the text itself.
 */
final class Overrides {

  private static final Pattern STEP = Pattern.compile("\\G\\.?([A-Za-z0-9_-]+)|\\G\\[(\\d{1,6})]");

  /**
   * What a value stands for that is written short, by its key: {@code loss: huber} is {@code loss:
   * {id: huber}}.
   */
  private static final Map<String, String> SHORT =
      Map.ofEntries(
          Map.entry("problems", "id"),
          Map.entry("optimizers", "id"),
          Map.entry("around", "id"),
          Map.entry("activations", "id"),
          Map.entry("layers", "id"),
          Map.entry("loss", "id"),
          Map.entry("schedules", "id"),
          Map.entry("initial-weights", "id"),
          Map.entry("hidden", "units"),
          Map.entry("budget", "forward-equivalents"),
          Map.entry("stop", "at"),
          Map.entry("validation", "share"));

  private static final int LONGEST_SHOWN = 60;

  private final Complaints complaints;
  private final Location location;
  private final String path;
  private final List<String> keys = new ArrayList<>();
  private final List<Integer> indexes = new ArrayList<>();

  private Overrides(Complaints complaints, Location location, String path) {
    this.complaints = complaints;
    this.location = location;
    this.path = path;
  }

  /** The tree with these values in it, each {@code path=value}, the value in YAML. */
  static Node apply(Node root, List<String> overrides, Complaints complaints) {
    Node changed = root;
    for (String override : overrides) {
      changed = apply(changed, override, complaints);
    }
    return changed;
  }

  private static Node apply(Node root, String override, Complaints complaints) {
    Location location = Location.of("--set " + Node.shown(override, LONGEST_SHOWN));
    int equals = override.indexOf('=');
    String path = equals < 0 ? "" : override.substring(0, equals).strip();
    Overrides one = new Overrides(complaints, location, path);
    if (path.isEmpty()) {
      one.complain("write a key and a value, such as repeats=20");
      return root;
    }
    if (!one.cutIntoSteps()) {
      one.complain(
          "\""
              + Node.shown(path)
              + "\" is not the path of a key, such as optimizers[0].learning-rate");
      return root;
    }
    Node value;
    try {
      value = TreeReader.readValue(override.substring(equals + 1), location.source(), complaints);
    } catch (StudyFormatException notReadable) {
      notReadable.complaints().forEach(each -> one.complain(each.message()));
      return root;
    }
    return one.put(root, 0, value);
  }

  private void complain(String message) {
    complaints.add(location, path, message);
  }

  /** A step is a key, or an index where the key is null. */
  private boolean cutIntoSteps() {
    Matcher step = STEP.matcher(path);
    int end = 0;
    while (step.find()) {
      keys.add(step.group(1));
      indexes.add(step.group(2) == null ? -1 : Integer.parseInt(step.group(2)));
      end = step.end();
    }
    return end == path.length() && keys.get(0) != null && !path.startsWith(".");
  }

  /** The text of the first steps. */
  private String trail(int steps) {
    StringBuilder trail = new StringBuilder();
    for (int i = 0; i < steps; i++) {
      if (keys.get(i) == null) {
        trail.append('[').append(indexes.get(i)).append(']');
      } else {
        trail.append(i == 0 ? "" : ".").append(keys.get(i));
      }
    }
    return trail.toString();
  }

  /** A copy of a node, or of nothing if it is null, with the value at the end of the steps. */
  private Node put(Node node, int step, Node value) {
    if (step == keys.size()) {
      return value;
    }
    return keys.get(step) == null ? putAtIndex(node, step, value) : putAtKey(node, step, value);
  }

  private Node putAtKey(Node node, int step, Node value) {
    String key = keys.get(step);
    Node.Mapping mapping = asMapping(node, step);
    if (mapping == null) {
      return node;
    }
    Map<String, Node.Entry> entries = new LinkedHashMap<>(mapping.entries());
    Node.Entry old = entries.get(key);
    Node changed = put(old == null ? null : old.value(), step + 1, value);
    if (changed != null) {
      entries.put(key, new Node.Entry(old == null ? location : old.key(), changed));
    }
    return new Node.Mapping(mapping.location(), entries);
  }

  private Node putAtIndex(Node node, int step, Node value) {
    int index = indexes.get(step);
    int size = node instanceof Node.Sequence ? ((Node.Sequence) node).items().size() : 1;
    if (index >= (node == null ? 1 : size)) {
      complain(
          trail(step)
              + (node == null
                  ? " is not in the study, so only [0] can be set"
                  : size == 0
                      ? " is empty: set it as a whole"
                      : " has "
                          + size
                          + (size == 1 ? " element" : " elements")
                          + ", [0]"
                          + (size == 1 ? "" : " to [" + (size - 1) + "]")));
      return node;
    }
    if (!(node instanceof Node.Sequence)) {
      return put(node, step + 1, value);
    }
    List<Node> items = new ArrayList<>(((Node.Sequence) node).items());
    items.set(index, put(items.get(index), step + 1, value));
    return new Node.Sequence(node.location(), items);
  }

  /** The last key of the first steps. */
  private String lastKey(int steps) {
    int last = steps - 1;
    while (keys.get(last) == null) {
      last--;
    }
    return keys.get(last);
  }

  /** Keys and values; an id counts as {@code {id: …}}. Null, with a complaint, for all else. */
  private Node.Mapping asMapping(Node node, int step) {
    if (node == null) {
      return new Node.Mapping(location, Map.of());
    }
    if (node instanceof Node.Mapping) {
      return (Node.Mapping) node;
    }
    String meant = node instanceof Node.Scalar ? SHORT.get(lastKey(step)) : null;
    if (meant != null) {
      return new Node.Mapping(
          node.location(), Map.of(meant, new Node.Entry(node.location(), node)));
    }
    complain(
        node instanceof Node.Sequence
            ? trail(step) + " is a list: write " + trail(step) + "[0]." + keys.get(step)
            : trail(step)
                + " is "
                + node.describe()
                + " and has no key \""
                + keys.get(step)
                + "\": set it as a whole");
    return null;
  }
}
