package io.sluice.tck;

import io.sluice.spi.GradientOptimizer;
import io.sluice.spi.Hyperparameter;
import io.sluice.spi.Optimizer;
import io.sluice.spi.OptimizerWrapper;
import io.sluice.spi.OracleOptimizer;
import io.sluice.spi.OracleRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** What {@link OptimizerWrapperChecks} look for, with {@link Inside} inside. */
final class WrapperPromises {

  private static final int STEPS = 12;
  private static final String FLIP = "flip of 1 in lane 0";

  /** Those that are for all components, which look at the wrapper itself. */
  private static final Set<String> OF_COMPONENTS =
      Set.of("names", "presets", "copies", "other-settings");

  private WrapperPromises() {}

  static void whole(OptimizerWrapper wrapper, Findings findings) {
    Optimizer whole = wrapper.around(new Inside());
    for (Check<?> check : Checks.of(whole)) {
      Optional<Finding> fault =
          OF_COMPONENTS.contains(check.id())
              ? Optional.empty()
              : check.run(whole).stream().filter(Finding::isFault).findFirst();
      if (fault.isPresent()) {
        findings.fault("around momentum, %s: %s", check.id(), fault.get().message());
        return;
      }
    }
  }

  static void inside(OptimizerWrapper wrapper, Findings findings) {
    Inside inside = new Inside();
    Optimizer whole = wrapper.around(inside);
    if (whole instanceof GradientOptimizer) {
      GradientTrials.steps((GradientOptimizer) whole, STEPS, true);
    } else {
      steps((OracleOptimizer) whole, STEPS, true, findings);
    }
    int lanes = whole instanceof GradientOptimizer ? GradientTrials.FEW : 1;
    List<String> expected =
        IntStream.rangeClosed(1, STEPS)
            .boxed()
            .flatMap(step -> List.of("step " + step + " of " + lanes, FLIP).stream())
            .toList();
    for (int i = 0; i < expected.size() && !findings.hasFault(); i++) {
      String told = i < inside.told().size() ? inside.told().get(i) : "nothing";
      if (!told.equals(expected.get(i))) {
        findings.fault(
            "the optimizer inside saw \"%s\" where \"%s\" was its turn; call update(...) of the"
                + " inner state once a step with the number of the step, and leave its flips to"
                + " Sluice",
            told, expected.get(i));
      }
    }
    if (!findings.hasFault() && inside.told().size() > expected.size()) {
      findings.fault(
          "in %d steps with a flip each the optimizer inside was called %d times, not %d",
          STEPS, inside.told().size(), expected.size());
    }
  }

  static void neutral(OptimizerWrapper wrapper, Findings findings) {
    Map<String, Double> values = ComponentChecks.settings(wrapper);
    for (Map.Entry<String, Double> each : wrapper.neutral().entrySet()) {
      String complaint =
          wrapper.hyperparameters().stream()
              .filter(declared -> declared.name().equals(each.getKey()))
              .findFirst()
              .map((Hyperparameter declared) -> declared.complaint(each.getValue()))
              .orElse("it declares no such hyper-parameter");
      if (!complaint.isEmpty()) {
        findings.fault("neutral() names %s: %s", each.getKey(), complaint);
        return;
      }
      values.put(each.getKey(), each.getValue());
    }
    if (wrapper.neutral().isEmpty()) {
      return;
    }
    GradientOptimizer alone = new Inside();
    Optimizer whole = wrapper.with(values).around(new Inside());
    double[][] expected;
    double[][] found;
    if (whole instanceof GradientOptimizer) {
      expected = GradientTrials.steps(alone, STEPS, false);
      found = GradientTrials.steps((GradientOptimizer) whole, STEPS, false);
    } else {
      expected = OracleTrial.descend(alone, STEPS);
      found = steps((OracleOptimizer) whole, STEPS, false, findings);
    }
    for (int step = 1; step <= found.length && !findings.hasFault(); step++) {
      for (int p = 0; p < found[step - 1].length; p++) {
        if (!ComponentChecks.sameBits(expected[step - 1][p], found[step - 1][p])) {
          findings.fault(
              "with %s it is at %s after step %d, but the optimizer inside is at %s alone",
              wrapper.neutral(), found[step - 1][p], step, expected[step - 1][p]);
          return;
        }
      }
    }
  }

  /** The weights after each step, with a flip of the second parameter behind each if wanted. */
  private static double[][] steps(
      OracleOptimizer optimizer, int count, boolean flips, Findings findings) {
    OracleTrial trial = new OracleTrial(optimizer, 1, true, findings);
    double[][] steps = new double[count][];
    int step = 0;
    while (step < count && !trial.isOver()) {
      trial.advance();
      int moves = trial.moves().size();
      if (moves > 0 && trial.moves().get(moves - 1).request() == OracleRequest.ACCEPT) {
        steps[step++] = trial.moves().get(moves - 1).point();
        if (flips) {
          trial.state().flip(1);
        }
      }
    }
    if (step < count && !findings.hasFault()) {
      findings.fault("it stopped after %d steps, with a slope of the bowl left", step);
    }
    return steps;
  }
}
