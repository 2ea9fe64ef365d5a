package io.sluice.dist;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.analysis.StudyRows;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * Reports claim hardly anything of studies without effects. With {@code -Dsluice.nulls.seeds=200}
 * these are as many studies of each size, from 19 × 3 × 5 to 50 × 4 × 50 trials, and the table of
 * docs/statistics.md is printed; {@code -Dsluice.nulls.first=1001} makes others.
 */
class NullStudiesIT {

  private static final int SEEDS = Integer.getInteger("sluice.nulls.seeds", 25);
  private static final int FIRST = Integer.getInteger("sluice.nulls.first", 1);
  private static final int MANY = 100;

  /** Levels of activation and optimizer, repeats. */
  private static final List<int[]> SIZES =
      SEEDS < MANY
          ? List.of(new int[] {19, 3, 5}, new int[] {19, 3, 10})
          : List.of(
              new int[] {19, 3, 5},
              new int[] {19, 3, 10},
              new int[] {19, 3, 50},
              new int[] {50, 4, 5},
              new int[] {50, 4, 10},
              new int[] {50, 4, 50});

  @Test
  void hardlyAnythingIsClaimedWhereNothingIs() {
    Path home = Path.of(System.getProperty("sluice.distribution"));
    Map<String, List<Integer>> counts = new LinkedHashMap<>();
    List<Double> reached = new ArrayList<>();
    for (int[] size : SIZES) {
      NullStudies studies = new NullStudies(home, size[0], size[1], size[2]);
      Map<String, Integer> claimed = new LinkedHashMap<>();
      double hits = 0;
      for (int seed = FIRST; seed < FIRST + SEEDS; seed++) {
        StudyRows rows = studies.rows(seed);
        hits += NullStudies.reached(rows) / SEEDS;
        NullStudies.claims(rows)
            .forEach((claim, made) -> claimed.merge(claim, made ? 1 : 0, Integer::sum));
      }
      claimed.forEach(
          (claim, count) -> counts.computeIfAbsent(claim, key -> new ArrayList<>()).add(count));
      reached.add(hits);
    }
    if (SEEDS >= MANY) {
      counts.forEach((claim, row) -> System.out.println(claim + " " + row + " of " + SEEDS));
    }
    assertThat(reached).as("shares that reached").allMatch(share -> share > 0.45 && share < 0.55);
    assertThat(new TreeSet<>(counts.keySet())).hasSize(NullStudies.CLAIMS);
    counts.forEach(
        (claim, row) ->
            assertThat(row).as(claim).allMatch(count -> count <= most(), "at most " + most()));
  }

  /** What a rate of 5 % exceeds once in some hundred times: 5 of 25, 20 of 200. */
  private static int most() {
    return (int) Math.round(0.05 * SEEDS + 2.576 * Math.sqrt(0.05 * 0.95 * SEEDS) + 1);
  }
}
