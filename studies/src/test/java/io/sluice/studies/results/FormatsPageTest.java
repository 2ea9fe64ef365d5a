package io.sluice.studies.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FormatsPageTest {

  private static final Path PAGE = Path.of("../docs/formats.md");

  @Test
  void thePageHasTheNamesThatAreGuessedInTheirOrder() throws IOException {
    assertThat(names("problem")).isEqualTo(joined(TableColumns.PROBLEMS, TableColumns.DIMENSIONS));
    assertThat(names("contender")).isEqualTo(TableColumns.CONTENDERS);
    assertThat(names("repeat")).isEqualTo(TableColumns.REPEATS);
    assertThat(names("value")).isEqualTo(joined(TableColumns.LOSSES, TableColumns.SCORES));
    assertThat(names("cost")).isEqualTo(TableColumns.COSTS);
    assertThat(names("reached")).isEqualTo(TableColumns.REACHED);
  }

  private static List<String> joined(List<String> first, List<String> second) {
    return Stream.concat(first.stream(), second.stream()).toList();
  }

  /** The words set in code in the last row of this name, without options. */
  private static List<String> names(String row) throws IOException {
    String line =
        Files.readAllLines(PAGE).stream()
            .filter(each -> each.startsWith("| " + row + " |"))
            .reduce((before, last) -> last)
            .orElseThrow();
    List<String> names = new ArrayList<>();
    Matcher code = Pattern.compile("`([a-z0-9-]+)`").matcher(line);
    while (code.find()) {
      if (!code.group(1).startsWith("--")) {
        names.add(code.group(1));
      }
    }
    return names;
  }
}
