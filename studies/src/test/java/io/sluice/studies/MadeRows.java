package io.sluice.studies;

import io.sluice.analysis.RowCollector;
import io.sluice.analysis.StudyRows;
import io.sluice.analysis.claim.All;
import io.sluice.analysis.claim.Any;
import io.sluice.analysis.claim.Bound;
import io.sluice.analysis.claim.Cases;
import io.sluice.analysis.claim.Criterion;
import io.sluice.analysis.claim.Difference;
import io.sluice.analysis.claim.Evidence;
import io.sluice.analysis.claim.Group;
import io.sluice.analysis.claim.Identity;
import io.sluice.analysis.claim.Measure;
import io.sluice.analysis.claim.Order;
import io.sluice.analysis.claim.Part;
import io.sluice.analysis.claim.Reached;
import io.sluice.analysis.claim.Rule;
import io.sluice.analysis.claim.Slope;
import io.sluice.analysis.claim.Sources;
import io.sluice.analysis.claim.Verdict;
import io.sluice.engine.study.StudySpec;
import io.sluice.spi.Cell;
import io.sluice.spi.Factor;
import io.sluice.spi.Outcome;
import io.sluice.spi.StudyHeader;
import io.sluice.spi.Trial;
import io.sluice.spi.TrialEvent;
import io.sluice.spi.TrialResult;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Rows that say of a claim what they are asked to. Every cell has a level of each measure; wherever
 * a rule does not say yet what it is to say, the levels of its cells are moved a little, again and
 * again. Nothing of a card is known but its rules.
 */
final class MadeRows {

  private static final int REPEATS = 40;
  private static final int MOST_ROUNDS = 200;
  private static final double STEP = 0.15;
  private static final double BUDGET = 1e6;

  private final ClaimCard card;
  private final Map<String, List<Cell>> cells = new LinkedHashMap<>();
  private final Map<List<Object>, Double> levels = new HashMap<>();
  private final Map<List<Object>, Double> odd = new HashMap<>();

  MadeRows(ClaimCard card) {
    this.card = card;
    card.studies().keySet().forEach(name -> cells.put(name, cells(name)));
  }

  /** Rows by which every rule is supported, or refuted; those of controls are as they must be. */
  Evidence saying(Verdict wanted) {
    for (int round = 0; round < MOST_ROUNDS; round++) {
      Evidence evidence = evidence();
      List<Runnable> moves = new ArrayList<>();
      Rule rule = card.claim().decide().orElseThrow();
      collect(rule, wanted, evidence, rule.level(), moves);
      card.claim()
          .controls()
          .forEach(
              control ->
                  collect(
                      control.rule(),
                      control.mustHold() ? Verdict.SUPPORTED : Verdict.REFUTED,
                      evidence,
                      control.rule().level(),
                      moves));
      if (moves.isEmpty()) {
        return evidence;
      }
      moves.forEach(Runnable::run);
    }
    return evidence();
  }

  /**
   * Every combination of the labels that rules name, of each factor two at least if it explains.
   */
  private List<Cell> cells(String study) {
    Map<String, Set<String>> labels = new LinkedHashMap<>();
    rules().flatMap(MadeRows::leaves).forEach(rule -> name(rule, study, labels));
    List<Map<String, String>> all = List.of(Map.of());
    for (Map.Entry<String, Set<String>> factor : labels.entrySet()) {
      List<Map<String, String>> longer = new ArrayList<>();
      for (Map<String, String> shorter : all) {
        for (String label : factor.getValue()) {
          Map<String, String> more = new LinkedHashMap<>(shorter);
          more.put(factor.getKey(), label);
          longer.add(more);
        }
      }
      all = longer;
    }
    List<Cell> made = new ArrayList<>();
    for (Map<String, String> one : all) {
      Map<String, String> whole = new LinkedHashMap<>();
      Factor.names(Factor.FIRST).forEach(name -> whole.put(name, "one"));
      whole.putAll(one);
      made.add(Cell.of(Factor.FIRST, made.size(), whole, Map.of()));
    }
    return made;
  }

  private void name(Rule rule, String study, Map<String, Set<String>> labels) {
    for (Group group : rule.groups()) {
      if (study(group).equals(study)) {
        group
            .labels()
            .forEach(
                (factor, words) ->
                    labels.computeIfAbsent(factor, key -> new LinkedHashSet<>()).addAll(words));
      }
    }
    if (rule instanceof Sources sources && study(sources.of()).equals(study)) {
      Stream.concat(sources.factors().stream(), sources.than().stream())
          .forEach(
              factor ->
                  labels
                      .computeIfAbsent(factor, key -> new LinkedHashSet<>())
                      .addAll(List.of("x", "y")));
    }
  }

