package io.sluice.spi;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * A number chosen before training. Every value is a {@code double}; the kind says which doubles
 * make sense.
 *
 * @param name lower kebab-case, such as {@code learning-rate}, and none of {@link #RESERVED}
 * @param kind which values make sense
 * @param value the value of the component that declares it; on the no-argument prototype that is
 *     the preset
 * @param range the values allowed
 * @param meaning one phrase for people
 */
public record Hyperparameter(String name, Kind kind, double value, Interval range, String meaning) {

  /** Which doubles make sense as a value. */
  public enum Kind {
    /** Any number of the range. */
    REAL,
    /** A whole number of the range. */
    INTEGER,
    /** 1 for yes, 0 for no; study files may say {@code true} and {@code false}. */
    FLAG
  }

  /**
   * The keys that study files have beside hyper-parameters; no hyper-parameter can be so called.
   */
  public static final List<String> RESERVED =
      List.of("around", "formula", "id", "layers", "name", "rule", "train");

  private static final Pattern KEBAB_CASE = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

  public Hyperparameter {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(meaning, "meaning");
    if (!isKebabCase(name)) {
      throw new IllegalArgumentException("not lower kebab-case: \"" + name + "\"");
    }
    if (RESERVED.contains(name)) {
      throw new IllegalArgumentException(
          "no hyper-parameter can be called \""
              + name
              + "\", which is a key of study files, as are "
              + String.join(", ", RESERVED));
    }
    String complaint = complaint(name, kind, range, value);
    if (!complaint.isEmpty()) {
      throw new IllegalArgumentException(complaint);
    }
  }

  /** Whether a name is written as names of hyper-parameters and components are. */
  static boolean isKebabCase(String name) {
    return KEBAB_CASE.matcher(name).matches();
  }

  /** A real number. */
  public static Hyperparameter real(String name, double value, Interval range, String meaning) {
    return new Hyperparameter(name, Kind.REAL, value, range, meaning);
  }

  /** A whole number. */
  public static Hyperparameter integer(String name, int value, Interval range, String meaning) {
    return new Hyperparameter(name, Kind.INTEGER, value, range, meaning);
  }

  /** Yes or no. */
  public static Hyperparameter flag(String name, boolean value, String meaning) {
    return new Hyperparameter(name, Kind.FLAG, value ? 1 : 0, Interval.closed(0, 1), meaning);
  }

  /** The same with other values, of which there is one for each name. */
  static List<Hyperparameter> withValues(
      List<Hyperparameter> hyperparameters, Map<String, Double> values) {
    return hyperparameters.stream()
        .map(
            each ->
                new Hyperparameter(
                    each.name, each.kind, values.get(each.name), each.range, each.meaning))
        .toList();
  }

  /** Why the number cannot be this hyper-parameter's value, or an empty string if it can. */
  public String complaint(double candidate) {
    return complaint(name, kind, range, candidate);
  }

  private static String complaint(String name, Kind kind, Interval range, double candidate) {
    if (!range.contains(candidate)) {
      return name + " must lie in " + range + ", but is " + candidate;
    }
    if (kind != Kind.REAL && candidate != Math.rint(candidate)) {
      return name + " must be a whole number, but is " + candidate;
    }
    return "";
  }
}
