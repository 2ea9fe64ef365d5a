package io.sluice.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class DocumentationTest {

  private static final Path PAGE = Path.of("../docs/command-line.md");
  private static final List<String> COMMANDS =
      List.of(
          "run",
          "status",
          "studies",
          "copy",
          "forget",
          "plan",
          "list",
          "show",
          "eval",
          "trace",
          "export",
          "stats",
          "compare",
          "claims",
          "claims run",
          "claims show",
          "reproduce",
          "plugins",
          "plugins list",
          "plugins new",
          "plugins check",
          "plugins install",
          "plugins remove",
          "serve",
          "completion");

  private final CommandLineFixture sluice = new CommandLineFixture();

  @Test
  void everyExampleOfThePageIsUnderstood() throws IOException {
    List<String> examples = examples(Files.readAllLines(PAGE).stream());
    assertThat(examples).hasSizeGreaterThan(20);
    examples.forEach(this::assertUnderstood);
    for (String command : COMMANDS) {
      assertThat(examples).anyMatch(example -> example.startsWith("sluice " + command));
    }
  }

  @Test
  void everyExampleOfTheHelpIsUnderstood() {
    for (String command : COMMANDS) {
      String help = sluice.run((command + " --help").split(" ")).out();
      List<String> examples = examples(help.substring(help.indexOf("Examples:")).lines());
      assertThat(examples).isNotEmpty();
      examples.forEach(this::assertUnderstood);
    }
  }

  @Test
  void everyOptionIsOnThePage() throws IOException {
    String page = Files.readString(PAGE);
    for (String command : COMMANDS) {
      CommandLine.ParseResult parsed = sluice.parse((command + " --help").split(" "));
      while (parsed.hasSubcommand()) {
        parsed = parsed.subcommand();
      }
      parsed
          .commandSpec()
          .options()
          .forEach(option -> assertThat(page).contains("`" + option.longestName()));
    }
  }

  private static List<String> examples(Stream<String> lines) {
    return lines
        .map(line -> line.replaceFirst("^.*(\\||<\\()\\s*sluice", "sluice").strip())
        .filter(line -> line.startsWith("sluice "))
        .map(line -> line.replaceFirst("(\\s{2,}| #|[>)](?![^']*')).*$", ""))
        .toList();
  }

  private void assertUnderstood(String example) {
    String[] words =
        example.substring("sluice ".length()).strip().split(" +(?=(?:[^']*'[^']*')*[^']*$)");
    assertThatCode(() -> sluice.parse(words)).as(example).doesNotThrowAnyException();
  }
}
