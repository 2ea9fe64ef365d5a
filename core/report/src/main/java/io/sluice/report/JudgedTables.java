package io.sluice.report;

import io.sluice.analysis.Estimate;
import io.sluice.analysis.FactorEffect;
import io.sluice.analysis.Figures;
import io.sluice.analysis.Ranking;
import io.sluice.analysis.StudyReport;
import io.sluice.analysis.StudyRows;
import io.sluice.analysis.judge.Comparison;
import io.sluice.analysis.judge.Leaders;
import io.sluice.analysis.judge.RankFlips;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;

/** The verdicts of a study as tables: how sure the first place is, which wins are real. */
final class JudgedTables {

  /** Of each ranking so many are compared with the best pair by pair. */
  private static final int COMPARED = 10;

  private final StudyReport report;
  private final StudyRows rows;
  private final ContenderNames names;
  private final int top;

  JudgedTables(StudyReport report, StudyRows rows, ContenderNames names, int top) {
    this.report = report;
    this.rows = rows;
    this.names = names;
    this.top = top;
  }

  /** Every contender beside the best of its problem, and every level of a factor likewise. */
  List<Table> leaders() {
    Table.Builder table =
        Table.of("leaders", "Is the win real? Each beside the best")
            .method(
                "Chance to be first: "
                    + Leaders.CHANCE
                    + ". The best does better: share of trials paired by seed, interval by the"
                    + " jackknife over repeats. p: "
                    + Leaders.TEST
                    + ", corrected for all pairs, since the best was chosen by the same data. More"
                    + " seeds: for 80 % power at the 5 % level if effect and spread stay, an"
                    + " extrapolation.")
            .parted()
            .head(top)
            .columns("among", "rank", "contender")
            .column("first", "chance to be first")
            .column("best_better", "the best does better")
            .details("success_difference")
            .column("p", "p")
            .column("apart", "told from the best")
            .column("more_seeds", "more seeds to tell");
    for (int i = 0; i < report.leaders().size(); i++) {
      Ranking ranking = report.rankings().get(i);
      rows(table, report.leaders().get(i), place -> ranking.labels(ranking.rows().get(place)));
    }
    // With one problem and one factor the levels are the contenders.
    boolean alone = report.rankings().size() == 1 && report.effects().size() == 1;
    for (FactorEffect effect : report.effects()) {
      if (Ranking.CONTENDER.contains(effect.factor()) && !alone) {
        Leaders leaders = Leaders.of(rows, effect);
        rows(
            table,
            leaders,
            place -> Map.of(effect.factor(), leaders.contenders().get(place).label()));
      }
    }
    return filled(table);
  }

  private void rows(Table.Builder table, Leaders leaders, IntFunction<Map<String, String>> labels) {
    for (int place = 0; place < leaders.contenders().size(); place++) {
      Leaders.Contender one = leaders.contenders().get(place);
      boolean best = place < leaders.tied();
      Optional<Comparison> beside =
          best || place >= COMPARED
              ? Optional.empty()
              : Comparison.asRanked(
                  rows, rows.headlineTarget(), labels.apply(0), labels.apply(place));
      table.row(
          Value.of(leaders.where()),
          Value.of(one.rank()),
          Value.of(names.of(one.label())),
          Value.percent(Estimate.withoutInterval(one.first())),
          beside.map(pair -> Value.percent(pair.better())).orElse(Value.NONE),
          beside.map(pair -> points(pair.success())).orElse(Value.NONE),
          Value.probability(best ? Double.NaN : one.p()),
          Value.of(best ? "best" : one.open() ? "no" : "yes"),
          beside
              .filter(pair -> one.open() && pair.moreSeeds() > 0)
              .map(JudgedTables::moreSeeds)
              .orElse(Value.NONE));
    }
  }

  private static List<Table> filled(Table.Builder table) {
    Table built = table.build();
    return built.rows().isEmpty() ? List.of() : List.of(built);
  }

  /** A table of comparisons. */
  static Table.Builder table(String id, String caption) {
    return Table.of(id, caption)
        .method(
            "Trials paired by seed and by all that is not named; a repeat counts once. Intervals by"
                + " the jackknife over repeats; p by turning signs of whole repeats; odds by the"
                + " Bayesian signed-rank test.")
        .columns("first", "second")
        .column("success_difference", "difference of success")
        .details("mean_difference", "median_difference", "measure")
        .column("better", "first does better")
        .columns("p")
        .column("odds_equal", "odds of no practical difference")
        .columns("verdict")
        .column("more_seeds", "more seeds to settle it")
        .details("pairs", "repeats", "pairing");
  }

  /** A comparison as a row. */
  static List<Value> values(Comparison one) {
    List<Value> values = new ArrayList<>();
    values.add(Value.of(differing(one.first(), one.second())));
    values.add(Value.of(differing(one.second(), one.first())));
    values.add(points(one.success()));
    values.add(Value.of(one.mean()));
    values.add(Value.of(one.median()));
    values.add(Value.of(one.measure()));
    values.add(Value.percent(one.better()));
    values.add(Value.probability(one.p()));
    values.add(Value.percent(Estimate.withoutInterval(one.odds().within())));
    values.add(Value.of(verdict(one.verdict())));
    values.add(moreSeeds(one));
    values.add(Value.of(one.pairs()));
    values.add(Value.of(one.repeats()));
    values.add(Value.of(one.pairing()));
    return values;
  }

  private static Value moreSeeds(Comparison one) {
    return new Value(
        Double.isNaN(one.moreSeeds()) ? "" : Figures.number(Math.ceil(one.moreSeeds())),
        one.moreSeeds());
  }

  private static Value points(Estimate share) {
    return Double.isNaN(share.value())
        ? Value.NONE
        : new Value(
            Figures.number(
                    new Estimate(100 * share.value(), 100 * share.lower(), 100 * share.upper()))
                + " points",
            share);
  }

  /** Where both are alike, as the problem mostly is, it is said once, in front. */
  static String differing(Map<String, String> own, Map<String, String> other) {
    List<String> words = new ArrayList<>();
    String where = "";
    for (Map.Entry<String, String> label : own.entrySet()) {
      boolean alike = label.getValue().equals(other.get(label.getKey()));
      if (!alike) {
        words.add(label.getValue());
      } else if (label.getKey().equals("problem")) {
        where = label.getValue() + ": ";
      }
    }
    return where + String.join(" / ", words);
  }

  private static String verdict(Comparison.Verdict verdict) {
    switch (verdict) {
      case FIRST:
        return "first is better";
      case SECOND:
        return "second is better";
      case EQUAL:
        return "practically equal";
      default:
        return "cannot be told";
    }
  }

  /** How many pairs of levels change places between a tenth of the budget and its end. */
  List<Table> flips() {
    Table.Builder table =
        Table.of("flips", "Order at a tenth of the budget against that at its end")
            .method(
                "A pair has flipped if its order is clear at both budgets and the opposite;"
                    + " corrected for all pairs. Interval: bootstrap over the repeats, rough.")
            .columns("factor", "pairs", "clear", "flipped", "share")
            .column("example", "the clearest");
    for (RankFlips flips : report.flips()) {
      String example =
          flips.flips().isEmpty()
              ? ""
              : names.of(flips.flips().get(0).early())
                  + ", then "
                  + names.of(flips.flips().get(0).late());
      table.row(
          Value.of(flips.factor()),
          Value.of(flips.pairs()),
          Value.of(flips.clear()),
          Value.of(flips.flips().size()),
          Double.isNaN(flips.share().value()) ? Value.NONE : Value.percent(flips.share()),
          Value.of(example));
    }
    return filled(table);
  }
}
