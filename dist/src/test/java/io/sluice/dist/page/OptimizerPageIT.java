package io.sluice.dist.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The table of the built-in optimizers, and the paths beside it. */
class OptimizerPageIT {

  private static final Path DOCS = Path.of("../docs");

  @Test
  void theTableAndItsDrawingsAreCurrent() throws IOException {
    OptimizerPage made = BuiltInPage.optimizers(Path.of(System.getProperty("sluice.distribution")));
    Set<String> names = new TreeSet<>(made.drawings().keySet());
    assertThat(names)
        .hasSizeGreaterThan(160)
        .contains("pictures/optimizers/adam.svg", "pictures/optimizers/sam-around-adam.svg");
    try (Stream<Path> kept = Files.list(DOCS.resolve(OptimizerPage.DRAWINGS))) {
      kept.forEach(drawing -> names.add(OptimizerPage.DRAWINGS + "/" + drawing.getFileName()));
    }
    assertThat(names.stream().filter(name -> differs(name, made.drawings().get(name))))
        .as("drawings in docs that are not what the optimizers do now; see CONTRIBUTING.md, Tests")
        .isEmpty();
    String page = Files.readString(DOCS.resolve(OptimizerPage.NAME)).replace("\r\n", "\n");
    assertThat(page).isEqualTo(made.in(page));
  }

  private static boolean differs(String name, String made) {
    try {
      Path kept = DOCS.resolve(name);
      return Files.notExists(kept) || !Files.readString(kept).equals(made);
    } catch (IOException unreadable) {
      throw new AssertionError(unreadable);
    }
  }
}
