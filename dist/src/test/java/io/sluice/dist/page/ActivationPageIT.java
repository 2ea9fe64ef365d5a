package io.sluice.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page about the built-in activations. */
class ActivationPageIT {

  private static final Path DOCS = Path.of("../docs");

  @TempDir Path folder;

  @Test
  void thePageAndItsDrawingsAreCurrent() throws IOException {
    Path made = folder.resolve("made");
    new SluiceProcess(folder).run("docs", "activations", "--out", made.toString()).done();

    Set<String> names = names(made);
    assertThat(names).hasSizeGreaterThan(90).contains("activations.md", "activations/relu.svg");
    names.addAll(names(DOCS));
    assertThat(names.stream().filter(name -> differs(made.resolve(name), DOCS.resolve(name))))
        .as(
            "files of docs that are not what the activations say now; run ./sluice docs"
                + " activations, and delete those that it no longer makes")
        .isEmpty();
  }

  /** The page and its drawings in a folder, by names relative to it. */
  private static Set<String> names(Path folder) throws IOException {
    Set<String> names = new TreeSet<>(Set.of("activations.md"));
    try (Stream<Path> drawings = Files.list(folder.resolve("activations"))) {
      drawings.forEach(drawing -> names.add("activations/" + drawing.getFileName()));
    }
    return names;
  }

  private static boolean differs(Path made, Path kept) {
    try {
      return Files.notExists(made) || Files.notExists(kept) || Files.mismatch(made, kept) >= 0;
    } catch (IOException unreadable) {
      throw new AssertionError(unreadable);
    }
  }
}
