package io.sluice.analysis.claim;

import io.sluice.analysis.Figures;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/**
 * Several groups in their order, the lowest first: each lies below the next by what matters.
 *
 * @param groups two at least
 * @param by what is compared
 * @param apart the smallest difference of neighbours that matters, above 0
 * @param spread the standard deviation of a difference that the power is told for
 */
public record Order(List<Group> groups, Measure by, double apart, double spread) implements Rule {

  public Order {
    groups = List.copyOf(groups);
    if (groups.size() < 2) {
      throw new IllegalArgumentException("an order is of two groups at least");
    }
    new Criterion.AtLeast(Math.abs(apart));
    Difference.checkSpread(spread);
  }

  private All neighbours() {
    List<Part> neighbours = new ArrayList<>();
    for (int i = 1; i < groups.size(); i++) {
      Criterion lower = new Criterion.AtLeast(-apart);
      neighbours.add(
          new Part("", new Difference(groups.get(i - 1), groups.get(i), by, lower, spread)));
    }
    return new All(neighbours);
  }

  @Override
  public Finding judge(Evidence evidence, double level) {
    Finding all = neighbours().judge(evidence, level);
    return new Finding(
        "", words(), all.verdict(), all.effect(), all.reason(), all.change(), all.parts());
  }

  @Override
  public String words() {
    return "by "
        + by.words()
        + " the order is "
        + groups.stream().map(Group::words).collect(Collectors.joining(" < "))
        + ", "
        + Figures.number(apart)
        + by.unit()
        + " apart at least";
  }

  @Override
  public int intervals() {
    return groups.size() - 1;
  }

  @Override
  public List<Measure> measures() {
    return groups.stream().map(group -> by).toList();
  }

  @Override
  public Rule where(Map<String, List<String>> labels) {
    return new Order(groups.stream().map(group -> group.where(labels)).toList(), by, apart, spread);
  }

  @Override
  public OptionalDouble power(int repeats, double level) {
    return neighbours().power(repeats, level);
  }
}
