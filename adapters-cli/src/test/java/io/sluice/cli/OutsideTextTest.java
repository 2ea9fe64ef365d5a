package io.sluice.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names and questions that would move the cursor if a terminal got them. */
class OutsideTextTest {

  private static final String NAME = "p\u001b[31m\u202ex\u009b";
  private static final String SHOWN = "p\\u001b[31m\\u202ex\\u009b";

  private final CommandLineFixture sluice = new CommandLineFixture();
  @TempDir Path folder;
  private String study;

  @BeforeEach
  void write() {
    study =
        StudyFiles.write(
            folder,
            "esc.yaml",
            StudyFiles.SMALL
                .replace("Which is better?", "\"\\e[2J\\e]0;owned\\a\\nsluice: fake error\\rover\"")
                .replace(
                    "{id: single-example, x: 1, y: 0.5}",
                    "{name: \"p\\e[31m\\u202Ex\\x9b\", x: [0, 1], y: [0, 1]}"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"plan", "run --store memory:a"})
  void theyAreShownInsteadOfObeyed(String command) {
    for (boolean interactive : new boolean[] {false, true}) {
      sluice.interactive = interactive;
      CommandLineFixture.Done done = sluice.run((command + " " + study).split(" "));
      assertThat(done.exitCode()).isZero();
      assertThat(done.out())
          .contains(SHOWN)
          .contains("\\u001b[2J\\u001b]0;owned\\u0007 sluice: fake error over");
      assertThat(done.out().replaceAll("\u001b\\[[01]m", ""))
          .doesNotContain("\u001b", "\u202e", "\u009b", "\u0007", "\r");
      assertThat(done.out().contains("\u001b[1m")).isEqualTo(interactive);
    }
  }

  @Test
  void rowsForProgramsKeepThemUnlessAPersonReads() {
    assertThat(sluice.run("plan", study, "--format", "csv").out()).contains(NAME);
    sluice.interactive = true;
    assertThat(sluice.run("plan", study, "--format", "csv").out())
        .contains(SHOWN)
        .doesNotContain("\u001b");
  }

  @Test
  void jsonEscapesThemAndReadsThemBack() throws IOException {
    String json = sluice.run("plan", study, "--format", "json").out();
    assertThat(json).contains("\\u202e", "\\u009b").doesNotContain("\u001b", "\u202e", "\u009b");
    assertThat(new ObjectMapper().readTree(json).get(0).get("problem").asText()).isEqualTo(NAME);
  }

  @Test
  void complaintsShowThemInTheirOneLine() {
    sluice.run("run", study, "--store", "memory:a");
    List<List<String>> commands =
        List.of(
            List.of(
                "export", "a\u001b[1mb\nsluice: fake", "--what", "trials", "--store", "memory:a"),
            List.of("run", "a\u001b[1mb\nsluice: fake"),
            List.of("a\u001b[1mb\nsluice: fake"),
            List.of("list", "--format", "a\u001b[1mb\nsluice: fake"),
            List.of("plan", study, "--set", "activations=\"a\\e[1mb\\nsluice: fake\""),
            List.of("plan", "quickstart", "--set", "a\u001b[1mb\nsluice: fake=1"));
    for (List<String> command : commands) {
      CommandLineFixture.Done done = sluice.run(command.toArray(String[]::new));
      assertThat(done.exitCode()).isEqualTo(2);
      assertThat(done.errLines())
          .as(command.toString())
          .noneMatch(line -> line.startsWith("sluice: fake"))
          .anyMatch(line -> line.contains("a\\u001b[1mb"))
          .noneMatch(line -> line.contains("\u001b"));
    }
  }

  @Test
  void tablesStayAlignedWithWideLettersAndMarks() {
    Listing listing = new Listing("name", "x").row("日本", 1).row("e\u0301", 2).row("a\tb\u001b", 3);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Terminal.TextStream text = Terminal.TextStream.to(out, StandardCharsets.UTF_8, false, false);
    listing.print(Format.TABLE, new Terminal(null, out, text, text, false, false, false, true));
    assertThat(out.toString(StandardCharsets.UTF_8).lines())
        .containsExactly("name        x", "日本        1", "e\u0301           2", "a\\tb\\u001b  3");
  }
}
