package io.sluice.engine.plan;

import io.sluice.engine.initial.Initialisation;
import io.sluice.engine.initial.StartWeights;
import io.sluice.engine.network.LayerShape;
import io.sluice.engine.network.NetworkShape;
import io.sluice.engine.network.WeightGroup;
import io.sluice.engine.problem.ObjectiveFunction;
import io.sluice.engine.study.BoundsSpec;
import io.sluice.engine.study.InitialWeights;
import io.sluice.engine.study.StudySpec;
import io.sluice.engine.text.NumberText;
import io.sluice.spi.Activation;
import io.sluice.spi.Factor;
import io.sluice.spi.RandomStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Where the weights of a network start and where their bounds are. */
final class WeightRanges {

  private final StudySpec spec;
  private final PlanSize size;
  private final Findings findings;
  private final List<List<Initialisation>> initialisations;
  private final Map<List<Object>, Level<Bounds>> explicit = new HashMap<>();
  private final Map<Integer, PairedStarts> pairs = new TreeMap<>();
  private final MissingBands missing = new MissingBands();

  WeightRanges(StudySpec spec, PlanSize size, Findings findings) {
    this.spec = spec;
    this.size = size;
    this.findings = findings;
    this.initialisations = spec.initialWeights().stream().map(Initialisation::of).toList();
  }

  /**
   * Where weights start.
   *
   * @param limits gives how far from 0 each may start; null if there is no range
   * @param range how rows name the range
   * @param source what the weights are if the label does not say it
   * @param given whether the study gives the weights, so that nothing is drawn
   */
  record Begin(
      String label,
      TrialSetup.Start start,
      Supplier<double[]> limits,
      String range,
      String source,
      boolean given) {}

  /**
   * The bounds of each parameter, null where there are none.
   *
   * @param missing why a study must not do without them, or empty if its cells are left out
   * @param path the part of the study they came from
   */
  record Bounds(double[] lower, double[] upper, String missing, String path) {

    boolean arePresent() {
      return lower != null;
    }

    /** Whether they were to be read off an activation that has none. */
    boolean isMissingBand() {
      return lower == null && missing.isEmpty();
    }
  }

  /** The box of a function, inside which trials start. */
  static Bounds box(ObjectiveFunction function) {
    int dimensions = function.dimensions();
    return new Bounds(
        IntStream.range(0, dimensions).mapToDouble(function::lower).toArray(),
        IntStream.range(0, dimensions).mapToDouble(function::upper).toArray(),
        "",
        "");
  }

  /**
   * Where the arguments of a function can start: at the explicit points that have as many numbers,
   * or else anywhere in its box.
   *
   * @param alone whether the study has no network that the other points could be for
   */
  List<Begin> begins(Bounds box, boolean alone) {
    int arguments = box.lower.length;
    List<Begin> begins = new ArrayList<>();
    for (int i = 0; i < spec.initialWeights().size(); i++) {
      if (spec.initialWeights().get(i) instanceof InitialWeights.Explicit) {
        List<Double> point = ((InitialWeights.Explicit) spec.initialWeights().get(i)).weights();
        if (point.size() == arguments) {
          begins.add(explicit(point));
        } else if (alone) {
          findings.complain(
              "initial-weights[" + i + "]",
              "a function of " + arguments + " arguments cannot start at " + point.size());
        }
      }
    }
    return begins.isEmpty() ? List.of(inside(box)) : begins;
  }

  /** A start anywhere in a box. */
  private static Begin inside(Bounds box) {
    TrialSetup.Start start =
        (random, weights) -> {
          for (int p = 0; p < box.lower.length; p++) {
            weights[p] = random.nextDouble(box.lower[p], box.upper[p]);
          }
        };
    return new Begin("box", start, null, Level.NONE, "", false);
  }

  /** Whether starts look at nothing of a network but its groups of weights. */
  boolean startsAreFixed() {
    return initialisations.stream().allMatch(List::isEmpty)
        && spec.initialWeights().stream()
            .noneMatch(
                initial ->
                    initial instanceof InitialWeights.Paired
                        || initial instanceof InitialWeights.Knots);
  }

