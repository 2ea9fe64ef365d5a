package io.sluice.studies;

import io.sluice.analysis.claim.Claim;
import io.sluice.analysis.claim.Group;
import io.sluice.analysis.claim.Rule;
import io.sluice.engine.plan.StudyPlan;
import io.sluice.engine.plan.TrialSetup;
import io.sluice.engine.text.NearestWord;
import io.sluice.spi.Cell;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * A claim with the studies that are run for it.
 *
 * @param claim what is claimed, and how it is decided
 * @param sourceName the name of the card's text
 * @param studies the whole studies, by the names that rules call them; none of a definition
 * @param words where the words of the rules stand
 */
public record ClaimCard(
    Claim claim, String sourceName, Map<String, ReadStudy> studies, Map<String, Location> words) {

  public ClaimCard {
    Objects.requireNonNull(claim, "claim");
    Objects.requireNonNull(sourceName, "sourceName");
    studies = Collections.unmodifiableMap(new LinkedHashMap<>(studies));
    words = Map.copyOf(words);
  }

  /**
   * What is wrong with the labels of its rules, each with its place; none where every group has
   * trials.
   *
   * @param plans of its studies, by name
   */
  public List<String> complaints(Map<String, StudyPlan> plans) {
    Set<String> complaints = new LinkedHashSet<>();
    for (Rule rule : ClaimKeys.rules(claim)) {
      for (Group group : rule.groups()) {
        StudyPlan plan =
            group.study().isEmpty() ? plans.values().iterator().next() : plans.get(group.study());
        complaints.addAll(complaints(group, plan));
      }
    }
    return List.copyOf(complaints);
  }

  private List<String> complaints(Group group, StudyPlan plan) {
    List<Cell> cells = plan.cells().stream().map(TrialSetup::cell).toList();
    List<String> complaints = new ArrayList<>();
    group
        .labels()
        .forEach(
            (factor, labels) -> {
              List<String> there = cells.stream().map(c -> c.factor(factor)).distinct().toList();
              for (String label : labels) {
                if (Group.meant(there, label).isEmpty()) {
                  complaints.add(
                      place(label)
                          + ": no "
                          + factor
                          + " \""
                          + label
                          + '"'
                          + NearestWord.hint(label, there)
                          + "; there are "
                          + String.join(", ", there));
                }
              }
            });
    if (complaints.isEmpty() && cells.stream().noneMatch(group.among(cells))) {
      complaints.add(
          place(group.labels().values().iterator().next().get(0))
              + ": no trial has "
              + group.words());
    }
    return complaints;
  }

  private String place(String word) {
    return words.getOrDefault(word, Location.of(sourceName)).toString();
  }
}
