package io.sluice.cli;

import io.sluice.engine.Laboratory;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "serve",
    description = {
      "Serves the laboratory to a browser on this machine until Ctrl-C. Studies that run or wait"
          + " then go on when the same store is served again.",
      "With --host other machines can ask as well, and need the token."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  sluice serve",
      "  sluice serve --port 8080 --store jsonl:results",
      "  sluice serve --host 0.0.0.0 --token"
    })
final class ServeCommand implements Callable<Integer> {

  private static final int LARGEST_PORT = 65_535;
  private static final int FIRST_FREE_TO_ALL = 1024;
  private static final int RANDOM_BYTES = 16;
  private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9._~-]{16,256}");

  @Option(
      names = "--port",
      paramLabel = "PORT",
      defaultValue = "7070",
      description = "The port; 0 takes any free one; preset: ${DEFAULT-VALUE}.")
  private int port;

  @Option(
      names = "--host",
      paramLabel = "HOST",
      defaultValue = "127.0.0.1",
      description =
          "The name or address of this machine to listen at; any but a loopback address needs a"
              + " token; preset: ${DEFAULT-VALUE}.")
  private String host;

  @Option(
      names = "--token",
      paramLabel = "TOKEN",
      arity = "0..1",
      fallbackValue = "",
      description =
          "What whoever asks must have, 16 letters and digits or more; alone it makes one. The"
              + " environment variable SLUICE_TOKEN gives it unseen.")
  private String token;

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
    Optional<String> secret = secret();
    refuseOpen(secret);
    Thread serving = Thread.currentThread();
    Laboratory laboratory = bench.laboratory();
    try (StopSignal.Listening listening = bench.stopSignal().listen(new Stopping(serving))) {
      server.serve(
          laboratory,
          new Server.Place(store.url(), host, port, secret, maxCost),
          bench.terminal().out());
      return listening.exitCode();
    } catch (IOException failure) {
      throw portRefused(failure).orElseThrow(() -> failure);
    }
  }

  private Optional<String> secret() {
    if ("".equals(token)) {
      byte[] random = new byte[RANDOM_BYTES];
      new SecureRandom().nextBytes(random);
      return Optional.of(HexFormat.of().formatHex(random));
    }
    Optional<String> given =
        Optional.ofNullable(token).or(() -> Optional.ofNullable(System.getenv("SLUICE_TOKEN")));
    if (given.filter(text -> !TOKEN.matcher(text).matches()).isPresent()) {
      throw CommandFailure.wrongUsage(
          "a token has from 16 to 256 letters, digits and characters of -._~; --token alone makes"
              + " one");
    }
    return given;
  }

  /** Other machines are let in by a token only. */
  private void refuseOpen(Optional<String> secret) {
    try {
      if (secret.isEmpty() && !InetAddress.getByName(host).isLoopbackAddress()) {
        throw CommandFailure.wrongUsage(
            "--host " + host + " lets other machines in, so it needs --token");
      }
    } catch (UnknownHostException unknown) {
      throw CommandFailure.wrongUsage("--host " + host + " is no name or address that is known");
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
        if (words.contains("assign")) {
          return Optional.of(
              CommandFailure.workFailed(
                  "--host " + host + " is no address of this machine", failure));
        }
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
