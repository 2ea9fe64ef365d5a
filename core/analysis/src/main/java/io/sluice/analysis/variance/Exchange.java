package io.sluice.analysis.variance;

import io.sluice.spi.RandomStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Exchanges the levels of the factors of a term at random, nested ones within their parents. */
final class Exchange {

  /** For each factor of the term: the level of each group, and the levels that may be exchanged. */
  private final List<int[]> levelOfGroup = new ArrayList<>();

  private final List<List<int[]>> exchangeable = new ArrayList<>();

  /** The group of each combination of levels, the last factor's running fastest. */
  private final int[] groupOf;

  private final int[] sizes;
  private final int[] places;

  /** For each factor the level that has moved to the place of each. */
  private final int[][] moved;

  private final int[] indices;

  private Exchange(Design design, Term term) {
    places = new int[term.groups()];
    for (int place : term.factors()) {
      Factor factor = design.factors().get(place);
      int[] levels = new int[term.groups()];
      for (int cell = 0; cell < design.cells(); cell++) {
        levels[term.group()[cell]] = factor.levels()[cell];
      }
      levelOfGroup.add(levels);
      exchangeable.add(alike(design, factor));
    }
    sizes = exchangeable.stream().mapToInt(Exchange::count).toArray();
    moved =
        IntStream.of(sizes)
            .mapToObj(size -> IntStream.range(0, size).toArray())
            .toArray(int[][]::new);
    indices = new int[places.length];
    groupOf = new int[IntStream.of(sizes).reduce(1, (a, b) -> a * b)];
    for (int group = 0; group < places.length; group++) {
      int index = 0;
      for (int f = 0; f < sizes.length; f++) {
        index = index * sizes[f] + levelOfGroup.get(f)[group];
      }
      groupOf[index] = group;
    }
  }

  private static int count(List<int[]> levels) {
    return levels.stream().mapToInt(some -> some.length).sum();
  }

  /** The exchange for a term of a complete design; none if its groups differ in size. */
  static Optional<Exchange> of(Design design, Term term) {
    int[] cells = new int[term.groups()];
    for (int group : term.group()) {
      cells[group]++;
    }
    for (int size : cells) {
      if (size != cells[0]) {
        return Optional.empty();
      }
    }
    return Optional.of(new Exchange(design, term));
  }

  private static List<int[]> alike(Design design, Factor factor) {
    Map<Integer, List<Integer>> byParent = new HashMap<>();
    boolean[] seen = new boolean[factor.labels().size()];
    for (int cell = 0; cell < design.cells(); cell++) {
      int level = factor.levels()[cell];
      if (!seen[level]) {
        seen[level] = true;
        int parent =
            factor.parent() < 0 ? -1 : design.factors().get(factor.parent()).levels()[cell];
        byParent.computeIfAbsent(parent, key -> new ArrayList<>()).add(level);
      }
    }
    return byParent.values().stream()
        .map(levels -> levels.stream().mapToInt(Integer::intValue).toArray())
        .toList();
  }

  /** For each group the group that takes its place. The array is overwritten by the next draw. */
  int[] draw(RandomStream random) {
    for (int f = 0; f < moved.length; f++) {
      int[] own = moved[f];
      for (int[] levels : exchangeable.get(f)) {
        // In place: what is there from the draw before is one arrangement as good as another.
        for (int i = levels.length - 1; i > 0; i--) {
          int j = random.nextInt(i + 1);
          int kept = own[levels[i]];
          own[levels[i]] = own[levels[j]];
          own[levels[j]] = kept;
        }
      }
    }
    Arrays.fill(indices, 0);
    for (int f = 0; f < moved.length; f++) {
      int[] own = moved[f];
      int[] levels = levelOfGroup.get(f);
      for (int group = 0; group < indices.length; group++) {
        indices[group] = indices[group] * sizes[f] + own[levels[group]];
      }
    }
    for (int group = 0; group < places.length; group++) {
      places[group] = groupOf[indices[group]];
    }
    return places;
  }
}
