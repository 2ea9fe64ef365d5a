package io.sluice.studies;

import io.sluice.engine.study.Budget;
import io.sluice.engine.study.Cadence;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads what a trial may spend and when it is measured. */
final class BudgetReader {

  /** The forward-equivalents of a study that names none. */
  static final double PRESET = 3000;

  private static final String FORWARD_EQUIVALENTS = "forward-equivalents";
  private static final List<String> UNITS = List.of(FORWARD_EQUIVALENTS, "steps", "evaluations");
  private static final List<String> KEYS =
      List.of(FORWARD_EQUIVALENTS, "steps", "evaluations", "gradient-cost");
  private static final long MOST = 1_000_000_000_000L;
  private static final int MOST_STEPS = 1_000_000_000;
  private static final int MOST_PER_DECADE = 1000;

  private BudgetReader() {}

  static Optional<Budget> budget(Field field) {
    if (!field.isMapping()) {
      Optional<Double> amount = Numbers.finite(field.scalar());
      if (amount.isEmpty()) {
        field.expected("a number such as 3000, {steps: 1000} or {evaluations: 1000}");
      }
      return amount.flatMap(number -> field.make(() -> Budget.of(number)));
    }
    field.allowOnly(KEYS);
    List<String> units = UNITS.stream().filter(field::has).collect(Collectors.toUnmodifiableList());
    if (units.size() > 1) {
      field.complain("a budget counts one of " + String.join(", ", UNITS) + ", not several");
      return Optional.empty();
    }
    Optional<Double> cost =
        field
            .child("gradient-cost")
            .map(BudgetReader::gradientCost)
            .orElse(Optional.of(Budget.GRADIENT_COST));
    if (cost.isEmpty()) {
      return Optional.empty();
    }
    if (units.isEmpty()) {
      return field.make(() -> budget(PRESET, FORWARD_EQUIVALENTS, cost.get()));
    }
    Field amount = field.child(units.get(0)).orElseThrow();
    Optional<Double> number =
        units.get(0).equals(FORWARD_EQUIVALENTS)
            ? amount.number("3000")
            : amount.whole(1, MOST, "1000").map(Long::doubleValue);
    return number.flatMap(value -> amount.make(() -> budget(value, units.get(0), cost.get())));
  }

  private static Optional<Double> gradientCost(Field field) {
    return field
        .number("3")
        .flatMap(
            cost -> field.make(() -> budget(PRESET, FORWARD_EQUIVALENTS, cost).gradientCost()));
  }

  private static Budget budget(double amount, String unit, double gradientCost) {
    return new Budget(amount, Budget.Unit.values()[UNITS.indexOf(unit)], gradientCost);
  }

  static Optional<Cadence> cadence(Field field) {
    if ("none".equals(field.scalar())) {
      return Optional.of(Cadence.never());
    }
    if (!field.isMapping() || field.keys().isEmpty()) {
      field.expected("none, {every: 100} or {per-decade: 10}");
      return Optional.empty();
    }
    field.allowOnly(List.of("every", "per-decade"));
    if (field.has("every") && field.has("per-decade")) {
      field.complain("\"measure\" has either \"every\" or \"per-decade\", not both");
      return Optional.empty();
    }
    Optional<Cadence> every =
        field
            .child("every")
            .flatMap(steps -> steps.whole(1, MOST_STEPS, "100"))
            .map(steps -> Cadence.every(steps.intValue()));
    Optional<Cadence> perDecade =
        field
            .child("per-decade")
            .flatMap(count -> count.whole(1, MOST_PER_DECADE, "10"))
            .map(count -> Cadence.perDecade(count.intValue()));
    return every.isPresent() ? every : perDecade;
  }
}