  private String study(Group group) {
    return group.study().isEmpty() ? card.studies().keySet().iterator().next() : group.study();
  }

  private Stream<Rule> rules() {
    return ClaimKeys.rules(card.claim()).stream();
  }

  /** The rules that it is made of. */
  static Stream<Rule> leaves(Rule rule) {
    if (rule instanceof All all) {
      return all.parts().stream().map(Part::rule).flatMap(MadeRows::leaves);
    }
    if (rule instanceof Any any) {
      return any.parts().stream().map(Part::rule).flatMap(MadeRows::leaves);
    }
    if (rule instanceof Cases cases) {
      return cases.parts().stream().map(Part::rule).flatMap(MadeRows::leaves);
    }
    if (rule instanceof Order order) {
      List<Rule> neighbours = new ArrayList<>();
      for (int i = 1; i < order.groups().size(); i++) {
        neighbours.add(
            new Difference(
                order.groups().get(i - 1),
                order.groups().get(i),
                order.by(),
                new Criterion.AtLeast(-order.apart()),
                order.spread()));
      }
      return neighbours.stream();
    }
    return Stream.of(rule);
  }

  private void collect(
      Rule rule, Verdict wanted, Evidence evidence, double level, List<Runnable> moves) {
    if (rule instanceof Any any && wanted == Verdict.SUPPORTED) {
      collect(any.parts().get(0).rule(), wanted, evidence, level, moves);
      return;
    }
    leaves(rule)
        .filter(leaf -> leaf.judge(evidence, level).verdict() != wanted)
        .forEach(leaf -> moves.add(() -> move(leaf, wanted == Verdict.SUPPORTED)));
  }

  private void move(Rule rule, boolean holds) {
    if (rule instanceof Difference difference) {
      move(difference, holds);
    } else if (rule instanceof Slope slope) {
      int i = 0;
      int sign = holds == isUp(slope.criterion()) ? 1 : -1;
      for (String label : slope.at().keySet()) {
        Group at = slope.of();
        double by = sign * STEP * (i++ - (slope.at().size() - 1) / 2.0);
        each(at, cell -> label.equals(cell.factor(slope.over())), slope.by(), by);
      }
    } else if (rule instanceof Reached reached) {
      each(
          reached.of(),
          cell -> true,
          Measure.success(reached.target()),
          holds == reached.isAtLeast() ? STEP : -STEP);
    } else if (rule instanceof Bound bound) {
      move(bound, holds);
    } else if (rule instanceof Identity identity) {
      each(identity.of(), cell -> true, identity.by(), holds ? 0 : 1);
    } else if (rule instanceof Sources sources) {
      move(sources, holds);
    }
  }

  private static boolean isUp(Criterion criterion) {
    return criterion instanceof Criterion.AtLeast least && least.effect() > 0;
  }

  private void move(Difference rule, boolean holds) {
    boolean isUp;
    if (rule.criterion() instanceof Criterion.Between region && region.isClosed()) {
      double apart = mean(rule.of(), rule.by()) - mean(rule.against(), rule.by());
      isUp = holds ? apart < 0 : apart >= 0;
    } else {
      boolean below =
          rule.criterion() instanceof Criterion.Between region
              ? Double.isInfinite(region.from())
              : !isUp(rule.criterion());
      isUp = holds != below;
    }
    double by = rule.by().isSuccess() ? STEP / 3 : STEP;
    each(rule.of(), cell -> true, rule.by(), isUp ? by : -by);
    each(rule.against(), cell -> true, rule.by(), isUp ? -by : by);
  }

  /** One trial outside is enough; inside have to be all. */
  private void move(Bound rule, boolean holds) {
    boolean isLow = Double.isInfinite(rule.to());
    double end = isLow ? rule.from() : rule.to();
    double outside = isLow ? end - Math.abs(end) / 2 : end + Math.abs(end) / 2;
    for (Cell cell : cells(rule.of())) {
      List<Object> key = key(rule.of(), cell, rule.by());
      if (holds) {
        levels.merge(key, isLow ? STEP : -STEP, Double::sum);
      } else {
        odd.put(key, outside);
      }
    }
  }

  private void move(Sources rule, boolean holds) {
    List<Cell> all = cells(rule.of());
    List<String> grow = holds ? rule.factors() : rule.than();
    List<String> shrink = holds ? rule.than() : rule.factors();
    for (Cell cell : all) {
      List<Object> key = key(rule.of(), cell, rule.by());
      double effect = grow.isEmpty() ? 0 : STEP;
      for (String factor : grow) {
        effect *=
            all.stream().map(c -> c.factor(factor)).distinct().toList().indexOf(cell.factor(factor))
                        % 2
                    == 0
                ? 1
                : -1;
      }
      levels.merge(key, effect, Double::sum);
    }
    if (!shrink.isEmpty()) {
      shrink(rule.of(), all, shrink, rule.by());
      if (rule.by().kind() == Measure.Kind.COST) {
        // Who misses a target spends the budget.
        shrink(rule.of(), all, shrink, Measure.success(rule.by().target()));
      }
    }
  }

