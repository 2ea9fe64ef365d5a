package io.sluice.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Rules in studies, as somebody meets them who mistypes or means ill. */
class RuleCommandsTest {

  private final CommandLineFixture sluice = new CommandLineFixture();

  @TempDir Path folder;

  private CommandLineFixture.Done plan(String rule) throws IOException {
    Path study = folder.resolve("s.yaml");
    String quoted = rule.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    Files.writeString(
        study,
        "study: s\nproblems: [sphere]\nrepeats: 1\noptimizers:\n  - rule: \"" + quoted + "\"\n");
    return sluice.run("plan", study.toString());
  }

  static Stream<Arguments> mistakes() {
    String many = "w = w - g" + " + g".repeat(250_000);
    Map<String, String> texts =
        Map.ofEntries(
            Map.entry(many, "too long"),
            Map.entry("w = w - g\n".repeat(40_000), "too long at character 4001 of the rule"),
            Map.entry("w = w - " + "(".repeat(100_000) + "g", "too long at character 4001"),
            Map.entry("w = w - " + "-".repeat(100_000) + "g", "too long at character 4001"),
            Map.entry("w = w - " + "(".repeat(1000) + "g", "too deep at character"),
            Map.entry("w = w - " + "g^".repeat(1000) + "g", "too deep at character"),
            Map.entry("w = w - g" + "+g".repeat(700), "at most 600"),
            Map.entry("w = w - g / (1 - 1)", "division by zero at character 11 of the rule"),
            Map.entry("m = g\nw = w - mm", "unknown name \"mm\" at character 15 of the rule"),
            Map.entry("w = w - momntum", "unknown name \"momntum\" at character 9"),
            Map.entry("w = w - nrom(g)", "did you mean \"norm\"?"),
            Map.entry("w = w - g;", ""),
            Map.entry("w = w - g; t = 1", "cannot be assigned"),
            Map.entry("g = g", "never assigns w"));
    return texts.entrySet().stream().map(each -> Arguments.of(each.getKey(), each.getValue()));
  }

  @ParameterizedTest(name = "{1}")
  @MethodSource("mistakes")
  void aMistakeIsOneLineWithItsCharacter(String rule, String complaint) throws IOException {
    CommandLineFixture.Done done = plan(rule);
    if (complaint.isEmpty()) {
      assertThat(done.exitCode()).isZero();
      return;
    }
    assertThat(done.exitCode()).isEqualTo(2);
    assertThat(done.out()).isEmpty();
    assertThat(done.err().lines()).hasSize(1).first().asString().contains(complaint);
    assertThat(done.err().length()).isLessThan(400);
  }

  @Test
  void aRuleIsPlannedUnderItsText() throws IOException {
    assertThat(plan("m = g; w = w - 0.1 * m").out()).contains("{m = g, w = w - 0.1 * m}");
  }
}
