package io.sluice.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A run that is killed at any moment and goes on, again and again. {@code -Dsluice.kills=50} kills
 * it more often.
 */
class KilledRunsIT {

  private static final int KILLS = Integer.getInteger("sluice.kills", 2);
  private static final int LONGEST_MILLIS = 2000;

  @TempDir Path folder;

  private SluiceProcess sluice;
  private Path study;

  @BeforeEach
  void prepare() throws IOException {
    sluice = new SluiceProcess(folder);
    study = SmallStudy.write(folder, "[tanh, relu, gelu]", 20 * (KILLS + 3));
  }

  private Process run(String store) {
    return sluice.start("run", study.toString(), "--store", store, "--threads", "1");
  }

  private String export(String what, String store) {
    return sluice.run("export", "small", "--what", what, "--store", store).done();
  }

  @ParameterizedTest
  @ValueSource(strings = {"sqlite:rows.db", "jsonl:rows", "csv:rows"})
  void nothingIsLostAndNothingDoubled(String store) throws IOException, InterruptedException {
    Random moments = new Random(store.hashCode());
    List<String> kept = List.of();
    for (int kill = 0; kill < KILLS; kill++) {
      Process run = run(store);
      sluice.awaitError(run, "kept in");
      Thread.sleep(moments.nextInt(LONGEST_MILLIS));
      run.destroyForcibly().waitFor();
      List<String> now = export("trials", store).lines().toList();
      assertThat(now).as("after kill %d", kill + 1).containsAll(kept).doesNotHaveDuplicates();
      kept = now;
    }
    sluice.end(run(store)).done();
    String whole = "jsonl:whole";
    if (!Files.exists(folder.resolve("whole"))) {
      sluice.end(run(whole)).done();
    }
    for (String what : List.of("trials", "measurements")) {
      assertThat(export(what, store)).isEqualTo(export(what, whole));
    }
  }
}
