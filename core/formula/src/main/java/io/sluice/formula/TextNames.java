package io.sluice.formula;

import io.sluice.spi.Hyperparameter;
import io.sluice.spi.Interval;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The names and values that a study gives beside a text. */
final class TextNames {

  private TextNames() {}

  /**
   * Refuses what is no name.
   *
   * @param what what the text is called
   * @param example a name
   * @param name may be empty, for none
   */
  static void check(String what, String example, String name) {
    if (!name.isEmpty() && !name.matches("[a-z][a-z0-9]*(-[a-z0-9]+)*")) {
      throw new IllegalArgumentException(
          "the name of a "
              + what
              + " is lower kebab-case such as "
              + example
              + ", not \""
              + name
              + "\"");
    }
  }

  /** Hyper-parameters with any finite values; a {@code _} in a name is a {@code -}. */
  static List<Hyperparameter> hyperparameters(String what, Map<String, Double> values) {
    List<Hyperparameter> all = new ArrayList<>();
    values.forEach(
        (key, value) -> {
          String name = key.replace('_', '-');
          if (!(Math.abs(value) <= Double.MAX_VALUE)) {
            throw new IllegalArgumentException(name + " must be a finite number, not " + value);
          }
          all.add(Hyperparameter.real(name, value, Interval.REALS, "of the " + what));
        });
    return all;
  }
}
