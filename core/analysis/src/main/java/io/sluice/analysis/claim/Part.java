package io.sluice.analysis.claim;

import java.util.List;
import java.util.Map;
import java.util.Objects;

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
}
