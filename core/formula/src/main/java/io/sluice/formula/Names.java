package io.sluice.formula;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The names that a formula may use, or a rule.
 *
 * @param parameters those of a formula's hyper-parameters, as it writes them; all that a rule knows
 * @param ofRule whether they are those of a rule
 */
record Names(List<String> parameters, boolean ofRule) {

  /** What a rule is given: the gradient, the weight, and the number of the step, from 1. */
  static final List<String> GIVEN = List.of("g", "w", "t");

  private static final List<String> RESERVED = List.of("x", "pi", "e", "if", "else");

  Names {
    parameters = List.copyOf(parameters);
  }

  /** Refuses names that a formula cannot write or that mean something else. */
  static Names of(List<String> declared) {
    return new Names(spelt(declared, RESERVED, "formula"), false);
  }

  /**
   * The names of a rule: of its hyper-parameters, of what it is given and of what it assigns.
   *
   * @throws IllegalArgumentException if the name of a hyper-parameter cannot be used
   */
  static Names ofRule(List<String> declared, List<String> assigned) {
    List<String> reserved = new ArrayList<>(RESERVED);
    reserved.addAll(GIVEN);
    Set<String> all = new LinkedHashSet<>(spelt(declared, reserved, "rule"));
    all.addAll(GIVEN);
    all.addAll(assigned);
    return new Names(List.copyOf(all), true);
  }

  private static List<String> spelt(List<String> declared, List<String> reserved, String whose) {
    if (declared.size() > Formula.MOST_PARAMETERS) {
      throw new IllegalArgumentException(
          "a "
              + whose
              + " has at most "
              + Formula.MOST_PARAMETERS
              + " hyper-parameters, not "
              + declared.size());
    }
    List<String> names = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (String each : declared) {
      String name = Formula.spelling(each);
      if (!name.matches("[a-z][a-z0-9]*(_[a-z0-9]+)*")) {
        throw new IllegalArgumentException(
            "a hyper-parameter of a "
                + whose
                + " has a name in lower case such as \"a\" or"
                + " \"negative-slope\", not \""
                + each
                + "\"");
      }
      if (reserved.contains(name) || isFunction(name)) {
        throw new IllegalArgumentException(
            "no hyper-parameter of a "
                + whose
                + " can be called \""
                + each
                + "\", which means something else there");
      }
      if (!seen.add(name)) {
        throw new IllegalArgumentException("two hyper-parameters are called \"" + each + "\"");
      }
      names.add(name);
    }
    return names;
  }

  /** The names among the words that could be hyper-parameters. */
  static List<String> usedIn(List<Token> tokens) {
    Set<String> used = new LinkedHashSet<>();
    for (int i = 0; i + 1 < tokens.size(); i++) {
      String name = tokens.get(i).text();
      if (tokens.get(i).kind() == Token.Kind.NAME
          && !tokens.get(i + 1).is("(")
          && !RESERVED.contains(name)
          && !isFunction(name)) {
        used.add(name);
      }
    }
    return List.copyOf(used);
  }

  /** Whether a call of this name means something. */
  static boolean isFunction(String name) {
    return name.equals("pow") || FormulaFunction.named(name).isPresent();
  }

  /** Everything that can be called. */
  List<String> functions() {
    List<String> functions = new ArrayList<>(FormulaFunction.names());
    functions.add("pow");
    if (ofRule) {
      functions.addAll(RuleFunction.names());
    }
    return functions;
  }

  /** Whether a call of this name means something here. */
  boolean canCall(String name) {
    return isFunction(name) || ofRule && RuleFunction.named(name).isPresent();
  }

  /** Everything that can stand without parentheses. */
  List<String> values() {
    List<String> values = new ArrayList<>(ofRule ? List.of("pi", "e") : List.of("x", "pi", "e"));
    values.addAll(parameters);
    return values;
  }

  /** For messages: x and the hyper-parameters. */
  String known() {
    String constants = ofRule ? "pi, e" : "x, pi, e";
    return parameters.isEmpty()
        ? "x, pi and e"
        : constants + " and " + String.join(", ", parameters);
  }
}
