package io.sluice.cli;

import io.sluice.engine.Laboratory;
import java.io.IOException;
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

  @Option(
      names = "--port",
      paramLabel = "PORT",
      defaultValue = "7070",
      description = "The port; 0 takes any free one; preset: ${DEFAULT-VALUE}.")
  private int port;

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
    Thread serving = Thread.currentThread();
    Laboratory laboratory = bench.laboratory();
    try (StopSignal.Listening listening = bench.stopSignal().listen(new Stopping(serving))) {
      server.serve(laboratory, store.url(), port, bench.terminal().out());
      return listening.exitCode();
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
}
