package io.sluice.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sluice.spi.Cell;
import io.sluice.spi.Factor;
import io.sluice.spi.Outcome;
import io.sluice.spi.ResultStore;
import io.sluice.spi.ResultWriter;
import io.sluice.spi.StudyHeader;
import io.sluice.spi.Trial;
import io.sluice.spi.TrialEvent;
import io.sluice.spi.TrialResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code export} writes for other tools, {@code stats} reads back. */
class ExchangeTest {

  /** With the larger rate rosenbrock diverges. */
  private static final String FUNCTIONS =
      """
      study: functions
      question: Which rate?
      repeats: 5
      budget: 2000
      targets: [10, 1, 0.1]
      stop: budget
      problems:
        - {id: sphere, dimensions: 2}
        - {id: sphere, dimensions: 5}
        - {id: rosenbrock, dimensions: 3}
      optimizers:
        - {id: sgd, learning-rate: [0.001, 0.1]}
      measure: {per-decade: 20}
      """;

  private final CommandLineFixture sluice = new CommandLineFixture();

  @TempDir private Path folder;

  @BeforeEach
  void runStudies() {
    run(FUNCTIONS, "functions.yaml");
    run(StudyFiles.SMALL, "small.yaml");
  }

  @ParameterizedTest
  @CsvSource({"functions, csv", "functions, jsonl", "small, csv", "small, jsonl"})
  void exportedTrialsGiveTheReportOfTheStore(String study, String format) throws IOException {
    Path file = folder.resolve("trials." + format);
    export(study, "--what", "trials", "--format", format, "--output", file.toString());
    for (String how : List.of("csv", "json")) {
      String ofStore =
          sluice
              .run(
                  "run",
                  folder.resolve(study + ".yaml").toString(),
                  "--store",
                  "memory:a",
                  "--format",
                  how)
              .out();
      String ofFile = sluice.run("stats", file.toString(), "--format", how).out();
      if (how.equals("csv")) {
        assertThat(ofFile).isEqualTo(ofStore);
      } else {
        JsonNode expected = ofTrials(ofStore);
        JsonNode actual = ofTrials(ofFile);
        expected
            .properties()
            .forEach(
                part ->
                    assertThat(actual.get(part.getKey()))
                        .as(part.getKey())
                        .isEqualTo(part.getValue()));
      }
    }
  }

