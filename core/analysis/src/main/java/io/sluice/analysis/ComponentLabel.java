package io.sluice.analysis;

import java.util.Arrays;
import java.util.List;

/** The label of a component: its name, and in brackets values: {@code adam(beta1=0.8 tuned)}. */
final class ComponentLabel {

  private ComponentLabel() {}

  /**
   * The label without one entry of its brackets, and without brackets if nothing is left in them. A
   * label without the entry stays as it is.
   *
   * @param entry the name of a hyper-parameter, or a word that stands alone
   */
  static String without(String label, String entry) {
    int open = label.lastIndexOf('(');
    int close = label.indexOf(')', open);
    if (open < 0 || close < 0) {
      return label;
    }
    List<String> entries = Arrays.asList(label.substring(open + 1, close).split(" "));
    List<String> kept =
        entries.stream()
            .filter(other -> !other.equals(entry) && !other.startsWith(entry + "="))
            .toList();
    if (kept.size() == entries.size()) {
      return label;
    }
    String brackets = kept.isEmpty() ? "" : "(" + String.join(" ", kept) + ")";
    return label.substring(0, open) + brackets + label.substring(close + 1);
  }
}
