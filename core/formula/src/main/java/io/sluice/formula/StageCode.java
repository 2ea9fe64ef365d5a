package io.sluice.formula;

import java.util.Optional;

/** The code of a stage, made when enough was computed; all blocks share it. */
final class StageCode {

  /** So many numbers are interpreted before code is made. */
  private static final int WORTH_COMPILING = 4096;

  private final Steps steps;
  private final boolean chooses;
  private int interpreted;
  private volatile Optional<ProgramCode> code;

  StageCode(Steps steps) {
    this.steps = steps;
    this.chooses = steps.steps().stream().anyMatch(step -> step.operation() == Operation.SELECT);
  }

  /** Whether numbers that are not chosen may be taken for the result where they are NaN. */
  boolean chooses() {
    return chooses;
  }

  /** The code, or null as long as there is none. */
  ProgramCode ready(int more) {
    Optional<ProgramCode> known = code;
    if (known == null) {
      interpreted += more;
      if (interpreted < WORTH_COMPILING && interpreted >= 0) {
        return null;
      }
      known = made();
    }
    return known.orElse(null);
  }

  private synchronized Optional<ProgramCode> made() {
    if (code == null) {
      code = CompilerChoice.running().flatMap(compiler -> compiler.compile(steps));
    }
    return code;
  }

  /** From now on no code is made of it. */
  void interpretAlways() {
    code = Optional.empty();
  }
}
