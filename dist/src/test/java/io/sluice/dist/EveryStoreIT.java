package io.sluice.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same study has the same bytes in every kind of store, run into it or copied. */
class EveryStoreIT {

  @TempDir Path folder;
  private SluiceProcess sluice;

  @BeforeEach
  void writeStudy() throws IOException {
    SmallStudy.write(folder, "[tanh, snake]", 3);
    sluice = new SluiceProcess(folder);
  }

  private SluiceProcess.Ended run(String... command) {
    List<String> all = new ArrayList<>(List.of(command));
    all.addAll(FileStores.plugins());
    return sluice.run(all.toArray(String[]::new));
  }

  private String export(String store) {
    return export(store, "trials") + export(store, "measurements");
  }

  private String export(String store, String what) {
    return run("export", SmallStudy.NAME, "--what", what, "--store", store).done();
  }

  @Test
  void runIntoIt() {
    List<String> exports = new ArrayList<>();
    for (String store : FileStores.urls("run")) {
      run("run", "small.yaml", "--store", store).done();
      exports.add(export(store));
    }
    assertThat(exports.get(0).lines().count()).isGreaterThan(100);
    assertThat(exports).allMatch(exports.get(0)::equals);
  }

  @Test
  void copiedFromOneToTheNextAndBack() {
    List<String> chain = new ArrayList<>(FileStores.urls("copy"));
    chain.add(FileStores.all().get(0).url("back"));
    run("run", "small.yaml", "--store", chain.get(0)).done();
    String expected = export(chain.get(0));
    List<String> checksums = new ArrayList<>();
    for (int i = 1; i < chain.size(); i++) {
      String line = run("copy", "--all", "--from", chain.get(i - 1), "--to", chain.get(i)).done();
      checksums.add(line.strip().replaceFirst(".*; checksum ", ""));
      assertThat(export(chain.get(i))).as(chain.get(i)).isEqualTo(expected);
      run("status", SmallStudy.NAME, "--store", chain.get(i)).done();
    }
    assertThat(checksums)
        .allMatch(checksums.get(0)::equals)
        .allMatch(c -> c.matches("[0-9a-f]{8}"));
    assertThat(run("run", "small.yaml", "--store", chain.get(chain.size() - 1)).err())
        .contains("all of them are there already");
  }
}
