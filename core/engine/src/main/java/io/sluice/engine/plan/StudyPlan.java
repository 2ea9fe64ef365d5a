package io.sluice.engine.plan;

import io.sluice.engine.catalog.ComponentName;
import io.sluice.engine.catalog.Origin;
import io.sluice.engine.study.Budget;
import io.sluice.engine.study.StudySpec;
import io.sluice.engine.study.TuningSpec;
import io.sluice.engine.watch.Headway;
import io.sluice.spi.Component;
import io.sluice.spi.Factor;
import io.sluice.spi.OracleOptimizer;
import io.sluice.spi.PopulationOptimizer;
import io.sluice.spi.Trial;
import io.sluice.spi.WrappedOptimizer;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The trials of a study in a fixed order: cell by cell, and within a cell repeat by repeat. */
public final class StudyPlan {

  /** The factors of all studies that are planned, in the order of columns. */
  public static final List<Factor> FACTORS =
      StudyFactor.COLUMNS.stream()
          .filter(factor -> factor != StudyFactor.FOLD)
          .map(StudyFactor::factor)
          .toList();

  private final StudySpec spec;
  private final StudyCells setups;
  private final List<String> notes;
  private final TrialKeys keys;
  private final String identity;
  private volatile CellsByKey cellsByKey;

  /**
   * @param headway is told how many cells are done
   */
  StudyPlan(
      StudySpec spec, StudyCells setups, List<String> notes, TrialKeys keys, Headway headway) {
    this.spec = spec;
    this.setups = setups;
    this.notes = List.copyOf(notes);
    this.keys = keys;
    this.identity = keys.identity(spec, setups.tree(), headway);
  }

  /** The same cells with so many repeats. */
  public StudyPlan repeated(int repeats) {
    return new StudyPlan(spec.repeated(repeats), setups, notes, keys, Headway.UNHEARD);
  }

  /** The factors of a study, in the order of columns; folds only where there are some. */
  static List<Factor> factors(StudySpec spec) {
    return spec.validation().folds() == 0
        ? FACTORS
        : Stream.concat(FACTORS.stream(), Stream.of(StudyFactor.FOLD.factor())).toList();
  }

  /** The factors of this study, in the order of columns. */
  public List<Factor> factors() {
    return factors(spec);
  }

  /** The study that was planned. */
  public StudySpec spec() {
    return spec;
  }

  /**
   * Whether its tuned optimizers have no values yet: then its cells stand for those that will be
   * run, with as many trials and the same cost, and cannot be run themselves.
   */
  public boolean awaitsTuning() {
    return spec.tuning().map(TuningSpec::isOpen).orElse(false);
  }

  /** Whether it is a part of the tuning of another study. */
  public boolean isRung() {
    return spec.tuning().map(tuning -> tuning.rung() > 0).orElse(false);
  }

  /** The study's name and the first 8 digits of its {@link #identity}. */
  public String id() {
    return spec.name() + "-" + identity.substring(0, 8);
  }

  /**
   * 128 bits, as 32 hexadecimal digits, of everything that decides the study's results: two plans
   * with one identity have the same trials with the same results.
   */
  public String identity() {
    return identity;
  }

  /**
   * 128 bits, as 32 hexadecimal digits, of what decides the numbers of each of its trials, whatever
   * its cell and repeat. Studies that have these in common can have trials in common, which then
   * have one key.
   */
  public String settings() {
    return Canonical.hash(keys.settings());
  }

  /**
   * The cells that have a trial of some study too: at its repeat, under its key. There are several
   * where cells differ in nothing but labels, such as an optimizer and the same one tuned to its
   * preset. Fast as long as the repeat is that of the call before.
   */
  public int[] cellsWith(Trial trial) {
    CellsByKey known = cellsByKey;
    if (known == null || known.repeat() != trial.repeat()) {
      known = CellsByKey.of(this, trial.repeat());
      cellsByKey = known;
    }
    return known.of(trial.key());
  }

  /**
   * The cells in order. None is kept: each is made when it is asked for, which takes less than it
   * takes to run it.
   */
  public List<TrialSetup> cells() {
    return setups;
  }