  /** Where the weights of a network can start. */
  List<Begin> begins(CellPath path) {
    SizedTask task = path.task();
    String activation = path.label(StudyFactor.ACTIVATION);
    List<Begin> begins = new ArrayList<>();
    for (int i = 0; i < spec.initialWeights().size(); i++) {
      InitialWeights initial = spec.initialWeights().get(i);
      for (Initialisation variant : initialisations.get(i)) {
        addStart(variant, task, activation, begins);
      }
      if (initial instanceof InitialWeights.Uniform) {
        for (double limit : ((InitialWeights.Uniform) initial).limits()) {
          begins.add(uniform(limit, task));
        }
      } else if (initial instanceof InitialWeights.Explicit) {
        List<Double> weights = ((InitialWeights.Explicit) initial).weights();
        if (fits(weights, task, "initial-weights[" + i + "]")) {
          begins.add(explicit(weights));
        }
      } else if (initial instanceof InitialWeights.Knots) {
        addKnots(path.label(StudyFactor.NETWORK), activation, task, begins);
      } else if (initial instanceof InitialWeights.Paired) {
        String at = "initial-weights[" + i + "]";
        pairs
            .computeIfAbsent(i, n -> new PairedStarts((InitialWeights.Paired) initial, at))
            .of(path, findings)
            .filter(pair -> fits(pair.weights(), task, at))
            .ifPresent(
                pair ->
                    begins.add(explicit(PairedStarts.LABEL, pair.weights(), hash(pair.weights()))));
      }
    }
    return begins;
  }

  /** Complains of starts that are paired with no cell, and of more than one list of them. */
  void checkPairs() {
    if (pairs.size() > 1) {
      findings.complain("initial-weights", "paired starts are one list, not " + pairs.size());
    }
    pairs.values().forEach(paired -> paired.check(findings));
  }

  private static Begin uniform(double limit, SizedTask task) {
    int count = task.weights();
    TrialSetup.Start start =
        (random, weights) -> {
          for (int p = 0; p < count; p++) {
            weights[p] = random.nextDouble(-limit, limit);
          }
        };
    return new Begin(
        "uniform(" + NumberText.of(limit) + ")",
        withConstants(task, start),
        () -> filled(count, limit),
        label(-limit, limit),
        "",
        false);
  }

  private void addKnots(String network, String activation, SizedTask task, List<Begin> begins) {
    String refusal = KnotStart.refusal(task.network());
    if (!refusal.isEmpty()) {
      findings.note(
          network
              + " of "
              + activation
              + " cannot start at knots, since it "
              + refusal
              + "; cells that start there are left out");
      return;
    }
    List<Double> weights = KnotStart.weights(task.network(), ((Task.Fit) task.task()).data());
    begins.add(explicit("knots", weights, hash(weights)));
  }

  private boolean fits(List<Double> weights, SizedTask task, String path) {
    if (weights.size() == task.weights()) {
      return true;
    }
    findings.complain(
        path,
        "a network "
            + task.network().widths()
            + " has "
            + task.weights()
            + " weights, not "
            + weights.size());
    return false;
  }

  private static Begin explicit(List<Double> weights) {
    return explicit("explicit(" + hash(weights) + ")", weights, "");
  }

  private static Begin explicit(String label, List<Double> weights, String source) {
    double[] all = weights.stream().mapToDouble(Double::doubleValue).toArray();
    return new Begin(
        label,
        (random, target) -> System.arraycopy(all, 0, target, 0, all.length),
        null,
        Level.NONE,
        source,
        true);
  }

  private static String hash(List<Double> weights) {
    String text = weights.stream().map(NumberText::of).collect(Collectors.joining(" "));
    return Long.toHexString(RandomStream.key(text));
  }

  private void addStart(
      Initialisation variant, SizedTask task, String activation, List<Begin> begins) {
    StartWeights start = variant.of(task.network());
    if (!start.missing().isEmpty()) {
      findings.note(activation + " " + start.missing() + "; cells that start there are left out");
      return;
    }
    start.remarks().forEach(remark -> findings.note(activation + " " + remark));
    Supplier<double[]> limits = start.limits() == null ? null : start::limits;
    begins.add(new Begin(variant.label(), start::draw, limits, Factor.INITIAL, "", false));
  }

