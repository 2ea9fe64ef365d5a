package io.sluice.cli;

import io.sluice.engine.Laboratory;
import java.io.IOException;
import java.net.BindException;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "serve",
    description = "Serves the laboratory to a browser on this machine until Ctrl-C.",
    footerHeading = "%nExamples:%n",
    footer = {"  sluice serve", "  sluice serve --port 8080 --store jsonl:results"})
final class ServeCommand implements Callable<Integer> {

  private static final int LARGEST_PORT = 65_535;
  private static final int FIRST_FREE_TO_ALL = 1024;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      defaultValue = "7070",
      description = "The port; 0 takes any free one; preset: ${DEFAULT-VALUE}.")
  private int port;

  @Option(
      names = "--max-cost",
      paramLabel = "N",
      defaultValue = "1e14",
      description =
          "Studies that may cost more multiplications are refused, 1e9 being about a second of a"
              + " core; preset: ${DEFAULT-VALUE}.")
  private double maxCost;

  @Mixin private StoreChoice store = new StoreChoice();

  private final Workbench bench;
  private final Server server;

  ServeCommand(Workbench bench, Server server) {
    this.bench = bench;
    this.server = server;
  }

  @Override
  public Integer call() throws IOException {
    if (port < 0 || port > LARGEST_PORT) {
      throw CommandFailure.wrongUsage("--port must be from 0 to " + LARGEST_PORT + ", not " + port);
    }
    if (!(maxCost > 0)) {
      throw CommandFailure.wrongUsage("--max-cost must be above 0, not " + maxCost);
    }
    Thread serving = Thread.currentThread();
    Laboratory laboratory = bench.laboratory();
    try (StopSignal.Listening listening = bench.stopSignal().listen(new Stopping(serving))) {
      server.serve(laboratory, store.url(), port, maxCost, bench.terminal().out());
      return listening.exitCode();
    } catch (IOException failure) {
      throw portRefused(failure).orElseThrow(() -> failure);
    }
  }

  /** What Ctrl-C does: the server stops its studies, then itself. */
  private final class Stopping implements StopSignal.Work {
    private final Thread serving;

    Stopping(Thread serving) {
      this.serving = serving;
    }

    @Override
    public boolean stop() {
      bench.say("stopping when what is being computed comes back; again ends it at once");
      serving.interrupt();
      return true;
    }

    @Override
    public void abandon() {
      bench.say("stopped at once; what the store has is kept");
    }
  }

  /** What to do about a port that cannot be had, if that is what failed. */
  private Optional<CommandFailure> portRefused(IOException failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof BindException) {
        String words = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
        String why =
            words.contains("permission")
                ? "may not be used by this user, as most below " + FIRST_FREE_TO_ALL
                : "is in use by another program";
        return Optional.of(
            CommandFailure.workFailed(
                "port " + port + " " + why + "; name another one, or any free one by --port 0",
                failure));
      }
    }
    return Optional.empty();
  }
}
