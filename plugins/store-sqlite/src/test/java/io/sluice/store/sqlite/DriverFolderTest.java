package io.sluice.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.spi.ResultStoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DriverFolderTest {

  private static final Path TEMPORARY = Path.of("/for/a/while");
  private static final Path CACHE = Path.of("/for/long");

  @TempDir Path folder;

  @Test
  void theFirstFolderThatRunsProgramsIsTaken() {
    List<Path> folders = List.of(TEMPORARY, CACHE);
    assertThat(DriverFolder.first(folders, Set.of(TEMPORARY, CACHE)::contains))
        .isEqualTo(TEMPORARY);
    assertThat(DriverFolder.first(folders, Set.of(CACHE)::contains)).isEqualTo(CACHE);
  }

  @Test
  void ifNoneDoesAllAreNamedWithTheRemedy() {
    assertThatThrownBy(() -> DriverFolder.first(List.of(TEMPORARY, CACHE), one -> false))
        .isInstanceOf(ResultStoreException.class)
        .hasMessageContaining(TEMPORARY + " and " + CACHE + " cannot be written or are mounted")
        .hasMessageEndingWith("SLUICE_JAVA_OPTS=-Dorg.sqlite.tmpdir=FOLDER");
    assertThatThrownBy(() -> DriverFolder.first(List.of(TEMPORARY), one -> false))
        .hasMessageContaining(TEMPORARY + " cannot be written or is mounted");
  }

  @Test
  void aFolderIsTriedAndLeftAsItWas() throws IOException {
    assertThat(DriverFolder.runsPrograms(folder.resolve("made/for it"))).isTrue();
    assertThat(folder.resolve("made/for it")).isEmptyDirectory();
    Path file = Files.createFile(folder.resolve("file"));
    assertThat(DriverFolder.runsPrograms(file)).isFalse();
    assertThat(DriverFolder.runsPrograms(file.resolve("below"))).isFalse();
  }

  @Test
  void theCacheIsTheUsersOwnUnlessTheVariableIsNoWholePath() {
    assertThat(DriverFolder.cache("/my/cache", "/home/me")).isEqualTo(Path.of("/my/cache/sluice"));
    Path usual = Path.of("/home/me/.cache/sluice");
    assertThat(DriverFolder.cache(null, "/home/me")).isEqualTo(usual);
    assertThat(DriverFolder.cache("", "/home/me")).isEqualTo(usual);
    assertThat(DriverFolder.cache("cache", "/home/me")).isEqualTo(usual);
  }
}
