package io.sluice.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunCommandTest {

  private final CommandLineFixture sluice = new CommandLineFixture();

  @TempDir private Path folder;
  private String study;

  @BeforeEach
  void writeStudy() {
    study = StudyFiles.write(folder, "small.yaml", StudyFiles.SMALL);
  }

  @Test
  void aRunEndsWithARankingAndAnAnswer() {
    CommandLineFixture.Done done = sluice.run("run", study, "--store", "memory:a");
    assertThat(done.exitCode()).isZero();
    assertThat(done.errLines())
        .singleElement()
        .asString()
        .matches("small-[0-9a-f]{8}: 12 trials in 4 cells, kept in memory:a");
    assertThat(done.out())
        .startsWith("Which is better?\n")
        .contains("\nRanking by reaching loss ")
        .containsPattern("\nrank +activation +optimizer +success +median cost ")
        .containsPattern("\n +1 +(tanh|identity) +sgd\\S* +100 %")
        .containsPattern("\nFull report: sluice report small-[0-9a-f]{8} --store memory:a -o");
    assertThat(done.outLines()).hasSizeLessThanOrEqualTo(25);
    assertThat(sluice.stores.open).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[{id: single-example, x: 1, y: 0.5}, xor]",
        "[{id: single-example, x: 1, y: [0.5, 0.9, 0.3]}, xor]",
        "[xor, {id: single-example, x: [1, 2], y: [0.5, 0.9, 0.3]}]"
      })
  void theShortFormHasTheAnswerFirstAndTheBestOfEveryProblem(String problems) throws IOException {
    String[] run = {"run", study, "--store", "memory:a", "--set", "problems=" + problems};
    List<String> lines = sluice.run(run).outLines();
    assertThat(lines).hasSizeLessThanOrEqualTo(25);
    JsonNode json =
        new ObjectMapper()
            .readTree(
                sluice
                    .run(run[0], run[1], run[2], run[3], run[4], run[5], "--format", "json")
                    .out());
    assertThat(lines.get(0)).isEqualTo("Which is better?");
    assertThat(lines.get(1)).isEqualTo(json.get("answer").get(0).asText());
    for (JsonNode row : json.get("rankings")) {
      String problem = row.get("problem").asText();
      assertThat(lines).as(problem).anyMatch(line -> line.startsWith(problem + " "));
    }
    assertThat(lines).last().asString().startsWith("Full report: sluice report small-");
  }

  @Test
  void aSecondRunFindsEverythingThereAndSaysTheSame() {
    CommandLineFixture.Done first = sluice.run("run", study, "--store", "memory:a");
    CommandLineFixture.Done second = sluice.run("run", study, "--store", "memory:a");
    assertThat(second.out()).isEqualTo(first.out());
    assertThat(second.errLines().get(1)).isEqualTo("all of them are there already");
  }

  @Test
  void topLimitsTheRanking() {
    CommandLineFixture.Done done = sluice.run("run", study, "--store", "memory:a", "--top", "1");
    assertThat(done.out()).contains("… and ");
    assertThat(done.out().lines().filter(line -> line.matches(" +\\d  .*"))).hasSize(1);
    assertThat(sluice.run("run", study, "--store", "memory:a", "--top", "0").err())
        .isEqualTo("sluice: --top must be at least 1, not 0\n");
  }

  @Test
  void csvIsTheRankingAlone() {
    CommandLineFixture.Done done =
        sluice.run("run", study, "--store", "memory:a", "--format", "csv");
    assertThat(done.outLines()).hasSize(5);
    assertThat(done.outLines().get(0))
        .startsWith("problem,rank,activation,optimizer,weight_policy,success_")
        .endsWith(",trials,diverged,failed");
    assertThat(done.outLines().get(1)).startsWith("single-example").contains(",1,");
  }

  @Test
  void jsonIsEverything() throws IOException {
    CommandLineFixture.Done done =
        sluice.run("run", study, "--store", "memory:a", "--format", "json");
    JsonNode json = new ObjectMapper().readTree(done.out());
    assertThat(json.get("trials").asInt()).isEqualTo(12);
    assertThat(json.get("outcomes").get("completed").asInt()).isEqualTo(12);
    assertThat(json.get("rankings")).hasSize(4);
    assertThat(json.get("answer").get(0).asText()).isNotEmpty();
  }

  @Test
  void valuesCanBeReplaced() {
    CommandLineFixture.Done done =
        sluice.run(
            "run",
            study,
            "--store",
            "memory:a",
            "--set",
            "repeats=2",
            "--seed",
            "5",
            "--threads",
            "2",
            "--lanes",
            "1");
    assertThat(done.err()).contains("8 trials in 4 cells");
    assertThat(sluice.run("run", study, "--store", "memory:a", "--set", "repeats=2").err())
        .contains("8 trials in 4 cells")
        .doesNotContain("already");
  }

  @Test
  void anUnknownStudyIsAnsweredWithTheNearestName() {
    CommandLineFixture.Done done = sluice.run("run", "artcle", "--store", "memory:a");
    assertThat(done.exitCode()).isEqualTo(2);
    assertThat(done.err())
        .startsWith(
            "sluice: there is no file artcle, and no study of this name comes with Sluice (did you"
                + " mean \"article\"?); there are ")
        .contains("quickstart");
    assertThat(sluice.run("run", "my/artcle.yaml"))
        .isEqualTo(new CommandLineFixture.Done(2, "", "sluice: there is no file my/artcle.yaml\n"));
    assertThat(sluice.loads).isEmpty();
  }

  @Test
  void aStudyThatCannotBeReadIsComplainedOfLineByLine() {
    String bad =
        StudyFiles.write(
            folder,
            "bad.yaml",
            StudyFiles.SMALL
                .replace("repeats: 3", "repeatz: 3")
                .replace("budget: 301", "budget: x"));
    CommandLineFixture.Done done = sluice.run("run", bad, "--store", "memory:a");
    assertThat(done.exitCode()).isEqualTo(2);
    assertThat(done.out()).isEmpty();
    assertThat(done.errLines()).hasSize(2);
    assertThat(done.errLines().get(0)).startsWith(bad + ":3:1: ").contains("\"repeats\"");
    assertThat(done.errLines().get(1)).startsWith(bad + ":4:9: ");
  }

  @Test
  void aStudyThatCannotBePlannedIsComplainedOfLineByLine() {
    String bad =
        StudyFiles.write(
            folder,
            "bad.yaml",
            StudyFiles.SMALL.replace("identity]", "identiti]").replace("0.2]", "-0.2]"));
    CommandLineFixture.Done done = sluice.run("plan", bad);
    assertThat(done.exitCode()).isEqualTo(2);
    assertThat(done.errLines()).hasSize(2);
    assertThat(done.errLines().get(0)).startsWith(bad + ":8:21: ").contains("\"identity\"");
    assertThat(done.errLines().get(1)).startsWith(bad + ":9:").contains("-0.2");
  }

  @ParameterizedTest
  @ValueSource(ints = {130, 143, 129})
  void aStoppedRunKeepsWhatIsFinishedAndSaysHowToGoOn(int exitCode) {
    AtomicInteger kept = new AtomicInteger();
    AtomicInteger closed = new AtomicInteger();
    sluice.stopSignal =
        work -> {
          sluice.stores.listener =
              finished -> {
                if (kept.incrementAndGet() == 1) {
                  assertThat(work.stop()).isTrue();
                }
              };
          return CommandLineFixture.listening(exitCode, closed::incrementAndGet);
        };
    String many = StudyFiles.write(folder, "many trials.yaml", StudyFiles.SMALL);
    String[] command = {
      "run", many, "--store", "memory:a", "--set", "repeats=20000", "--threads", "1", "--lanes", "1"
    };
    CommandLineFixture.Done done = sluice.run(command);
    assertThat(done.exitCode()).isEqualTo(exitCode);
    assertThat(done.out()).isEmpty();
    assertThat(closed).hasValue(1);
    assertThat(sluice.stores.open).isZero();
    assertThat(done.err())
        .contains("\nstopping when what is being computed comes back; again ends it at once\n")
        .containsPattern("stopped: [1-9][0-9]* of 80000 trials are finished and kept. To go on:\n")
        .endsWith("  sluice run '" + many + "' --set repeats=20000 --store memory:a\n");
  }

  @Test
  void beforeTrialsRunASignalEndsTheCommandAndASecondAlwaysDoes() {
    List<String> said = new ArrayList<>();
    sluice.stopSignal =
        work -> {
          said.add("ends by itself: " + work.stop());
          work.abandon();
          return CommandLineFixture.listening(130, () -> {});
        };
    CommandLineFixture.Done done = sluice.run("run", study, "--store", "memory:a");
    String command = "  sluice run " + study + " --store memory:a";
    assertThat(said).containsExactly("ends by itself: false");
    assertThat(done.errLines())
        .startsWith(
            "stopped before a trial was run. To begin again:",
            command,
            "stopped at once; what the store has is kept. To go on:",
            command);
  }

  @Test
  void theLimitOfACallIsAWholeNumberOfSeconds() {
    assertThat(sluice.run("run", study, "--store", "memory:a", "--call-limit", "7").exitCode())
        .isZero();
    for (String wrong : List.of("0", "-1")) {
      assertThat(sluice.run("run", study, "--call-limit", wrong).err())
          .startsWith("sluice: --call-limit must be at least 1, not " + wrong);
    }
    assertThat(sluice.run("run", study, "--call-limit", "1.5").exitCode()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"memory:a", "memory:with blank"})
  void failedTrialsAreAFailureAndTheCommandThatSaysWhyFindsTheStore(String store) {
    CommandLineFixture.Done done =
        sluice.run("run", study, "--store", store, "--set", "activations=[tanh, broken]");
    assertThat(done.exitCode()).isEqualTo(1);
    assertThat(done.err())
        .containsPattern("\nsluice: 6 trials failed: activation broken of plugin .* at ")
        .containsPattern(
            "\nsluice: 6 of 12 trials failed; sluice export small-\\w+ --what trials --store "
                + ShellWord.of(store)
                + " says why");
    assertThat(done.out()).contains("6 of 12 trials failed");
  }

  @Test
  void aStoreThatLosesTrialsIsAFailure() {
    sluice.stores.keeping = finished -> finished.trial().index() < 7;
    CommandLineFixture.Done done = sluice.run("run", study, "--store", "memory:lossy");
    assertThat(done.exitCode()).isEqualTo(1);
    assertThat(done.errLines())
        .last()
        .asString()
        .startsWith(
            "sluice: memory:lossy: the store has only 7 of the 12 finished trials of small-")
        .contains("the first of them trial 7,");
    assertThat(sluice.stores.open).isZero();
  }

  @Test
  void aStoreThatCannotBeOpenedIsAFailure() {
    assertThat(sluice.run("run", study, "--store", "memory:full"))
        .isEqualTo(new CommandLineFixture.Done(1, "", "sluice: memory:full has no space left\n"));
    assertThat(sluice.run("run", study, "--store", "memry:a").err())
        .isEqualTo(
            "sluice: no kind of store \"memry\" in \"memry:a\" (did you mean \"memory\"?);"
                + " there are memory\n");
  }

  @Test
  void progressIsShownOnATerminal() {
    sluice.interactive = true;
    CommandLineFixture.Done done = sluice.run("run", study, "--store", "memory:a");
    assertThat(done.err()).contains("] 0/12 trials");
  }

  @Test
  void thePlanSaysWhatWouldBeDone() {
    CommandLineFixture.Done done = sluice.run("plan", study);
    assertThat(done.exitCode()).isZero();
    assertThat(done.out())
        .startsWith("small-")
        .contains("Which is better?\n")
        .contains("activation            2  tanh, identity\n")
        .contains("4 cells x 3 repeats = 12 trials\n")
        .contains("at most 3610 forward-equivalents in all, 301 in one trial\n");
    CommandLineFixture.Done csv = sluice.run("plan", study, "--format", "csv");
    assertThat(csv.outLines()).hasSize(5);
    assertThat(csv.outLines().get(1)).startsWith("0,single-example").contains(",3,301,");
  }

  @Test
  void waysOfTrainingAreShownWhereTheStudyNamesThem() {
    assertThat(sluice.run("plan", study).out()).doesNotContain("batches", "weight-decay");
    String[] ways = {"--set", "schedules=[constant, cosine]", "--set", "clipping={norm: 1}"};
    CommandLineFixture.Done plan = sluice.run("plan", study, ways[0], ways[1], ways[2], ways[3]);
    assertThat(plan.out())
        .containsPattern("\nschedule +2 +constant, cosine\n")
        .containsPattern("\nclipping +1 +norm\\(1\\)\n")
        .contains("8 cells x 3 repeats = 24 trials");
    CommandLineFixture.Done run =
        sluice.run("run", study, "--store", "memory:w", ways[0], ways[1], ways[2], ways[3]);
    assertThat(run.out())
        .containsPattern("\nrank +activation +optimizer +schedule +success ")
        .contains("compared with schedule constant, cosine changed the success of");
  }
}
