package io.sluice.analysis.judge;

import io.sluice.analysis.CellSamples;
import io.sluice.analysis.FactorEffect;
import io.sluice.analysis.Ranking;
import io.sluice.analysis.StudyRows;
import io.sluice.analysis.TrialSummary;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * How sure the head of a ranking is.
 *
 * @param where the problem that the ranking is of, or the factor whose levels are ranked
 * @param repeats how many repeats are compared: those that all contenders with at least half of
 *     them have
 * @param contenders all of them in the order of the ranking
 * @param tied how many share the first rank, equal in all that is compared
 * @param change the chance that none of the first would still be first with {@link #moreSeeds()}
 *     more seeds; NaN with fewer than two repeats
 */
public record Leaders(
    String where, int repeats, List<Contender> contenders, int tied, double change) {

  /** What is not told from the best at this level counts as perhaps as good. */
  public static final double LEVEL = 0.05;

  /** The way that {@link Contender#p()} comes about, in a few words. */
  public static final String TEST =
      "largest difference of any two contenders, signs of whole repeats turned";

  /** The way that {@link Contender#first()} comes about, in a few words. */
  public static final String CHANCE = "bootstrap over the repeats";

  /**
   * A contender beside the best.
   *
   * @param label its factors in one text
   * @param rank from 1; equal ones share a rank
   * @param first the chance to be first if the repeats are drawn anew; NaN with fewer than two
   * @param p how likely chance alone sets the best as far ahead of it on success or cost, on loss
   *     where neither reached the target, or on the metric alone where one decides: corrected for
   *     all pairs of contenders, since the best was chosen by the same data
   */
  public record Contender(String label, int rank, double first, double p) {
    public Contender {
      Objects.requireNonNull(label, "label");
    }

    /** Whether it cannot be told from the best; the best itself cannot either. */
    public boolean open() {
      return !(p <= LEVEL);
    }
  }

  public Leaders {
    Objects.requireNonNull(where, "where");
    contenders = List.copyOf(contenders);
    if (tied < 1 || tied > contenders.size()) {
      throw new IllegalArgumentException(
          tied + " of " + contenders.size() + " contenders cannot be first");
    }
  }

  /** How many more seeds {@link #change()} speaks of. */
  public static int moreSeeds() {
    return FirstChances.MORE_SEEDS;
  }

  /** The best, the first by label where several are tied. */
  public Contender best() {
    return contenders.get(0);
  }

  /** How many cannot be told from the best, itself not counted. */
  public int open() {
    return (int) contenders.stream().filter(Contender::open).count() - 1;
  }

  /** The leaders of each of these rankings, in their order. */
  public static List<Leaders> of(StudyRows rows, List<Ranking> rankings) {
    List<Leaders> leaders = new ArrayList<>();
    for (Ranking ranking : rankings) {
      Map<List<String>, List<CellSamples>> cells = ranking.cells(rows);
      List<Group> groups = new ArrayList<>();
      for (Ranking.Row row : ranking.rows()) {
        groups.add(new Group(row.label(), row.rank(), row.summary(), cells.get(row.contender())));
      }
      leaders.add(of(rows, ranking.problem(), groups));
    }
    return List.copyOf(leaders);
  }

  /** The leaders among the levels of one factor, over all problems. */
  public static Leaders of(StudyRows rows, FactorEffect effect) {
    List<FactorEffect.Level> levels = new ArrayList<>(effect.levels());
    levels.sort((a, b) -> TrialSummary.BETTER_FIRST.compare(a.summary(), b.summary()));
    List<Group> groups = new ArrayList<>();
    for (FactorEffect.Level level : levels) {
      TrialSummary own = level.summary();
      boolean tied =
          groups.isEmpty() || TrialSummary.BETTER_FIRST.compare(groups.get(0).summary(), own) == 0;
      List<CellSamples> cells =
          rows.cells().stream()
              .filter(cell -> cell.cell().factor(effect.factor()).equals(level.label()))
              .toList();
      groups.add(new Group(level.label(), tied ? 1 : groups.size() + 1, own, cells));
    }
    return of(rows, effect.factor(), groups);
  }

  /** A contender with its trials. */
  record Group(String label, int rank, TrialSummary summary, List<CellSamples> cells) {}

  /** The leaders of groups, given the best first. */
  static Leaders of(StudyRows rows, String where, List<Group> groups) {
    int target = groups.get(0).summary().target();
    int tied = (int) groups.stream().filter(group -> group.rank() == 1).count();
    List<List<CellSamples>> cells = groups.stream().map(Group::cells).toList();
    String metric =
        groups.stream()
            .flatMap(group -> group.summary().metric().stream())
            .map(TrialSummary.MetricMedian::metric)
            .findFirst()
            .orElse("");
    Contest contest = Contest.of(rows, cells, target, metric);
    boolean several = groups.size() > 1 && contest.repeats().length > 1;
    double[] p = new double[groups.size()];
    Arrays.fill(p, 1);
    FirstChances chances = null;
    if (several) {
      double[] told = contest.test().told(0);
      for (int i = tied; i < p.length; i++) {
        p[i] = groups.get(0).summary().isLost() ? 1 : told[i];
      }
      chances = FirstChances.of(rows, cells, target, metric, tied);
    }
    List<Contender> contenders = new ArrayList<>();
    for (int i = 0; i < p.length; i++) {
      Group group = groups.get(i);
      double first = several ? chances.first()[i] : Double.NaN;
      contenders.add(new Contender(group.label(), group.rank(), first, p[i]));
    }
    return new Leaders(
        where, contest.repeats().length, contenders, tied, several ? chances.change() : Double.NaN);
  }
}
