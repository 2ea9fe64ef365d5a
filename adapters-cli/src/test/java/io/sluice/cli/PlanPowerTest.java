package io.sluice.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlanPowerTest {

  private final CommandLineFixture sluice = new CommandLineFixture();

  @TempDir private Path folder;
  private String study;

  @BeforeEach
  void writeStudy() {
    study = StudyFiles.write(folder, "small.yaml", StudyFiles.SMALL);
  }

  @Test
  void fewRepeatsAreSaidToFindNothing() {
    CommandLineFixture.Done done = sluice.run("plan", study, "--power");
    assertThat(done.exitCode()).isZero();
    assertThat(done.out())
        .startsWith("What 3 repeats can find, ")
        .containsPattern("\nlog10 cost, paired by seed +Wilcoxon's signed-rank test +none +none")
        .containsPattern("\nlog10 cost, paired by seed +0.5 SD +\\d+ +\\d+")
        .contains("pairs are taken to be independent")
        .contains("Holm: one of 3 comparisons");
  }

  @Test
  void moreRepeatsFindSmallerDifferences() throws IOException {
    double[] found = new double[2];
    for (int i = 0; i < 2; i++) {
      String repeats = "repeats=" + (i == 0 ? 20 : 80);
      String text =
          sluice.run("plan", study, "--power", "--set", repeats, "--format", "json").out();
      JsonNode first = new ObjectMapper().readTree(text).get(0);
      assertThat(first.get("question").asText()).isEqualTo("smallest effect");
      assertThat(first.get("comparison").asText()).isEqualTo("success, paired by seed");
      assertThat(first.get("comparisons").asInt()).isEqualTo(3);
      assertThat(first.get("deviation").isNull()).isTrue();
      found[i] = first.get("effect").asDouble();
    }
    assertThat(found[1]).isBetween(0.1, found[0]);
  }

  @Test
  void spreadIsThatOfTheTrialsInTheStore() {
    sluice.run("run", study, "--store", "memory:a");
    CommandLineFixture.Done done = sluice.run("plan", study, "--power", "--store", "memory:a");
    assertThat(done.out()).contains("over the seeds in the store").contains("(cost times ");
    assertThat(done.err()).isEmpty();
    CommandLineFixture.Done other =
        sluice.run("plan", study, "--power", "--store", "memory:a", "--seed", "5");
    assertThat(other.exitCode()).isZero();
    assertThat(other.err()).containsPattern("note: memory:a has no trials of small-[0-9a-f]{8}");
    assertThat(other.out()).doesNotContain("in the store;");
  }

  @Test
  void storeWithoutPowerIsRefused() {
    CommandLineFixture.Done done = sluice.run("plan", study, "--store", "memory:a");
    assertThat(done.exitCode()).isEqualTo(2);
    assertThat(done.err()).contains("--store goes with --power");
  }
}
