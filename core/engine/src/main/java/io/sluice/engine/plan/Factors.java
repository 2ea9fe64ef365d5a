package io.sluice.engine.plan;

import io.sluice.engine.problem.Problem;
import io.sluice.engine.study.Batches;
import io.sluice.engine.study.Budget;
import io.sluice.engine.study.InitialWeights;
import io.sluice.engine.study.Pace;
import io.sluice.engine.study.StudySpec;
import io.sluice.engine.text.NumberText;
import io.sluice.spi.GradientOptimizer;
import io.sluice.spi.Optimizer;
import io.sluice.spi.OracleOptimizer;
import io.sluice.spi.OracleRequest;
import io.sluice.spi.PopulationOptimizer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The factors of a study that name components, with their lists expanded. */
record Factors(
    List<Resolved<Problem>> problems,
    List<Resolved<ChosenActivation>> activations,
    OptimizerChoice choice) {

  /** Every optimizer that some cell may have. */
  List<Resolved<Optimizer>> optimizers() {
    return choice.all();
  }

  /** Adds what is wrong with the factors taken together. */
  void check(StudySpec spec, PlanLimits limits, List<Complaint> complaints) {
    boolean fits = problems.stream().anyMatch(p -> p.value() instanceof Problem.Fit);
    if (fits && spec.networks().isEmpty()) {
      complaints.add(new Complaint("networks", "a problem with data needs a network"));
    }
    if (fits && spec.activations().isEmpty()) {
      complaints.add(new Complaint("activations", "a problem with data needs an activation"));
    }
    for (Resolved<Problem> problem : problems) {
      if (problem.value() instanceof Problem.Minimum
          && !((Problem.Minimum) problem.value()).function().hasGradient()) {
        for (Resolved<Optimizer> optimizer : optimizers()) {
          if (needsSlopes(optimizer.value())) {
            complaints.add(
                new Complaint(
                    optimizer.path(),
                    optimizer.value().id()
                        + " needs slopes, but those of "
                        + problem.label()
                        + " are zero almost everywhere"));
          }
        }
      }
    }
    for (Resolved<Optimizer> optimizer : optimizers()) {
      checkBudget(spec, optimizer, complaints);
    }
    refuseMore("cells", cells(spec), limits.cells(), limits.remedy(), complaints);
    refuseMore("trials", cells(spec) * spec.repeats(), limits.trials(), "", complaints);
    refuseTwins("problem", problems, complaints);
    refuseTwins("activation", activations, complaints);
    refuseTwins("optimizer", optimizers(), complaints);
  }

  private static boolean needsSlopes(Optimizer optimizer) {
    return optimizer instanceof GradientOptimizer
        || (optimizer instanceof OracleOptimizer
            && !((OracleOptimizer) optimizer).questions().equals(Set.of(OracleRequest.LOSS)));
  }

  private static void checkBudget(
      StudySpec spec, Resolved<Optimizer> optimizer, List<Complaint> complaints) {
    Budget budget = spec.budget();
    if (optimizer.value() instanceof PopulationOptimizer) {
      checkGeneration(budget, optimizer, 1, new Findings(complaints));
    } else if (spec.training().batches().contains(Batches.FULL)) {
      checkUpdate(budget, Pace.FULL, optimizer.label(), new Findings(complaints));
    }
  }

  /**
   * Complains if there is no budget for a generation in a space of so many parameters.
   *
   * @return whether there is
   */
  static boolean checkGeneration(
      Budget budget, Resolved<Optimizer> optimizer, int parameters, Findings findings) {
    int size = ((PopulationOptimizer) optimizer.value()).populationSize(parameters);
    if (budget.allowsGeneration(0, 0, size)) {
      return true;
    }
    findings.complain(
        "budget",
        "one generation of "
            + optimizer.label()
            + " costs "
            + size
            + ", more than the budget of "
            + NumberText.of(budget.amount()));
    return false;
  }

  /** Complains if there is no budget for an update at this pace. */
  static void checkUpdate(Budget budget, Pace pace, String optimizer, Findings findings) {
    if (budget.updates(pace) < 1) {
      double cost = budget.unit() == Budget.Unit.EVALUATIONS ? 1 : budget.gradientCost();
      findings.complain(
          "budget",
          "one update of "
              + optimizer
              + (pace.isFull()
                  ? (pace.drawn() ? ", with random numbers," : "") + " and a look at its loss cost "
                  : " with " + pace.batch() + " of " + pace.rows() + " rows and the looks cost ")
              + NumberText.of(pace.cost(1, cost))
              + ", more than the budget of "
              + NumberText.of(budget.amount()));
    }
  }

  private static <T> void refuseTwins(
      String what, List<Resolved<T>> variants, List<Complaint> complaints) {
    Set<String> seen = new LinkedHashSet<>();
    for (Resolved<T> variant : variants) {
      if (!seen.add(variant.label())) {
        complaints.add(
            new Complaint(
                variant.path(), "the " + what + " " + variant.label() + " is named twice"));
      }
    }
  }

  /** Whether the cells, which {@link #check} has refused, could not even be built. */
  boolean isTooLarge(StudySpec spec, PlanLimits limits) {
    return cells(spec) > limits.cells();
  }

  /** The most cells there can be. */
  private double cells(StudySpec spec) {
    double starts = 0;
    for (InitialWeights initial : spec.initialWeights()) {
      starts += initial.variants();
    }
    return (double) problems.size()
        * Math.max(1, spec.networks().size())
        * Math.max(1, activations.size())
        * optimizers().size()
        * spec.weightPolicies().size()
        * spec.bounds().size()
        * starts
        * Math.max(1, spec.validation().folds())
        * spec.training().combinations();
  }

  private static void refuseMore(
      String what, double count, long most, String remedy, List<Complaint> complaints) {
    String complaint = PlanLimits.complaint(count, what, most);
    if (!complaint.isEmpty()) {
      complaints.add(new Complaint("study", "up to " + complaint + remedy));
    }
  }

  /** Whether all problems are functions. */
  boolean haveNoNetwork() {
    return problems.stream().noneMatch(each -> each.value() instanceof Problem.Fit);
  }
}
