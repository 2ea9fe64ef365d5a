package io.sluice.formula;

import java.util.Optional;

/**
 * Makes code of programs. The one that there is stands in a room of its own, {@code
 * sluice-formula-code}, and is found by {@link java.util.ServiceLoader}; without it, or where it
 * declines, programs are interpreted, with the same bits.
 *
 * <p>The system property {@code sluice.formulas} chooses: {@code auto}, the preset, compiles if the
 * room is there; {@code compiled} and {@code interpreted} are orders.
 */
public interface ProgramCompiler {

  /** The code of these steps, or nothing if it would be too large to run fast. */
  Optional<ProgramCode> compile(Steps steps);

  /**
   * How formulas are computed in this process: {@code compiled} or {@code interpreted}.
   *
   * @throws IllegalStateException if what {@code sluice.formulas} asks for cannot be had
   */
  static String running() {
    return CompilerChoice.running().isPresent() ? "compiled" : "interpreted";
  }
}
