package io.sluice.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * The process of a contestant in Java. It says {@code ready} and what it is, and then answers a
 * line with a line: {@code check CASE STEPS} with {@code losses L …}, and {@code time CASE TRIALS
 * THREADS} with {@code time CPU WALL SUM} in nanoseconds; {@code none} if it cannot do the case.
 */
final class Answers {

  private Answers() {}

  public static void main(String[] arguments) throws IOException {
    serve(contestant(arguments[0]), "Java " + Runtime.version());
  }

  /** Answers until there is no further request. */
  static void serve(Contestant contestant, String description) throws IOException {
    System.out.println("ready " + description);
    System.out.flush();
    BufferedReader requests =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line; (line = requests.readLine()) != null; ) {
      System.out.println(answer(contestant, line.split(" ")));
      System.out.flush();
    }
  }

  private static Contestant contestant(String name) {
    switch (name) {
      case "sluice":
        return new SluiceTraining();
      case "tight":
        return new TightTraining();
      case "objects":
        return new ObjectTraining();
      default:
        throw new IllegalArgumentException(
            "no contestant \"" + name + "\"; there are sluice, tight, objects");
    }
  }

  /** The answer to one request, in words. */
  static String answer(Contestant contestant, String[] request) {
    Case training = Case.named(request[1]);
    if (!contestant.does(training)) {
      return "none";
    }
    if (request[0].equals("check")) {
      return Arrays.stream(contestant.losses(training.withSteps(Integer.parseInt(request[2]))))
          .mapToObj(Double::toString)
          .collect(Collectors.joining(" ", "losses ", ""));
    }
    OperatingSystemMXBean system =
        (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    int trials = Integer.parseInt(request[2]);
    int batch = contestant.batch(training);
    int whole = (trials + batch - 1) / batch * batch;
    long wall = System.nanoTime();
    long cpu = system.getProcessCpuTime();
    double sum = contestant.train(training, whole, Integer.parseInt(request[3]));
    cpu = system.getProcessCpuTime() - cpu;
    wall = System.nanoTime() - wall;
    return "time " + cpu * trials / whole + " " + wall * trials / whole + " " + sum;
  }
}
