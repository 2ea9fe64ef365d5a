package io.sluice.report.check;

import io.sluice.passport.Finding;
import io.sluice.passport.Passport;
import io.sluice.passport.optimizer.OptimizerPassport;
import io.sluice.spi.Activation;
import io.sluice.spi.Optimizer;
import io.sluice.tck.Check;
import io.sluice.tck.Findings;
import java.util.List;

/** What a component declares against what its passport finds, as one more check of each kind. */
final class PassportCheck {

  /** Nothing that the activation declares is contradicted by what is computed of it. */
  static final Check<Activation> CHECK =
      new Check<>(
          "passport",
          "Nothing that is declared is contradicted by what is computed",
          Activation.class,
          PassportCheck::look);

  /** The same of an optimizer, by the quick part of its passport. */
  static final Check<Optimizer> OF_OPTIMIZERS =
      new Check<>(
          CHECK.id(),
          "Nothing that is declared is contradicted by what is measured",
          Optimizer.class,
          (optimizer, findings) -> tell(OptimizerPassport.quick(optimizer).findings(), findings));

  private PassportCheck() {}

  private static void look(Activation activation, Findings findings) {
    tell(Passport.findings(activation), findings);
  }

  private static void tell(List<Finding> found, Findings findings) {
    found.stream()
        .filter(Finding::isContradiction)
        .forEach(contradiction -> findings.fault("%s", contradiction.message()));
  }
}
