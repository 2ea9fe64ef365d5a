package io.sluice.studies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sluice.analysis.Estimate;
import io.sluice.analysis.Share;
import io.sluice.analysis.claim.Bound;
import io.sluice.analysis.claim.Claim;
import io.sluice.analysis.claim.Criterion;
import io.sluice.analysis.claim.Difference;
import io.sluice.analysis.claim.Identity;
import io.sluice.analysis.claim.Reached;
import io.sluice.analysis.claim.Rule;
import io.sluice.analysis.claim.Slope;
import io.sluice.analysis.claim.Sources;
import io.sluice.analysis.claim.Verdict;
import io.sluice.analysis.statistics.RatioInterval;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.function.DoubleSupplier;
import java.util.stream.DoubleStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The power that the page of each card prints is the share of simulated studies that find what is
 * so. That the intervals drawn here are those by which rules decide is held where rules are tested.
 */
class CardPowerTest {

  private static final int STUDIES = 2000;
  private static final double OFF = 0.05;
  private static final double EXCEPTIONS = 0.05;

  /** Many rules are alike but for their groups; each is simulated once. */
  private static final Map<List<Object>, Double> SIMULATED = new HashMap<>();

  static List<String> empirical() {
    return ShippedClaimsTest.empirical();
  }

  @ParameterizedTest
  @MethodSource("empirical")
  void thePowerOnAPageIsThatOfSimulatedStudies(String id) {
    Claim claim = ShippedClaims.read(id).claim();
    Rule rule = claim.decide().orElseThrow();
    List<Rule> leaves = MadeRows.leaves(rule).toList();
    for (int repeats : new int[] {claim.sample().full(), claim.sample().quick()}) {
      OptionalDouble printed = rule.power(repeats, rule.level());
      if (leaves.stream().anyMatch(Sources.class::isInstance)) {
        assertThat(printed).as("of shares of variance nothing is told").isEmpty();
        continue;
      }
      double smallest = 1;
      for (Rule leaf : leaves) {
        double simulated = simulated(leaf, repeats, rule.level());
        assertThat(simulated)
            .as(leaf.words())
            .isCloseTo(leaf.power(repeats, rule.level()).orElseThrow(), within(OFF));
        smallest = Math.min(smallest, simulated);
      }
      assertThat(smallest).isCloseTo(printed.orElseThrow(), within(OFF));
    }
  }

  private static double simulated(Rule leaf, int repeats, double level) {
    if (leaf instanceof Bound || leaf instanceof Identity) {
      // One exception is enough to be seen.
      return share(
          List.of("exceptions", repeats),
          random ->
              DoubleStream.generate(random::nextDouble)
                  .limit(repeats)
                  .anyMatch(number -> number < EXCEPTIONS));
    }
    if (leaf instanceof Reached reached) {
      double truth = reached.share() + (reached.isAtLeast() ? reached.margin() : -reached.margin());
      boolean[] isFound = new boolean[repeats + 1];
      for (int hits = 0; hits <= repeats; hits++) {
        Estimate seen = new Share(hits, repeats).exact(level);
        isFound[hits] =
            reached.isAtLeast() ? seen.lower() >= reached.share() : seen.upper() <= reached.share();
      }
      return share(
          List.of(reached.isAtLeast(), reached.share(), truth, repeats, level),
          random ->
              isFound[
                  (int)
                      DoubleStream.generate(random::nextDouble)
                          .limit(repeats)
                          .filter(number -> number < truth)
                          .count()]);
    }
    if (leaf instanceof Slope slope) {
      return normal(slope.criterion(), slope.spread(), repeats, level);
    }
    Difference difference = (Difference) leaf;
    return difference.by().isSuccess()
        ? success(difference.criterion(), repeats, level)
        : normal(difference.criterion(), difference.spread(), repeats, level);
  }

  private static double normal(Criterion criterion, double spread, int repeats, double level) {
    double effect = effect(criterion);
    return share(
        List.of("normal", criterion, spread, repeats, level),
        random -> {
          double[] values = numbers(repeats, () -> effect + spread * random.nextGaussian());
          return criterion.of(RatioInterval.of(values, level)) == Verdict.SUPPORTED;
        });
  }

  private static double success(Criterion criterion, int repeats, double level) {
    double effect = effect(criterion);
    return share(
        List.of("success", criterion, repeats, level),
        random -> {
          double[] values =
              numbers(
                  repeats,
                  () ->
                      (random.nextDouble() < 0.5 + effect / 2 ? 1 : 0)
                          - (random.nextDouble() < 0.5 - effect / 2 ? 1 : 0));
          return criterion.of(RatioInterval.bounded(values, 0, 1, level)) == Verdict.SUPPORTED;
        });
  }

  private static double[] numbers(int count, DoubleSupplier number) {
    return DoubleStream.generate(number).limit(count).toArray();
  }

  /** The smallest effect that matters; of a region its middle, or none. */
  private static double effect(Criterion criterion) {
    if (criterion instanceof Criterion.AtLeast least) {
      return least.effect();
    }
    Criterion.Between region = (Criterion.Between) criterion;
    return region.isClosed() ? (region.from() + region.to()) / 2 : 0;
  }

  private interface Made {
    boolean isFound(Random random);
  }

  private static double share(List<Object> key, Made study) {
    return SIMULATED.computeIfAbsent(
        key,
        once -> {
          Random random = new Random(7);
          int found = 0;
          for (int s = 0; s < STUDIES; s++) {
            found += study.isFound(random) ? 1 : 0;
          }
          return found / (double) STUDIES;
        });
  }
}
