package io.sluice.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportCommandTest {

  private final CommandLineFixture sluice = new CommandLineFixture();

  @TempDir private Path folder;
  private String study;

  @BeforeEach
  void runStudy() {
    study = StudyFiles.write(folder, "small.yaml", StudyFiles.SMALL);
    assertThat(sluice.run("run", study, "--store", "memory:a").exitCode()).isZero();
  }

  @Test
  void trialsComeInTheOrderOfThePlan() {
    CommandLineFixture.Done done = export("small", "trials", "memory:a");
    assertThat(done.exitCode()).isZero();
    assertThat(done.err()).isEmpty();
    assertThat(done.outLines()).hasSize(13);
    assertThat(done.outLines().get(0))
        .startsWith("trial,key,problem,network,loss,activation,optimizer,weight-policy,bounds,")
        .endsWith(",best_cost,cost_to_0.1,cost_to_0.001,hyperparameters,message");
    for (int trial = 0; trial < 12; trial++) {
      assertThat(done.outLines().get(trial + 1)).startsWith(trial + ",");
    }
  }

  @Test
  void theSameResultsAreTheSameBytesWhateverTheThreadsAndLanes() {
    sluice.run("run", study, "--store", "memory:b", "--threads", "2", "--lanes", "3");
    for (String what : new String[] {"trials", "measurements"}) {
      assertThat(export("small", what, "memory:b")).isEqualTo(export("small", what, "memory:a"));
    }
  }

  @Test
  void measurementsAsJsonLines() {
    CommandLineFixture.Done done =
        sluice.run(
            "export",
            "small",
            "--what",
            "measurements",
            "--format",
            "jsonl",
            "--store",
            "memory:a");
    assertThat(done.outLines()).hasSizeGreaterThan(24);
    assertThat(done.outLines().get(0))
        .startsWith("{\"trial\":0,\"key\":\"")
        .contains("\"step\":0,\"cost\":")
        .contains("\"metric\":\"loss\",\"value\":");
  }

  @Test
  void aFileGetsTheSameBytes() throws IOException {
    Path file = folder.resolve("trials.csv");
    CommandLineFixture.Done done =
        sluice.run(
            "export",
            "small",
            "--what",
            "trials",
            "--store",
            "memory:a",
            "--output",
            file.toString());
    assertThat(done).isEqualTo(new CommandLineFixture.Done(0, "", ""));
    assertThat(Files.readString(file)).isEqualTo(export("small", "trials", "memory:a").out());
  }

  @Test
  void aFolderThatDoesNotExistIsWrongUsage() {
    Path nowhere = folder.resolve("none");
    assertThat(
            sluice.run(
                "export",
                "small",
                "--what",
                "trials",
                "--store",
                "memory:a",
                "--output",
                nowhere.resolve("trials.csv").toString()))
        .isEqualTo(
            new CommandLineFixture.Done(
                2, "", "sluice: --output: there is no folder " + nowhere + "\n"));
    assertThat(sluice.stores.open).isZero();
  }

  @Test
  void aFileThatCannotBeWrittenIsAFailure() {
    CommandLineFixture.Done done =
        sluice.run(
            "export",
            "small",
            "--what",
            "trials",
            "--store",
            "memory:a",
            "--output",
            folder.toString());
    assertThat(done.exitCode()).isEqualTo(1);
    assertThat(done.errLines()).singleElement().asString().contains(folder.toString());
  }

  @Test
  void anUnknownStudyIsAnsweredWithTheNearestOne() {
    sluice.stores.open("z").close();
    assertThat(export("smal", "trials", "memory:a"))
        .isEqualTo(
            new CommandLineFixture.Done(
                2,
                "",
                "sluice: no study \"smal\" in memory:a (did you mean \"small\"?); it has small\n"));
    assertThat(export("small", "trials", "memory:z").err())
        .isEqualTo("sluice: no study \"small\" in memory:z; it is empty\n");
  }

  private CommandLineFixture.Done export(String name, String what, String store) {
    return sluice.run("export", name, "--what", what, "--store", store);
  }

  @Test
  void storeThatIsNotThereIsToldAndNotMade() {
    for (String[] command :
        new String[][] {
          {"export", "small", "--what", "trials", "--store", "memory:b"},
          {"reproduce", "small/1", "--store", "memory:b"}
        }) {
      CommandLineFixture.Done done = sluice.run(command);
      assertThat(done.exitCode()).isEqualTo(2);
      assertThat(done.err()).isEqualToIgnoringNewLines("sluice: there is no store memory:b");
      assertThat(done.out()).isEmpty();
    }
  }

  @Test
  void whatCannotBeReadIsToldInALine() {
    sluice.stores.unreadable = List.of("x/study.json is damaged: why");
    CommandLineFixture.Done done = export("small", "trials", "memory:a");
    assertThat(done.exitCode()).isZero();
    assertThat(done.outLines()).hasSize(13);
    assertThat(done.err())
        .isEqualToIgnoringNewLines("sluice: warning: x/study.json is damaged: why");
  }
}
