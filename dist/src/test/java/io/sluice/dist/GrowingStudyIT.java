package io.sluice.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A study that grows only runs what is new, and its rows are as if it had run from nothing. */
class GrowingStudyIT {

  private static final String[] EXPORTS = {"trials", "measurements"};

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"sqlite", "jsonl"})
  void byRepeatsLevelsAndTargets(String scheme) {
    grow(scheme, "160 trials", "repeats=20");
    grow(scheme, "160 of them are there already, 160 to go", "repeats=40");
    if (scheme.equals("jsonl")) {
      return; // The engine copies; what a store must be able to do for it is seen by now.
    }
    grow(scheme, "all of them are there already", "repeats=40", "activations=[relu, tanh]");
    grow(
        scheme,
        "320 of them are there already, 160 to go",
        "repeats=40",
        "optimizers=[sgd, {id: adam, learning-rate: 0.05}, adamm]");
    // Where trials end at the last target another one changes every number.
    grow(scheme, "160 trials", "repeats=20", "targets=[0.1, 0.01, 0.001]");
  }

  private void grow(String scheme, String said, String... settings) {
    SluiceProcess sluice = new SluiceProcess(folder);
    List<String> run = new ArrayList<>(List.of("run", "quickstart"));
    for (String setting : settings) {
      run.addAll(List.of("--set", setting));
    }
    String fresh = scheme + ":fresh-" + Integer.toHexString(String.join(",", settings).hashCode());
    SluiceProcess.Ended grown = sluice.run(with(run, "--store", scheme + ":grown"));
    assertThat(grown.exitCode()).as(grown.err()).isZero();
    assertThat(grown.err()).contains(said);
    String report = sluice.run(with(run, "--store", fresh)).done();
    assertThat(withoutStore(grown.out())).isEqualTo(withoutStore(report));
    for (String what : EXPORTS) {
      String[] export = {"export", "quickstart", "--what", what, "--store", scheme + ":grown"};
      String rows = sluice.run(export).done();
      export[5] = fresh;
      assertThat(rows).isEqualTo(sluice.run(export).done());
    }
  }

  private static String withoutStore(String report) {
    return report.replaceAll("--store \\S+", "");
  }

  private static String[] with(List<String> command, String... more) {
    List<String> all = new ArrayList<>(command);
    all.addAll(List.of(more));
    return all.toArray(String[]::new);
  }
}
