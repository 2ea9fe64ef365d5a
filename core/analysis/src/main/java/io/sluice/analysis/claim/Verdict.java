package io.sluice.analysis.claim;

import java.util.Locale;

/** What is said of a claim. The first four are computed from rows, the last two are kinds. */
public enum Verdict {
  /** It holds. */
  SUPPORTED,
  /** It does not hold, or its effect is smaller than matters. */
  REFUTED,
  /** It holds under some conditions and does not under others. */
  MIXED,
  /** The rows do not tell. */
  UNDECIDED,
  /** It is true or false by the meaning of its words; nothing can be measured. */
  DEFINITION,
  /** It is about what happened; its sources decide. */
  HISTORY;

  /** The word, as it is written in cards. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether experiments give it. */
  public boolean isEmpirical() {
    return ordinal() <= UNDECIDED.ordinal();
  }
}
