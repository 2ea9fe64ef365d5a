package io.sluice.dist;

import com.google.inject.Guice;
import com.google.inject.Stage;
import io.sluice.cli.CliModule;
import io.sluice.cli.CommandLineAdapter;
import io.sluice.web.WebModule;

/** Starts Sluice. */
public final class Main {

  private Main() {}

  /** Does what the arguments say and exits with 0 done, 1 the work failed, 2 wrong usage. */
  public static void main(String[] arguments) {
    ProcessExit.guard();
    ProcessExit.exit(run(arguments));
  }

  private static int run(String[] arguments) {
    CommandLineAdapter commandLine =
        Guice.createInjector(
                Stage.DEVELOPMENT,
                new DistributionModule(),
                new PluginModule(),
                new CliModule(),
                new WebModule(),
                new ServerModule(),
                new ClusterModule())
            .getInstance(CommandLineAdapter.class);
    return commandLine.run(arguments);
  }
}
