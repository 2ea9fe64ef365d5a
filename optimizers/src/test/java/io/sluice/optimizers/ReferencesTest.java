package io.sluice.optimizers;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sluice.passport.optimizer.OptimizerPassport;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * The table of references in passports has every run of another program that the tests of this
 * module hold an optimizer to, and no other. {@link #main} writes it anew.
 */
class ReferencesTest {

  private static final String TABLE = "references.csv";
  private static final Path ORACLE = Path.of("src/test/resources/oracle");
  private static final ObjectMapper JSON = new ObjectMapper();

  /** The table as the fixtures have it. */
  private static String table() throws IOException {
    LibraryMapping mapping = Trajectory.mapping();
    Set<String> rows = new TreeSet<>();
    for (Trajectory theirs : Trajectory.ofFixture()) {
      if (theirs.isReference() && theirs.isKnown()) {
        theirs.ours(mapping).forEach(ours -> rows.add(ours.id() + "," + theirs.name()));
      }
    }
    JSON.readTree(ORACLE.resolve("population-optimizers.json").toFile())
        .fields()
        .forEachRemaining(
            each ->
                rows.add(each.getValue().get("id").asText() + "," + each.getKey() + " in median"));
    JsonNode simplex = JSON.readTree(ORACLE.resolve("nelder-mead-visible.json").toFile());
    rows.add("nelder-mead," + simplex.get("library").asText() + " Nelder-Mead");
    return "optimizer,reference\n" + String.join("\n", rows) + "\n";
  }

  @Test
  void theTableIsCurrent() throws IOException {
    String kept =
        new String(
            OptimizerPassport.class.getResourceAsStream(TABLE).readAllBytes(),
            StandardCharsets.UTF_8);
    assertThat(kept).isEqualTo(table());
  }

  @Test
  void everyOptimizerOfTheTableIsOneOfOurs() throws IOException {
    assertThat(table().lines().skip(1).map(row -> row.substring(0, row.indexOf(','))))
        .isNotEmpty()
        .allSatisfy(id -> assertThat(BuiltIns.named(id).id()).isEqualTo(id));
  }

  /**
   * Writes the table.
   *
   * @param arguments the file
   */
  public static void main(String[] arguments) throws IOException {
    Files.writeString(Path.of(arguments[0]), table());
  }
}
