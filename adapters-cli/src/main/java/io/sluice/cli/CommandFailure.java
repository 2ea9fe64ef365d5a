package io.sluice.cli;

import java.util.List;

/** A command ends here, with lines for standard error and an exit code. */
final class CommandFailure extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** The work was done. */
  static final int DONE = 0;

  /** The work failed. */
  static final int WORK_FAILED = 1;

  /** The command was used wrongly. */
  static final int WRONG_USAGE = 2;

  /** The user stopped the work; what shells expect after Ctrl-C. */
  static final int STOPPED = 130;

  private final int exitCode;
  private final transient List<String> lines;

  private CommandFailure(int exitCode, List<String> lines, Throwable cause) {
    super(String.join("\n", lines), cause);
    this.exitCode = exitCode;
    this.lines = List.copyOf(lines);
  }

  static CommandFailure wrongUsage(String line) {
    return new CommandFailure(WRONG_USAGE, List.of("sluice: " + line), null);
  }

  /** A study that cannot be understood; each line begins with the place in its file. */
  static CommandFailure wrongStudy(List<String> lines, Throwable cause) {
    return new CommandFailure(WRONG_USAGE, lines, cause);
  }

  static CommandFailure workFailed(String line) {
    return new CommandFailure(WORK_FAILED, List.of("sluice: " + line), null);
  }

  static CommandFailure workFailed(List<String> lines) {
    return new CommandFailure(
        WORK_FAILED, lines.stream().map(line -> "sluice: " + line).toList(), null);
  }

  static CommandFailure workFailed(String line, Throwable cause) {
    return new CommandFailure(WORK_FAILED, List.of("sluice: " + line), cause);
  }

  int exitCode() {
    return exitCode;
  }

  List<String> lines() {
    return lines;
  }
}
