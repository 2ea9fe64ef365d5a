package io.sluice.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The functions of ADAMm, smaller: exported for other tools and read again. */
class ExchangeIT {

  private static final String[] STUDY = {
    "run",
    "adamm-functions",
    "--set",
    "repeats=3",
    "--set",
    "budget.evaluations=1000",
    "--set",
    "targets=[0.75, 0.6, 0.5]",
    "--set",
    "measure={per-decade: 20}",
    "--format",
    "csv"
  };

  @TempDir Path folder;

  @Test
  void whatOtherToolsGetHasTheSuccessesAndCostsOfTheStudy() {
    SluiceProcess sluice = new SluiceProcess(folder);
    List<String> ofStudy = figures(sluice.run(STUDY).done());
    assertThat(ofStudy).hasSize(9).anyMatch(row -> !row.contains("Infinity"));
    for (String format : List.of("ioh", "jmetal")) {
      export(sluice, format);
      String[] targets = {"stats", format, "--targets", "0.75,0.6,0.5", "--format", "csv"};
      assertThat(figures(sluice.run(targets).done())).isEqualTo(ofStudy);
    }
    sluice.run("export", "adamm-functions", "--what", "trials", "-o", "trials.csv").done();
    assertThat(figures(sluice.run("stats", "trials.csv", "--format", "csv").done()))
        .isEqualTo(ofStudy);
    assertThat(sluice.run("compare", "adamm-functions", "adamm-functions").done())
        .contains("Both have 9 cells, in them 27 trials.", "All are equal bit by bit.");
  }

  /** A table goes into a folder that is there; runs make their own. */
  private void export(SluiceProcess sluice, String format) {
    assertThat(format.equals("ioh") || folder.resolve(format).toFile().mkdir()).isTrue();
    sluice.run("export", "adamm-functions", "--format", format, "-o", format).done();
  }

  /** Problem, optimizer, success and median cost. */
  private static List<String> figures(String csv) {
    return csv.lines()
        .skip(1)
        .map(row -> row.split(","))
        .map(
            cells ->
                cells[0].replaceAll("( in |-)10(-D)?$", "")
                    + " "
                    + cells[3]
                    + " "
                    + cells[6]
                    + " "
                    + cells[9])
        .sorted()
        .toList();
  }
}
