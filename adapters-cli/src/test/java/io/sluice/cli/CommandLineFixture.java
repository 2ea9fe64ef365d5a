package io.sluice.cli;

import com.google.inject.Guice;
import com.google.inject.Module;
import com.google.inject.util.Modules;
import io.sluice.engine.catalog.ComponentSource;
import io.sluice.engine.catalog.PluginInstaller;
import io.sluice.engine.catalog.PluginReport;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import picocli.CommandLine;

/** The command line with small components and memory for a store. */
final class CommandLineFixture {

  static final String VERSION = "9.8.7";

  final MemoryStores stores = new MemoryStores();
  final List<List<Path>> loads = new ArrayList<>();
  PluginReport.Rejected[] rejected = {};
  PluginInstaller installer = new FakeInstaller();
  StopSignal stopSignal = work -> listening(0, () -> {});
  Server server = (laboratory, place, out) -> {};
  Machines machines =
      (address, plugins) -> {
        throw new AssertionError("nobody named a cluster, but " + address + " was asked for");
      };
  String sha256 = "ab".repeat(32);
  String input = "";
  boolean interactive;
  boolean unicode = true;

  /** What a command that listens for signals gets. */
  static StopSignal.Listening listening(int exitCode, Runnable closed) {
    return new StopSignal.Listening() {
      @Override
      public int exitCode() {
        return exitCode;
      }

      @Override
      public void close() {
        closed.run();
      }
    };
  }

  /**
   * What a command did.
   *
   * @param exitCode its exit code
   * @param out what it wrote to standard output
   * @param err what it wrote to standard error
   */
  record Done(int exitCode, String out, String err) {
    List<String> outLines() {
      return out.lines().toList();
    }

    List<String> errLines() {
      return err.lines().toList();
    }
  }

  /** Runs a command. */
  Done run(String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int exitCode = adapter(terminal(out, err)).run(arguments);
    return new Done(exitCode, text(out), text(err));
  }

  /** Reads a command without running it. */
  CommandLine.ParseResult parse(String... arguments) {
    Terminal terminal = terminal(new ByteArrayOutputStream(), new ByteArrayOutputStream());
    return adapter(terminal).commandLine(terminal).parseArgs(arguments);
  }

  /** The names of the commands that are made ready for these arguments. */
  static Set<String> commands(String... arguments) {
    CommandLineFixture fixture = new CommandLineFixture();
    Terminal terminal = fixture.terminal(new ByteArrayOutputStream(), new ByteArrayOutputStream());
    return fixture.adapter(terminal).commandLine(terminal, arguments).getSubcommands().keySet();
  }

  private static String text(ByteArrayOutputStream bytes) {
    return bytes.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
  }

  private Terminal terminal(ByteArrayOutputStream out, ByteArrayOutputStream err) {
    return new Terminal(
        new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
        out,
        Terminal.TextStream.to(out, StandardCharsets.UTF_8, interactive, false),
        Terminal.TextStream.to(err, StandardCharsets.UTF_8, interactive, true),
        interactive,
        interactive,
        interactive,
        unicode);
  }

  private CommandLineAdapter adapter(Terminal terminal) {
    ComponentSource source =
        folders -> {
          loads.add(folders);
          return TestComponents.with(stores, sha256, rejected);
        };
    Module outside =
        binder -> {
          binder.bind(ComponentSource.class).toInstance(source);
          binder.bind(PluginInstaller.class).toInstance(installer);
          binder.bind(CliSettings.class).toInstance(new CliSettings(VERSION));
          binder.bind(Server.class).toInstance(server);
          binder.bind(Machines.class).toInstance(machines);
        };
    Module streams =
        binder -> {
          binder.bind(Terminal.class).toInstance(terminal);
          binder.bind(StopSignal.class).toInstance(stopSignal);
        };
    return Guice.createInjector(Modules.override(new CliModule(), outside).with(streams))
        .getInstance(CommandLineAdapter.class);
  }
}
