package io.sluice.engine.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Why trials failed: each reason once, with how many trials it took. */
final class FailureReasons {

  /** As many as a person reads. */
  static final int MOST = 10;

  private final Map<String, Long> counts = new LinkedHashMap<>();
  private long others;

  void count(String reason) {
    if (counts.containsKey(reason) || counts.size() < MOST) {
      counts.merge(reason, 1L, Long::sum);
    } else {
      others++;
    }
  }

  /** A line for each of the first reasons, and one for the trials that had others. */
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    counts.forEach((reason, count) -> lines.add(trials(count) + " failed: " + reason));
    if (others > 0) {
      lines.add(trials(others) + " failed for other reasons");
    }
    return lines;
  }

  private static String trials(long count) {
    return count == 1 ? "1 trial" : count + " trials";
  }
}
