package io.sluice.formula;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The names that a formula may use.
 *
 * @param parameters those of its hyper-parameters, as it writes them
 */
record Names(List<String> parameters) {

  private static final List<String> RESERVED = List.of("x", "pi", "e", "if", "else");

  Names {
    parameters = List.copyOf(parameters);
  }

  /** Refuses names that a formula cannot write or that mean something else. */
  static Names of(List<String> declared) {
    if (declared.size() > Formula.MOST_PARAMETERS) {
      throw new IllegalArgumentException(
          "a formula has at most "
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
            "a hyper-parameter of a formula has a name in lower case such as \"a\" or"
                + " \"negative-slope\", not \""
                + each
                + "\"");
      }
      if (RESERVED.contains(name) || isFunction(name)) {
        throw new IllegalArgumentException(
            "no hyper-parameter of a formula can be called \""
                + each
                + "\", which means something else there");
      }
      if (!seen.add(name)) {
        throw new IllegalArgumentException("two hyper-parameters are called \"" + each + "\"");
      }
      names.add(name);
    }
    return new Names(names);
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
  static List<String> functions() {
    List<String> functions = new ArrayList<>(FormulaFunction.names());
    functions.add("pow");
    return functions;
  }

  /** Everything that can stand without parentheses. */
  List<String> values() {
    List<String> values = new ArrayList<>(List.of("x", "pi", "e"));
    values.addAll(parameters);
    return values;
  }

  /** For messages: x and the hyper-parameters. */
  String known() {
    return parameters.isEmpty() ? "x, pi and e" : "x, pi, e and " + String.join(", ", parameters);
  }
}
