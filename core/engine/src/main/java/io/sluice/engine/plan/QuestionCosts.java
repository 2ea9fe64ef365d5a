package io.sluice.engine.plan;

import io.sluice.engine.study.Budget;
import io.sluice.spi.OracleOptimizer;
import io.sluice.spi.OracleRequest;
import java.util.Comparator;

/**
 * What the questions of an {@link OracleOptimizer} cost, asked over all rows: in
 * forward-equivalents, or in losses computed where the budget counts those.
 *
 * @param gradient the cost of a gradient
 * @param residuals the cost of all residuals with their slopes
 */
public record QuestionCosts(double gradient, double residuals) {

  /** In losses computed, each pass of a gradient counting as one. */
  public static final QuestionCosts EVALUATIONS = new QuestionCosts(1, 1);

  /** In forward-equivalents: each output of a network passes back on its own. */
  public static QuestionCosts of(Budget budget, Task task) {
    double gradient = budget.gradientCost();
    if (!(task instanceof Task.Fit)) {
      return new QuestionCosts(gradient, gradient);
    }
    int outputs = ((Task.Fit) task).network().outputs();
    return new QuestionCosts(gradient, 1 + outputs * (gradient - 1));
  }

  /** The cost of one question. */
  public double of(OracleRequest question) {
    switch (question) {
      case LOSS:
        return 1;
      case GRADIENT:
        return gradient;
      case HESSIAN_PRODUCT:
        return 2 * gradient;
      case RESIDUALS:
        return residuals;
      default:
        return 0;
    }
  }

  /** The cost of the cheapest question that the optimizer may ask. */
  public double least(OracleOptimizer optimizer) {
    return optimizer.questions().stream().map(this::of).min(Comparator.naturalOrder()).orElse(1.0);
  }

  /** The most that the optimizer can be asked to pay for what counts as so many evaluations. */
  double most(OracleOptimizer optimizer) {
    return optimizer.questions().stream()
        .map(question -> of(question) / EVALUATIONS.of(question))
        .max(Comparator.naturalOrder())
        .orElse(1.0);
  }

  /** The cost of every question that the optimizer may ask, each asked once. */
  double sum(OracleOptimizer optimizer) {
    return optimizer.questions().stream().mapToDouble(this::of).sum();
  }
}
