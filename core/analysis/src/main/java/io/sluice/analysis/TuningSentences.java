package io.sluice.analysis;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Says how far tuning went, what it cost, and what it leaves of the difference of optimizers. */
final class TuningSentences {

  private static final int MOST_NAMES = 3;

  private TuningSentences() {}

  static List<String> of(StudyRows rows, List<Sensitivity> sensitivities, List<Tuned> tuned) {
    List<String> sentences = new ArrayList<>();
    if (tuned.isEmpty()) {
      edge(sensitivities).ifPresent(sentences::add);
      return sentences;
    }
    String names = String.join(" and ", rows.header().tunedValues()).replace('-', ' ');
    difference(rows, names).ifPresent(sentences::add);
    long edges = tuned.stream().filter(one -> !one.atEdge().isEmpty()).count();
    if (edges > 0) {
      sentences.add(
          edges
              + " of "
              + tuned.size()
              + " tuned contenders got the smallest or largest "
              + names
              + " that was tried, so a better one may lie beyond.");
    }
    double spent = tuned.stream().mapToDouble(Tuned::spent).sum();
    if (!Double.isNaN(spent) && tuned.get(0).counts()) {
      sentences.add(
          "Tuning "
              + names
              + " cost "
              + Figures.number(spent)
              + " forward-equivalents, "
              + Figures.number(spent / tuned.size())
              + " for each tuned contender, which is not in the costs above.");
    }
    return sentences;
  }

  /** Names the contenders whose best value lies at the edge of what was tried. */
  private static Optional<String> edge(List<Sensitivity> sensitivities) {
    List<Sensitivity> edges = sensitivities.stream().filter(Sensitivity::bestAtEdge).toList();
    if (edges.isEmpty()) {
      return Optional.empty();
    }
    Set<String> problems = new LinkedHashSet<>();
    Set<String> networks = new LinkedHashSet<>();
    sensitivities.forEach(one -> problems.add(one.problem()));
    sensitivities.forEach(one -> networks.add(one.network()));
    List<String> shown = new ArrayList<>();
    for (Sensitivity one : edges.subList(0, Math.min(MOST_NAMES, edges.size()))) {
      shown.add(
          Figures.exact(one.bestValue())
              + " ("
              + one.activation()
              + " with "
              + one.optimizer()
              + (problems.size() > 1 ? " on " + one.problem() : "")
              + (networks.size() > 1 ? " in " + one.network() : "")
              + ")");
    }
    if (edges.size() > MOST_NAMES) {
      shown.add((edges.size() - MOST_NAMES) + " others");
    }
    Set<String> names = new LinkedHashSet<>();
    edges.forEach(one -> names.add(one.name().replace('-', ' ')));
    return Optional.of(
        "The best "
            + String.join(" and ", names)
            + " is the smallest or largest that was tried for "
            + edges.size()
            + " of "
            + sensitivities.size()
            + " contenders, so a better one may lie beyond: "
            + ExplainedSentences.list(shown)
            + ".");
  }

  /** How far the tuned optimizers differ before and after, and whether that is less. */
  private static Optional<String> difference(StudyRows rows, String names) {
    return TunedDifference.of(rows)
        .map(
            found -> {
              Estimate change = found.change();
              String verdict =
                  change.upper() < 0
                      ? ": tuning takes part of their difference away"
                      : change.lower() > 0
                          ? ": tuning makes their difference larger"
                          : ": whether tuning changes their difference cannot be told";
              return "Over all activations and problems the "
                  + found.optimizers()
                  + " tuned optimizers differ by "
                  + spread(found.declared())
                  + " in log10 cost (standard deviation of their means) with the declared "
                  + names
                  + " and by "
                  + spread(found.tuned())
                  + " with the tuned one"
                  + verdict
                  + ".";
            });
  }

  private static String spread(double variance) {
    return Figures.number(Math.sqrt(Math.max(0, variance)));
  }
}
