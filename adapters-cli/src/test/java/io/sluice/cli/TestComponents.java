package io.sluice.cli;

import io.sluice.engine.catalog.Catalog;
import io.sluice.engine.catalog.Components;
import io.sluice.engine.catalog.Origin;
import io.sluice.engine.catalog.PluginReport;
import io.sluice.spi.Activation;
import io.sluice.spi.BlockLayout;
import io.sluice.spi.Component;
import io.sluice.spi.Description;
import io.sluice.spi.GradientOptimizer;
import io.sluice.spi.GradientState;
import io.sluice.spi.GradientWrapper;
import io.sluice.spi.Hyperparameter;
import io.sluice.spi.Interval;
import io.sluice.spi.Invariance;
import io.sluice.spi.LaneMemory;
import io.sluice.spi.LayerActivation;
import io.sluice.spi.ResultStoreProvider;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A few small components, and what a plugin host would say of them. */
final class TestComponents {

  private TestComponents() {}

  /** All of them, with the store, from a jar with this hash. */
  static Components with(
      ResultStoreProvider store, String sha256, PluginReport.Rejected... rejected) {
    Origin origin = new Origin("small", "1.2", "small-1.2.jar", sha256);
    return new Components(
        catalog(origin, List.of(new Identity(), new Tanh(), new Ramp(0.01), new Broken())),
        catalog(origin, List.of(new Sgd(0.1))),
        catalog(origin, List.of(store)),
        new PluginReport(
            List.of(
                new PluginReport.Loaded(
                    origin, "plugins/small-1.2.jar", List.of("activation tanh", "optimizer sgd"))),
            List.of(rejected)),
        catalog(origin, List.of(new Reversed())),
        catalog(origin, List.of(new Shorter(0.5))));
  }

  /** One activation from a jar of its own. */
  static Components alone(
      String plugin, String file, Activation activation, PluginReport.Rejected... rejected) {
    Origin origin = new Origin(plugin, "1.0.0", file, "cd".repeat(32));
    return new Components(
        catalog(origin, List.of(activation)),
        Catalog.of(List.of()),
        Catalog.of(List.of()),
        new PluginReport(
            List.of(
                new PluginReport.Loaded(origin, file, List.of("activation " + activation.id()))),
            List.of(rejected)));
  }

  /** A file of which nothing can be used. */
  static Components none(PluginReport.Rejected... rejected) {
    return new Components(
        Catalog.of(List.of()),
        Catalog.of(List.of()),
        Catalog.of(List.of()),
        new PluginReport(List.of(), List.of(rejected)));
  }

  private static <T extends Component> Catalog<T> catalog(Origin origin, List<T> components) {
    return Catalog.of(
        components.stream().map(component -> new Catalog.Entry<>(component, origin)).toList());
  }

  /** Makes updates shorter. */
  record Shorter(double share) implements GradientWrapper {
    @Override
    public String id() {
      return "shorter";
    }

    @Override
    public Description description() {
      return Description.of("Makes updates shorter", "u ← s u", "common knowledge");
    }

    @Override
    public List<Hyperparameter> hyperparameters() {
      return List.of(Hyperparameter.real("share", share, Interval.closed(0, 1), "s"));
    }

    @Override
    public Shorter with(Map<String, Double> values) {
      return new Shorter(values.get("share"));
    }

    @Override
    public GradientState start(GradientState inner, LaneMemory memory) {
      BlockLayout layout = memory.layout();
      double[] shares = memory.hyperparameter("share");
      return (step, lanes, weights, gradients) -> {
        inner.update(step, lanes, weights, gradients);
        for (int p = 0; p < layout.parameters(); p++) {
          for (int lane = 0; lane < lanes; lane++) {
            gradients[layout.row(p) + lane] *= shares[lane];
          }
        }
      };
    }
  }

  /** f(x) = x. */
  record Identity() implements Activation {
    @Override
    public String id() {
      return "identity";
    }

    @Override
    public double value(double x) {
      return x;
    }

    @Override
    public double slope(double x) {
      return x == x ? 1 : x;
    }
  }

  /** f(x) = tanh x. */
  record Tanh() implements Activation {
    @Override
    public String id() {
      return "tanh";
    }

    @Override
    public Description description() {
      return Description.of("Hyperbolic tangent", "f(x) = tanh x", "common knowledge")
          .aliases("hyperbolic-tangent");
    }

    @Override
    public double value(double x) {
      return StrictMath.tanh(x);
    }

    @Override
    public double slope(double x) {
      double c = StrictMath.cosh(x);
      return 1 / (c * c);
    }

    @Override
    public Interval range() {
      return Interval.open(-1, 1);
    }
  }

  /** f(x) = max(x, 0) + slope · min(x, 0). */
  record Ramp(double below) implements Activation {
    @Override
    public String id() {
      return "ramp";
    }

    @Override
    public List<Hyperparameter> hyperparameters() {
      return List.of(
          Hyperparameter.real("below", below, Interval.closed(0, 1), "the slope below zero"));
    }

    @Override
    public Ramp with(Map<String, Double> values) {
      return new Ramp(values.get("below"));
    }

    @Override
    public double value(double x) {
      return x >= 0 ? x : below * x;
    }

    @Override
    public double slope(double x) {
      return x >= 0 ? 1 : x < 0 ? below : x;
    }

    @Override
    public double[] kinks() {
      return new double[] {0};
    }
  }

  /** An activation that always throws. */
  record Broken() implements Activation {
    @Override
    public String id() {
      return "broken";
    }

    @Override
    public double value(double x) {
      throw new IllegalStateException("out of order");
    }

    @Override
    public double slope(double x) {
      return value(x);
    }
  }

  /** The units in the opposite order. */
  record Reversed() implements LayerActivation {
    @Override
    public String id() {
      return "reversed";
    }

    @Override
    public void value(double[] x, double[] y) {
      for (int i = 0; i < x.length; i++) {
        y[i] = x[x.length - 1 - i];
      }
    }

    @Override
    public void pullBack(double[] x, double[] y, double[] errors, double[] result) {
      value(errors, result);
    }
  }

  /** w ← w − rate · g. */
  record Sgd(double rate) implements GradientOptimizer {
    /** At a rate of 0.25 it claims too much. */
    @Override
    public Set<Invariance> invariances() {
      return Set.of(rate == 0.25 ? Invariance.LOSS_SCALE : Invariance.SHIFT);
    }

    @Override
    public String id() {
      return "sgd";
    }

    @Override
    public List<Hyperparameter> hyperparameters() {
      return List.of(
          Hyperparameter.real("learning-rate", rate, Interval.POSITIVE, "how far a step goes"));
    }

    @Override
    public Sgd with(Map<String, Double> values) {
      return new Sgd(values.get("learning-rate"));
    }

    @Override
    public GradientState start(LaneMemory memory) {
      BlockLayout layout = memory.layout();
      double[] rates = memory.hyperparameter("learning-rate");
      return (step, lanes, weights, gradients) -> {
        for (int p = 0; p < layout.parameters(); p++) {
          for (int lane = 0; lane < lanes; lane++) {
            gradients[layout.row(p) + lane] *= -rates[lane];
          }
        }
      };
    }
  }
}
