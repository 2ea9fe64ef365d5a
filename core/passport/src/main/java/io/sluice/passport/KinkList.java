package io.sluice.passport;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The kinks of a function as far as they can be listed.
 *
 * @param all those that were looked at, ascending
 * @param more whether the search ended before all of the line was looked at
 */
record KinkList(List<Kink> all, boolean more) {

  /** So many are shown, as many as zeros. */
  static final int SHOWN = 12;

  /** From so many on only the nearest are shown: there is no end of them, or it oscillates. */
  static final int MANY = 64;

  KinkList {
    all = List.copyOf(all);
  }

  /** Whether there are too many to be shown. */
  boolean isMany() {
    return more || all.size() > MANY;
  }

  /** All, or of many the nearest to 0, ascending. */
  List<Kink> shown() {
    if (!isMany()) {
      return all;
    }
    List<Kink> nearest = new ArrayList<>(all);
    nearest.sort(Comparator.comparingDouble(kink -> Math.abs(kink.x())));
    return nearest.subList(0, Math.min(SHOWN, nearest.size())).stream()
        .sorted(Comparator.comparingDouble(Kink::x))
        .toList();
  }
}
