package io.sluice.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Runs one study by the engine alone and by the distribution's {@code sluice run}, for several
 * numbers of trials, and compares the CPU time of the processes. {@code benchmarks/whole-run}
 * builds what this needs.
 */
final class WholeRun {

  /** One cell for each; the trials are shared out among them. */
  private static final List<String> ACTIVATIONS = List.of("tanh", "sigmoid", "relu", "elu");

  private final Map<String, String> options;
  private final Path target;
  private final Path study;

  private WholeRun(Map<String, String> options) throws IOException {
    this.options = options;
    this.target = Files.createDirectories(Path.of(options.get("target")).resolve("whole-run"));
    this.study = target.resolve("study.yaml");
    Files.writeString(study, study(options.get("steps")));
  }

  /** The text of a study of the smallest networks there are. */
  static String study(String steps) {
    return String.join(
        System.lineSeparator(),
        "study: whole-run",
        "question: What does a trial cost besides its training?",
        "budget: {steps: " + steps + "}",
        "targets: []",
        "problems: {id: single-example, name: point, x: 1, y: 0.5}",
        "networks: {hidden: [1], output: activated}",
        "activations: [" + String.join(", ", ACTIVATIONS) + "]",
        "optimizers: {id: adam, learning-rate: 0.01}",
        "");
  }

  public static void main(String[] arguments) throws IOException, InterruptedException {
    Map<String, String> options = new TreeMap<>();
    for (String argument : arguments) {
      int equals = argument.indexOf('=');
      options.put(argument.substring(0, equals), argument.substring(equals + 1));
    }
    WholeRun run = new WholeRun(options);
    WholeRunCosts costs = run.measure();
    System.out.print(costs.table());
    Path json = Path.of(options.get("target")).resolve("whole-run.json");
    Files.writeString(json, costs.json(run.environment()));
    System.out.println(System.lineSeparator() + "written to " + json);
  }

  private WholeRunCosts measure() throws IOException, InterruptedException {
    List<WholeRunCosts.Size> sizes = new ArrayList<>();
    for (String trials : options.get("trials").split(",")) {
      int repeats = Math.max(1, (int) (Double.parseDouble(trials) / ACTIVATIONS.size()));
      List<Double> bare = new ArrayList<>();
      List<Double> whole = new ArrayList<>();
      for (int round = 0; round < Integer.parseInt(options.get("rounds")); round++) {
        bare.add(seconds(bareRun(repeats)));
        whole.add(seconds(wholeRun(repeats)));
      }
      sizes.add(new WholeRunCosts.Size((long) repeats * ACTIVATIONS.size(), bare, whole));
      System.out.println(repeats * ACTIVATIONS.size() + " trials measured");
    }
    return new WholeRunCosts(sizes);
  }

  private List<String> bareRun(int repeats) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:+UseParallelGC", "-XX:-UsePerfData"));
    if (!options.get("java").contains("sluice.math=scalar")) {
      command.add("--add-modules=jdk.incubator.vector");
    }
    command.addAll(List.of(options.get("java").trim().split(" +")));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(BareRun.class.getName());
    command.addAll(List.of(study.toString(), "" + repeats, options.get("threads")));
    return command;
  }

  private List<String> wholeRun(int repeats) throws IOException {
    Path database = target.resolve("whole-run.db");
    for (String suffix : List.of("", "-wal", "-shm")) {
      Files.deleteIfExists(Path.of(database + suffix));
    }
    List<String> command = new ArrayList<>(List.of(options.get("sluice"), "run"));
    command.addAll(List.of(study.toString(), "--set", "repeats=" + repeats));
    command.addAll(List.of("--threads", options.get("threads"), "--store", "sqlite:" + database));
    return command;
  }

  /** The CPU time of a process, which the shell around it tells by {@code times}. */
  private double seconds(List<String> command) throws IOException, InterruptedException {
    List<String> shell = new ArrayList<>(List.of("sh", "-c", "\"$@\" >&2 && times", "sh"));
    shell.addAll(command);
    ProcessBuilder builder = new ProcessBuilder(shell);
    builder.environment().put("SLUICE_JAVA_OPTS", options.get("java"));
    Path log = target.resolve("log.txt");
    Process process = builder.redirectError(log.toFile()).start();
    String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException(String.join(" ", command) + " failed: " + Files.readString(log));
    }
    return WholeRunCosts.childSeconds(told);
  }

  private Map<String, String> environment() throws IOException {
    Map<String, String> environment = new LinkedHashMap<>();
    environment.put("date", Instant.now().toString());
    environment.put("cpu", SideBySide.processor());
    environment.put("cores", String.valueOf(Runtime.getRuntime().availableProcessors()));
    environment.put("os", System.getProperty("os.name") + " " + System.getProperty("os.version"));
    environment.put("jdk", System.getProperty("java.vm.version"));
    for (String option : List.of("java", "steps", "rounds", "threads")) {
      environment.put(option, options.get(option));
    }
    return environment;
  }
}
