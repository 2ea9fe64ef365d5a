package io.sluice.engine.plan;

import io.sluice.engine.network.LayerShape;
import io.sluice.engine.network.NetworkShape;
import io.sluice.engine.study.Dataset;
import io.sluice.engine.study.LayerSpec;
import io.sluice.engine.study.NetworkSpec;
import io.sluice.moments.Interruption;
import io.sluice.spi.Activation;
import io.sluice.spi.ActivationFunction;
import io.sluice.spi.LayerActivation;
import java.util.ArrayList;
import java.util.List;

/** Fits the layers of a network to the data and to their activations. */
final class Layers {

  private Layers() {}

  /** Complains of networks that have too many layers, whatever the data. */
  static void check(List<NetworkSpec> networks, PlanLimits limits, List<Complaint> complaints) {
    for (int n = 0; n < networks.size(); n++) {
      String complaint =
          PlanLimits.complaint(networks.get(n).hidden().size() + 1, "layers", limits.layers());
      if (!complaint.isEmpty()) {
        complaints.add(new Complaint("networks[" + n + "]", "has " + complaint));
      }
    }
    if (!complaints.isEmpty()) {
      throw new StudyPlanException(complaints);
    }
  }

  /** The network between the inputs and outputs of the data; null if something does not fit. */
  static NetworkShape shape(
      PlannedNetwork network,
      Resolved<ChosenActivation> activation,
      PlanLimits limits,
      Findings findings) {
    Interruption.check();
    List<LayerSpec> specs = network.spec().layers();
    Dataset data = network.examples().training();
    int activated = specs.size() - (network.spec().outputActivated() ? 0 : 1);
    List<ActivationFunction> given = activation.value().layers();
    if (given.size() > 1 && given.size() != activated) {
      findings.complain(
          activation.path(),
          "names "
              + given.size()
              + " layers, but a network has "
              + activated
              + " activated layers");
      return null;
    }
    List<LayerShape> layers = new ArrayList<>();
    int inputs = data.inputs();
    for (int i = 0; i < specs.size(); i++) {
      LayerSpec spec = specs.get(i);
      int units = spec.units() == 0 ? data.outputs() : spec.units();
      ActivationFunction function = i < activated ? given.get(given.size() == 1 ? 0 : i) : null;
      boolean overLayer = function instanceof LayerActivation;
      LayerActivation over = overLayer ? (LayerActivation) function : null;
      String refusal = overLayer ? refusal(over, units) : "";
      if (refusal.isEmpty()) {
        int sums = overLayer ? over.inputs(units) : units;
        refusal =
            LayerShape.refusal(
                spec.parts(),
                inputs,
                units,
                sums,
                overLayer ? null : (Activation) function,
                activation.value().sharing(function));
      }
      if (!refusal.isEmpty()) {
        findings.complain(network.path(), "layer " + (i + 1) + " " + refusal);
        return null;
      }
      layers.add(
          new LayerShape(
              inputs,
              units,
              spec.bias(),
              spec.initialBias(),
              spec.frozen(),
              spec.parts(),
              overLayer ? null : (Activation) function,
              activation.value().sharing(function),
              over));
      inputs = units;
    }
    double weights = 0;
    for (LayerShape layer : layers) {
      weights += layer.weights();
    }
    String tooMany = PlanLimits.complaint(weights, "weights", limits.weights());
    if (!tooMany.isEmpty()) {
      findings.complain(network.path(), "has " + tooMany);
      return null;
    }
    NetworkShape shape = new NetworkShape(layers);
    if (shape.parameters() == 0) {
      findings.complain(network.path(), "all layers are frozen, so nothing is left to be trained");
      return null;
    }
    return shape;
  }

  /** Why the activation cannot pass on so many numbers; what it throws is the reason. */
  private static String refusal(LayerActivation activation, int units) {
    try {
      int sums = activation.inputs(units);
      if (sums < 1 || sums > LayerSpec.LARGEST_WIDTH) {
        return "passes on "
            + units
            + ", for which "
            + activation.id()
            + " needs "
            + sums
            + " sums; a layer has 1 to "
            + LayerSpec.LARGEST_WIDTH;
      }
      return "";
    } catch (IllegalArgumentException refused) {
      return "cannot be activated by " + activation.id() + ": " + refused.getMessage();
    }
  }
}
