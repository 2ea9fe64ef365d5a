package io.sluice.engine.plan;

import io.sluice.engine.initial.Initialisation;
import io.sluice.engine.initial.StartWeights;
import io.sluice.engine.network.LayerShape;
import io.sluice.engine.network.NetworkShape;
import io.sluice.engine.network.WeightGroup;
import io.sluice.engine.study.BoundsSpec;
import io.sluice.engine.study.InitialWeights;
import io.sluice.engine.study.StudySpec;
import io.sluice.engine.text.NumberText;
import io.sluice.spi.Activation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Where the weights of a network start and where their bounds are. */
final class WeightRanges {

  private final StudySpec spec;
  private final Consumer<String> notes;
  private final List<List<Initialisation>> initialisations;

  WeightRanges(StudySpec spec, Consumer<String> notes) {
    this.spec = spec;
    this.notes = notes;
    this.initialisations = spec.initialWeights().stream().map(Initialisation::of).toList();
  }

  /**
   * Where weights start.
   *
   * @param limits how far from 0 each may start; null if there is no range
   * @param range how rows name the range
   */
  record Begin(String label, TrialSetup.Start start, double[] limits, String range) {}

  /**
   * The bounds of each parameter, null where there are none.
   *
   * @param missing why a study must not do without them, or empty if its cells are left out
   */
  record Bounds(String label, double[] lower, double[] upper, String missing) {
    static Bounds missing(String reason) {
      return new Bounds(CellBuilder.NONE, null, null, reason);
    }
  }

  List<Begin> begins(
      Task.Fit task, Resolved<ChosenActivation> activation, List<Complaint> complaints) {
    List<Begin> begins = new ArrayList<>();
    for (int i = 0; i < spec.initialWeights().size(); i++) {
      InitialWeights initial = spec.initialWeights().get(i);
      if (!initialisations.get(i).isEmpty()) {
        for (Initialisation variant : initialisations.get(i)) {
          addStart(variant, task, activation, begins);
        }
        continue;
      }
      if (initial instanceof InitialWeights.Uniform) {
        for (double limit : ((InitialWeights.Uniform) initial).limits()) {
          double[] lower = filled(task.weights(), -limit);
          double[] upper = filled(task.weights(), limit);
          String label = "uniform(" + NumberText.of(limit) + ")";
          TrialSetup.Start uniform = CellBuilder.uniform(lower, upper);
          begins.add(new Begin(label, withConstants(task, uniform), upper, label(-limit, limit)));
        }
        continue;
      }
      double[] weights =
          ((InitialWeights.Explicit) initial)
              .weights().stream().mapToDouble(Double::doubleValue).toArray();
      if (weights.length != task.weights()) {
        CellBuilder.complain(
            complaints,
            "initial-weights[" + i + "]",
            "a network "
                + task.network().widths()
                + " has "
                + task.weights()
                + " weights, not "
                + weights.length);
        continue;
      }
      String text =
          Arrays.stream(weights).mapToObj(NumberText::of).collect(Collectors.joining(" "));
      String label = "explicit(" + CellBuilder.hash(text) + ")";
      begins.add(
          new Begin(
              label,
              (random, target) -> System.arraycopy(weights, 0, target, 0, weights.length),
              null,
              CellBuilder.NONE));
    }
    return begins;
  }

  private void addStart(
      Initialisation variant,
      Task.Fit task,
      Resolved<ChosenActivation> activation,
      List<Begin> begins) {
    StartWeights start = variant.of(task.network());
    if (!start.missing().isEmpty()) {
      notes.accept(
          activation.label() + " " + start.missing() + "; cells that start there are left out");
      return;
    }
    start.remarks().forEach(remark -> notes.accept(activation.label() + " " + remark));
    begins.add(new Begin(variant.label(), start::draw, start.limits(), "initial"));
  }

  Bounds bounds(
      BoundsSpec bounds, Task.Fit task, Resolved<ChosenActivation> activation, Begin begin) {
    int parameters = task.parameters();
    if (bounds instanceof BoundsSpec.Explicit) {
      BoundsSpec.Explicit explicit = (BoundsSpec.Explicit) bounds;
      return new Bounds(
          label(explicit.lower(), explicit.upper()),
          filled(parameters, explicit.lower()),
          filled(parameters, explicit.upper()),
          "");
    }
    if (bounds instanceof BoundsSpec.AsInitial) {
      if (begin.limits == null) {
        return Bounds.missing(
            "the initial weights "
                + begin.label
                + " have no range to take them from; declare some, such as bounds: 5");
      }
      double[] upper = selected(begin.limits, task.indexOfParameter());
      double[] lower = Arrays.stream(upper).map(limit -> -limit).toArray();
      return new Bounds(begin.range, lower, upper, "");
    }
    double share = ((BoundsSpec.FromActivation) bounds).share();
    return bandBounds(share, task, activation);
  }

  /**
   * Each layer's weights are bounded by the band of its activation, a linear layer's by the one
   * before.
   */
  private Bounds bandBounds(double share, Task.Fit task, Resolved<ChosenActivation> activation) {
    double[] lower = new double[task.weights()];
    double[] upper = new double[task.weights()];
    ActivationBand band = null;
    int from = 0;
    for (LayerShape layer : task.network().layers()) {
      if (layer.layerActivation() != null) {
        notes.accept(
            activation.label()
                + " works on all units of a layer at once and has no band; cells that need bounds"
                + " from it are left out");
        return Bounds.missing("");
      }
      Activation function = layer.activation();
      if (function != null) {
        ActivationBand.Search search = ActivationBand.find(function, share);
        if (search.band() == null) {
          notes.accept(
              activation.label()
                  + " has no band in which |f'| exceeds "
                  + NumberText.of(share)
                  + " of its maximum ("
                  + search.reason()
                  + "); cells that need bounds from it are left out");
          return Bounds.missing("");
        }
        band = search.band();
      }
      if (band == null) {
        notes.accept("a network without activated layers has no bounds from an activation");
        return Bounds.missing("");
      }
      int count = new NetworkShape(List.of(layer)).weights();
      Arrays.fill(lower, from, from + count, band.lower());
      Arrays.fill(upper, from, from + count, band.upper());
      from += count;
    }
    int[] index = task.network().indexOfParameter();
    return new Bounds(
        "band(" + NumberText.of(share) + ")", selected(lower, index), selected(upper, index), "");
  }

  private static double[] selected(double[] values, int[] index) {
    return Arrays.stream(index).mapToDouble(i -> values[i]).toArray();
  }

  /** The start, but with the constants at which groups of weights start. */
  private static TrialSetup.Start withConstants(Task.Fit task, TrialSetup.Start start) {
    List<WeightGroup> constant =
        task.network().groups().stream().filter(group -> !Double.isNaN(group.start())).toList();
    if (constant.isEmpty()) {
      return start;
    }
    return (random, weights) -> {
      start.weights(random, weights);
      for (WeightGroup group : constant) {
        Arrays.fill(weights, group.first(), group.first() + group.count(), group.start());
      }
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
