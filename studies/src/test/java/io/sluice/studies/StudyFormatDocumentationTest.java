package io.sluice.studies;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What docs/study-format.md shows is what is read. */
class StudyFormatDocumentationTest {

  private static final Pattern BLOCK =
      Pattern.compile("^```([a-z]+)\\n(.*?)^```$", Pattern.DOTALL | Pattern.MULTILINE);
  private static final Pattern KEY_ROW =
      Pattern.compile("^\\| `([a-z-]+)` \\|.*\\| `([^`]+)` \\|$", Pattern.MULTILINE);
  private static final Pattern EXAMPLE_ROW =
      Pattern.compile("^\\| `([a-z-]+): ([^`]+)` \\|", Pattern.MULTILINE);
  private static final String SMALLEST = "study: s\nproblems: sphere\noptimizers: random-search\n";

  private final Path page = Path.of("..", "docs", "study-format.md");
  private String text;

  @TempDir private Path directory;

  @BeforeEach
  void writeTheDataOfThePage() throws IOException {
    text = Files.readString(page);
    Files.writeString(directory.resolve("data.csv"), blocks("csv").get(0));
    Files.writeString(directory.resolve("more.csv"), blocks("csv").get(0));
  }

  @Test
  void everyStudyIsRead() {
    assertThat(blocks("yaml")).hasSizeGreaterThanOrEqualTo(3).allSatisfy(this::read);
    assertThat(blocks("json")).isNotEmpty().allSatisfy(this::read);
  }

  @Test
  void theLongStudyHasEveryKey() {
    Node tree = TreeReader.read(blocks("yaml").get(1), "page", new Complaints());

    assertThat(((Node.Mapping) tree).entries().keySet())
        .containsExactlyElementsOf(StudyKeys.KEYS.names());
  }

  @Test
  void everyKeyIsDescribedWithAnExampleThatIsRead() {
    List<String> keys = new ArrayList<>();
    Matcher row = KEY_ROW.matcher(text);
    while (row.find()) {
      keys.add(row.group(1));
      assertThat(row.group(2)).startsWith(row.group(1) + ": ");
      read(SMALLEST, row.group(2).replaceFirst(": ", "="));
    }

    assertThat(keys).containsExactlyElementsOf(StudyKeys.KEYS.names());
  }

  @ParameterizedTest
  @ValueSource(strings = {"study-format.md", "formats.md"})
  void theTablesOfKeysAreWhatTheKeysTell(String name) throws IOException {
    String there = Files.readString(page.resolveSibling(name));
    String generated = KeyTables.rewritten(there);
    Path written = Path.of("target", name);
    Files.writeString(written, generated);

    assertThat(there).as("%s is how the page should be; copy it", written).isEqualTo(generated);
  }

  @Test
  void aPresetOfTheTableIsWhatAKeyMeansThatIsLeftOut() {
    String without = read(SMALLEST).canonicalJson();
    List<String> presets = new ArrayList<>();
    for (Key<?, ?> key : StudyKeys.KEYS.keys()) {
      Matcher preset = Pattern.compile("`(.*)`").matcher(KeyTables.leftOut(key));
      if (preset.matches()) {
        presets.add(key.name());
        assertThat(read(SMALLEST, key.name() + "=" + preset.group(1)).canonicalJson())
            .as(key.name())
            .isEqualTo(without);
      }
    }

    assertThat(presets).contains("seed", "budget", "initial-weights", "monitor", "metrics");
  }

  @Test
  void everyTableIsOnAPage() throws IOException {
    assertThat(
            KeyTables.tablesOf(
                text
                    + Files.readString(page.resolveSibling("formats.md"))
                    + Files.readString(page.resolveSibling("claims.md"))))
        .containsExactlyInAnyOrderElementsOf(KeyTables.sections().keySet());
  }

  @Test
  void everyKeyHasItsMeaning() {
    assertThat(KeyTables.sections().values())
        .flatExtracting(Section::keys)
        .allSatisfy(key -> assertThat(key.told().meaning()).as(key.name()).isNotBlank());
  }

  @Test
  void everyOtherExampleIsRead() {
    int examples = 0;
    Matcher row = EXAMPLE_ROW.matcher(text);
    while (row.find()) {
      read(SMALLEST, row.group(1) + "=" + row.group(2));
      examples++;
    }

    assertThat(examples).isGreaterThan(25);
  }

  @Test
  void theOverridesOfThePageFit() {
    List<String> overrides =
        blocks("text").get(0).lines().map(line -> line.replaceFirst("--set ", "")).toList();

    assertThat(overrides).hasSize(4);
    read(blocks("yaml").get(1), overrides.toArray(new String[0]));
  }

  /** Reads a study, and what is written of it. */
  private ReadStudy read(String study, String... overrides) {
    ReadStudy read = StudyReader.read(study, page.toString(), directory, List.of(overrides));
    ReadStudy again = StudyReader.read(read.canonicalJson(), "written", null);
    assertThat(again.canonicalJson()).isEqualTo(read.canonicalJson());
    return read;
  }

  private List<String> blocks(String language) {
    List<String> blocks = new ArrayList<>();
    Matcher block = BLOCK.matcher(text);
    while (block.find()) {
      if (block.group(1).equals(language)) {
        blocks.add(block.group(2));
      }
    }
    return blocks;
  }
}
