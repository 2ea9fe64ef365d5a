package io.sluice.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompareCommandTest {

  private final CommandLineFixture sluice = new CommandLineFixture();

  @TempDir private Path folder;
  private String small;

  @BeforeEach
  void runStudies() {
    small = StudyFiles.write(folder, "small.yaml", StudyFiles.SMALL);
    run("memory:a");
    sluice.sha256 = "cd".repeat(32);
    run("memory:b");
    run("memory:c", "--set", "repeats=2", "--set", "activations=tanh", "--seed", "7");
  }

  private void run(String store, String... options) {
    String[] arguments = new String[options.length + 4];
    System.arraycopy(new String[] {"run", small, "--store", store}, 0, arguments, 0, 4);
    System.arraycopy(options, 0, arguments, 4, options.length);
    assertThat(sluice.run(arguments).exitCode()).isZero();
  }

  @Test
  void equalStudiesAreEqualBitByBitAndWhatMadeThemIsTold() {
    CommandLineFixture.Done done =
        sluice.run("compare", "small", "small", "--store", "memory:a", "--store", "memory:b");
    assertThat(done.exitCode()).isZero();
    assertThat(done.err()).isEmpty();
    assertThat(done.out())
        .containsPattern("small-\\w+ in memory:b compared with small-\\w+ in memory:a")
        .contains("Both have 4 cells, in them 12 trials.", "All are equal bit by bit.");
    assertThat(done.outLines())
        .anyMatch(line -> line.matches("plugin small +1\\.2 sha256:abab.*cdcd.*"));
    assertThat(sluice.run("compare", "small@memory:a", "small@memory:b").out())
        .isEqualTo(done.out());
    assertThat(sluice.stores.open).isZero();
  }

  @Test
  void anotherSeedDiffersAndStillTheExitCodeIsZero() {
    CommandLineFixture.Done done = sluice.run("compare", "small@memory:a", "small@memory:c");
    assertThat(done.exitCode()).isZero();
    assertThat(done.out())
        .contains(
            "Both have 2 cells, the first has 2 alone, in them 4 trials; 2 more only one of them"
                + " has.",
            "0 are equal bit by bit, 4 differ.")
        .containsPattern("target +reached first +reached second +better +worse");
  }

  @Test
  void allOthersAreComparedWithTheFirst() {
    String csv =
        sluice
            .run("compare", "small@memory:a", "small@memory:b", "small@memory:c", "--format", "csv")
            .out();
    assertThat(csv.lines().toList())
        .hasSize(5)
        .startsWith(
            "first,second,pairs,equal,target,reached_first,reached_second,better,worse,success_p,"
                + "cost_ratio,cost_p");
    assertThat(csv).contains(",12,12,0.1,").contains(",4,0,0.001,");
    String json =
        sluice.run("compare", "small@memory:a", "small@memory:c", "--format", "json").out();
    assertThat(json)
        .containsPattern("\"pairs\" ?: ?4")
        .containsPattern("\"cells_only_first\" ?: ?2")
        .containsPattern("\"target\" ?: ?0.1");
  }

  @Test
  void whatCannotBeComparedIsWrongUsage() {
    assertWrong("compare needs two studies or more, not only small", "small");
    assertWrong(
        "--store is given once for all studies or once for each of the 3, not 2 times",
        "small",
        "small",
        "small",
        "--store",
        "memory:a",
        "--store",
        "memory:b");
    assertWrong(
        "no study \"smal\" in memory:b (did you mean \"small\"?); it has small",
        "small@memory:a",
        "smal@memory:b");
    assertWrong("there is no store memory:z", "small@memory:a", "small@memory:z");
    assertThat(sluice.stores.open).isZero();
  }

  private void assertWrong(String message, String... studies) {
    String[] arguments = new String[studies.length + 1];
    arguments[0] = "compare";
    System.arraycopy(studies, 0, arguments, 1, studies.length);
    assertThat(sluice.run(arguments))
        .isEqualTo(new CommandLineFixture.Done(2, "", "sluice: " + message + "\n"));
  }
}
