package io.sluice.cli;

import io.sluice.engine.catalog.ComponentSource;
import io.sluice.engine.catalog.PluginInstaller;
import io.sluice.engine.export.ExportFormat;
import jakarta.inject.Inject;
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

  @Inject
  CommandLineAdapter(
      Terminal terminal,
      ComponentSource source,
      PluginInstaller installer,
      CliSettings settings,
      StopSignal stopSignal,
      Server server) {
    this.terminal = terminal;
    this.source = source;
    this.installer = installer;
    this.settings = settings;
    this.stopSignal = stopSignal;
    this.server = server;
  }

  /**
   * Does what the arguments say.
   *
   * @return the exit code: 0 done, 1 the work failed, 2 wrong usage, 130 stopped by the user
   */
  public int run(String... arguments) {
    boolean colour = terminal.colour() && GlobalOptions.wantsColour(arguments);
    Terminal screen = colour ? terminal : terminal.plain();
    CommandLine commandLine = commandLine(screen);
    int exitCode = commandLine.execute(arguments);
    boolean unwritten = screen.out().checkError();
    if (unwritten && exitCode == CommandFailure.DONE) {
      screen.err().println("sluice: standard output could not be written");
      exitCode = CommandFailure.WORK_FAILED;
    }
    screen.err().flush();
    return exitCode;
  }

  /** All commands, writing to this terminal. */
  CommandLine commandLine(Terminal screen) {
    GlobalOptions options = new GlobalOptions();
    Workbench bench = new Workbench(options, screen, source, settings.version(), stopSignal);
    CommandLine root = new CommandLine(options);
    root.getCommandSpec().version("sluice " + settings.version());
    root.addSubcommand(new RunCommand(bench))
        .addSubcommand(new PlanCommand(bench))
        .addSubcommand(new ListCommand(bench))
        .addSubcommand(new ShowCommand(bench))
        .addSubcommand(new EvalCommand(bench))
        .addSubcommand(new DocsCommand(bench))
        .addSubcommand(new ExportCommand(bench))
        .addSubcommand(new ReproduceCommand(bench))
        .addSubcommand(plugins(bench))
        .addSubcommand(new ServeCommand(bench, server))
        .addSubcommand(new CompletionCommand(root, screen));
    Failures failures = new Failures(options);
    return root.setOut(screen.out())
        .setErr(screen.err())
        .setColorScheme(Help.defaultColorScheme(screen.colour() ? Help.Ansi.ON : Help.Ansi.OFF))
        .setAllowSubcommandsAsOptionParameters(true)
        .setUsageHelpAutoWidth(screen.interactive())
        .registerConverter(Format.class, new Words<>(Format.class))
        .registerConverter(ExportFormat.class, new Words<>(ExportFormat.class))
        .registerConverter(ExportCommand.What.class, new Words<>(ExportCommand.What.class))
        .registerConverter(ListCommand.Kind.class, new Words<>(ListCommand.Kind.class))
        .registerConverter(DocsCommand.Kind.class, new Words<>(DocsCommand.Kind.class))
        .setParameterExceptionHandler(failures)
        .setExecutionExceptionHandler(failures);
  }

  private CommandLine plugins(Workbench bench) {
    return new CommandLine(new PluginsCommand(bench))
        .addSubcommand(new PluginsListCommand(bench))
        .addSubcommand(new PluginsNewCommand(bench))
        .addSubcommand(new PluginsCheckCommand(bench, installer))
        .addSubcommand(new PluginsInstallCommand(bench, installer))
        .addSubcommand(new PluginsRemoveCommand(bench, installer));
  }
}
