package io.sluice.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The exports of shipped studies have the bits they had. Who changes them on purpose writes the new
 * hashes here, and into the changelog which results are others.
 */
class GoldenExportsIT {

  @TempDir Path folder;

  /** Without the keys of trials, which may change while the numbers do not. */
  @ParameterizedTest
  @CsvSource({
    "quickstart, repeats=20, trials, 1b773f5a5b58322a4017e4a2e169483ca1b46b48adc80a22b8520ff3e997989a",
    "quickstart, repeats=20, measurements, 8a154172edd971cc9ed9a65599b609b892e05c3eaf6ffe9973743adaa68bc592",
    "article, repeats=2 bounds=initial, trials, bac5e75c906080f15a179b16d28f532b9cd19612acf579739e9fc3894aadbaeb"
  })
  void areThoseFromBefore(String study, String settings, String what, String hash) {
    SluiceProcess sluice = new SluiceProcess(folder);
    String[] store = {"--store", "sqlite:golden.db"};
    List<String> run = new ArrayList<>(List.of("run", study, store[0], store[1]));
    for (String setting : settings.split(" ")) {
      run.addAll(List.of("--set", setting));
    }
    sluice.run(run.toArray(String[]::new)).done();
    String rows = sluice.run("export", study, "--what", what, store[0], store[1]).done();
    assertThat(sha256(rows.replaceAll("(?m)^(\\d+),[0-9a-f]{16},", "$1,"))).isEqualTo(hash);
  }

  private static String sha256(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new AssertionError(impossible);
    }
  }
}
