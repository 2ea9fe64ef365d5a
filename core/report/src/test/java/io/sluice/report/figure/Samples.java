package io.sluice.report.figure;

import io.sluice.analysis.Estimate;
import io.sluice.analysis.Share;
import io.sluice.report.Figure;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Figures of a study that could have been. */
final class Samples {

  static final List<String> ACTIVATIONS =
      List.of(
          "relu",
          "leaky-relu",
          "elu",
          "selu",
          "gelu",
          "silu",
          "mish",
          "softplus",
          "tanh",
          "sigmoid",
          "softsign",
          "hard-tanh",
          "hard-swish",
          "snake",
          "sine",
          "gaussian",
          "truncated-rectified-sigmoid",
          "identity",
          "step");
  static final List<String> OPTIMIZERS = List.of("sgd", "adam", "differential-evolution");
  static final List<String> AWKWARD =
      List.of(
          "<b>&\"", "a'b]]>", "tab\tand\u0001", "活性化関数", "x".repeat(120), "\uD83D\uDE00 \uD800");

  private Samples() {}

  static List<String> names(int count, IntFunction<String> name) {
    return IntStream.range(0, count).mapToObj(name).toList();
  }

  static Estimate around(double value, double room) {
    return new Estimate(value, value / (1 + room), value * (1 + room));
  }

  static HeatMap heatMap(
      List<String> rows, List<String> columns, Map<String, List<String>> factors) {
    Random random = new Random(7);
    List<HeatMap.View> views = new ArrayList<>();
    for (Map<String, String> levels : combinations(factors)) {
      List<HeatMap.Cell> cells = new ArrayList<>();
      for (int i = 0; i < rows.size() * columns.size(); i++) {
        cells.add(cell(random, i % columns.size()));
      }
      views.add(new HeatMap.View(levels, cells));
    }
    return new HeatMap(
        "heat",
        "Which activation works with which optimizer",
        "activation",
        rows,
        "optimizer",
        columns,
        factors,
        views,
        Metric.SUCCESS);
  }

  private static HeatMap.Cell cell(Random random, int column) {
    if (random.nextInt(25) == 0) {
      return HeatMap.Cell.NONE;
    }
    int reached = Math.min(100, Math.max(0, (int) (50 + 25 * random.nextGaussian() + 20 * column)));
    double cost = reached < 50 ? Double.POSITIVE_INFINITY : 200 * Math.exp(random.nextGaussian());
    return new HeatMap.Cell(
        new Share(reached, 100),
        Double.isInfinite(cost) ? new Estimate(cost, 900, cost) : around(cost, 0.2),
        around(0.01 * Math.exp(2 * random.nextGaussian()), 0.3),
        around(1 + 18 * random.nextDouble(), 0.1));
  }

  /** All, and each level of each factor with all or each of the others. */
  static List<Map<String, String>> combinations(Map<String, List<String>> factors) {
    List<Map<String, String>> combinations = new ArrayList<>(List.of(Map.of()));
    for (Map.Entry<String, List<String>> factor : factors.entrySet()) {
      for (Map<String, String> before : List.copyOf(combinations)) {
        for (String level : factor.getValue()) {
          Map<String, String> next = new LinkedHashMap<>(before);
          next.put(factor.getKey(), level);
          combinations.add(next);
        }
      }
    }
    return combinations;
  }

  static HeatMap heatMap() {
    return heatMap(
        ACTIVATIONS,
        OPTIMIZERS,
        Map.of("problem", List.of("xor", "two-spirals", "parity-3", "iris")));
  }

  static Bars bars() {
    return new Bars(
        "explained",
        "What explains the cost",
        "share of variance",
        List.of(
            new Bars.Group(
                "all problems",
                List.of(
                    new Bars.Bar("activation", new Estimate(0.12, 0.08, 0.17), 0.14),
                    new Bars.Bar("optimizer", new Estimate(0.41, 0.38, 0.44), 0.42),
                    new Bars.Bar("activation × optimizer", new Estimate(0.23, 0.19, 0.28), 0.27),
                    new Bars.Bar("rest", new Estimate(0.24, 0.21, 0.29), 0.24))),
            new Bars.Group(
                "xor",
                List.of(
                    new Bars.Bar("activation", new Estimate(0.31, 0.22, 0.40), 0.34),
                    new Bars.Bar("optimizer", new Estimate(0.11, 0.05, 0.18), 0.13),
                    new Bars.Bar("initialisation", new Estimate(-0.002, -0.01, 0.02), 0.01)))));
  }

