package io.sluice.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.spi.Outcome;
import io.sluice.spi.TrialEvent.Finished;
import io.sluice.spi.TrialResult;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands {@code studies}, {@code status}, {@code copy} and {@code forget}. */
class StoreCommandsTest {

  private final CommandLineFixture sluice = new CommandLineFixture();

  @TempDir private Path folder;
  private String study;

  @BeforeEach
  void runStudy() {
    study = StudyFiles.write(folder, "small.yaml", StudyFiles.SMALL);
    assertThat(sluice.run("run", study, "--store", "memory:a").exitCode()).isZero();
  }

  private CommandLineFixture.Done inA(String... command) {
    String[] whole = Arrays.copyOf(command, command.length + 2);
    whole[command.length] = "--store";
    whole[command.length + 1] = "memory:a";
    return sluice.run(whole);
  }

  private String export(String store) {
    String trials = sluice.run("export", "small", "--what", "trials", "--store", store).out();
    return trials + sluice.run("export", "small", "--what", "measurements", "--store", store).out();
  }

  private void cancelTrial(long index) {
    sluice.stores.tamper(
        "a",
        index,
        kept -> {
          TrialResult r = kept.result();
          return new Finished(
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
  }

  @Test
  void studiesAreListedTheLastFirst() {
    inA("run", study, "--set", "study=other", "--set", "repeats=5");
    cancelTrial(3);
    assertThat(inA("studies", "--format", "csv").out())
        .matches(
            "id,name,kept,planned,cells,state\n"
                + "other-[0-9a-f]{8},other,19,20,4,begun\n"
                + "small-[0-9a-f]{8},small,11,12,4,begun\n");
    assertThat(inA("studies").outLines()).hasSize(3);
  }

  @Test
  void whatCannotBeReadIsListedWithItsReason() {
    sluice.stores.unreadable = List.of("the study in memory:a/odd is damaged: it is empty");
    assertThat(inA("studies").out())
        .contains("reason\n", "the study in memory:a/odd is damaged: it is empty");
    assertThat(inA("studies", "--format", "json").out()).contains("\"unreadable\": [");
    assertThat(inA("studies", "--format", "csv").err())
        .isEqualTo("sluice: warning: the study in memory:a/odd is damaged: it is empty\n");
  }

  @Test
  void statusOfAWholeStudyIsDone() {
    CommandLineFixture.Done done = inA("status");
    assertThat(done.exitCode()).isZero();
    assertThat(done.out())
        .containsPattern("study +small-[0-9a-f]{8}\n")
        .containsPattern("trials +12 of 12 are finished\n")
        .doesNotContain("to go on", "missing", "damaged");
  }

  @Test
  void statusSaysWhatIsMissingAndTheCommandThatGoesOn() {
    String before = export("memory:a");
    cancelTrial(3);
    cancelTrial(7);
    sluice.stores.damaged.set(8, 10);
    sluice.stores.writers = List.of("process 4711");
    CommandLineFixture.Done done = inA("status", "small");
    assertThat(done.exitCode()).isEqualTo(1);
    assertThat(done.out())
        .containsPattern("trials +8 of 12 are finished \\(66.7 %\\)\n")
        .containsPattern("outcomes +10 completed, 2 cancelled\n")
        .containsPattern("missing +2: trial 3, 7\n")
        .containsPattern("damaged +2: trial 8 to 9\n")
        .containsPattern("written by +process 4711\n");
    String command = done.out().replaceAll("(?s).*to go on +sluice ", "").strip();
    sluice.stores.damaged.clear();
    assertThat(command).matches("run small-[0-9a-f]{8} --store memory:a");
    CommandLineFixture.Done run = sluice.run(command.split(" "));
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.err()).contains("10 of them are there already, 2 to go");
    assertThat(inA("status").exitCode()).isZero();
    assertThat(export("memory:a")).isEqualTo(before);
    assertThat(inA("status", "small", "--format", "json").out())
        .contains("\"whole\": true", "\"writers\": [\"process 4711\"]");
  }

  @Test
  void statusOfWhatIsNotThereSaysWhatIs() {
    assertThat(inA("status", "smal").err())
        .startsWith("sluice: no study \"smal\" in memory:a (did you mean \"small\"?)");
    assertThat(sluice.run("status", "--store", "memory:none"))
        .isEqualTo(new CommandLineFixture.Done(2, "", "sluice: there is no store memory:none\n"));
  }

  @Test
  void copyHasTheSameBytesAndGoesOn() {
    CommandLineFixture.Done done =
        sluice.run("copy", "small", "--from", "memory:a", "--to", "memory:b");
    assertThat(done.exitCode()).as(done.err()).isZero();
    assertThat(done.out())
        .matches("small-[0-9a-f]{8}: 12 trials are the same in memory:b; checksum [0-9a-f]{8}\n");
    assertThat(export("memory:b")).isEqualTo(export("memory:a"));
    CommandLineFixture.Done again =
        sluice.run("copy", "--all", "--from", "memory:a", "--to", "memory:b");
    assertThat(again.out())
        .isEqualTo(done.out().replace("memory:b;", "memory:b, 12 were there already;"));
  }

  @Test
  void copyTakesAlongWhatChoseTheValues() {
    String tuned =
        StudyFiles.write(
            folder,
            "tuned.yaml",
            StudyFiles.SMALL
                    .replace("study: small", "study: tuned")
                    .replace("{id: sgd, learning-rate: [0.1, 0.2]}", "sgd")
                + "tuning: {learning-rate: {from: 1e-3, to: 1, count: 4}, seeds: 2}\n");
    String report = inA("run", tuned).out();
    CommandLineFixture.Done done =
        sluice.run("copy", "tuned", "--from", "memory:a", "--to", "memory:b");
    assertThat(done.outLines()).hasSize(2);
    assertThat(done.outLines().get(0)).startsWith("tuned-tuning-");
    CommandLineFixture.Done there = sluice.run("run", tuned, "--store", "memory:b");
    assertThat(there.err()).contains("all of them are there already").doesNotContain("to go");
    assertThat(there.out().replace("memory:b", "memory:a")).isEqualTo(report);
  }

  @Test
  void copyThatIsStoppedSaysHowToGoOn() {
    sluice.stopSignal =
        work -> {
          assertThat(work.stop()).isTrue();
          return CommandLineFixture.listening(130, () -> {});
        };
    CommandLineFixture.Done done =
        sluice.run("copy", "small", "--from", "memory:a", "--to", "memory:b");
    assertThat(done.exitCode()).isEqualTo(130);
    assertThat(done.out()).isEmpty();
    assertThat(done.errLines()).endsWith("  sluice copy small --from memory:a --to memory:b");
  }

  @Test
  void copyIntoAStoreThatLosesTrialsFails() {
    sluice.stores.keeping = finished -> finished.trial().index() != 5;
    CommandLineFixture.Done done =
        sluice.run("copy", "small", "--from", "memory:a", "--to", "memory:b");
    assertThat(done.exitCode()).isEqualTo(1);
    assertThat(done.err())
        .startsWith("sluice: 1 of 12 trials of small-")
        .contains("the first of them trial 5; its plugin does not keep what it is given");
  }

  @Test
  void copyWithoutAStudyOrIntoTheSameStoreIsRefused() {
    assertThat(sluice.run("copy", "--from", "memory:a", "--to", "memory:b").err())
        .isEqualTo("sluice: name the studies to copy, or say --all\n");
    assertThat(sluice.run("copy", "--all", "--from", "memory:a", "--to", "memory:a").exitCode())
        .isEqualTo(2);
  }

  @Test
  void forgetAsksFirst() {
    sluice.interactive = true;
    sluice.input = "n\n";
    CommandLineFixture.Done no = inA("forget", "small");
    assertThat(no.exitCode()).isEqualTo(1);
    assertThat(no.err())
        .containsPattern("small-[0-9a-f]{8}: 12 finished trials in memory:a\n")
        .contains("Delete it? [y/N] ", "nothing was deleted\n");
    assertThat(inA("status").exitCode()).isZero();
    sluice.input = "yes\n";
    CommandLineFixture.Done done = inA("forget", "small");
    assertThat(done.exitCode()).isZero();
    assertThat(done.out()).matches("forgot small-[0-9a-f]{8} with 12 finished trials\n");
    assertThat(inA("studies", "--format", "csv"))
        .isEqualTo(
            new CommandLineFixture.Done(
                0, "id,name,kept,planned,cells,state\n", "memory:a has no studies\n"));
  }

  @Test
  void forgetWithoutATerminalNeedsAYes() {
    CommandLineFixture.Done refused = inA("forget", "small");
    assertThat(refused.exitCode()).isEqualTo(2);
    assertThat(refused.err()).contains("--yes");
    assertThat(inA("status").exitCode()).isZero();
    assertThat(inA("forget", "small", "--yes").exitCode()).isZero();
    assertThat(inA("forget", "small", "--yes").err()).contains("no study \"small\"", "it is empty");
  }

  @Test
  void studyOfTheStoreIsRunByItsIdWithOtherValues() {
    String id = inA("studies", "--format", "csv").outLines().get(1).split(",")[0];
    CommandLineFixture.Done done = inA("run", id, "--set", "repeats=5");
    assertThat(done.exitCode()).as(done.err()).isZero();
    assertThat(done.err()).contains("12 of them are there already, 8 to go");
    assertThat(inA("run", "small-00000000").err())
        .startsWith("sluice: there is no file small-00000000, and no study of this name comes");
  }
}
