package io.sluice.analysis.claim;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;

/**
 * A rule among several.
 *
 * @param name the condition under which it is asked, such as {@code xor}; may be empty
 * @param rule what is asked
 */
public record Part(String name, Rule rule) {

  public Part {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(rule, "rule");
  }

  Finding judge(Evidence evidence, double level) {
    Finding finding = rule.judge(evidence, level);
    return name.isEmpty() ? finding : finding.under(name);
  }

  String words() {
    return name.isEmpty() ? rule.words() : name + ": " + rule.words();
  }

  Part where(Map<String, List<String>> labels) {
    return new Part(name, rule.where(labels));
  }

  /** The smallest power of some; nothing if that of one is not known. */
  static OptionalDouble smallestPower(List<Part> parts, int repeats, double level) {
    double smallest = 1;
    for (Part part : parts) {
      OptionalDouble power = part.rule.power(repeats, level);
      if (power.isEmpty()) {
        return power;
      }
      smallest = Math.min(smallest, power.getAsDouble());
    }
    return OptionalDouble.of(smallest);
  }
}