  /**
   * What is said of the trials, without the study's name and text, what it measured, and what hangs
   * on the budget: none of these is in the rows.
   */
  private static JsonNode ofTrials(String json) throws IOException {
    ObjectNode document = (ObjectNode) new ObjectMapper().readTree(json);
    document.remove(List.of("study", "question", "spec", "command", "provenance", "budget"));
    List<String> measured = new ArrayList<>();
    document
        .fieldNames()
        .forEachRemaining(
            name -> {
              if (name.matches("(loss_by|telemetry|flips)_?.*")) {
                measured.add(name);
              }
            });
    document
        .withArray("explained")
        .removeIf(row -> row.get("response").asText().equals("rank of the final best loss"));
    return document.remove(measured);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ioh", "coco"})
  void runsGiveTheRankingOfTheStore(String format) {
    Path runs = folder.resolve("runs");
    export("functions", "--format", format, "--output", runs.toString());
    List<String> ofRuns =
        ranking("stats", runs.toString(), "--targets", "10,1,0.1", "--format", "csv");
    List<String> ofStore =
        ranking(
            "run",
            folder.resolve("functions.yaml").toString(),
            "--store",
            "memory:a",
            "--format",
            "csv");
    assertThat(ofRuns)
        .hasSameSizeAs(ofStore)
        .anyMatch(row -> row.startsWith("sphere in 2-D,"))
        .anyMatch(row -> row.startsWith("rosenbrock in 3-D,"));
    for (String problem : List.of("sphere.*2", "sphere.*5", "rosenbrock.*3")) {
      assertThat(successes(ofRuns, problem)).isEqualTo(successes(ofStore, problem));
    }
    assertThat(successes(ofStore, "sphere.*5")).anyMatch(row -> row.matches("sgd 1 [0-9]+"));
    assertThat(successes(ofStore, "rosenbrock.*3")).anyMatch(row -> row.endsWith(" 0 Infinity"));
  }

  /** Optimizer, success share and median cost. */
  private static List<String> successes(List<String> rows, String problem) {
    List<String> columns = List.of(rows.get(0).split(","));
    return rows.stream()
        .filter(row -> row.matches(problem + ".*"))
        .map(row -> row.split(","))
        .map(
            row ->
                String.join(
                    " ",
                    row[columns.indexOf("optimizer")],
                    row[columns.indexOf("success")],
                    row[columns.indexOf("median_cost")]))
        .sorted()
        .toList();
  }

  private List<String> ranking(String... arguments) {
    CommandLineFixture.Done done = sluice.run(arguments);
    assertThat(done.exitCode()).as(done.err()).isZero();
    return done.outLines();
  }

  @Test
  void networksAreFunctionsOfTheirWeights() throws IOException {
    Path runs = folder.resolve("runs");
    export("small", "--format", "ioh", "--output", runs.toString());
    try (Stream<Path> files = Files.walk(runs)) {
      assertThat(files.map(Path::toString).filter(file -> file.endsWith(".dat")))
          .isNotEmpty()
          .noneMatch(file -> file.endsWith("DIM1.dat"));
    }
    String json = sluice.run("stats", runs.toString(), "--format", "json").out();
    assertThat(json).contains("\"activation\": \"tanh\"", "\"activation\": \"identity\"");
  }

  @Test
  void aStudyThatCannotBePlannedTodayHasDimensionsOfOne() {
    StudyHeader header =
        new StudyHeader("old-1", "old", "", "{\"study\": \"old\"}", 1, 9, List.of(), Map.of());
    Map<String, String> factors = new LinkedHashMap<>();
    Factor.names(Factor.FIRST).forEach(factor -> factors.put(factor, "-"));
    Trial trial = new Trial(0, "0123456789abcdef", Cell.of(Factor.FIRST, 0, factors, Map.of()), 0);
    try (ResultStore store = sluice.stores.open("old");
        ResultWriter writer = store.open(header)) {
      writer.write(new TrialEvent.Started(trial));
      writer.write(
          new TrialEvent.Finished(
              trial, new TrialResult(Outcome.COMPLETED, 3, 9, 1, 1, 1, 9, List.of(), "")));
    }
    Path runs = folder.resolve("runs");
    CommandLineFixture.Done done =
        sluice.run(
            "export", "old", "--store", "memory:old", "--format", "coco", "-o", runs.toString());
    assertThat(done.exitCode()).isZero();
    assertThat(done.err())
        .isEqualTo(
            "sluice: warning: old-1 cannot be planned today, so the dimensions of its problems are"
                + " not known and written as 1\n");
    assertThat(runs.resolve("unnamed/data_f1/bbobexp_f1_DIM1.dat")).exists();
  }

  @Test
  void theTableOfJmetalGoesToStandardOutputAFileOrAFolder() throws IOException {
    String table = export("functions", "--format", "jmetal").out();
    assertThat(table)
        .startsWith("Algorithm,Problem,IndicatorName,ExecutionId,IndicatorValue\n")
        .contains(",sphere-2,best_loss,0,", ",rosenbrock-3,cost_to_0.1,4,");
    Path file = folder.resolve("summary.csv");
    export("functions", "--format", "jmetal", "--output", file.toString());
    export("functions", "--format", "jmetal", "-o", folder.toString());
    assertThat(Files.readString(file)).isEqualTo(table);
    assertThat(Files.readString(folder.resolve("QualityIndicatorSummary.csv"))).isEqualTo(table);
    List<String> ofTable = ranking("stats", file.toString(), "--format", "csv");
    List<String> ofStore =
        ranking(
            "run",
            folder.resolve("functions.yaml").toString(),
            "--store",
            "memory:a",
            "--format",
            "csv");
    assertThat(successes(ofTable, "rosenbrock")).isEqualTo(successes(ofStore, "rosenbrock"));
  }

  @Test
  void whatHasNoMeaningTogetherIsWrongUsage() throws IOException {
    assertWrong(
        "--format csv needs --what trials, measurements, summaries, weights or predictions",
        "--format",
        "csv");
    assertWrong(
        "--format ioh writes trials, with what was measured of their losses; leave out --what",
        "--format",
        "ioh",
        "--what",
        "measurements",
        "-o",
        "x");
    assertWrong(
        "--format coco is several files, which do not fit into standard output; name a folder with"
            + " --output",
        "--format",
        "coco",
        "--what",
        "trials");
    Path nowhere = folder.resolve("none");
    assertWrong(
        "--output: there is no folder " + nowhere,
        "--format",
        "coco",
        "-o",
        nowhere.resolve("runs").toString());
    Path file = Files.createFile(folder.resolve("file"));
    assertWrong(
        "--output: " + file + " is a file, not a folder", "--format", "ioh", "-o", file.toString());
    Path runs = folder.resolve("runs");
    export("functions", "--format", "ioh", "-o", runs.toString());
    CommandLineFixture.Done again =
        sluice.run(
            "export",
            "functions",
            "--store",
            "memory:a",
            "--format",
            "coco",
            "-o",
            runs.toString());
    assertThat(again.exitCode()).isEqualTo(2);
    assertThat(again.err())
        .matches(
            "sluice: --output: .*runs/sgd_learning-rate_0.* is there already; name another folder\n");
  }

  private void assertWrong(String message, String... options) {
    String[] arguments = {"export", "functions", "--store", "memory:a"};
    CommandLineFixture.Done done =
        sluice.run(Stream.concat(Stream.of(arguments), Stream.of(options)).toArray(String[]::new));
    assertThat(done).isEqualTo(new CommandLineFixture.Done(2, "", "sluice: " + message + "\n"));
  }

  @Test
  void resultsThatCannotBeReadAreWrongUsageWithTheirPlace() throws IOException {
    Path file = folder.resolve("results.csv");
    Files.writeString(file, "method,loss\nx,1\ny,one\n");
    assertThat(sluice.run("stats", file.toString()))
        .isEqualTo(
            new CommandLineFixture.Done(
                2, "", "sluice: " + file + ":3:3: \"one\" is no number, in the column \"loss\"\n"));
    assertThat(sluice.run("stats", "nothing.csv").err())
        .isEqualTo("sluice: there is no file nothing.csv\n");
    assertThat(sluice.run("stats", file.toString(), "--top", "0").err())
        .isEqualTo("sluice: --top must be at least 1, not 0\n");
    assertThat(sluice.run("stats").exitCode()).isEqualTo(2);
    assertThat(sluice.loads).hasSize(2);
  }

  @Test
  void guessesAreNotesOnStandardError() throws IOException {
    Path file = folder.resolve("results.csv");
    Files.writeString(file, "activation,solver,loss,seed\nrelu,a,1,1\nrelu,a,2,2\ntanh,a,3,1\n");
    CommandLineFixture.Done done = sluice.run("stats", file.toString(), "--format", "csv");
    assertThat(done.exitCode()).isZero();
    assertThat(done.errLines())
        .containsExactly(
            "note: "
                + file
                + ": taken by their names: value \"loss\", contender \"activation\" and \"solver\","
                + " repeat \"seed\"",
            "note: " + file + " has no column of problems: all of it is one problem");
    assertThat(done.outLines().get(1)).contains(",relu,a,").contains(",1.5,");
  }

  private void run(String text, String file) {
    String study = StudyFiles.write(folder, file, text);
    assertThat(sluice.run("run", study, "--store", "memory:a").exitCode()).isZero();
  }

  private CommandLineFixture.Done export(String study, String... options) {
    String[] arguments = {"export", study, "--store", "memory:a"};
    CommandLineFixture.Done done =
        sluice.run(Stream.concat(Stream.of(arguments), Stream.of(options)).toArray(String[]::new));
    assertThat(done.exitCode()).as(done.err()).isZero();
    assertThat(done.err()).isEmpty();
    return done;
  }
}
