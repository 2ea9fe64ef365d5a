package io.sluice.cli;

import io.sluice.engine.catalog.ComponentSource;
import io.sluice.engine.catalog.PluginInstaller;
import io.sluice.engine.text.MemoryText;
import io.sluice.engine.text.Thrown;
import io.sluice.studies.export.ExportFormat;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Help;

/** The command line as a whole. Every call of {@link #run} stands alone. */
public final class CommandLineAdapter {

  private final Terminal terminal;
  private final ComponentSource source;
  private final PluginInstaller installer;
  private final CliSettings settings;
  private final StopSignal stopSignal;
  private final Server server;
  private final Machines machines;

  @Inject
  CommandLineAdapter(
      Terminal terminal,
      ComponentSource source,
      PluginInstaller installer,
      CliSettings settings,
      StopSignal stopSignal,
      Server server,
      Machines machines) {
    this.terminal = terminal;
    this.source = source;
    this.installer = installer;
    this.settings = settings;
    this.stopSignal = stopSignal;
    this.server = server;
    this.machines = machines;
  }

  /**
   * Does what the arguments say.
   *
   * @return the exit code: 0 done, 1 the work failed, 2 wrong usage, 130 stopped by the user
   */
  public int run(String... arguments) {
    boolean colour = terminal.colour() && GlobalOptions.wantsColour(arguments);
    Terminal screen = colour ? terminal : terminal.plain();
    CommandLine commandLine = commandLine(screen, arguments);
    int exitCode = execute(commandLine, screen, arguments);
    boolean unwritten = screen.output().hasFailed();
    if (unwritten && exitCode == CommandFailure.DONE) {
      screen.err().println("sluice: standard output could not be written");
      exitCode = CommandFailure.WORK_FAILED;
    }
    screen.err().flush();
    return exitCode;
  }

  /** What a component throws may be more than an exception; no command prints a stack of it. */
  private static int execute(CommandLine commandLine, Terminal screen, String... arguments) {
    try {
      return commandLine.execute(arguments);
    } catch (OutOfMemoryError full) {
      screen.err().println("sluice: " + MemoryText.of(full, ""));
      return CommandFailure.WORK_FAILED;
    } catch (Throwable thrown) {
      screen.err().println("sluice: " + Thrown.line(thrown));
      return CommandFailure.WORK_FAILED;
    }
  }

  /**
   * The command that the first argument names, or all if it names none, writing to this terminal: a
   * command takes some milliseconds to be read from its annotations.
   */
  CommandLine commandLine(Terminal screen, String... arguments) {
    GlobalOptions options = new GlobalOptions();
    Workbench bench =
        new Workbench(options, screen, source, settings.version(), stopSignal, machines);
    CommandLine root = new CommandLine(options);
    root.getCommandSpec().version("sluice " + settings.version());
    Map<String, Supplier<?>> commands = commands(bench, screen);
    Supplier<?> named = arguments.length == 0 ? null : commands.get(arguments[0]);
    for (Supplier<?> command : named == null ? commands.values() : List.of(named)) {
      root.addSubcommand(command.get());
    }
    Failures failures = new Failures(options);
    return root.setOut(screen.output().codes())
        .setErr(screen.err())
        .setExpandAtFiles(false)
        .setColorScheme(Help.defaultColorScheme(screen.colour() ? Help.Ansi.ON : Help.Ansi.OFF))
        .setAllowSubcommandsAsOptionParameters(true)
        .setUsageHelpAutoWidth(screen.output().watched())
        .registerConverter(Format.class, new Words<>(Format.class))
        .registerConverter(ExportFormat.class, new Words<>(ExportFormat.class))
        .registerConverter(ExportCommand.What.class, new Words<>(ExportCommand.What.class))
        .registerConverter(DocumentChoice.As.class, DocumentChoice.As::read)
        .registerConverter(ShowCommand.As.class, new Words<>(ShowCommand.As.class))
        .registerConverter(ListCommand.Kind.class, new Words<>(ListCommand.Kind.class))
        .setParameterExceptionHandler(failures)
        .setExecutionExceptionHandler(failures);
  }

  private Map<String, Supplier<?>> commands(Workbench bench, Terminal screen) {
    Map<String, Supplier<?>> commands = new LinkedHashMap<>();
    commands.put("run", () -> new RunCommand(bench));
    commands.put("status", () -> new StatusCommand(bench));
    commands.put("studies", () -> new StudiesCommand(bench));
    commands.put("copy", () -> new CopyCommand(bench));
    commands.put("forget", () -> new ForgetCommand(bench));
    commands.put("plan", () -> new PlanCommand(bench));
    commands.put("list", () -> new ListCommand(bench));
    commands.put("show", () -> new ShowCommand(bench));
    commands.put("eval", () -> new EvalCommand(bench));
    commands.put("trace", () -> new TraceCommand(bench));
    commands.put("report", () -> new ReportCommand(bench));
    commands.put("judge", () -> new JudgeCommand(bench));
    commands.put("export", () -> new ExportCommand(bench));
    commands.put("stats", () -> new StatsCommand(bench));
    commands.put("compare", () -> new CompareCommand(bench));
    commands.put("claims", () -> claims(bench));
    commands.put("reproduce", () -> new ReproduceCommand(bench));
    commands.put("plugins", () -> plugins(bench));
    commands.put("serve", () -> new ServeCommand(bench, server));
    commands.put("completion", () -> new CompletionCommand(() -> commandLine(screen), screen));
    return commands;
  }

  private CommandLine claims(Workbench bench) {
    return new CommandLine(new ClaimsCommand(bench))
        .addSubcommand(new ClaimsRunCommand(bench))
        .addSubcommand(new ClaimsShowCommand(bench));
  }

  private CommandLine plugins(Workbench bench) {
    return new CommandLine(new PluginsCommand(bench))
        .addSubcommand(new PluginsListCommand(bench))
        .addSubcommand(new PluginsNewCommand(bench, installer))
        .addSubcommand(new PluginsCheckCommand(bench, installer))
        .addSubcommand(new PluginsInstallCommand(bench, installer))
        .addSubcommand(new PluginsRemoveCommand(bench, installer));
  }
}
