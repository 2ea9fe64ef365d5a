package io.sluice.passport.optimizer;

/** An optimizer did what its port does not allow. */
final class Breach extends RuntimeException {

  private static final long serialVersionUID = 1L;

  Breach(String message) {
    super(message, null, false, false);
  }
}
