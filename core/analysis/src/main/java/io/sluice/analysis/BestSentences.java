package io.sluice.analysis;

import io.sluice.analysis.judge.Leaders;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Says what did best on each problem, and what it is not clearly ahead of. */
final class BestSentences {

  private static final int MOST_PROBLEMS = 5;
  private static final int MOST_NAMES = 3;
  private static final int FEWEST_REPEATS = 3;

  private final StudyRows rows;
  private final boolean severalProblems;

  private BestSentences(StudyRows rows) {
    this.rows = rows;
    this.severalProblems = rows.levels("problem").size() > 1;
  }

  /** Something with a name, and what its trials came to. */
  private record Named(String name, TrialSummary summary) {}

  /**
   * The sentences.
   *
   * @param leaders of each ranking, in their order
   */
  static List<String> of(
      StudyRows rows, List<Ranking> rankings, List<Leaders> leaders, List<FactorEffect> effects) {
    BestSentences best = new BestSentences(rows);
    List<String> varying =
        Ranking.contender(rows).stream()
            .filter(factor -> FactorEffect.varying(rows, factor).size() > 1)
            .toList();
    List<String> sentences = new ArrayList<>();
    for (int i = 0; i < Math.min(MOST_PROBLEMS, rankings.size()); i++) {
      Ranking ranking = rankings.get(i);
      List<Named> contenders =
          ranking.rows().stream()
              .map(row -> new Named(name(ranking, row, varying), row.summary()))
              .toList();
      String place = best.severalProblems ? " on " + ranking.problem() : "";
      if (contenders.size() == 1) {
        sentences.add(best.alone(place, contenders.get(0).summary()));
        continue;
      }
      sentences.add(best.best(noun(varying) + place, contenders, leaders.get(i)));
      best.lost(place, contenders).ifPresent(sentences::add);
    }
    if (rankings.size() > MOST_PROBLEMS) {
      sentences.add(
          "The other " + (rankings.size() - MOST_PROBLEMS) + " problems are in the ranking.");
    }
    if (varying.isEmpty()) {
      effects.stream()
          .filter(effect -> !effect.factor().equals("problem"))
          .forEach(effect -> sentences.add(best.ofFactor(effect)));
    }
    return sentences;
  }

  private String ofFactor(FactorEffect effect) {
    List<Named> levels = new ArrayList<>();
    effect.levels().forEach(level -> levels.add(new Named(level.label(), level.summary())));
    levels.sort((a, b) -> TrialSummary.BETTER_FIRST.compare(a.summary(), b.summary()));
    return best(
        words(effect.factor()) + (severalProblems ? " over all problems" : ""),
        levels,
        Leaders.of(rows, effect));
  }

  /** Names those of which no trial came to its end, where there are others. */
  private Optional<String> lost(String place, List<Named> contenders) {
    List<String> names =
        contenders.stream().filter(each -> each.summary().isLost()).map(Named::name).toList();
    if (names.isEmpty() || names.size() == contenders.size()) {
      return Optional.empty();
    }
    String whose =
        names.size() > MOST_NAMES
            ? names.size() + " of " + contenders.size() + " contenders"
            : ExplainedSentences.list(names);
    return Optional.of("All trials of " + whose + place + " " + ends(contenders) + ".");
  }

  /** How the trials of those ended of which none came to its end. */
  private static String ends(List<Named> contenders) {
    List<TrialSummary> lost =
        contenders.stream().map(Named::summary).filter(TrialSummary::isLost).toList();
    boolean diverged = lost.stream().anyMatch(summary -> summary.diverged() > 0);
    boolean failed = lost.stream().anyMatch(summary -> summary.failed() > 0);
    return diverged && failed ? "diverged or failed" : failed ? "failed" : "diverged";
  }

  private String best(String noun, List<Named> sorted, Leaders leaders) {
    Named first = sorted.get(0);
    if (first.summary().isLost()) {
      return "Best " + noun + ": none, as all trials " + ends(sorted) + ".";
    }
    List<String> tied = sorted.subList(0, leaders.tied()).stream().map(Named::name).toList();
    String sentence = "Best " + noun + ": ";
    if (tied.size() == sorted.size()) {
      sentence += "none, as " + (tied.size() == 2 ? "both" : "all " + tied.size()) + " are tied";
    } else if (tied.size() > MOST_NAMES) {
      sentence += tied.size() + " that are tied, " + first.name() + " among them";
    } else {
      sentence += ExplainedSentences.list(tied) + (tied.size() > 1 ? ", tied" : "");
    }
    sentence += " (" + came(first.summary()) + ")";
    if (tied.size() == sorted.size()) {
      return sentence + ".";
    }
    List<String> rivals = new ArrayList<>();
    for (int i = tied.size(); i < sorted.size(); i++) {
      if (leaders.contenders().get(i).open()) {
        rivals.add(sorted.get(i).name());
      }
    }
    if (rivals.size() > MOST_NAMES) {
      String others =
          rivals.size() == sorted.size() - tied.size()
              ? "any of the other " + rivals.size()
              : rivals.size() + " others";
      sentence += ", not clearly ahead of " + others + ", " + rivals.get(0) + " the next";
    } else if (!rivals.isEmpty()) {
      sentence += ", not clearly ahead of " + ExplainedSentences.list(rivals);
    }
    return sentence + chances(leaders, tied.size(), rivals.size()) + ".";
  }

