package io.sluice.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** A contestant in a process of its own, asked line by line as {@link Answers} says. */
final class Entrant implements AutoCloseable {

  /** What a round took for each unit, in nanoseconds. */
  record Round(double cpu, double wall) {}

  /** Trials come in whole blocks of lanes, of which large networks have few. */
  private static final int MOST_LANES = 128;

  private static final int FEWEST_LANES = 16;
  private static final int TINY = 64;
  private static final int MOST_TRIALS = 1 << 22;
  private static final int WARM_UPS = 5;

  private final String name;
  private final int threads;
  private final Process process;
  private final BufferedReader replies;
  private final PrintWriter requests;
  private final String description;
  private int trials;

  /**
   * Starts the process.
   *
   * @param threads how many it is asked to compute with
   * @throws IOException if it does not say that it is ready
   */
  Entrant(String name, int threads, List<String> command, Path errors) throws IOException {
    this.name = name;
    this.threads = threads;
    process =
        new ProcessBuilder(command)
            .redirectError(ProcessBuilder.Redirect.appendTo(errors.toFile()))
            .start();
    replies =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    requests = new PrintWriter(process.getOutputStream(), true, StandardCharsets.UTF_8);
    String first = replies.readLine();
    if (first == null || !first.startsWith("ready ")) {
      process.destroy();
      throw new IOException(first == null ? "it does not start, see " + errors : first);
    }
    description = first.substring("ready ".length());
  }

  String name() {
    return name;
  }

  int threads() {
    return threads;
  }

  /** What the process says that it is. */
  String description() {
    return description;
  }

  /** The losses after these steps, or null if it does not do the case. */
  double[] losses(Case training, int steps) throws IOException {
    String reply = ask("check " + training.name() + " " + steps);
    return reply.equals("none") ? null : numbers(reply);
  }

  /**
   * Warms up, and settles on so many trials that a round takes about this CPU time.
   *
   * @return whether it does the case at all
   */
  boolean prepare(Case training, double seconds) throws IOException {
    int block = training.parameters() < TINY ? MOST_LANES : FEWEST_LANES;
    trials = block;
    for (int warmUp = 0; warmUp < WARM_UPS; ) {
      String reply = ask("time " + training.name() + " " + trials + " " + threads);
      if (reply.equals("none")) {
        return false;
      }
      double share = seconds * 1e9 / Math.max(1e6, numbers(reply)[0]);
      if (share < 1.5) {
        warmUp++;
      }
      double next = trials * Math.min(8, share);
      trials = (int) Math.min(MOST_TRIALS, Math.max(1, Math.ceil(next / block)) * block);
      if (trials == block && share <= 1 || trials >= MOST_TRIALS) {
        warmUp++;
      }
    }
    return true;
  }

  /** One round. */
  Round round(Case training) throws IOException {
    double[] times = numbers(ask("time " + training.name() + " " + trials + " " + threads));
    double units = (double) trials * training.steps();
    return new Round(times[0] / units, times[1] / units);
  }

  private String ask(String request) throws IOException {
    requests.println(request);
    String reply = replies.readLine();
    if (reply == null) {
      throw new IOException(name + " ended when asked \"" + request + "\"");
    }
    return reply;
  }

  private static double[] numbers(String reply) {
    String[] words = reply.split(" ");
    return Arrays.stream(words, 1, words.length).mapToDouble(Double::parseDouble).toArray();
  }

  @Override
  public void close() {
    requests.close();
    process.destroy();
  }
}
