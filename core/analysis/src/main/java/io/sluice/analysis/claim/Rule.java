package io.sluice.analysis.claim;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * A rule that was fixed before rows were seen: a pure function from rows to a finding. It is one
 * rule by itself, or several together: {@link All}, {@link Any} or {@link Cases}.
 */
public sealed interface Rule
    permits Difference, Slope, Identity, Bound, Reached, Sources, Order, Several {

  /** The probability that one of the intervals of a claim misses what it is of. */
  double LEVEL = 0.05;

  /**
   * What rows say.
   *
   * @param level the probability that an interval misses what it is of
   * @throws IllegalArgumentException if the rows have not what it asks for
   */
  Finding judge(Evidence evidence, double level);

  /** What it says, without a full stop. */
  String words();

  /** How many intervals it looks at. */
  int intervals();

  /** The cells that it looks at. */
  List<Group> groups();

  /** The measures that it looks at, in the order of {@link #groups()}' rules; maybe repeatedly. */
  List<Measure> measures();

  /** The rule with these labels for each group that does not name the factor itself. */
  Rule where(Map<String, List<String>> labels);

  /**
   * The probability that so many repeats support it, if its effect is the smallest that matters and
   * the repeats spread as it supposes; of several together the smallest. Nothing where that cannot
   * be told beforehand.
   */
  OptionalDouble power(int repeats, double level);

  /** What rows say, all intervals together holding but for {@link #LEVEL} (Bonferroni). */
  default Finding judge(Evidence evidence) {
    return judge(evidence, level());
  }

  /** The level of each of its intervals. */
  default double level() {
    return LEVEL / Math.max(1, intervals());
  }
}