  /** How sure the first place is, where another may deserve it and there are seeds to say so. */
  private static String chances(Leaders leaders, int tied, int rivals) {
    if (rivals == 0 || leaders.repeats() < FEWEST_REPEATS) {
      return "";
    }
    String first =
        tied > 1 ? "" : "first in " + rough(leaders.best().first()) + " of resamples, and ";
    return "; "
        + first
        + "ten more seeds would put another first with a chance of "
        + rough(leaders.change());
  }

  /** A share that was found by resampling, which tells no fractions of a percent. */
  private static String rough(double share) {
    long percent = Math.round(100 * share);
    return percent < 1 ? "less than 1 %" : percent > 99 ? "more than 99 %" : percent + " %";
  }

  private String came(TrialSummary summary) {
    String fate = summary.fate();
    String metric =
        summary
            .metric()
            .map(
                one ->
                    "median final "
                        + Merit.words(one.metric())
                        + " "
                        + Figures.number(one.median())
                        + ", ")
            .orElse("");
    return metric + reached(summary) + (fate.isEmpty() ? "" : ", " + fate);
  }

  private String reached(TrialSummary summary) {
    if (summary.target() < 0) {
      return "median best loss " + Figures.number(summary.bestLoss());
    }
    String loss = "loss " + Figures.exact(rows.header().targets().get(summary.target()));
    if (summary.success().count() == 0) {
      return loss + " never reached, median best loss " + Figures.number(summary.bestLoss());
    }
    String success = loss + " reached by " + Figures.percent(summary.success().estimate());
    return Double.isInfinite(summary.costToTarget().value())
        ? success
        : success + ", median cost " + Figures.number(summary.costToTarget().value());
  }

  private String alone(String place, TrialSummary summary) {
    String trials = summary.trials() == 1 ? "one trial" : summary.trials() + " trials";
    return "In "
        + trials
        + place
        + ": "
        + (summary.isLost() ? summary.fate() : came(summary))
        + ".";
  }

  private static String noun(List<String> varying) {
    if (varying.size() == 1) {
      return words(varying.get(0));
    }
    return varying.equals(List.of("activation", "optimizer")) ? "pair" : "combination";
  }

  private static String words(String factor) {
    return factor.replace('-', ' ');
  }

  /** {@code tanh with adam under reflect, batches 8 shuffled}, of the factors that vary. */
  private static String name(Ranking ranking, Ranking.Row row, List<String> varying) {
    List<String> parts = new ArrayList<>();
    String name = name(labels(ranking, row, varying));
    if (!name.isEmpty()) {
      parts.add(name);
    }
    for (String factor : varying) {
      if (!Ranking.CONTENDER.contains(factor)) {
        String label = row.contender().get(ranking.factors().indexOf(factor));
        parts.add(varying.size() == 1 ? label : words(factor) + " " + label);
      }
    }
    return String.join(", ", parts);
  }

  private static String name(List<String> labels) {
    String activation = labels.get(0);
    String optimizer = labels.get(1);
    String policy = labels.get(2);
    boolean pair = !activation.isEmpty() && !optimizer.isEmpty();
    String name = activation + (pair ? " with " : "") + optimizer;
    if (policy.isEmpty()) {
      return name;
    }
    if (name.isEmpty()) {
      return policy;
    }
    return name + (policy.equals("none") ? " without weight policy" : " under " + policy);
  }

  /** The labels of {@link Ranking#CONTENDER}, empty where a factor does not vary or has none. */
  private static List<String> labels(Ranking ranking, Ranking.Row row, List<String> varying) {
    List<String> labels = new ArrayList<>();
    for (String factor : Ranking.CONTENDER) {
      String label = row.contender().get(ranking.factors().indexOf(factor));
      boolean none = factor.equals("activation") && label.equals(FactorEffect.NO_ACTIVATION);
      labels.add(none || !varying.contains(factor) ? "" : label);
    }
    return labels;
  }
}
