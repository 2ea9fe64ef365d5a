package io.sluice.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TunedStudyTest {

  private final CommandLineFixture sluice = new CommandLineFixture();

  @TempDir private Path folder;
  private String study;

  @BeforeEach
  void writeStudy() {
    String text =
        StudyFiles.SMALL.replace("{id: sgd, learning-rate: [0.1, 0.2]}", "sgd")
            + "tuning: {learning-rate: {from: 1e-3, to: 1, count: 4}, seeds: 2}\n";
    study = StudyFiles.write(folder, "small.yaml", text);
  }

  @Test
  void planShowsBothPartsWithTheirCost() {
    CommandLineFixture.Done done = sluice.run("plan", study);
    assertThat(done.out())
        .contains("sgd, sgd(tuned)")
        .contains("4 cells x 3 repeats = 12 trials")
        .contains(
            "before, small-tuning: 8 cells x 2 seeds = 16 trials, at most 4820 forward-equivalents")
        .contains("with the tuning at most 8430 forward-equivalents, 57 % of them for it");
    assertThat(sluice.run("plan", study, "--set", "tuning.by=halving").out())
        .contains("before, small-tuning-1: 8 cells x 2 seeds = 16 trials, at most 1600 ")
        .contains("before, small-tuning-2: 4 cells x 2 seeds = 8 trials, at most 2410 ");
    List<String> rows = sluice.run("plan", study, "--format", "csv").outLines();
    assertThat(rows.get(0)).startsWith("study,cell,problem,");
    assertThat(rows).hasSize(1 + 8 + 4);
    assertThat(rows.get(10))
        .startsWith("small,1,")
        .contains("sgd(tuned)")
        .doesNotContain("learning-rate");
  }

  @Test
  void runTunesFirstAndEndsWithBothBesideEachOther() {
    CommandLineFixture.Done done = sluice.run("run", study, "--store", "memory:a");
    assertThat(done.exitCode()).isZero();
    assertThat(done.errLines()).hasSize(2);
    assertThat(done.errLines().get(0))
        .matches("small-tuning-[0-9a-f]{8}: 16 trials in 8 cells to choose from, kept in memory:a");
    assertThat(done.errLines().get(1))
        .matches("small-[0-9a-f]{8}: 12 trials in 4 cells, kept in memory:a");
    assertThat(done.out())
        .containsPattern("\n +\\d +tanh +sgd +\\d+ %")
        .containsPattern("\n +\\d +tanh +sgd\\(tuned\\) +\\d+ %")
        .contains("Tuning learning rate cost ");
    CommandLineFixture.Done again = sluice.run("run", study, "--store", "memory:a");
    assertThat(again.out()).isEqualTo(done.out());
    assertThat(again.errLines()).contains("all of them are there already");
  }

  @Test
  void trialsOfBothPartsAreReproduced() {
    sluice.run("run", study, "--store", "memory:a");
    for (String trial : List.of("small/0", "small/5", "small/11", "small-tuning/15")) {
      CommandLineFixture.Done done = sluice.run("reproduce", trial, "--store", "memory:a");
      assertThat(done.exitCode()).as(done.err()).isZero();
      assertThat(done.out()).contains(trial.substring(trial.indexOf("/")) + " is reproduced: ");
    }
  }

  @Test
  void misspelledHyperparametersAreRefusedWithTheirPlace() {
    CommandLineFixture.Done done = sluice.run("run", study, "--set", "tuning.seed=5");
    assertThat(done.exitCode()).isEqualTo(2);
    assertThat(done.err())
        .contains("no optimizer of the study has a hyper-parameter \"seed\"")
        .contains("(did you mean \"seeds\"?)");
  }
}
