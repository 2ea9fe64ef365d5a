package io.sluice.benchmarks;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Times Sluice and others at the same trainings, in rounds that take turns, after it has seen that
 * all of them compute the same. {@code benchmarks/side-by-side} builds what this needs.
 */
final class SideBySide {

  private static final double TOLERANCE = 1e-9;

  private final Map<String, String> options;
  private final Path target;
  private final List<Case> cases;
  private final List<Entrant> entrants = new ArrayList<>();
  private final Map<String, String> environment = new LinkedHashMap<>();

  private SideBySide(Map<String, String> options) throws IOException {
    this.options = options;
    this.target = Path.of(options.get("target"));
    String wanted = options.get("cases");
    this.cases =
        wanted.equals("all") ? Case.all() : Stream.of(wanted.split(",")).map(Case::named).toList();
    Files.createDirectories(target.resolve("cases"));
    for (Case training : cases) {
      training.write(target.resolve("cases").resolve(training.name() + ".txt"));
    }
  }

  public static void main(String[] arguments) throws IOException {
    Map<String, String> options = new TreeMap<>();
    for (String argument : arguments) {
      int equals = argument.indexOf('=');
      options.put(argument.substring(0, equals), argument.substring(equals + 1));
    }
    SideBySide run = new SideBySide(options);
    try {
      run.enter();
      run.verify();
      Comparison comparison = new Comparison(run.environment, run.measure());
      System.out.print(comparison.table());
      Path json = run.target.resolve("side-by-side.json");
      Files.writeString(json, comparison.json());
      System.out.println(System.lineSeparator() + "written to " + json);
    } finally {
      run.entrants.forEach(Entrant::close);
    }
  }

  private void enter() throws IOException {
    describeEnvironment();
    for (String math : options.get("math").split(",")) {
      enter("sluice " + math, 1, java(math, "sluice"));
    }
    String first = options.get("math").split(",")[0];
    enter("sluice " + first + ", 2 threads", 2, java(first, "sluice"));
    String cases = target.resolve("cases").toString();
    if (options.get("twin").isEmpty()) {
      System.out.println("left out: C, no compiler");
    } else {
      enter("C", 1, List.of(options.get("twin"), cases));
    }
    enter("tight Java", 1, java("scalar", "tight"));
    enter("objects Java", 1, java("scalar", "objects"));
    for (String library : List.of("jax", "torch", "optax", "pycma")) {
      enterIfThere(library, List.of(options.get("python"), options.get("peers"), library, cases));
    }
    if (options.get("djl").isEmpty()) {
      System.out.println("left out: djl, not asked for by --djl");
    } else {
      enterIfThere("djl", djl(Path.of(options.get("djl"))));
    }
  }

  private void enterIfThere(String name, List<String> command) {
    try {
      enter(name, 1, command);
    } catch (IOException missing) {
      System.out.println("left out: " + name + ", " + missing.getMessage());
    }
  }

  private void enter(String name, int threads, List<String> command) throws IOException {
    Entrant entrant = new Entrant(name, threads, command, target.resolve("side-by-side.log"));
    entrants.add(entrant);
    environment.put("entrant " + name, entrant.description());
  }

  private List<String> java(String math, String contestant) {
    List<String> command = java();
    if (!math.equals("scalar")) {
      command.addAll(List.of("--add-modules", "jdk.incubator.vector"));
    }
    command.add("-Dsluice.math=" + math);
    command.addAll(
        List.of("-cp", System.getProperty("java.class.path"), Answers.class.getName(), contestant));
    return command;
  }

  /** DJL has a class path of its own, and unpacks its native libraries below the target. */
  private List<String> djl(Path built) {
    List<String> command = java();
    command.add("-DDJL_CACHE_DIR=" + target.resolve("djl"));
    command.add("-Djna.tmpdir=" + target.resolve("djl").resolve("jna"));
    String classPath =
        String.join(
            File.pathSeparator,
            target.resolve("classes").toString(),
            built.resolve("classes").toString(),
            built.resolve("lib") + File.separator + "*");
    command.addAll(List.of("-cp", classPath, "io.sluice.benchmarks.DjlTraining"));
    return command;
  }

  private List<String> java() {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    for (String option : options.get("java").split(" ")) {
      if (!option.isEmpty()) {
        command.add(option);
      }
    }
    return command;
  }

  private void describeEnvironment() throws IOException {
    environment.put("date", Instant.now().toString());
    environment.put("cpu", processor());
    environment.put("cores", String.valueOf(Runtime.getRuntime().availableProcessors()));
    environment.put("os", System.getProperty("os.name") + " " + System.getProperty("os.version"));
    environment.put("jdk", System.getProperty("java.vm.version"));
    environment.put("java options", options.get("java"));
    environment.put("compiler", options.get("compiler"));
    environment.put("rounds", options.get("rounds"));
    environment.put("seconds", options.get("seconds"));
    environment.forEach((name, value) -> System.out.println(name + ": " + value));
  }

  /** The name of this machine's processor. */
  static String processor() throws IOException {
    Path information = Path.of("/proc/cpuinfo");
    if (Files.isReadable(information)) {
      for (String line : Files.readAllLines(information)) {
        if (line.startsWith("model name")) {
          return line.substring(line.indexOf(':') + 1).strip();
        }
      }
    }
    return System.getProperty("os.arch");
  }

  /**
   * Compares the losses of all entrants with those of the first, early in the training and late.
   */
  private void verify() throws IOException {
    for (Case training : cases) {
      for (int steps : new int[] {training.steps() / 20, training.steps()}) {
        double[] expected =
            training.method().isComparable() ? entrants.get(0).losses(training, steps) : null;
        for (Entrant entrant : entrants) {
          double[] losses = expected == null ? null : entrant.losses(training, steps);
          if (losses != null) {
            System.out.printf(
                Locale.ROOT,
                "%s, %s: losses after %d steps differ by at most %.1e%n",
                training.name(),
                entrant.name(),
                steps,
                greatestDifference(training, entrant, expected, losses));
          }
        }
      }
    }
  }

  private static double greatestDifference(
      Case training, Entrant entrant, double[] expected, double[] losses) {
    double greatest = 0;
    for (int start = 0; start < expected.length; start++) {
      double difference = Math.abs(expected[start] - losses[start]);
      if (!(difference <= TOLERANCE)) {
        throw new IllegalStateException(
            entrant.name()
                + " computes another training of "
                + training.name()
                + ": loss "
                + losses[start]
                + " rather than "
                + expected[start]);
      }
      greatest = Math.max(greatest, difference);
    }
    return greatest;
  }

  private List<Timing> measure() throws IOException {
    double seconds = Double.parseDouble(options.get("seconds"));
    int rounds = Integer.parseInt(options.get("rounds"));
    List<Timing> timings = new ArrayList<>();
    for (Case training : cases) {
      List<Entrant> running = new ArrayList<>();
      for (Entrant entrant : entrants) {
        boolean wanted = entrant.threads() == 1 || training.name().equals("1-1-1");
        if (wanted && entrant.prepare(training, seconds)) {
          running.add(entrant);
        }
      }
      Map<Entrant, List<Entrant.Round>> seen = new LinkedHashMap<>();
      running.forEach(entrant -> seen.put(entrant, new ArrayList<>()));
      for (int round = 0; round < rounds; round++) {
        for (Entrant entrant : running) {
          seen.get(entrant).add(entrant.round(training));
        }
        Collections.reverse(running);
      }
      seen.forEach((entrant, list) -> timings.add(Timing.of(training, entrant, list)));
      System.out.println(training.name() + " measured");
    }
    return timings;
  }
}
