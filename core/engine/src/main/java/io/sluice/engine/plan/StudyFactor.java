package io.sluice.engine.plan;

import io.sluice.spi.Factor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;

/**
 * The factors of studies, in the order in which cells go through them, the last one fastest. Each
 * is declared here and nowhere else, by its levels and by what these depend on; its column, its
 * label in rows and its part in identities follow.
 */
enum StudyFactor {
  PROBLEM(CellLevels::problems),
  /** Which of the folds is kept from training; its levels are pooled as seeds are. */
  FOLD(CellLevels::folds, on(PROBLEM, CellLevels::problemAtHand)),
  NETWORK(
      CellLevels::networks,
      on(PROBLEM, CellLevels::problemAtHand),
      on(FOLD, CellLevels::foldAtHand)),
  LOSS(CellLevels::losses, on(PROBLEM, CellLevels::isFit)),
  ACTIVATION(CellLevels::activations, on(NETWORK, CellLevels::networkAtHand)),
  INITIAL_WEIGHTS(CellLevels::starts, on(ACTIVATION, CellLevels::basisOfStarts)),
  BOUNDS(
      CellLevels::bounds,
      on(ACTIVATION, CellLevels::basisOfBounds),
      on(INITIAL_WEIGHTS, CellLevels::rangeOfStart)),
  OPTIMIZER(CellLevels::optimizers, on(ACTIVATION, CellLevels::contextOfOptimizers)),
  WEIGHT_POLICY(
      CellLevels::policies,
      on(BOUNDS, CellLevels::whyUnbounded),
      on(OPTIMIZER, CellLevels::whoNeedsBounds)),
  BATCHES(
      CellLevels::batches,
      on(PROBLEM, CellLevels::problemAtHand),
      on(FOLD, CellLevels::foldAtHand),
      on(OPTIMIZER, CellLevels::movesWeights)),
  SCHEDULE(CellLevels::schedules, on(OPTIMIZER, CellLevels::hasGradient)),
  CLIPPING(CellLevels::clippings, on(OPTIMIZER, CellLevels::hasGradient)),
  WEIGHT_DECAY(CellLevels::weightDecays, on(OPTIMIZER, CellLevels::hasGradient));

  /** Makes the levels of a factor behind those already on a path. */
  interface Maker extends BiFunction<CellLevels, CellPath, List<? extends Level<?>>> {}

  /**
   * What the levels of a factor, or whether there are any, depend on: paths that agree in all of it
   * go on alike.
   *
   * @param last the last factor whose level is looked at
   * @param what is looked at; equal if the levels are
   */
  record Dependence(StudyFactor last, BiFunction<CellLevels, CellPath, Object> what) {}

  private final Factor factor;
  private final Maker levels;
  private final List<Dependence> dependences;
  private final boolean isKnownBySource;

  StudyFactor(Maker levels, Dependence... dependences) {
    String name = name().toLowerCase(Locale.ROOT).replace('_', '-');
    this.factor =
        Factor.FIRST.stream()
            .filter(first -> first.name().equals(name))
            .findAny()
            .orElse(new Factor(name, Level.NONE));
    this.levels = levels;
    this.dependences = List.of(dependences);
    this.isKnownBySource = name.equals("activation") || name.equals("optimizer");
  }

  private static Dependence on(StudyFactor last, BiFunction<CellLevels, CellPath, Object> what) {
    return new Dependence(last, what);
  }

  /** Its name and preset. */
  Factor factor() {
    return factor;
  }

  /**
   * Whether keys of trials have what its levels are in place of their labels, which depend on what
   * else a study compares.
   */
  boolean isKnownBySource() {
    return isKnownBySource;
  }

  List<? extends Level<?>> levels(CellLevels study, CellPath path) {
    return levels.apply(study, path);
  }

  /** What of a path decides how it goes on from this factor on. */
  List<Object> basis(CellLevels study, CellPath path) {
    List<Object> basis = new ArrayList<>();
    basis.add(this);
    for (StudyFactor later : IN_ORDER.subList(ordinal(), IN_ORDER.size())) {
      for (Dependence dependence : later.dependences) {
        if (dependence.last.compareTo(this) < 0) {
          basis.add(dependence.what.apply(study, path));
        }
      }
    }
    return basis;
  }

  /** In the order of cells. */
  static final List<StudyFactor> IN_ORDER = List.of(values());

  /** In the order of columns: as the first ones always stood, then those that came later. */
  static final List<StudyFactor> COLUMNS =
      Arrays.stream(values()).sorted(Comparator.comparingInt(f -> place(f.factor))).toList();

  private static int place(Factor factor) {
    int place = Factor.FIRST.indexOf(factor);
    return place < 0 ? Integer.MAX_VALUE : place;
  }
}