  /**
   * Cells of one kind have the same task, cost and measurements.
   *
   * @param first the first of them
   * @param cells how many there are
   */
  public record Kind(TrialSetup first, long cells) {}

  /** The kinds of cells, in the order of their first ones. There may be few of many cells. */
  public List<Kind> kinds() {
    return setups.kinds();
  }

  /** What a reader should know, such as cells left out and why. */
  public List<String> notes() {
    return notes;
  }

  /** The plugins that the study's components come from. */
  public List<Origin> origins() {
    return keys.origins().values().stream()
        .distinct()
        .sorted(Comparator.comparing(Origin::plugin).thenComparing(Origin::sha256))
        .toList();
  }

  /** A component of the study as messages name it, with the plugin that brings it. */
  public String name(Component component) {
    if (component instanceof WrappedOptimizer) {
      WrappedOptimizer wrapped = (WrappedOptimizer) component;
      return name(wrapped.wrapper()) + " around " + name(wrapped.inner());
    }
    String name = ComponentName.of(component);
    Origin origin = keys.origins().get(name);
    return origin == null ? name : name + " of plugin " + origin;
  }

  /** How many trials there are. */
  public long trials() {
    return (long) setups.size() * spec.repeats();
  }

  /** The cell that a trial is of. */
  public TrialSetup cellOf(long trial) {
    return setups.get(Math.toIntExact(trial / spec.repeats()));
  }

  /** One trial by its index. */
  public Trial trial(long index) {
    return trial(cellOf(index), index);
  }

  /** One trial by its index, of the cell that it is of. */
  public Trial trial(TrialSetup cell, long index) {
    return cell.trial((int) (index % spec.repeats()), spec.repeats());
  }

  /** The labels that its cells have of a factor, in the order of cells. */
  public List<String> levels(Factor factor) {
    return setups.tree().labels(StudyFactor.COLUMNS.get(FACTORS.indexOf(factor)));
  }

  /** The most that a trial of this cell can cost, in forward-equivalents. */
  public double largestCost(TrialSetup setup) {
    Budget budget = spec.budget();
    if (setup.optimizer() instanceof PopulationOptimizer) {
      int size = setup.populationSize();
      return (double) budget.generations(size) * size;
    }
    if (setup.optimizer() instanceof OracleOptimizer) {
      return largestCost((OracleOptimizer) setup.optimizer(), setup);
    }
    return setup.pace().cost(budget.updates(setup.pace()), budget.gradientCost());
  }

  /** Of steps nobody knows how many questions they have; each kind is counted once. */
  private double largestCost(OracleOptimizer optimizer, TrialSetup setup) {
    QuestionCosts costs = QuestionCosts.of(spec.budget(), setup.task());
    switch (spec.budget().unit()) {
      case STEPS:
        return spec.budget().amount() * costs.sum(optimizer) + 1;
      case EVALUATIONS:
        return spec.budget().amount() * costs.most(optimizer);
      default:
        return spec.budget().amount();
    }
  }

  /** The most that any of its trials can cost, in forward-equivalents. */
  public double largestCostOfTrial() {
    return kinds().stream().mapToDouble(kind -> largestCost(kind.first())).max().orElse(0);
  }

  /** The most that the whole study can cost, in forward-equivalents. */
  public double largestCost() {
    return kinds().stream().mapToDouble(kind -> kind.cells() * largestCost(kind.first())).sum()
        * spec.repeats();
  }

  /**
   * About how many multiplications the whole study takes at most: forward-equivalents × rows ×
   * weights, of a function × its dimensions. What activations and optimizers compute comes on top.
   */
  public double multiplications() {
    double sum = 0;
    for (Kind kind : kinds()) {
      TrialSetup setup = kind.first();
      boolean fit = setup.task() instanceof Task.Fit;
      int rows = fit ? ((Task.Fit) setup.task()).data().rows() : 1;
      sum += kind.cells() * largestCost(setup) * rows * setup.weights();
    }
    return sum * spec.repeats();
  }
}
