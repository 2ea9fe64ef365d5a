package io.sluice.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.spi.Outcome;
import io.sluice.spi.TrialEvent;
import io.sluice.spi.TrialResult;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReproduceCommandTest {

  private final CommandLineFixture sluice = new CommandLineFixture();

  @TempDir private Path folder;

  @BeforeEach
  void runStudy() {
    String study = StudyFiles.write(folder, "small.yaml", StudyFiles.SMALL);
    assertThat(sluice.run("run", study, "--store", "memory:a").exitCode()).isZero();
  }

  @Test
  void aTrialIsReproducedByItsPlace() {
    CommandLineFixture.Done done = sluice.run("reproduce", "small/7", "--store", "memory:a");
    assertThat(done.exitCode()).isZero();
    assertThat(done.err()).isEmpty();
    assertThat(done.outLines().get(0)).matches("Is small-[0-9a-f]{8}/7 reproduced\\?");
    assertThat(done.outLines().get(1))
        .matches(
            "small-[0-9a-f]{8}/7 is reproduced: \\d\\d values are equal bit by bit, [1-9]\\d?"
                + " measurements among them\\.");
    assertThat(done.outLines()).anyMatch(line -> line.matches("value +kept +now +equal"));
    assertThat(done.outLines()).filteredOn(line -> line.endsWith(" yes")).hasSizeGreaterThan(18);
    assertThat(done.outLines()).noneMatch(line -> line.startsWith("measurement"));
  }

  @Test
  void aTrialIsReproducedByItsKey() {
    String key =
        sluice
            .run("export", "small", "--what", "trials", "--store", "memory:a")
            .outLines()
            .get(4)
            .split(",")[1];
    CommandLineFixture.Done done = sluice.run("reproduce", key, "--store", "memory:a");
    assertThat(done.exitCode()).isZero();
    assertThat(done.out()).contains("/3 is reproduced");
  }

  @Test
  void aDifferenceInTheLastBitIsFound() {
    sluice.stores.tamper("a", 7, kept -> with(kept, Math.nextUp(kept.result().bestLoss())));
    CommandLineFixture.Done done =
        sluice.run("reproduce", "small/7", "--store", "memory:a", "--format", "csv");
    assertThat(done.exitCode()).isEqualTo(1);
    assertThat(done.err()).isEmpty();
    assertThat(done.outLines())
        .filteredOn(line -> line.endsWith(",no"))
        .singleElement()
        .asString()
        .startsWith("best_loss,");
    CommandLineFixture.Done told = sluice.run("reproduce", "small/7", "--store", "memory:a");
    assertThat(told.exitCode()).isEqualTo(1);
    assertThat(told.out()).containsPattern("/7 is not reproduced: 1 of \\d\\d values differ\\.");
  }

  @Test
  void aReproductionIsADocumentInAnyFormat() {
    CommandLineFixture.Done json =
        sluice.run("reproduce", "small/7", "--store", "memory:a", "--format", "json");
    assertThat(json.out()).contains("\"reproduced\": true", "\"trial\": 7", "\"values\": [");
    Path page = folder.resolve("trial.html");
    assertThat(
            sluice
                .run("reproduce", "small/7", "--store", "memory:a", "-o", page.toString())
                .exitCode())
        .isZero();
    assertThat(page).content().startsWith("<!doctype html>").contains("/7 is reproduced");
    assertThat(sluice.run("reproduce", "small/7", "--store", "memory:a", "--format", "md").out())
        .contains("| best\\_loss |");
  }

  @Test
  void aStoppedTrialCannotBeCompared() {
    sluice.stores.tamper(
        "a",
        7,
        kept -> {
          TrialResult r = kept.result();
          return new TrialEvent.Finished(
              kept.trial(),
              new TrialResult(
                  Outcome.CANCELLED,
                  r.steps(),
                  r.cost(),
                  r.initialLoss(),
                  r.finalLoss(),
                  r.bestLoss(),
                  r.bestCost(),
                  r.hitCosts(),
                  ""));
        });
    CommandLineFixture.Done done = sluice.run("reproduce", "small/7", "--store", "memory:a");
    assertThat(done.exitCode()).isEqualTo(1);
    assertThat(done.out()).isEmpty();
    assertThat(done.err())
        .matches(
            "sluice: the trial small-[0-9a-f]{8}/7 was stopped before its end, so there is nothing"
                + " to compare\n");
  }

  @Test
  void anotherPluginIsWarnedOf() {
    sluice.sha256 = "cd".repeat(32);
    CommandLineFixture.Done done = sluice.run("reproduce", "small/7", "--store", "memory:a");
    assertThat(done.exitCode()).isZero();
    assertThat(done.errLines().get(0))
        .startsWith("sluice: warning: plugin small was 1.2 sha256:abab")
        .contains(" and is 1.2 sha256:cdcd");
    assertThat(done.out()).contains("Since then plugin small was 1.2 sha256:abab");
  }

  @Test
  void whatCannotBeFoundIsSaid() {
    assertThat(sluice.run("reproduce", "7", "--store", "memory:a").err())
        .isEqualTo(
            "sluice: a trial is named by STUDY/INDEX, such as article/17, or by its key of 16"
                + " hexadecimal digits, not by \"7\"\n");
    assertThat(sluice.run("reproduce", "small/12", "--store", "memory:a").err())
        .startsWith("sluice: memory:a has no trial 12 of small-")
        .endsWith("; the study has the trials 0 to 11\n");
    assertThat(sluice.run("reproduce", "0123456789abcdef", "--store", "memory:a"))
        .isEqualTo(
            new CommandLineFixture.Done(
                2, "", "sluice: memory:a has no trial with the key 0123456789abcdef\n"));
  }

  private static TrialEvent.Finished with(TrialEvent.Finished kept, double bestLoss) {
    TrialResult r = kept.result();
    return new TrialEvent.Finished(
        kept.trial(),
        new TrialResult(
            r.outcome(),
            r.steps(),
            r.cost(),
            r.initialLoss(),
            r.finalLoss(),
            bestLoss,
            r.bestCost(),
            r.hitCosts(),
            r.message()));
  }
}
