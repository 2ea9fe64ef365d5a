package io.sluice.benchmarks;

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
import io.sluice.spi.TrialResult;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/** Sluice, through its laboratory: a study of one cell, each trial with a seed of its own. */
final class SluiceTraining implements Contestant {

  /** Lanes of a block; 0 lets the engine choose. */
  private static final int LANES = Integer.getInteger("sluice.benchmarks.lanes", 0);

  private final Laboratory laboratory = BuiltIns.laboratory();

  @Override
  public boolean does(Case training) {
    return true;
  }

  @Override
  public double[] losses(Case training) {
    List<InitialWeights> starts =
        Stream.of(training.starts())
            .<InitialWeights>map(
                start -> new InitialWeights.Explicit(Arrays.stream(start).boxed().toList()))
            .toList();
    return run(study(training, 1, starts), 1, TrialResult::finalLoss);
  }

  @Override
  public double train(Case training, int trials, int threads) {
    return Arrays.stream(trained(training, trials, threads)).sum();
  }

  /** The loss of each of these trials: the last of Adam, the best of a population. */
  double[] trained(Case training, int trials, int threads) {
    List<InitialWeights> uniform = List.of(new InitialWeights.Uniform(List.of(training.limit())));
    return run(
        study(training, trials, uniform),
        threads,
        training.method().isPopulation() ? TrialResult::bestLoss : TrialResult::finalLoss);
  }

  private double[] run(StudySpec study, int threads, ToDoubleFunction<TrialResult> loss) {
    StudyPlan plan = laboratory.plan(study);
    LossMemory memory = new LossMemory(Math.toIntExact(plan.trials()), loss);
    laboratory.run(
        plan,
        laboratory.header(plan, "{}"),
        memory,
        List.of(),
        new RunOptions(threads, LANES),
        new Cancellation());
    return memory.losses();
  }

  private static StudySpec study(Case training, int repeats, List<InitialWeights> starts) {
    List<Integer> widths = training.widths();
    Map<String, List<Double>> settings = new TreeMap<>();
    training.method().settings().forEach((name, value) -> settings.put(name, List.of(value)));
    ComponentSpec optimizer = new ComponentSpec(training.method().id(), settings);
    Budget.Unit unit =
        training.method().isPopulation() ? Budget.Unit.EVALUATIONS : Budget.Unit.STEPS;
    return new StudySpec(
        "side-by-side",
        "How long does it take?",
        1,
        repeats,
        new Budget(training.steps(), unit, Budget.GRADIENT_COST),
        List.of(),
        false,
        Loss.MSE,
        List.of(new ProblemSpec.Data("data", Dataset.of(training.inputs(), training.outputs()))),
        Validation.NONE,
        List.of(NetworkSpec.dense(widths.subList(1, widths.size() - 1), true, true)),
        List.of(ActivationSpec.of(ComponentSpec.of("tanh"))),
        List.of(optimizer),
        List.of(training.method().isPopulation() ? WeightPolicy.CLIP : WeightPolicy.NONE),
        List.of(new BoundsSpec.Explicit(-Case.BOUND, Case.BOUND)),
        starts,
        Cadence.never(),
        Metric.PRESET);
  }
}
