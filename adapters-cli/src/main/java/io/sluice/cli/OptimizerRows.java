package io.sluice.cli;

import io.sluice.passport.PassportDocument;
import io.sluice.passport.optimizer.Entry;
import io.sluice.passport.optimizer.OptimizerPassport;

/** The rows of an optimizer's passport. */
final class OptimizerRows {

  private static final int WIDTH = 100;

  private OptimizerRows() {}

  /** The passport, to be printed. */
  static PassportSheet sheet(OptimizerPassport passport) {
    Listing listing = PassportSheet.empty();
    PassportSheet.describe(passport.description(), listing);
    for (Entry entry : passport.entries()) {
      listing.row(
          entry.topic() + ": " + entry.property(),
          Listing.cut(entry.text(), WIDTH),
          entry.evidence().toString());
    }
    return new PassportSheet(
        passport.id(),
        passport.hyperparameters(),
        passport.description(),
        passport.findings(),
        listing,
        PassportDocument.of(passport));
  }
}
