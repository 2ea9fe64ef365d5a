package io.sluice.optimizers;

import io.sluice.engine.Laboratory;
import io.sluice.engine.loss.Loss;
import io.sluice.engine.plan.StudyPlan;
import io.sluice.engine.run.Cancellation;
import io.sluice.engine.run.RunOptions;
import io.sluice.engine.study.ActivationSpec;
import io.sluice.engine.study.BoundsSpec;
import io.sluice.engine.study.Budget;
import io.sluice.engine.study.Cadence;
import io.sluice.engine.study.ComponentSpec;
import io.sluice.engine.study.Dataset;
import io.sluice.engine.study.InitialWeights;
import io.sluice.engine.study.Metric;
import io.sluice.engine.study.NetworkSpec;
import io.sluice.engine.study.ProblemSpec;
import io.sluice.engine.study.StudySpec;
import io.sluice.engine.study.Validation;
import io.sluice.engine.study.WeightPolicy;
import io.sluice.spi.GradientOptimizer;
import io.sluice.spi.TrainableActivation.Sharing;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Blocks of trials of the built-in components, of which compiled steps should make no objects. */
final class Allocations {

  private static final int EVERY = 400;
  private static final int NOTES = 16;
  private static final int LANES = 19;
  private static final int TRIES = 30;

  private static final List<String> PLAIN = List.of("tanh", "silu");
  private static final List<String> TRAINED = List.of("prelu", "snake", "acon-c", "dprelu");

  private Allocations() {}

  /** Says on standard output which steps still allocate when they have been compiled. */
  public static void main(String[] none) {
    List<String> activations = Stream.concat(PLAIN.stream(), TRAINED.stream()).toList();
    for (GradientOptimizer optimizer :
        List.of(new Adam(), new Sgd(), new RmsProp(), new Momentum())) {
      for (String activation : activations) {
        long bytes = bytes(optimizer, activation);
        if (bytes > 0) {
          System.out.println(
              optimizer.id() + " " + activation + ": " + bytes + " bytes in " + EVERY + " steps");
        }
      }
    }
  }

  /** The compiler works beside us and may need longer on a busy machine. */
  private static long bytes(GradientOptimizer optimizer, String activation) {
    long bytes = Long.MAX_VALUE;
    for (int i = 0; i < TRIES && bytes > 0; i++) {
      Metered metered = new Metered(optimizer, EVERY, new long[NOTES]);
      Laboratory laboratory = BuiltIns.laboratory(metered);
      StudyPlan plan = laboratory.plan(study(metered.id(), activation));
      laboratory.run(
          plan,
          laboratory.header(plan, "{}"),
          new Forgetful(),
          List.of(),
          new RunOptions(1, LANES),
          new Cancellation());
      bytes = metered.leastGrowth();
    }
    return bytes;
  }

  /** Networks 2-8-1; what can be trained in an activation is trained, for each unit. */
  private static StudySpec study(String optimizer, String activation) {
    double[][] x = {{-1, 0.5}, {-0.6, -0.2}, {0.5, -0.7}, {0.9, -1}};
    double[][] y = {{0.3}, {-0.8}, {0.4}, {-0.4}};
    return new StudySpec(
        "allocations",
        "",
        1,
        LANES,
        new Budget(EVERY * NOTES, Budget.Unit.STEPS, 3),
        List.of(),
        false,
        Loss.MSE,
        List.of(new ProblemSpec.Data("rows", Dataset.of(x, y))),
        Validation.NONE,
        List.of(NetworkSpec.dense(List.of(8), true, true)),
        List.of(
            new ActivationSpec(
                List.of(ComponentSpec.of(activation)),
                TRAINED.contains(activation) ? Optional.of(Sharing.UNIT) : Optional.empty())),
        List.of(new ComponentSpec(optimizer, Map.of("learning-rate", List.of(0.001)))),
        List.of(WeightPolicy.NONE),
        List.of(new BoundsSpec.AsInitial()),
        List.of(new InitialWeights.Uniform(List.of(0.5))),
        Cadence.never(),
        Metric.PRESET);
  }
}
