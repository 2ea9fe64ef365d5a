package io.sluice.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** {@code sluice} itself: the options that every command has. */
@Command(
    name = "sluice",
    description = {
      "A laboratory for one question: how do activation functions and optimizers act together"
          + " while a neural network is trained?"
    },
    synopsisSubcommandLabel = "COMMAND",
    footerHeading = "%nExamples:%n",
    footer = {
      "  sluice run article            run a study that comes with Sluice",
      "  sluice plan my-study.yaml     see what a study would do and cost",
      "  sluice show tanh              what a component is",
      "  sluice run --help             everything about one command",
      "",
      "Exit codes: 0 done, 1 the work failed, 2 wrong usage, 130 stopped with Ctrl-C."
    })
final class GlobalOptions {

  @Option(
      names = "--plugins",
      paramLabel = "DIR",
      scope = ScopeType.INHERIT,
      description = "Load plugins from this folder, or this one file, too; may be repeated.")
  private List<Path> pluginFolders = new ArrayList<>();

  @Option(
      names = "--strict",
      scope = ScopeType.INHERIT,
      description = "Fail if a plugin is rejected.")
  private boolean strict;

  @Option(
      names = "--no-color",
      scope = ScopeType.INHERIT,
      description = "No colours; NO_COLOR in the environment does the same.")
  private boolean noColour;

  @Option(
      names = "--stacktrace",
      scope = ScopeType.INHERIT,
      description = "Show where in the program an error came from.")
  private boolean stackTrace;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      scope = ScopeType.INHERIT,
      description = "Show this help.")
  private boolean help;

  @Option(
      names = {"-V", "--version"},
      versionHelp = true,
      description = "Show the version.")
  private boolean version;

  List<Path> pluginFolders() {
    return pluginFolders;
  }

  boolean strict() {
    return strict;
  }

  boolean stackTrace() {
    return stackTrace;
  }

  /** Whether colours are wanted; picocli itself has to know before it has read the arguments. */
  static boolean wantsColour(String... arguments) {
    return !List.of(arguments).contains("--no-color");
  }
}
