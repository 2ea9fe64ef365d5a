package io.sluice.cli;

import io.sluice.cluster.ClusterException;
import io.sluice.engine.StoreUrlException;
import io.sluice.engine.catalog.PluginRefusedException;
import io.sluice.engine.text.NearestWord;
import io.sluice.engine.text.VisibleText;
import io.sluice.spi.ResultStoreException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Turns what went wrong into one clear line on standard error and an exit code. */
final class Failures implements IParameterExceptionHandler, IExecutionExceptionHandler {

  private final GlobalOptions options;

  Failures(GlobalOptions options) {
    this.options = options;
  }

  @Override
  public int handleParseException(ParameterException failure, String[] arguments) {
    CommandLine command = failure.getCommandLine();
    PrintWriter err = command.getErr();
    if (arguments.length == 0) {
      command.usage(err, Help.defaultColorScheme(Help.Ansi.OFF));
      return CommandFailure.WRONG_USAGE;
    }
    String name = command.getCommandSpec().qualifiedName();
    err.println(
        "sluice: " + VisibleText.line(wrongUsage(failure, name)) + "; see " + name + " --help");
    return CommandFailure.WRONG_USAGE;
  }

  private static String wrongUsage(ParameterException failure, String name) {
    if (failure instanceof UnmatchedArgumentException) {
      UnmatchedArgumentException unmatched = (UnmatchedArgumentException) failure;
      CommandLine command = failure.getCommandLine();
      String word = unmatched.getUnmatched().get(0);
      if (unmatched.isUnknownOption()) {
        int equals = word.indexOf('=');
        String option = equals < 0 ? word : word.substring(0, equals);
        List<String> known = new ArrayList<>(command.getCommandSpec().optionsMap().keySet());
        return "no option \"" + option + "\" of " + name + hint(command, option, known);
      }
      List<String> commands = new ArrayList<>(command.getSubcommands().keySet());
      return commands.isEmpty()
          ? "\"" + word + "\" is one argument too many for " + name
          : "no command \"" + word + "\"" + NearestWord.hint(word, commands);
    }
    String message =
        oneLine(failure.getMessage())
            .replace("option option", "option")
            .replaceFirst(" is not an? (int|long)$", " is no whole number, or too large a one")
            .replaceFirst(" is not a double$", " is no number");
    return Character.toLowerCase(message.charAt(0)) + message.substring(1);
  }

  /** The nearest option, or the one that takes the word as a value: --format json for --json. */
  private static String hint(CommandLine command, String option, List<String> known) {
    String word = option.replaceFirst("^-+", "");
    for (OptionSpec each : command.getCommandSpec().options()) {
      if (each.completionCandidates() != null) {
        for (String value : each.completionCandidates()) {
          if (value.equals(word)) {
            return " (did you mean \"" + each.longestName() + " " + value + "\"?)";
          }
        }
      }
    }
    return NearestWord.hint(option, known);
  }

  @Override
  public int handleExecutionException(
      Exception failure, CommandLine command, ParseResult parseResult) {
    PrintWriter err = command.getErr();
    int exitCode =
        failure instanceof StoreUrlException || failure instanceof InvalidPathException
            ? CommandFailure.WRONG_USAGE
            : CommandFailure.WORK_FAILED;
    if (failure instanceof CommandFailure) {
      exitCode = ((CommandFailure) failure).exitCode();
      ((CommandFailure) failure).lines().forEach(line -> err.println(VisibleText.line(line)));
    } else {
      err.println("sluice: " + VisibleText.line(explain(failure)));
    }
    if (options.stackTrace()) {
      failure.printStackTrace(err);
    }
    return exitCode;
  }

  /** The exception's own words where they are meant for people, else with its kind. */
  static String explain(Exception failure) {
    String message = failure.getMessage() == null ? "" : oneLine(failure.getMessage());
    if (failure instanceof ResultStoreException
        || failure instanceof StoreUrlException
        || failure instanceof ClusterException
        || failure instanceof PluginRefusedException) {
      return message;
    }
    if (failure instanceof InvalidPathException) {
      return noFileName((InvalidPathException) failure);
    }
    if (failure instanceof UncheckedIOException) {
      return explain(((UncheckedIOException) failure).getCause());
    }
    if (failure instanceof FileSystemException) {
      return aboutFile((FileSystemException) failure);
    }
    if (failure instanceof IOException) {
      return message.isEmpty() ? failure.getClass().getSimpleName() : kind(failure) + message;
    }
    return failure.getClass().getSimpleName()
        + (message.isEmpty() ? "" : ": " + message)
        + " (--stacktrace shows where)";
  }

  /** Java takes apart the names of files in the encoding of the locale. */
  static String noFileName(InvalidPathException failure) {
    return "\""
        + failure.getInput()
        + "\" is no file name: "
        + failure.getReason()
        + (failure.getReason().contains("unmappable")
            ? "; the locale's encoding is "
                + System.getProperty("sun.jnu.encoding")
                + ", and with LC_ALL=C.UTF-8 it would be one"
            : "");
  }

  /** Java names the file, and tells the rest by the exception's kind or in the system's words. */
  private static String aboutFile(FileSystemException failure) {
    String file = String.valueOf(failure.getFile());
    if (failure instanceof NoSuchFileException) {
      return "there is no file " + file;
    }
    if (failure instanceof AccessDeniedException) {
      return file + " may not be read or written by this user";
    }
    if (failure instanceof FileAlreadyExistsException) {
      return file + " is there already, and is no folder";
    }
    return file + ": " + (failure.getReason() == null ? kind(failure) : failure.getReason());
  }

  private static String kind(Exception failure) {
    return failure.getClass() == IOException.class
        ? ""
        : failure.getClass().getSimpleName().replace("Exception", "") + ": ";
  }

  /** The text with blanks for its line ends. */
  static String oneLine(String text) {
    return text.strip().replaceAll("\\s*\\R\\s*", " ");
  }
}