  static CriticalDifference criticalDifference(int count, double difference) {
    List<CriticalDifference.Contender> contenders = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String name = i < ACTIVATIONS.size() ? ACTIVATIONS.get(i) : "contender-" + i;
      double rank = 1 + (count - 1) * (i + 0.7 * Math.sin(i)) / Math.max(1, count);
      contenders.add(new CriticalDifference.Contender(name, Math.max(1, rank)));
    }
    return CriticalDifference.of("ranks", "Mean ranks of the activations", contenders, difference);
  }

  static Curves survival(int count) {
    List<Curves.Line> lines = new ArrayList<>();
    for (int k = 0; k < count; k++) {
      List<Curves.Point> points = new ArrayList<>();
      for (int i = 0; i < 60; i++) {
        double cost = Math.pow(10, 1 + i / 20.0);
        double share = Math.pow(0.88, k) * (1 - Math.exp(-cost / (200 * (k + 1))));
        points.add(
            new Curves.Point(
                cost, new Estimate(share, Math.max(0, share - 0.05), Math.min(1, share + 0.05))));
      }
      lines.add(new Curves.Line(k < 3 ? OPTIMIZERS.get(k) : "optimizer-" + k, points));
    }
    return Curves.survival(
        "survival", "How soon trials reach the target", "cost in forward-equivalents", lines);
  }

  static Curves convergence() {
    List<Curves.Line> lines = new ArrayList<>();
    for (int k = 0; k < 3; k++) {
      List<Curves.Point> points = new ArrayList<>();
      for (int i = 0; i <= 40; i++) {
        double cost = 10 + i * 50;
        points.add(new Curves.Point(cost, around(Math.exp(-cost * (3 - k) / 900) + 0.001, 0.5)));
      }
      lines.add(new Curves.Line(OPTIMIZERS.get(k), points));
    }
    return Curves.convergence(
        "convergence",
        "How the loss falls",
        Quantity.linear("cost in forward-equivalents"),
        Quantity.logarithmic("loss, median and quartiles"),
        lines);
  }

  static Curves rankFlips() {
    List<Curves.Line> lines = new ArrayList<>();
    for (int k = 0; k < 7; k++) {
      List<Curves.Point> points = new ArrayList<>();
      for (int i = 0; i < 6; i++) {
        double rank = 1 + Math.abs(k - i * (k % 3 - 1)) % 7;
        points.add(
            new Curves.Point(
                100 * Math.pow(2, i), new Estimate(rank, Math.max(1, rank - 0.6), rank + 0.6)));
      }
      lines.add(new Curves.Line(ACTIVATIONS.get(k), points));
    }
    return Curves.rankFlips(
        "flips", "How ranks change with the budget", Quantity.logarithmic("budget"), lines);
  }

  static Curves sensitivity() {
    List<Curves.Line> lines = new ArrayList<>();
    for (int k = 0; k < 4; k++) {
      List<Curves.Point> points = new ArrayList<>();
      for (int i = 0; i <= 8; i++) {
        double rate = Math.pow(10, -4 + i * 0.5);
        double cost = 200 * Math.exp(0.5 * Math.pow(i - 4 - k * 0.7, 2));
        boolean isLost = i == 8 && k < 2;
        points.add(
            new Curves.Point(
                rate,
                isLost
                    ? new Estimate(Double.POSITIVE_INFINITY, 4000, Double.POSITIVE_INFINITY)
                    : around(cost, 0.3)));
      }
      lines.add(new Curves.Line(k < 3 ? OPTIMIZERS.get(k) : "rmsprop", points, 5e-3, 0.03));
    }
    return Curves.sensitivity(
        "sensitivity", "How the rate matters", "learning rate", "median cost", lines);
  }

  static Forest forest(int count) {
    List<Forest.Row> rows = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      double difference = i * 12.5 - 5;
      rows.add(
          new Forest.Row(
              ACTIVATIONS.get(i % 19) + " + " + OPTIMIZERS.get(i % 2),
              new Estimate(difference, difference - 20 - i, difference + 20 + i)));
    }
    return new Forest(
        "differences",
        "How far behind the best",
        Quantity.linear("median cost more than gelu + adam"),
        rows);
  }

  static Strips strips() {
    Random random = new Random(3);
    return new Strips(
        "saturated",
        "Saturated units and what came of the trial",
        Quantity.share("share of saturated units"),
        List.of(
            new Strips.Group(
                "reached the target",
                random.doubles(400).map(value -> 0.3 * value * value).toArray()),
            new Strips.Group(
                "did not", random.doubles(60).map(value -> 0.2 + 0.7 * value).toArray()),
            new Strips.Group("diverged", new double[] {0.9, 0.95, Double.NaN, 1})));
  }

  static List<Figure> all() {
    return List.of(
        heatMap().figure(),
        bars().figure(),
        criticalDifference(9, 1.9).figure(),
        survival(5).figure(),
        convergence().figure(),
        rankFlips().figure(),
        sensitivity().figure(),
        forest(12).figure(),
        strips().figure());
  }
}
