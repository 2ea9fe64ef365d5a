package io.sluice.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The studies that repeat published figures, smaller: each figure has its cell. */
class PublishedStudiesIT {

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({"adamm-table, 18", "noa-table, 6"})
  void everyPublishedFigureIsComparedWithTrials(String study, int figures) {
    String[] command = {"run", study, "--set", "repeats=2", "--set", "budget.evaluations=300"};
    List<String> lines = new SluiceProcess(folder).run(command).done().lines().toList();
    int header = lines.indexOf("Published means and ours") + 2;
    assertThat(lines.subList(header, header + figures))
        // Two trials of a function with few values may be equal, and then there is no z.
        .allSatisfy(line -> assertThat(line.split(" {2,}")[5]).isEqualTo("2"));
    assertThat(lines.get(header + figures)).isEmpty();
    assertThat(lines).anyMatch(line -> line.contains(" published means lie within 4 "));
  }
}