  /** The bounds that a part of the study gives a network with a start. */
  Level<Bounds> bounds(int part, SizedTask task, String activation, Begin begin) {
    BoundsSpec bounds = spec.bounds().get(part);
    String path = "bounds[" + part + "]";
    if (bounds instanceof BoundsSpec.Explicit) {
      BoundsSpec.Explicit two = (BoundsSpec.Explicit) bounds;
      return explicit.computeIfAbsent(
          List.of(part, task.parameters()),
          key -> {
            double[] lower = filled(task.parameters(), two.lower());
            double[] upper = filled(task.parameters(), two.upper());
            return present(label(two.lower(), two.upper()), lower, upper, path);
          });
    }
    if (bounds instanceof BoundsSpec.AsInitial) {
      if (begin.limits == null) {
        return missing(
            "the initial weights "
                + begin.label
                + " have no range to take them from; declare some, such as bounds: 5",
            path);
      }
      double[] upper = selected(begin.limits.get(), task.network().indexOfParameter());
      double[] lower = Arrays.stream(upper).map(limit -> -limit).toArray();
      // Beside bands, the range by its numbers would be a level for each start.
      boolean bands = spec.bounds().stream().anyMatch(BoundsSpec.FromActivation.class::isInstance);
      String label = bands ? Factor.INITIAL : begin.range;
      return present(label, lower, upper, path);
    }
    return band((BoundsSpec.FromActivation) bounds, task, activation, path);
  }

  private Level<Bounds> present(String label, double[] lower, double[] upper, String path) {
    size.addNumbers(2.0 * lower.length, path);
    return new Level<>(StudyFactor.BOUNDS, label, new Bounds(lower, upper, "", path));
  }

  private static Level<Bounds> missing(String reason, String path) {
    return new Level<>(StudyFactor.BOUNDS, Level.NONE, new Bounds(null, null, reason, path));
  }

  /**
   * Each layer's weights are bounded by the band of its activation, a linear layer's by the one
   * before.
   */
  private Level<Bounds> band(
      BoundsSpec.FromActivation bounds, SizedTask task, String activation, String path) {
    double[] lower = new double[task.weights()];
    double[] upper = new double[task.weights()];
    ActivationBand band = null;
    int from = 0;
    for (LayerShape layer : task.network().layers()) {
      if (layer.layerActivation() != null) {
        missing.add(bounds, activation, "it works on all units of a layer at once");
        return missing("", path);
      }
      Activation function = layer.activation();
      if (function != null) {
        ActivationBand.Search search = ActivationBand.find(function, bounds, task.outputs());
        if (search.band() == null) {
          missing.add(bounds, activation, search.reason());
          return missing("", path);
        }
        band = search.band();
      }
      if (band == null) {
        findings.note("a network without activated layers has no bounds from an activation");
        return missing("", path);
      }
      int count = new NetworkShape(List.of(layer)).weights();
      Arrays.fill(lower, from, from + count, band.lower());
      Arrays.fill(upper, from, from + count, band.upper());
      from += count;
    }
    int[] index = task.network().indexOfParameter();
    return present(bounds.label(), selected(lower, index), selected(upper, index), path);
  }

  /** What readings of activations did not give. */
  List<String> notes() {
    return missing.notes();
  }

  private static double[] selected(double[] values, int[] index) {
    return Arrays.stream(index).mapToDouble(i -> values[i]).toArray();
  }

  /** The start, but with the constants at which groups of weights start. */
  private static TrialSetup.Start withConstants(SizedTask task, TrialSetup.Start start) {
    List<WeightGroup> constant =
        task.groups().stream().filter(group -> !Double.isNaN(group.start())).toList();
    if (constant.isEmpty()) {
      return start;
    }
    return (random, weights) -> {
      start.weights(random, weights);
      constant.forEach(group -> group.start(weights));
    };
  }

  private static double[] filled(int length, double value) {
    double[] filled = new double[length];
    Arrays.fill(filled, value);
    return filled;
  }

  private static String label(double lower, double upper) {
    return "[" + NumberText.of(lower) + ", " + NumberText.of(upper) + "]";
  }
}
