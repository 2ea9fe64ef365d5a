package io.sluice.spi;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What all definitions promise. */
final class DefinitionCheck {

  private DefinitionCheck() {}

  /**
   * Refuses what no definition can have.
   *
   * @param text what the text is called, such as {@code formula}
   */
  static void check(
      String id, Description description, List<Hyperparameter> hyperparameters, String text) {
    Set<String> names = new HashSet<>();
    checkName("an id", id, names);
    for (String alias : description.aliases()) {
      checkName("an alias", alias, names);
    }
    if (description.formula().isBlank()) {
      throw new IllegalArgumentException("the definition of \"" + id + "\" has no " + text);
    }
    Set<String> declared = new HashSet<>();
    for (Hyperparameter each : hyperparameters) {
      if (!declared.add(each.name())) {
        throw new IllegalArgumentException("two hyper-parameters are called " + each.name());
      }
    }
  }

  private static void checkName(String what, String name, Set<String> names) {
    if (!Hyperparameter.isKebabCase(name)) {
      throw new IllegalArgumentException(
          what + " is lower kebab-case such as leaky-relu, not \"" + name + "\"");
    }
    if (!names.add(name)) {
      throw new IllegalArgumentException("\"" + name + "\" is its id or alias twice");
    }
  }
}
