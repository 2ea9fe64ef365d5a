package io.sluice.web;

import io.sluice.engine.Laboratory;
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
import io.sluice.spi.Hyperparameter;
import io.sluice.spi.Interval;
import io.sluice.spi.LaneMemory;
import io.sluice.spi.ResultStore;
import io.sluice.spi.ResultStoreProvider;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A laboratory with two activations and one that never ends, one optimizer and a store in memory.
 */
public final class TestLaboratory {

  static final String VERSION = "1.2.3-test";

  private static final Origin ORIGIN = new Origin("test", "1.0", "test.jar", "ab".repeat(32));

  /** How often the activation {@code slow} was asked for a value. */
  static final AtomicInteger SLOW_BEGUN = new AtomicInteger();

  /** How often it was interrupted. */
  static final AtomicInteger SLOW_GIVEN_UP = new AtomicInteger();

  private TestLaboratory() {}

  public static Laboratory create() {
    PluginReport report =
        new PluginReport(
            List.of(new PluginReport.Loaded(ORIGIN, "test.jar", List.of("activation tanh"))),
            List.of(new PluginReport.Rejected("bad.jar", "bad", "<b>not a jar</b>")));
    return new Laboratory(
        new Components(
            catalog(List.of(new HyperbolicTangent(), new LeakyRelu(0.01), new Slow())),
            catalog(List.of(new Descent(0.1))),
            catalog(List.of(new MemoryStores())),
            report),
        VERSION);
  }

  private static <T extends Component> Catalog<T> catalog(List<T> components) {
    return Catalog.of(
        components.stream().map(component -> new Catalog.Entry<>(component, ORIGIN)).toList());
  }

  private static final class HyperbolicTangent implements Activation {
    @Override
    public String id() {
      return "tanh";
    }

    @Override
    public Description description() {
      return Description.of("The hyperbolic tangent", "tanh x", "").aliases("th");
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

  /** One that takes very long, unless its thread is interrupted: then it counts that. */
  private static final class Slow implements Activation {
    @Override
    public String id() {
      return "slow";
    }

    @Override
    public double value(double x) {
      SLOW_BEGUN.incrementAndGet();
      try {
        Thread.sleep(TimeUnit.HOURS.toMillis(1));
      } catch (InterruptedException givenUp) {
        SLOW_GIVEN_UP.incrementAndGet();
        Thread.currentThread().interrupt();
      }
      return x;
    }

    @Override
    public double slope(double x) {
      return 1;
    }
  }

  private static final class LeakyRelu implements Activation {
    private final double slope;

    LeakyRelu(double slope) {
      this.slope = slope;
    }

    @Override
    public String id() {
      return "leaky-relu";
    }

    @Override
    public List<Hyperparameter> hyperparameters() {
      return List.of(
          Hyperparameter.real("negative-slope", slope, Interval.NOT_NEGATIVE, "the slope below 0"));
    }

    @Override
    public Activation with(Map<String, Double> values) {
      return new LeakyRelu(values.get("negative-slope"));
    }

    @Override
    public double value(double x) {
      return x > 0 ? x : slope * x;
    }

    @Override
    public double slope(double x) {
      return x > 0 ? 1 : slope;
    }

    @Override
    public double[] kinks() {
      return new double[] {0};
    }
  }

  private static final class Descent implements GradientOptimizer {
    private final double rate;

    Descent(double rate) {
      this.rate = rate;
    }

    @Override
    public String id() {
      return "sgd";
    }

    @Override
    public List<Hyperparameter> hyperparameters() {
      return List.of(Hyperparameter.real("learning-rate", rate, Interval.POSITIVE, "the step"));
    }

    @Override
    public GradientOptimizer with(Map<String, Double> values) {
      return new Descent(values.get("learning-rate"));
    }

    @Override
    public GradientState start(LaneMemory memory) {
      BlockLayout layout = memory.layout();
      double[] rates = memory.hyperparameter("learning-rate");
      return (step, lanes, weights, gradients) -> {
        for (int p = 0; p < layout.parameters(); p++) {
          int row = layout.row(p);
          for (int lane = 0; lane < lanes; lane++) {
            gradients[row + lane] *= -rates[lane];
          }
        }
      };
    }
  }

  private static final class MemoryStores implements ResultStoreProvider {
    @Override
    public String id() {
      return "memory";
    }

    @Override
    public ResultStore open(String location) {
      return new MemoryStore();
    }

    @Override
    public List<String> examples() {
      return List.of("memory:any");
    }
  }
}
