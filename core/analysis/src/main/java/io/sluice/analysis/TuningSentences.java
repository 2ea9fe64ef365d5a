package io.sluice.analysis;

import io.sluice.analysis.variance.Source;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

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
    String names = String.join(" and ", rows.header().tunedValues());
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

  /**
   * What the optimizer explains among the optimizers as they were declared, and among the tuned
   * ones: of the same cells with the same repeats, so that the two shares differ by tuning alone.
   */
  private static Optional<String> difference(StudyRows rows, String names) {
    int target = rows.headlineTarget();
    Set<String> tunable = new LinkedHashSet<>();
    rows.cells().stream()
        .filter(cell -> cell.cell().isTuned())
        .forEach(cell -> tunable.add(component(cell)));
    if (target < 0 || tunable.size() < 2) {
      return Optional.empty();
    }
    Optional<Estimate> before =
        share(rows, target, cell -> !cell.cell().isTuned() && tunable.contains(component(cell)));
    Optional<Estimate> after = share(rows, target, cell -> cell.cell().isTuned());
    if (before.isEmpty() || after.isEmpty()) {
      return Optional.empty();
    }
    String verdict =
        before.get().lower() > after.get().upper() || before.get().upper() < after.get().lower()
            ? after.get().value() < before.get().value()
                ? ": part of their difference is one of the declared values"
                : ": the declared values hid part of their difference"
            : ": whether tuning changes their difference cannot be told";
    return Optional.of(
        String.format(
            Locale.ROOT,
            "Which of the %d tuned optimizers it is explains %s of the variance of log cost to loss"
                + " %s with the declared %s and %s with the tuned one%s.",
            tunable.size(),
            Figures.share(before.get()),
            Figures.exact(rows.header().targets().get(target)),
            names,
            Figures.share(after.get()),
            verdict));
  }

  private static String component(CellSamples cell) {
    String label = cell.cell().factor("optimizer");
    int open = label.lastIndexOf('(');
    return open < 0 ? label : label.substring(0, open);
  }

  private static Optional<Estimate> share(
      StudyRows rows, int target, Predicate<CellSamples> which) {
    return Explanations.ofCost(rows.only(which), target)
        .flatMap(explained -> explained.decomposition().source("optimizer"))
        .map(Source::share);
  }
}
