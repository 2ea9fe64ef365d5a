package io.sluice.engine.run;

import static io.sluice.engine.support.StudyBuilder.schedule;

import io.sluice.engine.study.ActivationSpec;
import io.sluice.engine.study.Batches;
import io.sluice.engine.study.Budget;
import io.sluice.engine.study.Clipping;
import io.sluice.engine.study.ComponentSpec;
import io.sluice.engine.study.Dataset;
import io.sluice.engine.study.NetworkSpec;
import io.sluice.engine.study.ProblemSpec;
import io.sluice.engine.study.WeightDecay;
import io.sluice.engine.study.WeightPolicy;
import io.sluice.engine.support.Metered;
import io.sluice.engine.support.Momentum;
import io.sluice.engine.support.Runs;
import io.sluice.engine.support.Sgd;
import io.sluice.engine.support.StudyBuilder;
import io.sluice.spi.GradientOptimizer;
import io.sluice.spi.TrainableActivation.Sharing;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Blocks of trials whose steps should make no objects once they are compiled. */
final class Allocations {

  private static final int EVERY = 400;
  private static final int NOTES = 16;
  private static final int LANES = 5;
  private static final int TRIES = 30;

  private Allocations() {}

  /** Says on standard output which steps still allocate when they have been compiled. */
  public static void main(String[] none) {
    studies()
        .forEach(
            (name, study) -> {
              for (GradientOptimizer optimizer : List.of(new Sgd(0.01), new Momentum(0.01, 0.5))) {
                long bytes = bytes(study, optimizer);
                if (bytes > 0) {
                  System.out.println(
                      name
                          + ", "
                          + optimizer.id()
                          + ": "
                          + bytes
                          + " bytes in "
                          + EVERY
                          + " steps");
                }
              }
            });
  }

  private static Map<String, StudyBuilder> studies() {
    Map<String, StudyBuilder> studies = new TreeMap<>();
    studies.put("plain", study());
    studies.put("trained, all units alike", study().activations(trained(Sharing.LAYER)));
    studies.put("trained, each unit", study().activations(trained(Sharing.UNIT)));
    for (Batches.Order order : Batches.Order.values()) {
      studies.put("batches " + order, study().batches(new Batches(4, order)));
    }
    studies.put("schedule", study().schedules(schedule("cosine", "alpha", 0.1)));
    studies.put("limits of the norm", study().clipping(new Clipping(Clipping.Kind.NORM, 0.1)));
    studies.put("limits of values", study().clipping(new Clipping(Clipping.Kind.VALUE, 0.1)));
    studies.put("decay", study().weightDecay(new WeightDecay(WeightDecay.Kind.DECOUPLED, 0.001)));
    studies.put("bounds", study().policies(WeightPolicy.REFLECT_FLIP));
    studies.put(
        "everything",
        study()
            .activations(trained(Sharing.UNIT))
            .batches(new Batches(4, Batches.Order.SHUFFLED))
            .schedules(schedule("cosine", "alpha", 0.1))
            .clipping(new Clipping(Clipping.Kind.NORM, 0.1))
            .policies(WeightPolicy.REFLECT_FLIP));
    return studies;
  }

  /** Networks 2-8-1 on six rows, which batches of four cut in two. */
  private static StudyBuilder study() {
    double[][] x = {{-1, 0.5}, {-0.6, -0.2}, {-0.1, 0.9}, {0.2, 0.1}, {0.5, -0.7}, {0.9, -1}};
    double[][] y = {{0.3}, {-0.8}, {0.5}, {0.1}, {0.4}, {-0.4}};
    return new StudyBuilder()
        .repeats(LANES)
        .problems(new ProblemSpec.Data("rows", Dataset.of(x, y)))
        .networks(NetworkSpec.dense(List.of(8), true, true))
        .budget(new Budget(EVERY * NOTES, Budget.Unit.STEPS, 3));
  }

  private static ActivationSpec trained(Sharing sharing) {
    return new ActivationSpec(List.of(ComponentSpec.of("bent")), Optional.of(sharing));
  }

  /** The compiler works beside us and may need longer on a busy machine. */
  private static long bytes(StudyBuilder study, GradientOptimizer optimizer) {
    long bytes = Long.MAX_VALUE;
    for (int i = 0; i < TRIES && bytes > 0; i++) {
      Metered metered = new Metered(optimizer, EVERY, new long[NOTES]);
      Runs.of(study.optimizers(ComponentSpec.of(metered.id())), metered).events(1, LANES);
      bytes = metered.leastGrowth();
    }
    return bytes;
  }
}
