package io.sluice.dist.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page about the built-in activations, and the one about those that were left out. */
class ActivationPageIT {

  private static final Path DOCS = Path.of("../docs");
  private static final Pattern LEFT_OUT = Pattern.compile("(?m)^\\| `([a-z0-9-]+)` \\|");

  private final Map<String, String> made =
      BuiltInPage.files(Path.of(System.getProperty("sluice.distribution")));

  @Test
  void thePageAndItsDrawingsAreCurrent() throws IOException {
    Set<String> names = new TreeSet<>(made.keySet());
    assertThat(names).hasSizeGreaterThan(360).contains("activations.md", "activations/relu.svg");
    names.addAll(kept());
    assertThat(names.stream().filter(this::differs))
        .as("files of docs that are not what the activations say now; see CONTRIBUTING.md, Tests")
        .isEmpty();
  }

  @Test
  void whatIsLeftOutIsNotThere() throws IOException {
    List<String> leftOut =
        LEFT_OUT
            .matcher(Files.readString(DOCS.resolve("activations-left-out.md")))
            .results()
            .map((MatchResult row) -> row.group(1))
            .toList();
    assertThat(leftOut)
        .isNotEmpty()
        .doesNotHaveDuplicates()
        .noneMatch(id -> made.get(ActivationPage.NAME).contains("<a id=\"" + id + "\">"));
  }

  /** The page and its drawings in docs. */
  private static Set<String> kept() throws IOException {
    Set<String> names = new TreeSet<>(Set.of(ActivationPage.NAME));
    try (Stream<Path> drawings = Files.list(DOCS.resolve("activations"))) {
      drawings.forEach(drawing -> names.add("activations/" + drawing.getFileName()));
    }
    return names;
  }

  private boolean differs(String name) {
    try {
      Path kept = DOCS.resolve(name);
      return Files.notExists(kept) || !Files.readString(kept).equals(made.get(name));
    } catch (IOException unreadable) {
      throw new AssertionError(unreadable);
    }
  }
}
