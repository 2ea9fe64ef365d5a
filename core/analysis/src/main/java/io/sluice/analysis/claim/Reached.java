package io.sluice.analysis.claim;

import io.sluice.analysis.CellSamples;
import io.sluice.analysis.Estimate;
import io.sluice.analysis.Figures;
import io.sluice.analysis.Share;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * The share of the trials of one cell that reach a target, by the exact interval of Clopper and
 * Pearson (1934). Supported where the whole interval is on the wanted side of the threshold.
 *
 * @param of one cell, whose trials are independent
 * @param target the loss to be reached
 * @param isAtLeast whether at least, or at most, so many are wanted
 * @param share the threshold, between 0 and 1
 * @param margin how far beyond the threshold the share is that the power is told for
 */
public record Reached(Group of, double target, boolean isAtLeast, double share, double margin)
    implements Rule {

  /** A margin to begin with. */
  public static final double MARGIN = 0.1;

  public Reached {
    if (!(share > 0 && share < 1)) {
      throw new IllegalArgumentException(
          "the threshold of a share is between 0 and 1, not " + Figures.exact(share));
    }
    if (!(margin > 0 && margin < 1)) {
      throw new IllegalArgumentException(
          "the margin of a share is between 0 and 1, not " + Figures.exact(margin));
    }
  }

  @Override
  public Finding judge(Evidence evidence, double level) {
    List<CellSamples> cells = of.cells(evidence);
    if (cells.size() > 1) {
      throw new IllegalArgumentException(
          "a share is of one cell, whose trials are independent, but "
              + of.words()
              + " are "
              + cells.size()
              + " cells; name more factors");
    }
    Measure reached = Measure.success(target);
    List<Double> trials = of.trials(evidence, reached);
    long hits = trials.stream().filter(hit -> hit == 1).count();
    Share seen = new Share(hits, trials.size());
    Estimate estimate = seen.exact(level);
    String quantity = reached.words() + ", " + of.words();
    Effect effect = new Effect(quantity, estimate, "", level, trials.size());
    return Finding.of(
        words(),
        verdict(estimate),
        effect,
        hits + " of " + trials.size() + " trials reach it: " + effect.words(),
        "an interval that reaches " + Figures.number(share));
  }

  private Verdict verdict(Estimate estimate) {
    boolean above = estimate.lower() >= share;
    boolean below = estimate.upper() <= share;
    if (!above && !below) {
      return Verdict.UNDECIDED;
    }
    return above == isAtLeast ? Verdict.SUPPORTED : Verdict.REFUTED;
  }

  @Override
  public String words() {
    return (isAtLeast ? "at least " : "at most ")
        + Figures.percent(share)
        + " of the trials of "
        + of.words()
        + " reach loss "
        + Figures.exact(target);
  }

  @Override
  public int intervals() {
    return 1;
  }

  @Override
  public List<Group> groups() {
    return List.of(of);
  }

  @Override
  public List<Measure> measures() {
    return List.of(Measure.success(target));
  }

  @Override
  public Rule where(Map<String, List<String>> labels) {
    return new Reached(of.where(labels), target, isAtLeast, share, margin);
  }

  /** Exact: the sum over all numbers of hits that would support it. */
  @Override
  public OptionalDouble power(int repeats, double level) {
    double truth = Math.min(1, Math.max(0, isAtLeast ? share + margin : share - margin));
    double power = 0;
    for (int hits = 0; hits <= repeats; hits++) {
      double chance = Share.chance(hits, repeats, truth);
      if (chance > 1e-12 && verdict(new Share(hits, repeats).exact(level)) == Verdict.SUPPORTED) {
        power += chance;
      }
    }
    return OptionalDouble.of(Math.min(1, power));
  }
}
