package io.sluice.analysis.judge;

import io.sluice.analysis.Estimate;
import io.sluice.analysis.StudyRows;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether the order of levels depends on the budget: who leads at a tenth of it, and who at its
 * end.
 *
 * <p>The score of a level at a budget is the share of its trials that had reached the target by
 * then; equal shares are told by the next larger target, and so on. All cells of a level weigh
 * alike, and only those combinations of the other factors count that all levels met.
 *
 * <p>The order of two levels is clear where the test of the largest difference ({@link
 * io.sluice.analysis.statistics.LargestDifference}) tells them apart over the repeats at the 5 %
 * level, corrected for all pairs at both budgets together. A pair is flipped if its order is clear
 * at a tenth <em>and</em> at the end, and the opposite. So noise does not make a flip: in all, the
 * chance of a single false one is below 5 %. A pair that is told apart at the end alone has not
 * flipped, it has only become clear.
 *
 * @param factor the factor, or {@code contender}
 * @param target the loss to be reached
 * @param early a tenth of the budget
 * @param late the budget
 * @param budgets from small to large, evenly on the logarithm, the last one the whole budget
 * @param lines the rank of each level over these budgets
 * @param pairs how many pairs of levels there are
 * @param clearEarly of how many the order is clear at a tenth
 * @param clearLate of how many at the end
 * @param clear of how many at one of them at least
 * @param share flipped by clear, with the percentile interval of the bootstrap over the repeats,
 *     which is rough; NaN where nothing is clear
 * @param flips the flipped pairs, the clearest first
 */
public record RankFlips(
    String factor,
    double target,
    double early,
    double late,
    List<Double> budgets,
    List<Line> lines,
    int pairs,
    int clearEarly,
    int clearLate,
    int clear,
    Estimate share,
    List<Flip> flips) {

  /**
   * The rank of a level over the budgets, 1 for the best score; equal scores share the mean.
   *
   * @param label the level
   * @param ranks at each budget, with the percentile interval of the bootstrap over the repeats
   */
  public record Line(String label, List<Estimate> ranks) {
    public Line {
      ranks = List.copyOf(ranks);
    }
  }

  /**
   * A pair that changed places.
   *
   * @param early the label of the one ahead at a tenth of the budget
   * @param late the label of the one ahead at the end
   */
  public record Flip(String early, String late) {}

  private static final int MOST_LEVELS = 256;
  private static final int MOST_CONTENDERS = 12;

  public RankFlips {
    budgets = List.copyOf(budgets);
    lines = List.copyOf(lines);
    flips = List.copyOf(flips);
  }

  /**
   * Those of each factor of a contender that varies, and of the contenders if they are few. Empty
   * without targets, and with fewer than two repeats.
   */
  public static List<RankFlips> of(StudyRows rows) {
    List<RankFlips> all = new ArrayList<>();
    int target = rows.headlineTarget();
    if (target >= 0) {
      for (Subjects subjects : Subjects.of(rows, MOST_LEVELS, MOST_CONTENDERS)) {
        Scores scores = Scores.of(rows, subjects, target);
        if (scores.repeats() > 1) {
          all.add(Flips.of(rows, subjects, scores, target));
        }
      }
    }
    return List.copyOf(all);
  }
}
