package io.sluice.report;

import io.sluice.analysis.Ranking;
import io.sluice.analysis.StudyReport;
import io.sluice.analysis.StudyRows;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Names of contenders without what is the same for all of them. */
final class ContenderNames {

  private final Map<String, String> brief = new HashMap<>();

  ContenderNames(StudyReport report, StudyRows rows) {
    for (Ranking ranking : report.rankings()) {
      List<Boolean> varies =
          ranking.factors().stream().map(factor -> rows.levels(factor).size() > 1).toList();
      for (Ranking.Row row : ranking.rows()) {
        List<String> words = new ArrayList<>();
        for (int i = 0; i < ranking.factors().size(); i++) {
          if (varies.get(i)) {
            words.add(row.contender().get(i));
          }
        }
        brief.put(row.label(), words.isEmpty() ? row.label() : String.join(" / ", words));
      }
    }
  }

  /** That of a contender whose labels are joined, or the text itself if it is none. */
  String of(String label) {
    return brief.getOrDefault(label, label);
  }

  String of(List<String> contender) {
    return of(String.join(" / ", contender));
  }
}
