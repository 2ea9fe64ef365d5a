package io.sluice.formula;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a rule can reduce weights to one number by, over the weights of a group, or, with {@code
 * _all} after the name, over all weights that are trained.
 */
public enum RuleFunction {
  /** Σ u. */
  SUM(1),
  /** Σ u / n. */
  MEAN(1),
  /** √ Σ u². */
  NORM(1),
  /** Σ u v. */
  DOT(2),
  /** max |u|. */
  LARGEST(1),
  /** n, how many weights there are, whatever u is. */
  COUNT(1),
  /** Σ u over all. */
  SUM_ALL(1),
  /** Σ u / n over all. */
  MEAN_ALL(1),
  /** √ Σ u² over all. */
  NORM_ALL(1),
  /** Σ u v over all. */
  DOT_ALL(2),
  /** max |u| over all. */
  LARGEST_ALL(1),
  /** n of all. */
  COUNT_ALL(1);

  private final int arity;

  RuleFunction(int arity) {
    this.arity = arity;
  }

  /** How many arguments it takes. */
  public int arity() {
    return arity;
  }

  /** Whether it goes over all weights and not over those of a group. */
  public boolean isOverAll() {
    return ordinal() >= SUM_ALL.ordinal();
  }

  /** The same over a group. */
  RuleFunction ofGroup() {
    return values()[ordinal() % SUM_ALL.ordinal()];
  }

  /** As rules write it. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<RuleFunction> named(String name) {
    return Arrays.stream(values()).filter(each -> each.toString().equals(name)).findAny();
  }

  static List<String> names() {
    return Arrays.stream(values()).map(RuleFunction::toString).toList();
  }
}
