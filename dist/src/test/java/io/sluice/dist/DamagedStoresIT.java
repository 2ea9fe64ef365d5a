package io.sluice.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Stores that are not as they were written, as a user meets them: a clear line, an exit code, and
 * nothing lost in silence. The system property {@code sluice.damages} says how many are tried.
 */
class DamagedStoresIT {

  private static final int DAMAGES = Integer.getInteger("sluice.damages", 3);
  private static final String STORE = "results";

  @TempDir Path folder;

  static List<FileStores.Kind> kinds() {
    return FileStores.all();
  }

  private SluiceProcess sluice() {
    return new SluiceProcess(folder);
  }

  private SluiceProcess.Ended in(FileStores.Kind kind, String... command) {
    String[] whole = Arrays.copyOf(command, command.length + 2);
    whole[command.length] = "--store";
    whole[command.length + 1] = kind.url(STORE);
    return sluice().run(whole);
  }

  /** The study's rows in a store that was just made. */
  private String whole(FileStores.Kind kind) throws IOException {
    SmallStudy.write(folder, "[tanh]", 2);
    in(kind, "run", "small.yaml").done();
    return in(kind, "export", SmallStudy.NAME, "--what", "measurements").done();
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void flippedBitsAndCutFilesLoseNothingInSilence(FileStores.Kind kind) throws IOException {
    String expected = whole(kind);
    Map<Path, byte[]> files = new LinkedHashMap<>();
    for (Path file : FileStores.files(folder.resolve(STORE))) {
      files.put(file, Files.readAllBytes(file));
    }
    List<Path> names = List.copyOf(files.keySet());
    for (int seed = 0; seed < DAMAGES; seed++) {
      Random random = new Random(seed);
      Path file = names.get(seed % names.size());
      byte[] bytes = files.get(file);
      boolean cut = seed % 3 == 2;
      int at = random.nextInt(bytes.length);
      byte[] damaged = cut ? Arrays.copyOf(bytes, at) : bytes.clone();
      if (!cut) {
        damaged[at] ^= (byte) (1 << random.nextInt(8));
      }
      for (Map.Entry<Path, byte[]> each : files.entrySet()) {
        Files.write(each.getKey(), each.getValue());
      }
      Files.write(file, damaged);
      assertNothingIsLost(
          kind, expected, file.getFileName() + (cut ? " cut at " : " with a bit flipped at ") + at);
    }
  }

  private void assertNothingIsLost(FileStores.Kind kind, String expected, String what) {
    SluiceProcess.Ended status = in(kind, "status", SmallStudy.NAME);
    assertSaid(status, what);
    SluiceProcess.Ended export = in(kind, "export", SmallStudy.NAME, "--what", "measurements");
    if (status.exitCode() == 0) {
      assertThat(export.exitCode()).as("%s: %s", what, export.err()).isZero();
      assertThat(export.out()).as(what).isEqualTo(expected);
    } else {
      assertSaid(export, what);
    }
    SluiceProcess.Ended run = in(kind, "run", "small.yaml");
    assertSaid(run, what);
    if (run.exitCode() == 0) {
      assertThat(in(kind, "export", SmallStudy.NAME, "--what", "measurements").out())
          .as(what)
          .isEqualTo(expected);
    }
  }

  /** A command that fails says why, in lines and not in traces. */
  private static void assertSaid(SluiceProcess.Ended ended, String what) {
    String said = ended.out() + ended.err();
    assertThat(ended.exitCode()).as("%s: %s", what, said).isBetween(0, 2);
    assertThat(said).as(what).doesNotContain("\tat ", "Exception:");
    if (ended.exitCode() != 0) {
      assertThat(said).as(what).containsPattern("(?m)^(sluice: |  (missing|damaged) )");
    }
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void storeFromTheFutureIsRefusedAndStays(FileStores.Kind kind) throws IOException {
    whole(kind);
    Path file =
        FileStores.files(folder.resolve(STORE)).stream()
            .filter(each -> each.endsWith(kind.begun().isEmpty() ? STORE : kind.begun()))
            .findFirst()
            .orElseThrow();
    byte[] later = kind.later().apply(Files.readAllBytes(file));
    Files.write(file, later);
    for (String[] command :
        new String[][] {
          {"run", "small.yaml"}, {"status", "small"}, {"export", "small", "--what", "trials"}
        }) {
      SluiceProcess.Ended ended = in(kind, command);
      assertThat(ended.exitCode()).as(ended.err()).isIn(1, 2);
      assertThat(ended.err()).contains("newer");
      assertThat(file).hasBinaryContent(later);
    }
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void whatIsNoStoreIsSaidAndStays(FileStores.Kind kind) throws IOException {
    Path place = folder.resolve(STORE);
    boolean isFile = kind.begun().isEmpty();
    Files.writeString(place, "Dear diary,\n".repeat(500));
    assertRefused(kind, isFile ? "is not a SQLite database" : "is a file; name a folder");
    assertThat(place).content().startsWith("Dear diary");
    if (isFile) {
      Files.delete(place);
      Files.createDirectory(place);
      assertRefused(kind, "is a folder; name a file in it");
      Files.delete(place);
      Files.createFile(place);
      SluiceProcess.Ended ended = in(kind, "studies");
      assertThat(ended.exitCode()).isEqualTo(2);
      assertThat(ended.err()).contains("there is no store " + kind.url(STORE) + "\n");
    } else {
      Files.delete(place);
      Files.createDirectory(place);
      Files.writeString(place.resolve("diary.txt"), "Dear diary,\n");
      SluiceProcess.Ended ended = in(kind, "studies");
      assertThat(ended.exitCode()).isZero();
      assertThat(ended.err()).isEqualTo(kind.url(STORE) + " has no studies\n");
    }
  }

  private void assertRefused(FileStores.Kind kind, String reason) throws IOException {
    SmallStudy.write(folder, "[tanh]", 2);
    for (String[] command : new String[][] {{"run", "small.yaml"}, {"studies"}, {"status"}}) {
      SluiceProcess.Ended ended = in(kind, command);
      assertThat(ended.exitCode()).as(ended.err()).isEqualTo(1);
      assertThat(ended.err()).contains(reason);
    }
  }
}
