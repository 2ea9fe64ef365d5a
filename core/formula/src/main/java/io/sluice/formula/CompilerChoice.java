package io.sluice.formula;

import java.util.Optional;
import java.util.ServiceLoader;

/** Reads the system property {@code sluice.formulas}, once, and finds the compiler it asks for. */
final class CompilerChoice {

  private static final String PROPERTY = "sluice.formulas";

  private static final Optional<ProgramCompiler> COMPILER;
  private static final String COMPLAINT;

  static {
    Optional<ProgramCompiler> compiler = Optional.empty();
    String complaint = "";
    try {
      compiler = chosen(System.getProperty(PROPERTY, "auto"), found());
    } catch (IllegalStateException refused) {
      complaint = refused.getMessage();
    }
    COMPILER = compiler;
    COMPLAINT = complaint;
  }

  private CompilerChoice() {}

  static Optional<ProgramCompiler> running() {
    if (!COMPLAINT.isEmpty()) {
      throw new IllegalStateException(COMPLAINT);
    }
    return COMPILER;
  }

  /**
   * The compiler to be used, or nothing if programs are interpreted.
   *
   * @param found the one that there is
   */
  static Optional<ProgramCompiler> chosen(String wanted, Optional<ProgramCompiler> found) {
    switch (wanted) {
      case "auto":
        return found;
      case "interpreted":
        return Optional.empty();
      case "compiled":
        if (found.isEmpty()) {
          throw new IllegalStateException(
              PROPERTY
                  + "=compiled cannot be had: sluice-formula-code is not on the class path; or"
                  + " choose auto");
        }
        return found;
      default:
        throw new IllegalStateException(
            PROPERTY + " must be auto, compiled or interpreted, but is \"" + wanted + "\"");
    }
  }

  private static Optional<ProgramCompiler> found() {
    return ServiceLoader.load(ProgramCompiler.class, CompilerChoice.class.getClassLoader())
        .findFirst();
  }
}
