package io.sluice.studies;

import static io.sluice.studies.KeyName.key;

import io.sluice.engine.study.Budget;
import io.sluice.engine.study.Cadence;
import io.sluice.engine.study.Patience;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The keys of what a trial may spend, when it ends and when it is measured. */
final class BudgetKeys {

  private static final int MOST_STEPS = 1_000_000_000;
  private static final int MOST_PER_DECADE = 1000;

  static final Budget PRESET = Budget.of(3000);

  private static final Codec<Double> COUNT =
      new Codec<>(
          "a whole number from 1 to 1e12",
          field -> field.whole(1, 1_000_000_000_000L, "1000").map(Long::doubleValue),
          amount -> amount);

  private static final Ways<Budget> AMOUNTS =
      Ways.<Budget>of("a budget counts one of forward-equivalents, steps, evaluations, not several")
          .or(
              "forward-equivalents",
              "passes of all examples forward through the network",
              Codec.number("3000").typed("a number from 1 to 1e12"),
              Budget::of,
              amount(Budget.Unit.FORWARD_EQUIVALENTS))
          .or(
              "steps",
              "updates, or generations of a population",
              COUNT,
              amount -> new Budget(amount, Budget.Unit.STEPS, Budget.GRADIENT_COST),
              amount(Budget.Unit.STEPS))
          .or(
              "evaluations",
              "losses computed, a gradient counting as one",
              COUNT,
              amount -> new Budget(amount, Budget.Unit.EVALUATIONS, Budget.GRADIENT_COST),
              amount(Budget.Unit.EVALUATIONS));

  private static final Key<Budget, Double> GRADIENT_COST =
      key("gradient-cost", "the forward-equivalents of a gradient")
          .preset(
              Codec.number("3")
                  .as(
                      cost -> new Budget(1, Budget.Unit.FORWARD_EQUIVALENTS, cost).gradientCost(),
                      cost -> cost)
                  .typed("a number from 1 on"),
              Budget::gradientCost,
              Budget.GRADIENT_COST);

  /** One of the units, and the cost of a gradient. */
  static final Section<Budget> BUDGETS = AMOUNTS.section().and(Section.of(GRADIENT_COST));

  static final Codec<Budget> BUDGET =
      new Codec<>("a number of forward-equivalents, or keys", BudgetKeys::budget, BUDGETS::write);

  private static final Codec<Boolean> AT_LAST_TARGET = Codec.either("last-target", "budget");

  private static final Key<Stop, Boolean> AT =
      key("at", "at the smallest target, or only when the budget is spent")
          .preset(AT_LAST_TARGET, Stop::atLastTarget, true);

  private static final Key<Stop, Double> DIVERGENCE =
      key("divergence", "a loss above it ends a trial as diverged")
          .leftOut("none")
          .quiet()
          .preset(
              Codec.number("1e6").only(limit -> limit > 0, "a loss above 0 such as 1e6"),
              Stop::divergence,
              Double.POSITIVE_INFINITY);

  private static final Key<Stop, Integer> PATIENCE =
      key("patience", "the trial ends after so many epochs in a row without a fall")
          .leftOut("none")
          .quiet()
          .preset(Codec.integer(1, Integer.MAX_VALUE, "10"), stop -> stop.patience().epochs(), 0);

  private static final Key<Stop, Optional<Double>> MIN_DELTA =
      key("min-delta", "only a fall by more counts; needs `patience`")
          .leftOut("`0`")
          .optional(
              Codec.number("1e-4").typed("a number from 0 on"),
              stop -> Optional.of(stop.patience()).filter(Patience::ends).map(Patience::minDelta));

  static final Section<Stop> STOPS = Section.of(AT, DIVERGENCE, PATIENCE, MIN_DELTA);

  static final Codec<Stop> STOP =
      new Codec<>(
          AT_LAST_TARGET.type() + ", or keys",
          BudgetKeys::stop,
          stop -> {
            Map<String, Object> fields = STOPS.write(stop);
            return fields.size() == 1 ? fields.get("at") : fields;
          });

  private static final Ways<Cadence> CADENCES =
      Ways.<Cadence>of("\"measure\" has either \"every\" or \"per-decade\", not both")
          .or(
              "every",
              "at each step that is a multiple",
              Codec.integer(1, MOST_STEPS, "100"),
              Cadence::every,
              cadence -> Optional.of(cadence.every()).filter(steps -> steps > 0))
          .or(
              "per-decade",
              "so many steps a decade, evenly on a logarithmic scale",
              Codec.integer(1, MOST_PER_DECADE, "10"),
              Cadence::perDecade,
              cadence -> Optional.of(cadence.perDecade()).filter(count -> count > 0));

  static final Section<Cadence> MEASURES = CADENCES.section();

  static final Codec<Cadence> MEASURE =
      CADENCES
          .as("keys", field -> field.expected("none, {every: 100} or {per-decade: 10}"))
          .orWord("none", Cadence.never());

  private BudgetKeys() {}

  private static Function<Budget, Optional<Double>> amount(Budget.Unit unit) {
    return budget -> Optional.of(budget.amount()).filter(amount -> budget.unit() == unit);
  }

  private static Optional<Budget> budget(Field field) {
    if (!field.isMapping()) {
      Optional<Double> amount = Numbers.finite(field.scalar());
      if (amount.isEmpty()) {
        field.expected("a number such as 3000, {steps: 1000} or {evaluations: 1000}");
      }
      return amount.flatMap(number -> field.make(() -> Budget.of(number)));
    }
    field.allowOnly(BUDGETS.names());
    boolean isGiven = AMOUNTS.section().names().stream().anyMatch(field::has);
    Optional<Budget> amount = isGiven ? AMOUNTS.among(field) : Optional.of(PRESET);
    Optional<Double> cost = GRADIENT_COST.read(field);
    return amount.flatMap(
        budget -> cost.map(one -> new Budget(budget.amount(), budget.unit(), one)));
  }

  private static Optional<Stop> stop(Field field) {
    if (!field.isMapping()) {
      return AT_LAST_TARGET
          .read(field)
          .map(at -> new Stop(at, Double.POSITIVE_INFINITY, Patience.NONE));
    }
    Section.Given given = STOPS.read(field);
    Optional<Patience> patience =
        given.isRight(PATIENCE) && given.isRight(MIN_DELTA)
            ? field
                .child(MIN_DELTA.name())
                .orElse(field)
                .make(() -> new Patience(given.get(PATIENCE), given.get(MIN_DELTA).orElse(0.0)))
            : Optional.empty();
    return given.isComplete()
        ? patience.map(one -> new Stop(given.get(AT), given.get(DIVERGENCE), one))
        : Optional.empty();
  }

  /**
   * When a trial ends before its budget is spent.
   *
   * @param atLastTarget whether at the smallest target
   * @param divergence at a loss above this; positive infinity for none
   * @param patience after so many epochs in which the monitored loss stands still
   */
  record Stop(boolean atLastTarget, double divergence, Patience patience) {
    static final Stop PRESET = new Stop(true, Double.POSITIVE_INFINITY, Patience.NONE);
  }
}
