package io.sluice.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.engine.text.NumberText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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

  @Test
  void weightsAreThoseOfTheTrialsThatWereKept() {
    CommandLineFixture.Done done = export("small", "weights", "memory:a");
    assertThat(done.exitCode()).isZero();
    assertThat(done.err()).isEmpty();
    // A network 1-1-1 has 4 weights.
    assertThat(done.outLines()).hasSize(1 + 12 * 4);
    assertThat(done.outLines().get(0)).isEqualTo("trial,key,layer,parameter,unit,input,value");
    assertThat(done.outLines().subList(1, 5))
        .extracting(line -> line.replaceAll("^(\\d+),[0-9a-f]{16},(.*),[^,]*$", "$1,$2"))
        .containsExactly("0,1,matrix,1,1", "0,1,bias,1,0", "0,2,matrix,1,1", "0,2,bias,1,0");
    sluice.run("run", study, "--store", "memory:b", "--threads", "2", "--lanes", "3");
    assertThat(export("small", "weights", "memory:b")).isEqualTo(done);
  }

  @Test
  void predictionsComeToTheLossThatWasKept() {
    CommandLineFixture.Done trials = chosen("trials", "--format", "jsonl");
    CommandLineFixture.Done done = export("small", "predictions", "memory:a");
    assertThat(done.outLines()).hasSize(1 + 12);
    assertThat(done.outLines().get(0)).isEqualTo("trial,key,rows,row,output,wanted,value");
    for (int trial = 0; trial < 12; trial++) {
      String[] cells = done.outLines().get(trial + 1).split(",");
      assertThat(cells).startsWith(trial + "").contains("training", "1", "0.5");
      double error = Double.parseDouble(cells[6]) - 0.5;
      assertThat(trials.outLines().get(trial))
          .contains("\"final_loss\":" + NumberText.of(error * error) + ",");
    }
  }

  @Test
  void trialsAreChosenByLabelsAndNumbers() {
    for (String what : new String[] {"trials", "weights", "predictions"}) {
      List<String> all = export("small", what, "memory:a").outLines();
      assertThat(chosen(what, "--trial", "2", "--trial", "7").outLines())
          .isEqualTo(all.stream().filter(line -> line.matches("(trial|2|7),.*")).toList());
      assertThat(chosen(what, "--where", "activation=identity").outLines())
          .hasSize(1 + (all.size() - 1) / 2);
      assertThat(chosen(what, "--where", "activation=identity", "--trial", "1").outLines())
          .hasSize(1);
    }
    assertThat(chosen("measurements", "--trial", "3").outLines().subList(1, 3))
        .allMatch(line -> line.startsWith("3,"));
  }

  private CommandLineFixture.Done chosen(String what, String... options) {
    List<String> arguments =
        new ArrayList<>(List.of("export", "small", "--what", what, "--store", "memory:a"));
    arguments.addAll(List.of(options));
    return sluice.run(arguments.toArray(String[]::new));
  }

  @Test
  void whatNoTrialHasIsWrongUsage() {
    assertThat(chosen("weights", "--where", "activaton=tanh").err())
        .contains("has no factor \"activaton\" (did you mean \"activation\"?)");
    assertThat(chosen("weights", "--where", "activation=tan").err())
        .contains("has the activation \"tan\" (did you mean \"tanh\"?); there are tanh, identity");
    assertThat(chosen("weights", "--trial", "12").err()).contains("has the trials 0 to 11, not 12");
    for (String[] wrong :
        new String[][] {{"--trial", "12"}, {"--where", "loss=mae"}, {"--where", "los=mse"}}) {
      CommandLineFixture.Done done = chosen("trials", wrong);
      assertThat(done.exitCode()).isEqualTo(2);
      assertThat(done.out()).isEmpty();
      assertThat(done.errLines()).hasSize(1);
    }
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
