package io.sluice.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NearestPlaceTest {

  @TempDir Path folder;

  @BeforeEach
  void someFiles() throws IOException {
    Files.createDirectories(folder.resolve("results/jsonl"));
    Files.createFile(folder.resolve("results/sluice.db"));
  }

  @ParameterizedTest
  @CsvSource({
    "sqlite, resluts/sluice.db, results/sluice.db",
    "sqlite, results/slice.db, results/sluice.db",
    "sqlite, result/sluce.db, results/sluice.db",
    "jsonl, results/json, results/jsonl",
    "other, results/sluice, results/sluice.db"
  })
  void nearestPlaceIsFoundNameByName(String scheme, String given, String there) {
    assertThat(NearestPlace.hint(scheme + ":" + folder + "/" + given))
        .isEqualTo(" (did you mean \"" + scheme + ":" + folder + "/" + there + "\"?)");
  }

  @ParameterizedTest
  @ValueSource(strings = {"results/other.txt", "archive/sluice.db", "results/sluice.db/deeper"})
  void nothingIsSaidWhereNothingIsAlike(String given) {
    assertThat(NearestPlace.hint("sqlite:" + folder + "/" + given)).isEmpty();
  }

  @Test
  void whatIsNoPlaceHasNone() {
    assertThat(NearestPlace.hint("postgres://user@host:5432/x\0y")).isEmpty();
  }
}
