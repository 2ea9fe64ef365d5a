package io.sluice.analysis;

import io.sluice.analysis.judge.AverageRanks;
import io.sluice.analysis.judge.Leaders;
import io.sluice.analysis.judge.RankFlips;
import io.sluice.spi.Outcome;
import io.sluice.spi.ResultStore;
import io.sluice.spi.StudyHeader;
import io.sluice.spi.TrialEvent;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * All that is said about a study. It can be computed again from the store at any time.
 *
 * @param header what is known of the study
 * @param outcomes how many trials ended in each way; cancelled ones are in nothing else
 * @param headlineTarget the loss that costs and effects are judged at: the target that decides by
 *     declaration, else the smallest one that at least 5 % of all trials reached, else the largest;
 *     empty without targets
 * @param decision what the study is decided by
 * @param rankings one for each problem
 * @param leaders how sure the head of each ranking is, in the order of the rankings
 * @param averageRanks of the factors of a contender over problems and repeats
 * @param flips whether the order of these depends on the budget
 * @param explained what explains each response: of all trials, on each problem, and at each level
 *     of the other factors
 * @param effects one for each factor that varies
 * @param paired each weight policy, bounds and way of training against a baseline
 * @param sensitivities one for each hyper-parameter with several values and each contender
 * @param tuned one for each optimizer whose hyper-parameters were tuned, in each context
 * @param answer the answer to the study's question
 */
public record StudyReport(
    StudyHeader header,
    Map<Outcome, Long> outcomes,
    OptionalDouble headlineTarget,
    Decision decision,
    List<Ranking> rankings,
    List<Leaders> leaders,
    List<AverageRanks> averageRanks,
    List<RankFlips> flips,
    List<Explained> explained,
    List<FactorEffect> effects,
    List<PairedComparison> paired,
    List<Sensitivity> sensitivities,
    List<Tuned> tuned,
    Answer answer) {

  public StudyReport {
    Objects.requireNonNull(header, "header");
    outcomes = Collections.unmodifiableMap(new EnumMap<>(outcomes));
    Objects.requireNonNull(headlineTarget, "headlineTarget");
    Objects.requireNonNull(decision, "decision");
    rankings = List.copyOf(rankings);
    leaders = List.copyOf(leaders);
    averageRanks = List.copyOf(averageRanks);
    flips = List.copyOf(flips);
    explained = List.copyOf(explained);
    effects = List.copyOf(effects);
    paired = List.copyOf(paired);
    sensitivities = List.copyOf(sensitivities);
    tuned = List.copyOf(tuned);
    Objects.requireNonNull(answer, "answer");
  }

  /** The report on what a store has of a study; the same as that after its run. */
  public static StudyReport of(StudyHeader header, ResultStore store) {
    return of(StudyRows.collect(header, store));
  }

  /**
   * The report on these trials, without what was measured. The stream is read to its end; the
   * caller closes it.
   */
  public static StudyReport of(StudyHeader header, Stream<TrialEvent.Finished> trials) {
    return of(StudyRows.collect(header, trials));
  }

  /** The report on these trials. */
  public static StudyReport of(StudyRows rows) {
    Map<Outcome, Long> outcomes = new EnumMap<>(Outcome.class);
    for (Outcome outcome : Outcome.values()) {
      outcomes.put(outcome, rows.count(outcome));
    }
    int target = rows.headlineTarget();
    Decision decision = Decision.of(rows);
    OptionalDouble headline =
        target < 0
            ? OptionalDouble.empty()
            : OptionalDouble.of(rows.header().targets().get(target));
    // The longest computation goes its own way beside the others; none changes the rows.
    Supplier<List<Explained>> explaining = Parallel.start(() -> Explanations.of(rows, decision));
    List<Ranking> rankings = Ranking.of(rows, Ranking.contender(rows));
    List<Leaders> leaders = Leaders.of(rows, rankings);
    List<RankFlips> flips = RankFlips.of(rows);
    List<FactorEffect> effects = FactorEffect.of(rows);
    List<PairedComparison> paired = PairedComparison.of(rows);
    List<Sensitivity> sensitivities = new ArrayList<>(Sensitivity.of(rows));
    rows.tuning().stream().limit(1).map(Sensitivity::of).forEach(sensitivities::addAll);
    List<Tuned> tuned = Tuned.of(rows);
    List<AverageRanks> averageRanks = AverageRanks.of(rows, target);
    List<Explained> explained = explaining.get();
    return new StudyReport(
        rows.header(),
        outcomes,
        headline,
        decision,
        rankings,
        leaders,
        averageRanks,
        flips,
        explained,
        effects,
        paired,
        sensitivities,
        tuned,
        Answer.of(
            rows,
            decision,
            rankings,
            leaders,
            flips,
            explained,
            effects,
            paired,
            sensitivities,
            tuned));
  }

  /** How many trials the report is about. */
  public long trials() {
    return outcomes.values().stream().mapToLong(Long::longValue).sum()
        - outcomes.get(Outcome.CANCELLED);
  }

  /**
   * What explains the response that decides, of all trials and then on each problem; empty where
   * nothing does.
   */
  public List<Explained> headlineExplained() {
    return explained.stream()
        .filter(one -> one.isAbout(decision.response()))
        .filter(one -> one.overall() || !one.problem().isEmpty())
        .toList();
  }
}
