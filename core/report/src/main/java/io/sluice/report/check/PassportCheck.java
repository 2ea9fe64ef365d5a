package io.sluice.report.check;

import io.sluice.passport.Finding;
import io.sluice.passport.Passport;
import io.sluice.spi.Activation;
import io.sluice.tck.Check;
import io.sluice.tck.Findings;

/** What an activation declares against what its passport finds, as one more check. */
final class PassportCheck {

  /** Nothing that the activation declares is contradicted by what is computed of it. */
  static final Check<Activation> CHECK =
      new Check<>(
          "passport",
          "Nothing that is declared is contradicted by what is computed",
          Activation.class,
          PassportCheck::look);

  private PassportCheck() {}

  private static void look(Activation activation, Findings findings) {
    Passport.findings(activation).stream()
        .filter(Finding::isContradiction)
        .forEach(contradiction -> findings.fault("%s", contradiction.message()));
  }
}
