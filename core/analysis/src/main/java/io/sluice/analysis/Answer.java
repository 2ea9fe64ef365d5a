package io.sluice.analysis;

import io.sluice.analysis.judge.Leaders;
import io.sluice.analysis.judge.RankFlips;
import io.sluice.spi.Outcome;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The answer to the study's question in plain sentences, the main one first. Which sentences there
 * are depends on what varies in the study, on what was reached, and on what the intervals allow to
 * say.
 *
 * @param sentences at least one
 */
public record Answer(List<String> sentences) {

  public Answer {
    sentences = List.copyOf(sentences);
    if (sentences.isEmpty()) {
      throw new IllegalArgumentException("an answer has at least one sentence");
    }
  }

  /** All sentences in one line. */
  public String text() {
    return String.join(" ", sentences);
  }

  static Answer of(
      StudyRows rows,
      Decision decision,
      List<Ranking> rankings,
      List<Leaders> leaders,
      List<RankFlips> flips,
      List<Explained> explained,
      List<FactorEffect> effects,
      List<PairedComparison> paired,
      List<Sensitivity> sensitivities,
      List<Tuned> tuned) {
    List<String> sentences = new ArrayList<>();
    long trials = rows.trials();
    if (trials == 0) {
      sentences.add("No trial has finished yet.");
    } else if (rows.count(Outcome.FAILED) == trials) {
      sentences.add("All " + trials + " trials failed, so nothing can be said.");
    } else if (rows.count(Outcome.FAILED) + rows.count(Outcome.DIVERGED) == trials) {
      boolean failed = rows.count(Outcome.FAILED) > 0;
      sentences.add(
          "All "
              + trials
              + " trials diverged"
              + (failed ? " or failed" : "")
              + ", so none can be called the best.");
      sentences.addAll(reservations(rows));
    } else {
      boolean reached = anyReached(rows);
      if (!reached) {
        sentences.addAll(nothingReached(rows));
      }
      sentences.addAll(ExplainedSentences.of(rows, decision, explained));
      sentences.addAll(BestSentences.of(rows, rankings, leaders, effects));
      sentences.addAll(FlipSentences.of(flips));
      if (reached) {
        sentences.addAll(choices(paired));
      }
      sentences.addAll(TuningSentences.of(rows, sensitivities, tuned));
      sentences.addAll(reservations(rows));
    }
    return new Answer(sentences);
  }

  private static boolean anyReached(StudyRows rows) {
    int targets = rows.header().targets().size();
    for (int target = 0; target < targets; target++) {
      for (CellSamples cell : rows.cells()) {
        if (cell.hits(target) > 0) {
          return true;
        }
      }
    }
    return false;
  }

  private static List<String> nothingReached(StudyRows rows) {
    List<String> sentences = new ArrayList<>();
    int largest = rows.largestTarget();
    if (largest >= 0) {
      sentences.add(
          "No trial reached any target, not even loss "
              + Figures.exact(rows.header().targets().get(largest))
              + ".");
    }
    return sentences;
  }

  /** What single choices change, a sentence for each factor that has pairs. */
  private static List<String> choices(List<PairedComparison> comparisons) {
    Map<String, List<PairedComparison>> factors = new LinkedHashMap<>();
    for (PairedComparison one : comparisons) {
      factors.computeIfAbsent(one.factor(), factor -> new ArrayList<>()).add(one);
    }
    return factors.values().stream()
        .filter(some -> some.stream().anyMatch(one -> one.pairs() > 0))
        .map(Answer::paired)
        .toList();
  }

  private static String paired(List<PairedComparison> comparisons) {
    List<String> changes = new ArrayList<>();
    for (PairedComparison comparison : comparisons) {
      if (comparison.pairs() == 0) {
        changes.add(comparison.level() + " has no trials to be paired with");
        continue;
      }
      changes.add(
          comparison.level()
              + " changed the success of "
              + Figures.percent(comparison.betterShare().value())
              + " of the paired trials for the better and "
              + Figures.percent(comparison.worseShare().value())
              + " for the worse ("
              + Figures.probability(comparison.p())
              + ")");
    }
    return "At loss "
        + Figures.exact(comparisons.get(0).target())
        + " and compared with "
        + baseline(comparisons.get(0))
        + ", "
        + String.join("; ", changes)
        + ".";
  }

  private static String baseline(PairedComparison comparison) {
    switch (comparison.factor()) {
      case "weight-policy":
        return "no weight policy";
      case "bounds":
        return "the range of the initial weights as bounds";
      default:
        return comparison.factor().replace('-', ' ') + " " + comparison.baseline();
    }
  }

  private static List<String> reservations(StudyRows rows) {
    List<String> sentences = new ArrayList<>();
    long trials = rows.trials();
    long diverged = rows.count(Outcome.DIVERGED);
    long failed = rows.count(Outcome.FAILED);
    Sampling.sentence(rows).ifPresent(sentences::add);
    if (diverged > 0 && diverged < trials) {
      sentences.add(
          diverged
              + " of "
              + trials
              + " trials diverged"
              + (diverged + failed < trials ? " and rank below those that did not." : "."));
    }
    if (failed > 0) {
      sentences.add(failed + " of " + trials + " trials failed.");
    }
    if (trials < rows.header().trials()) {
      sentences.add(
          "Only "
              + trials
              + " of "
              + rows.header().trials()
              + " trials have finished, so this may change.");
    }
    return sentences;
  }
}
