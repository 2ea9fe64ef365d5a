package io.sluice.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClaimsCommandTest {

  private static final String CARD =
      String.join(
          "\n",
          "claim: mine",
          "statement: A larger rate is better.",
          "studies:",
          "  main:",
          "    budget: 301",
          "    targets: [0.1]",
          "    problems: {id: single-example, x: 1, y: 0.5}",
          "    networks: {hidden: [1]}",
          "    activations: [tanh, identity]",
          "    optimizers: {id: sgd, learning-rate: [0.1, 0.2]}",
          "    initial-weights: {uniform: 1}",
          "decide:",
          "  difference:",
          "    of: {optimizer: sgd(learning-rate=0.2)}",
          "    against: {optimizer: sgd}",
          "    by: best-loss",
          "    lower-by: 0.1",
          "sample: {full: 12, quick: 4}",
          "expectation: refuted",
          "");

  private final CommandLineFixture sluice = new CommandLineFixture();

  @TempDir private Path folder;

  private String card(String text) {
    return StudyFiles.write(folder, "mine.yaml", text);
  }

  @Test
  void aCardOfOnesOwnIsRunAndShown() {
    String card = card(CARD);
    CommandLineFixture.Done before = sluice.run("claims", "show", card, "--store", "memory:a");
    assertThat(before.exitCode()).isZero();
    assertThat(before.outLines()).contains("It was not run yet: not run.", "Expected: refuted.");

    CommandLineFixture.Done done = sluice.run("claims", "run", card, "--store", "memory:a");
    assertThat(done.exitCode()).isZero();
    assertThat(done.outLines().get(0)).isEqualTo("A larger rate is better.");
    assertThat(done.outLines().get(1))
        .isEqualTo(
            "This is not what was expected: the rows say supported, the expectation was refuted.");
    assertThat(done.outLines().get(2))
        .startsWith("Supported: lowest loss, ")
        .contains("12 repeats");
    assertThat(done.out()).contains("sluice claims run " + card + " --store memory:a");

    CommandLineFixture.Done shown = sluice.run("claims", "show", card, "--store", "memory:a");
    assertThat(shown.out()).isEqualTo(done.out());
  }

  @Test
  void aFullRunGoesOnFromTheQuickOne() {
    String card = card(CARD);
    CommandLineFixture.Done quick =
        sluice.run("claims", "run", card, "--quick", "--store", "memory:a");
    assertThat(quick.err()).contains("16 trials in 4 cells");
    assertThat(quick.out()).contains("These are the first 4 of 12 repeats.");
    CommandLineFixture.Done full = sluice.run("claims", "run", card, "--store", "memory:a");
    assertThat(full.err()).contains("16 of them were taken over from", "32 to go");
    assertThat(full.out()).doesNotContain("These are the first");
    CommandLineFixture.Done again = sluice.run("claims", "run", card, "--store", "memory:a");
    assertThat(again.err()).contains("all of them are there already");
    assertThat(again.out()).isEqualTo(full.out());
  }

  @Test
  void severalCardsMakeAList() throws IOException {
    String first = card(CARD);
    String second =
        StudyFiles.write(
            folder,
            "old.yaml",
            "claim: old\nstatement: So it was.\nkind: history\nliterature: Gauss 1809\n");
    CommandLineFixture.Done done =
        sluice.run(
            "claims", "run", first, second, "--quick", "--store", "memory:a", "--format", "json");
    assertThat(done.exitCode()).isZero();
    assertThat(done.err()).contains("claim mine: ");
    JsonNode claims = new ObjectMapper().readTree(done.out()).get("claims");
    assertThat(claims).hasSize(2);
    assertThat(claims.get(0).get("state").asText()).isEqualTo("quick");
    assertThat(claims.get(1).get("verdict").asText()).isEqualTo("history");
  }

  @Test
  void aPageIsWrittenInEveryForm() throws IOException {
    String card = card(CARD);
    sluice.run("claims", "run", card, "--store", "memory:a");
    Path page = folder.resolve("mine.html");
    sluice.run("claims", "show", card, "--store", "memory:a", "-o", page.toString());
    assertThat(Files.readString(page)).startsWith("<!doctype html>").contains("<svg");
    CommandLineFixture.Done json =
        sluice.run("claims", "show", card, "--store", "memory:a", "--format", "json");
    JsonNode read = new ObjectMapper().readTree(json.out());
    assertThat(read.get("verdict").asText()).isEqualTo("supported");
    assertThat(read.get("evidence").get(0).get("effect").asDouble()).isNegative();
    assertThat(sluice.run("claims", "show", card, "--store", "memory:a", "--format", "md").out())
        .startsWith("# Claim mine");
  }

  @Test
  void labelsThatNoTrialHasAreToldBeforeAnythingIsRun() {
    String card = card(CARD.replace("sgd(learning-rate=0.2)", "sgd(learning-rate=0.3)"));
    CommandLineFixture.Done done = sluice.run("claims", "run", card, "--store", "memory:a");
    assertThat(done.exitCode()).isEqualTo(2);
    assertThat(done.err())
        .contains("mine.yaml:14:21: no optimizer \"sgd(learning-rate=0.3)\" (did you mean");
    assertThat(done.out()).isEmpty();
  }

  @Test
  void whatIsNoClaimIsWrongUsage() {
    CommandLineFixture.Done unknown = sluice.run("claims", "show", "b12");
    assertThat(unknown.exitCode()).isEqualTo(2);
    assertThat(unknown.err())
        .startsWith("sluice: there is no file b12, and no claim of this id comes with Sluice");
    CommandLineFixture.Done plan =
        sluice.run("claims", "run", card(CARD.replace("tanh,", "tahn,")));
    assertThat(plan.exitCode()).isEqualTo(2);
    assertThat(plan.err()).contains("mine.yaml:9:19").contains("did you mean");
  }

  @Test
  void aCardMayComeThroughAPipe() {
    sluice.input = CARD;
    CommandLineFixture.Done done =
        sluice.run("claims", "run", "-", "--quick", "--store", "memory:a");
    assertThat(done.exitCode()).isZero();
    assertThat(done.outLines().get(0)).isEqualTo("A larger rate is better.");
  }

  @Test
  void whatWasNotMeasuredIsToldInOneLine() {
    String measured =
        CARD.replace(
                "    targets", "    measure: {every: 10}\n    metrics: [loss, dead]\n    targets")
            .replace("by: best-loss", "by: {metric: dead-9}");
    CommandLineFixture.Done done =
        sluice.run("claims", "run", card(measured), "--quick", "--store", "memory:a");
    assertThat(done.exitCode()).isEqualTo(2);
    assertThat(done.err()).endsWith("sluice: claim mine: no dead-9 was measured in claim-mine\n");
  }
}