  /** Brings the means of the levels of some factors half the way to their own mean. */
  private void shrink(Group group, List<Cell> all, List<String> factors, Measure by) {
    Map<List<String>, List<Cell>> parts =
        all.stream().collect(Collectors.groupingBy(c -> factors.stream().map(c::factor).toList()));
    double middle = mean(group, all, by);
    parts.forEach(
        (labels, part) -> {
          double step = 0.5 * (middle - mean(group, part, by));
          part.forEach(
              cell -> {
                List<Object> key = key(group, cell, by);
                levels.put(key, level(key, by) + step);
              });
        });
  }

  private List<Cell> cells(Group group) {
    List<Cell> all = cells.get(study(group));
    return all.stream().filter(group.among(all)).toList();
  }

  private double mean(Group group, Measure by) {
    return mean(group, cells(group), by);
  }

  private double mean(Group group, List<Cell> some, Measure by) {
    return some.stream()
        .mapToDouble(cell -> level(key(group, cell, by), by))
        .average()
        .orElseThrow();
  }

  private void each(Group group, Predicate<Cell> where, Measure by, double step) {
    cells(group).stream()
        .filter(where)
        .forEach(
            cell -> {
              List<Object> key = key(group, cell, by);
              levels.put(key, level(key, by) + step);
            });
    if (by.isSuccess()) {
      cells(group)
          .forEach(
              cell ->
                  levels.computeIfPresent(
                      key(group, cell, by), (key, level) -> Math.min(0.5, Math.max(-0.5, level))));
    }
  }

  private List<Object> key(Group group, Cell cell, Measure by) {
    return List.of(study(group), cell.index(), by);
  }

  /** Of success the share less a half, of the rest powers of ten. */
  private double level(List<Object> key, Measure by) {
    return levels.getOrDefault(key, by.isSuccess() ? 0.5 : 0);
  }

  private Evidence evidence() {
    Map<String, StudyRows> studies = new LinkedHashMap<>();
    card.studies().forEach((name, study) -> studies.put(name, rows(name, study.spec()).rows()));
    return new Evidence(studies);
  }

  private RowCollector rows(String study, StudySpec spec) {
    StudyHeader header =
        new StudyHeader(study + "-1", study, "?", "{}", 1, BUDGET, spec.targets(), Map.of());
    RowCollector collector = new RowCollector(header);
    Random random = new Random(7);
    Set<String> metrics = new LinkedHashSet<>();
    rules()
        .flatMap(rule -> rule.measures().stream())
        .map(Measure::metric)
        .filter(metric -> !metric.isEmpty())
        .forEach(metrics::add);
    long index = 0;
    for (Cell cell : cells.get(study)) {
      for (int repeat = 0; repeat < REPEATS; repeat++) {
        Trial trial = new Trial(index++, "0123456789abcdef", cell, repeat);
        List<Double> hits = new ArrayList<>();
        for (double target : spec.targets()) {
          double share =
              0.5
                  + level(
                      List.of(study, cell.index(), Measure.success(target)),
                      Measure.success(target));
          // Every cell misses in repeats of its own.
          int place = (repeat * 7 + cell.index() * 3) % REPEATS;
          Measure cost = Measure.cost(target);
          double log = 3 + level(List.of(study, cell.index(), cost), cost);
          hits.add(
              place + 0.5 < share * REPEATS
                  ? Math.pow(10, Math.min(5.9, Math.max(0, log + 0.05 * random.nextGaussian())))
                  : Double.NaN);
        }
        double best = value(study, cell, repeat, Measure.loss(true), random);
        double last = value(study, cell, repeat, Measure.loss(false), random);
        collector.add(
            new TrialEvent.Finished(
                trial, new TrialResult(Outcome.COMPLETED, 1, BUDGET, 1, last, best, 1, hits, "")));
        for (String metric : metrics) {
          double log =
              level(List.of(study, cell.index(), Measure.metric(metric)), Measure.metric(metric));
          double value = 0.5 + log + 0.01 * random.nextGaussian();
          collector.add(new TrialEvent.Measured(trial, 1, 1, metric, value));
        }
      }
    }
    return collector;
  }

  private double value(String study, Cell cell, int repeat, Measure by, Random random) {
    List<Object> key = List.of(study, cell.index(), by);
    double log = level(key, by) + 0.05 * random.nextGaussian();
    return repeat == 0 && odd.containsKey(key) ? odd.get(key) : Math.pow(10, log);
  }
}
