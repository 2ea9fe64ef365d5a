package io.sluice.passport.optimizer;

import io.sluice.engine.catalog.OptimizerKind;
import io.sluice.engine.study.WeightPolicy;
import io.sluice.engine.watch.Headway;
import io.sluice.passport.Finding;
import io.sluice.spi.GradientOptimizer;
import io.sluice.spi.Invariance;
import io.sluice.spi.Optimizer;
import io.sluice.spi.OracleOptimizer;
import io.sluice.spi.PopulationOptimizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Runs an optimizer through everything that its passport tells. */
final class Examination {

  private static final int STEPS = 20;

  private final Optimizer optimizer;
  private final List<Entry> entries = new ArrayList<>();
  private final List<Finding> findings = new ArrayList<>();
  private final Invariances invariances;

  Examination(Optimizer optimizer) {
    this.optimizer = optimizer;
    invariances = new Invariances(optimizer, entries, findings);
  }

  OptimizerPassport quick() {
    quickParts().forEach(this::run);
    return passport();
  }

  OptimizerPassport whole(Headway headway) {
    List<Runnable> parts = new ArrayList<>(quickParts());
    if (optimizer instanceof PopulationOptimizer) {
      parts.add(2, invariances::axesOfPopulation);
      parts.addAll(new Reached((PopulationOptimizer) optimizer, entries).parts());
    } else {
      parts.add(new Convergence(optimizer, entries, findings)::add);
    }
    parts.add(() -> References.add(optimizer.id(), entries));
    for (int part = 0; part < parts.size(); part++) {
      headway.made(part, parts.size());
      run(parts.get(part));
    }
    return passport();
  }

  private List<Runnable> quickParts() {
    return List.of(
        this::basics,
        invariances::ways,
        () -> Reactions.add(optimizer, entries),
        () -> AtBounds.add(optimizer, entries));
  }

  /** A part; one in which the optimizer breaks the rules of its port ends there. */
  private void run(Runnable part) {
    try {
      part.run();
    } catch (Breach breach) {
      Finding finding = Finding.contradiction("port", breach.getMessage());
      if (!findings.contains(finding)) {
        findings.add(finding);
      }
    }
  }

  private OptimizerPassport passport() {
    return new OptimizerPassport(
        optimizer.id(), Settings.of(optimizer), optimizer.description(), entries, findings);
  }

  private void basics() {
    entries.add(
        Entry.declared(
            "kind", "sees", OptimizerKind.of(optimizer).id(), OptimizerKind.sight(optimizer)));
    String declared =
        new TreeSet<>(optimizer.invariances())
            .stream().map(Invariance::id).collect(Collectors.joining(", "));
    if (!declared.isEmpty()) {
      entries.add(Entry.declared("kind", "invariances declared", declared, declared));
    }
    StateSize.add(optimizer, entries);
    cost();
  }

  /** What a step costs in forward-equivalents. */
  private void cost() {
    if (optimizer instanceof GradientOptimizer) {
      entries.add(Entry.declared("cost", "of a step", 3.0, "3, a gradient"));
    } else if (optimizer instanceof PopulationOptimizer) {
      for (int n : Reached.DIMENSIONS) {
        int size = ((PopulationOptimizer) optimizer).populationSize(n);
        entries.add(
            Entry.declared(
                "cost",
                "of a generation, n = " + n,
                (double) size,
                Entry.count(size, "evaluation")));
      }
    } else {
      entries.add(steps((OracleOptimizer) optimizer));
    }
  }

  private static Entry steps(OracleOptimizer optimizer) {
    int n = Theory.DIMENSIONS;
    double[] start = new double[n];
    Arrays.fill(start, 1);
    Walk walk =
        Walk.of(
            optimizer, new Landscape.Bent(n), Box.cube(n, -100, 100, WeightPolicy.NONE), start, 1);
    int steps = 0;
    while (steps < STEPS && walk.step()) {
      steps++;
    }
    double mean = walk.cost() / Math.max(1, steps);
    return Entry.measured(
        "cost",
        "of a step, mean of " + steps,
        mean,
        Entry.figure(mean) + ": " + OptimizerKind.sight(optimizer));
  }
}
