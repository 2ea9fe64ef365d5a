package io.sluice.cli;

import io.sluice.engine.plan.StudyPlan;
import io.sluice.engine.watch.Headway;
import io.sluice.spi.Outcome;
import io.sluice.studies.ComponentWord;
import io.sluice.studies.ReadStudy;
import io.sluice.studies.Trace;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "trace",
    description = {
      "Runs one trial of an optimizer and prints where it stands after some of its steps: the cost"
          + " so far in forward-equivalents, the loss, and the point with 17 significant digits.",
      "Of a population it is the best point so far, and a step is a generation."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  sluice trace adam --on rosenbrock --from=-1.2,1 --steps 1,2,3,10,100",
      "  sluice trace adam --set learning-rate=0.1 --on '{id: bbob, function: 8}' --format csv",
      "  sluice trace levenberg-marquardt --on xor --network '{hidden: [2]}' --activation tanh",
      "  sluice trace '{id: lookahead, around: adam}' --on rosenbrock",
      "  sluice trace sam --set around=sgd --set around.learning-rate=1 --on sphere",
      "  sluice trace 'w = w - rate * sign(g)' --set rate=0.01 --on sphere --from 1,2"
    })
final class TraceCommand implements Callable<Integer> {

  private static final Path HERE = Path.of("").toAbsolutePath();

  @Parameters(
      paramLabel = "ID",
      description =
          "An optimizer, see: sluice list optimizers; or a rule, or one with values or around"
              + " another, as in a study.")
  private String id;

  @Option(
      names = "--set",
      paramLabel = "NAME=VALUE",
      description =
          "A hyper-parameter's value, or that of another key of the study, such as loss=huber and"
              + " loss.delta=2; may be repeated.")
  private Map<String, String> settings = new LinkedHashMap<>();

  @Option(
      names = "--on",
      required = true,
      paramLabel = "PROBLEM",
      description =
          "A problem, see: sluice list problems; with values as in a study: {id: bbob, function:"
              + " 8}. A function has 2 dimensions unless they are given.")
  private String problem;

  @Option(
      names = "--from",
      paramLabel = "X,...",
      description = "The start; otherwise one is drawn. Populations of many points draw theirs.")
  private String from;

  @Option(
      names = "--steps",
      paramLabel = "N,...",
      defaultValue = "1,2,3,10,100",
      description = "After how many steps to look. Preset: ${DEFAULT-VALUE}.")
  private String steps;

  @Option(
      names = "--network",
      paramLabel = "NETWORK",
      description = "The network that fits data, as in a study.")
  private String network;

  @Option(
      names = "--activation",
      paramLabel = "ACTIVATION",
      description = "Its activation: an id, a formula, or one with values as in a study.")
  private String activation;

  @Option(names = "--seed", paramLabel = "N", description = "For what is drawn. Preset: 1.")
  private long seed = 1;

  @Mixin private Format.Choice format = new Format.Choice();

  private final Workbench bench;

  TraceCommand(Workbench bench) {
    this.bench = bench;
  }

  @Override
  public Integer call() throws IOException {
    Trace trace = new Trace(id, settings, problem, Optional.ofNullable(from), further());
    SortedSet<Long> looks = numbers();
    ReadStudy study = StudyLoader.read(() -> trace.study(bench.laboratory(), looks.last(), HERE));
    StudyPlan plan = StudyLoader.plan(bench.laboratory(), study, Headway.UNHEARD);
    if (plan.trials() != 1) {
      throw CommandFailure.wrongUsage(
          "a trace is of one trial, but these values make " + plan.trials());
    }
    List<Trace.Point> points = Trace.points(bench.laboratory(), plan, looks);
    Trace.Point end = points.get(points.size() - 1);
    if (end.at() == null) {
      throw CommandFailure.workFailed("after " + end.step() + " steps the trial failed");
    }
    if (end.outcome() == Outcome.DIVERGED) {
      bench.warn("after " + end.step() + " steps the trial has diverged");
    } else if (end.step() < looks.last()) {
      bench.warn("after " + end.step() + " steps the optimizer has stopped of itself");
    }
    Listing listing = new Listing(columns(end.at().length));
    points.forEach(point -> listing.row(row(point)));
    listing.print(format.format(), bench.terminal());
    return CommandFailure.DONE;
  }

  private List<String> further() {
    List<String> further = new ArrayList<>();
    further.add("seed=" + seed);
    if (network != null) {
      further.add("networks=" + network);
    }
    if (activation != null) {
      further.add("activations=" + ComponentWord.activationInStudy(activation));
    }
    return further;
  }

  private SortedSet<Long> numbers() {
    SortedSet<Long> numbers = new TreeSet<>();
    for (String word : steps.split(",", -1)) {
      if (!word.strip().matches("[1-9]\\d{0,8}")) {
        throw CommandFailure.wrongUsage(
            "--steps: \"" + word.strip() + "\" is not a whole number from 1 on");
      }
      numbers.add(Long.parseLong(word.strip()));
    }
    return numbers;
  }

  private static String[] columns(int parameters) {
    return Stream.concat(
            Stream.of("step", "cost", "loss"),
            IntStream.rangeClosed(1, parameters).mapToObj(i -> "x" + i))
        .toArray(String[]::new);
  }

  private Object[] row(Trace.Point point) {
    return Stream.concat(
            Stream.of(
                (Object) point.step(),
                format.format().digits(point.cost()),
                format.format().digits(point.loss())),
            Arrays.stream(point.at()).mapToObj(format.format()::digits))
        .toArray();
  }
}
