package io.sluice.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class PluginCacheTest {

  @TempDir private Path temporary;

  @Test
  void copyIsNamedByItsHash() throws IOException {
    Path jar = PluginJar.withActivation("p", "triple").writeTo(temporary.resolve("p.jar"));

    PluginFile file = new PluginCache(temporary.resolve("cache")).copy(jar);

    assertThat(file.copy()).hasFileName(file.sha256() + ".jar").hasSameBinaryContentAs(jar);
    assertThat(file.sha256()).isEqualTo(Sha256.of(jar));
    try (Stream<Path> copies = Files.list(temporary.resolve("cache"))) {
      assertThat(copies).containsExactly(file.copy());
    }
  }

  @Test
  void hashIsThatOfTheStandard() throws IOException {
    assertThat(Sha256.of(Files.writeString(temporary.resolve("abc"), "abc")))
        .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  }

  @Test
  void wholeCopyIsNotWrittenAgainButItsUseIsNoted() throws IOException {
    Path jar = PluginJar.withActivation("p", "triple").writeTo(temporary.resolve("p.jar"));
    PluginCache cache = new PluginCache(temporary.resolve("cache"));
    Path copy = cache.copy(jar).copy();
    Object written = Files.readAttributes(copy, BasicFileAttributes.class).fileKey();
    FileTime longAgo = FileTime.fromMillis(1_000_000);
    Files.setLastModifiedTime(copy, longAgo);

    cache.copy(jar);

    assertThat(Files.readAttributes(copy, BasicFileAttributes.class).fileKey()).isEqualTo(written);
    assertThat(Files.getLastModifiedTime(copy)).isGreaterThan(longAgo);
  }

  @Test
  void copiesThatNobodyUsedForAMonthAreDeletedWhenANewOneComes() throws IOException {
    Path folder = temporary.resolve("cache");
    PluginCache cache = new PluginCache(folder);
    Path kept = cache.copy(jar("kept")).copy();
    Path old = cache.copy(jar("old")).copy();
    Path oldFolder = Files.createDirectories(folder.resolve("ab".repeat(32)).resolve("lib"));
    Files.writeString(oldFolder.resolve("x.jar"), "PK");
    Path part = Files.createFile(folder.resolve("copying123.part"));
    Path notes = Files.writeString(folder.resolve("notes.txt"), "not ours");
    for (Path path : List.of(old, oldFolder.getParent(), part, notes)) {
      age(path, 31);
    }
    age(kept, 29);

    Path fresh = cache.copy(jar("fresh")).copy();

    assertThat(List.of(kept, notes, fresh)).allMatch(Files::exists);
    assertThat(List.of(old, oldFolder, part)).noneMatch(Files::exists);
  }

  private Path jar(String id) {
    return PluginJar.withActivation(id, id).writeTo(temporary.resolve(id + ".jar"));
  }

  private static void age(Path path, int days) throws IOException {
    Files.setLastModifiedTime(path, FileTime.from(Instant.now().minus(Duration.ofDays(days))));
  }

  @Test
  void truncatedCopyIsReplaced() throws IOException {
    Path jar = PluginJar.withActivation("p", "triple").writeTo(temporary.resolve("p.jar"));
    PluginCache cache = new PluginCache(temporary.resolve("cache"));
    Path copy = cache.copy(jar).copy();
    Files.writeString(copy, "PK");

    cache.copy(jar);

    assertThat(copy).hasSameBinaryContentAs(jar);
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void folderOfTheUserIsClosedToOthersAndUsedAgain() throws IOException {
    Path folder = PluginCache.privateFolder(temporary, "copies");

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
        .isEqualTo("rwx------");
    assertThat(PluginCache.privateFolder(temporary, "copies")).isEqualTo(folder);
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void folderOpenToOthersIsNotTrusted() throws IOException {
    Path open = Files.createDirectory(temporary.resolve("copies"));
    Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxrwxrwx"));

    assertThat(PluginCache.privateFolder(temporary, "copies"))
        .isNotEqualTo(open)
        .isEmptyDirectory();
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void linkInPlaceOfTheFolderIsNotTrusted() throws IOException {
    Path target = Files.createTempDirectory(temporary, "elsewhere");
    Path link = Files.createSymbolicLink(temporary.resolve("copies"), target);

    assertThat(PluginCache.privateFolder(temporary, "copies")).isNotEqualTo(link);
  }
}
