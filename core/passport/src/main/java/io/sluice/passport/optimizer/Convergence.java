package io.sluice.passport.optimizer;

import io.sluice.passport.Finding;
import io.sluice.spi.Optimizer;
import io.sluice.spi.OracleOptimizer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** How fast an optimizer that sees slopes comes down a quadratic, and what theory says of it. */
final class Convergence {

  private static final Affine TURN = Affine.rotation(Theory.DIMENSIONS);
  private static final String TOPIC = "convergence";
  private static final int STEPS = 3000;
  private static final int VALLEY_STEPS = 2000;
  private static final int HALF = 200;
  private static final double SHARE = 1e-6;
  private static final int LEAST_POWER = -6;
  private static final int GREATEST_POWER = 14;

  /** Of a factor per step: what the polynomial beside the power makes of 200 steps, and more. */
  private static final double MARGIN = 0.01;

  private final Optimizer optimizer;
  private final List<Entry> entries;
  private final List<Finding> findings;

  Convergence(Optimizer optimizer, List<Entry> entries, List<Finding> findings) {
    this.optimizer = optimizer;
    this.entries = entries;
    this.findings = findings;
  }

  /** How a walk came to a loss. */
  private record Arrival(int steps, double cost, boolean arrived, boolean diverged) {
    String text(int most) {
      return arrived
          ? Entry.count(steps, "step") + ", cost " + Entry.figure(cost)
          : diverged
              ? "not at all: it diverges in step " + steps
              : steps < most ? "not at all: it stops after step " + steps : "not in " + most;
    }
  }

  void add() {
    Landscape bowl = bowl();
    double[] start = start();
    entries.add(
        arrival(
            "to a millionth of a quadratic, κ = 100, n = 10",
            arrive(optimizer, bowl, start, SHARE * bowl.loss(start), STEPS),
            STEPS));
    bestRate(bowl, start);
    if (optimizer instanceof OracleOptimizer) {
      entries.add(
          arrival(
              "to 1e-8 on Rosenbrock from (-1.2, 1)",
              arrive(
                  optimizer,
                  new Landscape.Rosenbrock(2),
                  new double[] {-1.2, 1},
                  1e-8,
                  VALLEY_STEPS),
              VALLEY_STEPS));
    }
    for (Theory theory : Theory.of(optimizer.id())) {
      Settings.with(optimizer, theory.settings()).ifPresent(set -> compare(set, theory));
    }
  }

  /** Askew to all axes, so that a size of its own for each parameter is no help. */
  private static Landscape bowl() {
    return new Landscape.Changed(
        Landscape.Quadratic.of(Theory.DIMENSIONS, 1 / Theory.CONDITION, 1), TURN, 1);
  }

  /** As far away along every axis of the bowl. */
  private static double[] start() {
    double[] ones = new double[Theory.DIMENSIONS];
    Arrays.fill(ones, 1);
    return TURN.to(ones);
  }

  private static Entry arrival(String property, Arrival arrival, int most) {
    return Entry.measured(
        TOPIC, property, arrival.arrived ? arrival.steps : null, arrival.text(most));
  }

  private static Arrival arrive(
      Optimizer optimizer, Landscape landscape, double[] start, double loss, int most) {
    Walk walk = Walk.of(optimizer, landscape, Box.open(start.length), start, 1);
    for (int step = 1; step <= most; step++) {
      if (!walk.step()) {
        return new Arrival(step - 1, walk.cost(), false, false);
      }
      double now = walk.loss();
      if (now <= loss) {
        return new Arrival(step, walk.cost(), true, false);
      }
      if (!(now <= Double.MAX_VALUE)) {
        return new Arrival(step, walk.cost(), false, true);
      }
    }
    return new Arrival(most, walk.cost(), false, false);
  }

  /** The same with the best of some learning rates, each twice the one before. */
  private void bestRate(Landscape bowl, double[] start) {
    Double preset = Settings.of(optimizer).get(Settings.LEARNING_RATE);
    if (preset == null || preset == 0) {
      return;
    }
    Arrival best = new Arrival(STEPS, 0, false, false);
    double bestRate = preset;
    for (int power = LEAST_POWER; power <= GREATEST_POWER; power++) {
      double rate = preset * Math.scalb(1, power);
      Optional<Optimizer> set = Settings.with(optimizer, Map.of(Settings.LEARNING_RATE, rate));
      if (set.isPresent()) {
        Arrival arrival = arrive(set.get(), bowl, start, SHARE * bowl.loss(start), best.steps());
        if (arrival.arrived && (!best.arrived || arrival.steps < best.steps)) {
          best = arrival;
          bestRate = rate;
        }
      }
    }
    entries.add(
        Entry.measured(
            TOPIC,
            "the same with the best learning rate",
            best.arrived ? best.steps : null,
            best.arrived
                ? best.text(STEPS) + ", at " + Entry.figure(bestRate)
                : "with none of preset × 2^" + LEAST_POWER + " … 2^" + GREATEST_POWER));
  }

  private void compare(Optimizer set, Theory theory) {
    String with =
        theory.settings().entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(each -> each.getKey() + "=" + Entry.figure(each.getValue()))
            .collect(Collectors.joining(" ", theory.settings().isEmpty() ? "" : " with ", ""));
    if (theory.steps() > 0) {
      ending(set, theory, with);
    } else {
      factor(set, theory, with);
    }
  }

  private void factor(Optimizer set, Theory theory, String with) {
    Walk walk = Walk.of(set, bowl(), Box.open(Theory.DIMENSIONS), start(), 1);
    double half = 0;
    for (int step = 1; step <= 2 * HALF; step++) {
      walk.step();
      half = step == HALF ? walk.loss() : half;
    }
    double factor = StrictMath.pow(walk.loss() / half, 0.5 / HALF);
    entries.add(
        Entry.measured(TOPIC, "factor a step" + with, factor, "nearer by " + Entry.figure(factor)));
    entries.add(
        Entry.declared(
            TOPIC,
            "factor a step in theory",
            theory.factor(),
            theory.formula() + " = " + Entry.figure(theory.factor()) + ", " + theory.source()));
    if (!(Math.abs(factor - theory.factor()) <= MARGIN * theory.factor())) {
      findings.add(
          Finding.contradiction(
              TOPIC,
              "theory has "
                  + theory.formula()
                  + " = "
                  + theory.factor()
                  + " a step"
                  + with
                  + ", but it comes nearer by "
                  + factor));
    }
  }

  private void ending(Optimizer set, Theory theory, String with) {
    Landscape bowl = bowl();
    double end = 1e-8 * bowl.loss(start());
    Arrival arrival = arrive(set, bowl, start(), end, STEPS);
    entries.add(arrival("to 1e-8 of the quadratic" + with, arrival, STEPS));
    entries.add(
        Entry.declared(
            TOPIC,
            "end of a quadratic in theory",
            theory.steps(),
            theory.formula() + ", " + theory.source()));
    if (!arrival.arrived || arrival.steps > theory.steps()) {
      findings.add(
          Finding.contradiction(
              TOPIC,
              "theory has the end of a quadratic after "
                  + theory.formula()
                  + with
                  + ", but it takes "
                  + arrival.text(STEPS)));
    }
  }
}
