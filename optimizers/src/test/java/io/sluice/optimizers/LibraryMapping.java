package io.sluice.optimizers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sluice.formula.Formula;
import io.sluice.formula.FormulaActivation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What of ours is what of theirs, as {@code mapping.json} and {@code left-out.json} say. */
final class LibraryMapping {

  private static final Pattern ROUNDED = Pattern.compile("\\b(binary32|whole|ceiling)\\(");

  /** Why an entry does not hold for all values. */
  private static final String WHY = "@why";

  /** A name with what it is where a library does not have it. */
  private static final String OR_ZERO = "_or_0";

  private final JsonNode mapping;
  private final JsonNode leftOut;

  private LibraryMapping(JsonNode mapping, JsonNode leftOut) {
    this.mapping = mapping;
    this.leftOut = leftOut;
  }

  static LibraryMapping read(Path folder) throws IOException {
    ObjectMapper json = new ObjectMapper();
    return new LibraryMapping(
        json.readTree(folder.resolve("mapping.json").toFile()),
        json.readTree(folder.resolve("left-out.json").toFile()));
  }

  /** The optimizers of ours that stand anywhere in it. */
  Set<String> ids() {
    Set<String> ids = new TreeSet<>();
    mapping.forEach(each -> each.fieldNames().forEachRemaining(ids::add));
    return ids;
  }

  /** Those that an optimizer of theirs is. */
  Set<String> ids(String name) {
    Set<String> ids = new TreeSet<>();
    mapping.path(name).fieldNames().forEachRemaining(ids::add);
    return ids;
  }

  /** Whether an optimizer of theirs is one of ours, with all values or with some. */
  boolean has(String name) {
    return mapping.has(name);
  }

  /** The optimizers of theirs of which no run is compared, or not all of its steps. */
  Set<String> leftOut() {
    Set<String> names = new TreeSet<>();
    leftOut.fieldNames().forEachRemaining(names::add);
    return names;
  }

  /**
   * Why runs of an optimizer of theirs are not compared, all of them or those with some values; the
   * latter stands beside the values under {@code @why}.
   */
  Optional<String> reason(String name) {
    JsonNode reason = leftOut.get(name);
    return Optional.ofNullable(
            reason == null && mapping.has(name) ? mapping.get(name).findValue(WHY) : reason)
        .map(JsonNode::asText);
  }

  /**
   * One of ours with the values that make it the same.
   *
   * @param own what is set beside hyper-parameters, by names that begin with {@code @}
   */
  record Ours(String id, Map<String, Double> values, Map<String, Double> own) {

    /** The share of the weight that is added to its slope. */
    double l2() {
      return own.getOrDefault("@l2", 0.0);
    }

    /** The share of the weight that is taken off beside the update. */
    double decoupled() {
      return own.getOrDefault("@decoupled", 0.0);
    }

    /** The share of the updated weight that is taken off. */
    double after() {
      return own.getOrDefault("@after", 0.0);
    }

    /** Whether the averages that they are evaluated at are our weights. */
    boolean average() {
      return own.containsKey("@average");
    }

    /** How many steps of ours are one of theirs. */
    int times() {
      return own.getOrDefault("@times", 1.0).intValue();
    }

    /** The last step of theirs that is compared. */
    double until() {
      return own.getOrDefault("@until", Double.POSITIVE_INFINITY);
    }
  }

  /** What of ours is the same; nothing if it is not mapped, or not with these values. */
  List<Ours> ours(String name, Map<String, Double> theirs) {
    List<Ours> all = new ArrayList<>();
    JsonNode targets = mapping.get(name);
    if (targets != null) {
      targets
          .fields()
          .forEachRemaining(
              target -> {
                Map<String, Double> values = new LinkedHashMap<>();
                Map<String, Double> own = new LinkedHashMap<>();
                target
                    .getValue()
                    .fields()
                    .forEachRemaining(
                        set -> {
                          if (!set.getKey().equals(WHY)) {
                            (set.getKey().startsWith("@") ? own : values)
                                .put(set.getKey(), value(set.getValue().asText(), theirs));
                          }
                        });
                if (own.getOrDefault("@when", 1.0) != 0) {
                  all.add(new Ours(target.getKey(), values, own));
                }
              });
    }
    return all;
  }

  /**
   * The value of a formula of theirs, of which parts may be rounded: {@code binary32(lr) + eps} to
   * 24 bits, {@code whole(steps / 3)} down, {@code ceiling(steps / 3)} up.
   */
  private static double value(String formula, Map<String, Double> theirs) {
    Matcher rounded = ROUNDED.matcher(formula);
    if (rounded.find()) {
      int end = rounded.end();
      for (int open = 1; open > 0; end++) {
        open += formula.charAt(end) == '(' ? 1 : formula.charAt(end) == ')' ? -1 : 0;
      }
      double inner = value(formula.substring(rounded.end(), end - 1), theirs);
      double number =
          switch (rounded.group(1)) {
            case "whole" -> Math.floor(inner);
            case "ceiling" -> Math.ceil(inner);
            default -> (float) inner;
          };
      String before = formula.substring(0, rounded.start());
      return value(before + "(" + number + ")" + formula.substring(end), theirs);
    }
    Map<String, Double> used = new LinkedHashMap<>();
    for (String name : Formula.parametersOf(formula)) {
      Double value =
          name.endsWith(OR_ZERO)
              ? theirs.getOrDefault(name.substring(0, name.length() - OR_ZERO.length()), 0.0)
              : theirs.get(name);
      if (value == null && !name.contains("_is_")) {
        throw new IllegalStateException(formula + " asks for " + name + " among " + theirs);
      }
      used.put(name, value == null ? 0 : value);
    }
    return FormulaActivation.of("", "(" + formula + ") if x < 1 else x", used).value(0);
  }
}
