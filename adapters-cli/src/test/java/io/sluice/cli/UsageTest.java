package io.sluice.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.engine.catalog.PluginReport;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class UsageTest {

  private final CommandLineFixture sluice = new CommandLineFixture();

  static Set<String> commands() {
    return CommandLineFixture.commands();
  }

  @Test
  void versionIsPrintedWithoutLoadingPlugins() {
    assertThat(sluice.run("--version"))
        .isEqualTo(new CommandLineFixture.Done(0, "sluice 9.8.7\n", ""));
    assertThat(sluice.loads).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("commands")
  void onlyTheCommandThatIsNamedIsMadeReady(String command) {
    assertThat(CommandLineFixture.commands(command)).containsExactly(command);
    assertThat(CommandLineFixture.commands("--strict", command)).hasSize(commands().size());
  }

  @ParameterizedTest
  @MethodSource("commands")
  void everyCommandHasHelpWithExamples(String command) {
    CommandLineFixture.Done done = sluice.run(command, "--help");
    assertThat(done.exitCode()).isZero();
    assertThat(done.out()).contains("Usage: sluice " + command).contains("Examples:\n");
    assertThat(done.out().lines())
        .anyMatch(
            line -> line.contains("  sluice " + command) || line.contains("(sluice " + command));
    assertThat(sluice.loads).isEmpty();
  }

  @Test
  void helpListsTheCommands() {
    assertThat(sluice.run("--help").out())
        .contains("Commands:", "reproduce", "--plugins=DIR", "Examples:");
  }

  @Test
  void nothingAtAllShowsTheHelpAndFails() {
    CommandLineFixture.Done done = sluice.run();
    assertThat(done.exitCode()).isEqualTo(2);
    assertThat(done.out()).isEmpty();
    assertThat(done.err()).startsWith("Usage: sluice");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "rnu             | no command \"rnu\" (did you mean \"run\"?); see sluice --help",
        "run x --stroe y | no option \"--stroe\" of sluice run (did you mean \"--store\"?);"
            + " see sluice run --help",
        "run x y         | \"y\" is one argument too many for sluice run; see sluice run --help",
        "run             | missing required parameter: 'STUDY'; see sluice run --help",
        "list birds      | invalid value for positional parameter at index 0 (KIND): \"birds\" is none"
            + " of activations, optimizers, problems, stores, studies; see sluice list --help",
        "plugins --format jsn | invalid value for option '--format': \"jsn\" is none of table, csv,"
            + " json (did you mean \"json\"?); see sluice plugins --help",
        "run x --threads many | invalid value for option '--threads': 'many' is no whole number, or too"
            + " large a one; see sluice run --help",
      })
  void wrongUsageIsOneClearLine(String arguments, String line) {
    assertThat(sluice.run(arguments.split(" ")))
        .isEqualTo(new CommandLineFixture.Done(2, "", "sluice: " + line + "\n"));
    assertThat(sluice.loads).isEmpty();
  }

  @Test
  void aBadNumberOfThreadsIsRefused() {
    assertThat(sluice.run("run", "quickstart", "--threads", "0").err())
        .isEqualTo("sluice: --threads must be from 1 to 1024, not 0\n");
  }

  @Test
  void pluginFoldersCanBeNamedBeforeAndAfterTheCommand(@TempDir Path a) {
    sluice.run("--plugins", a.toString(), "plugins");
    sluice.run("list", "activations", "--plugins", a.toString(), "--plugins", a.toString());
    assertThat(sluice.loads).containsExactly(List.of(a), List.of(a, a));
  }

  @Test
  void aPluginFolderMayBeNamedLikeACommand() {
    assertThat(sluice.run("--plugins", "plugins", "list", "activations").err())
        .isEqualTo(
            "sluice: --plugins must name a folder or a plugin's file, but plugins is none\n");
  }

  @Test
  void aPluginFolderMustExist() {
    assertThat(sluice.run("plugins", "--plugins", "no-such-folder"))
        .isEqualTo(
            new CommandLineFixture.Done(
                2,
                "",
                "sluice: --plugins must name a folder or a plugin's file, but no-such-folder is none\n"));
  }

  @Test
  void aRejectedPluginIsAWarningAndWithStrictAFailure() {
    sluice.rejected =
        new PluginReport.Rejected[] {
          new PluginReport.Rejected("/far/away/odd.jar", "odd", "it is empty")
        };
    String warning = "sluice: warning: rejected odd in odd.jar: it is empty\n";
    CommandLineFixture.Done lenient = sluice.run("list", "optimizers", "--format", "csv");
    assertThat(lenient.exitCode()).isZero();
    assertThat(lenient.err()).isEqualTo(warning);
    assertThat(sluice.run("list", "optimizers", "--strict"))
        .isEqualTo(
            new CommandLineFixture.Done(
                1, "", warning + "sluice: 1 plugin was rejected, and --strict allows none\n"));
  }

  @Test
  void pluginsAreListedWithWhatWasRejected() {
    sluice.rejected =
        new PluginReport.Rejected[] {
          new PluginReport.Rejected("/far/away/odd.jar", "odd", "it is empty")
        };
    assertThat(sluice.run("plugins"))
        .isEqualTo(
            new CommandLineFixture.Done(
                0,
                "plugin  version  file           sha256        components\n"
                    + "small   1.2      small-1.2.jar  abababababab  activation tanh, optimizer sgd\n"
                    + "\n"
                    + "rejected  path               reason\n"
                    + "odd       /far/away/odd.jar  it is empty\n",
                ""));
    CommandLineFixture.Done strict = sluice.run("plugins", "--strict", "--format", "csv");
    assertThat(strict.exitCode()).isEqualTo(1);
    assertThat(strict.out())
        .isEqualTo(
            "status,plugin,version,path,sha256,components,reason\n"
                + "loaded,small,1.2,plugins/small-1.2.jar,"
                + "ab".repeat(32)
                + ",\"activation tanh, optimizer sgd\",\n"
                + "rejected,odd,,/far/away/odd.jar,,,it is empty\n");
  }

  @Test
  void anUnexpectedErrorIsOneLineAndATraceOnlyOnDemand() {
    sluice.server =
        (laboratory, place, out) -> {
          throw new IllegalStateException("the sky\nfell");
        };
    assertThat(sluice.run("serve"))
        .isEqualTo(
            new CommandLineFixture.Done(
                1, "", "sluice: IllegalStateException: the sky fell (--stacktrace shows where)\n"));
    assertThat(sluice.run("serve", "--stacktrace").err()).contains("\tat io.sluice.cli.");
  }

  @Test
  void completionNamesEveryCommandWithoutLoadingPlugins() {
    CommandLineFixture.Done done = sluice.run("completion");
    assertThat(done.exitCode()).isZero();
    assertThat(done.out()).startsWith("#!/usr/bin/env bash").contains("reproduce", "--lanes");
    assertThat(sluice.loads).isEmpty();
  }

  @Test
  void coloursAreForTerminalsOnly() {
    assertThat(sluice.run("list", "optimizers").out()).doesNotContain("\u001b");
    sluice.interactive = true;
    assertThat(sluice.run("list", "optimizers").out()).contains("\u001b[1m");
    assertThat(sluice.run("list", "optimizers", "--no-color").out()).doesNotContain("\u001b");
    assertThat(sluice.run("--help").out()).contains("\u001b");
    assertThat(sluice.run("--help", "--no-color").out()).doesNotContain("\u001b");
  }
}
