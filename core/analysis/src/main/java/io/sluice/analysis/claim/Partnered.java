package io.sluice.analysis.claim;

import io.sluice.analysis.CellSamples;
import io.sluice.analysis.StudyRows;
import io.sluice.analysis.judge.Partners;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Two groups whose cells stand beside each other where they are alike in all factors by which the
 * groups are not told apart. Cells without a partner are left out, so that both groups are of the
 * same problems, networks and so on; where no cell has one, all count.
 *
 * @param pairs the cells of both sides, for each combination of the other factors
 * @param leftOut how many cells have no partner
 */
record Partnered(List<Pair> pairs, int leftOut) {

  /**
   * Cells that are alike in all other factors.
   *
   * @param first those of the first group
   * @param second those of the second
   */
  record Pair(List<CellSamples> first, List<CellSamples> second) {}

  static Partnered of(Evidence evidence, Group of, Group against) {
    List<CellSamples> ones = of.cells(evidence);
    List<CellSamples> others = against.cells(evidence);
    Set<String> apart = new HashSet<>(of.labels().keySet());
    apart.addAll(against.labels().keySet());
    apart.removeIf(
        factor -> of.labels().getOrDefault(factor, List.of()).equals(against.labels().get(factor)));
    Map<Object, Pair> pairs = new LinkedHashMap<>();
    for (CellSamples one : ones) {
      pair(pairs, one, apart).first().add(one);
    }
    for (CellSamples other : others) {
      pair(pairs, other, apart).second().add(other);
    }
    List<Pair> whole =
        pairs.values().stream()
            .filter(pair -> !pair.first().isEmpty() && !pair.second().isEmpty())
            .toList();
    if (whole.isEmpty()) {
      return new Partnered(List.of(new Pair(ones, others)), 0);
    }
    int paired = whole.stream().mapToInt(p -> p.first().size() + p.second().size()).sum();
    return new Partnered(whole, ones.size() + others.size() - paired);
  }

  private static Pair pair(Map<Object, Pair> pairs, CellSamples cell, Set<String> apart) {
    return pairs.computeIfAbsent(
        Partners.of(cell.cell(), apart), key -> new Pair(new ArrayList<>(), new ArrayList<>()));
  }

  /** The mean over all pairs of the difference of their means, by repeat; NaN where one is not. */
  double[] differences(StudyRows rows, StudyRows otherRows, Measure by) {
    double[] sums = null;
    for (Pair pair : pairs) {
      double[] first = Group.means(rows, pair.first(), by);
      double[] second = Group.means(otherRows, pair.second(), by);
      double[] less = Difference.less(first, second);
      sums = sums == null ? new double[less.length] : sums;
      for (int i = 0; i < sums.length; i++) {
        sums[i] += i < less.length ? less[i] / pairs.size() : Double.NaN;
      }
    }
    return sums;
  }
}
