package io.sluice.studies.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.spi.TrialEvent;
import io.sluice.spi.TrialResult;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files as COCO and IOHexperimenter write them, and what can be wrong with them. */
class RunFilesTest {

  private static final String HEADER =
      "% f evaluations | g evaluations | best noise-free fitness - Fopt (7.948000000000e+01) + sum"
          + " g_i+ | measured fitness | best measured fitness or single-digit g-values | x1 |"
          + " x2...\n";
  private static final String INFO =
      "suite = 'bbob', funcId = 1, DIM = 2, Precision = 1.000e-08, algId = 'RS', coco_version ="
          + " '2.7', logger = 'bbob', data_format = 'bbob-new2', settings = ''\n"
          + "% free text, about the algorithm = 1\n"
          + "data_f1/bbobexp_f1_DIM2.dat, 1:37|7.5e-01, 1:40|1.0e+00";
  private static final String DAT =
      HEADER
          + "1 0 +7.614064231e+01 -3.859493577e+02 -3.859493577e+02 +3.9957e+00 +2.8556e+00\n"
          + "20 0 +9.000000000e+00 -3.8e+02 -3.8e+02 +3.9957e+00 +2.8556e+00\n"
          + "37 0 +7.500000000e-01 -3.8e+02 -3.8e+02 +3.9957e+00 +2.8556e+00\n"
          + HEADER
          + "1 0 +5.0e+01 -3.8e+02 -3.8e+02\n40 0 +1.0e+00 -3.8e+02 -3.8e+02\n";
  private static final String TDAT =
      HEADER
          + "1 0 +7.6e+01 1 1\n10 0 +9.500000000e+00 1 1\n37 0 +7.5e-01 1 1\n"
          + HEADER
          + "1 0 +5.0e+01 1 1\n30 0 nan 1 1\n40 0 +1.0e+00 1 1\n";
  private static final String JSON =
      """
      {
        "version": "0.3.23",
        "suite": "PBO",
        "function_id": 1,
        "function_name": "OneMax",
        "maximization": false,
        "algorithm": {"name": "EA", "info": "a (1+1) EA"},
        "attributes": ["evaluations", "raw_y"],
        "scenarios": [
          {"dimension": 5,
           "path": "data_f1_OneMax/IOHprofiler_f1_DIM5.dat",
           "runs": [
             {"instance": 1, "evals": 100, "best": {"evals": 60, "y": 1.25, "x": [1, 0]}},
             {"instance": 2, "evals": 80, "best": {"evals": 7, "y": 12.3, "x": []}}
           ]}
        ]
      }
      """;
  private static final String IOH_DAT =
      "evaluations raw_y\n1 80.8820940800\n7 12.3000000000\n"
          + "evaluations raw_y\n1 None\n7 12.3000000000\n80 15.0\n";

  @TempDir private Path folder;
  private Path coco;
  private Path ioh;

  @BeforeEach
  void write() throws IOException {
    coco = folder.resolve("MYALG");
    Files.createDirectories(coco.resolve("data_f1"));
    Files.writeString(coco.resolve("bbobexp_f1.info"), INFO);
    Files.writeString(coco.resolve("data_f1/bbobexp_f1_DIM2.dat"), DAT);
    Files.writeString(coco.resolve("data_f1/bbobexp_f1_DIM2.tdat"), TDAT);
    ioh = folder.resolve("ioh");
    Files.createDirectories(ioh.resolve("data_f1_OneMax"));
    Files.writeString(ioh.resolve("IOHprofiler_f1_OneMax.json"), JSON);
    Files.writeString(ioh.resolve("data_f1_OneMax/IOHprofiler_f1_DIM5.dat"), IOH_DAT);
  }

  @Test
  void runsOfCocoAreNamedAfterTheirFolder() {
    Results results = read(coco, 10, 1, 0.5);
    assertThat(results.trials()).extracting(RunFilesTest::cell).containsOnly("f1 in 2-D/MYALG");
    assertThat(results.trials().get(0).result().hitCosts()).containsExactly(10.0, 37.0, Double.NaN);
    assertThat(results.trials().get(1).result().hitCosts()).containsExactly(40.0, 40.0, Double.NaN);
    TrialResult second = results.trials().get(1).result();
    assertThat(second.cost()).isEqualTo(40);
    assertThat(second.initialLoss()).isEqualTo(50);
    assertThat(second.bestLoss()).isEqualTo(1);
    assertThat(results.trials()).extracting(trial -> trial.trial().repeat()).containsExactly(0, 1);
    assertThat(results.notes()).isEmpty();
  }

  @Test
  void runsHaveTheFiftyOneTargetsOfCocoUnlessOthersAreNamed() {
    List<Double> targets = read(coco.resolve("bbobexp_f1.info")).header().targets();
    assertThat(targets).hasSize(51).startsWith(100.0, 63.1, 39.8, 25.1, 15.8, 10.0).endsWith(1e-8);
    assertThat(read(ioh).header().targets()).isEqualTo(targets);
  }

  @Test
  void aZipArchiveIsReadAsItsFolder() throws IOException {
    Path zip = folder.resolve("runs.zip");
    try (OutputStream file = Files.newOutputStream(zip);
        ZipOutputStream out = new ZipOutputStream(file)) {
      for (String name :
          List.of(
              "bbobexp_f1.info", "data_f1/bbobexp_f1_DIM2.dat", "data_f1/bbobexp_f1_DIM2.tdat")) {
        out.putNextEntry(new ZipEntry("MYALG/" + name));
        out.write(Files.readAllBytes(coco.resolve(name)));
      }
    }
    assertThat(read(zip, 1).trials()).isEqualTo(read(coco, 1).trials());
  }

  @Test
  void severalFoldersAreJoined() throws IOException {
    Path other = folder.resolve("OTHER");
    Files.createDirectories(other.resolve("data_f1"));
    Files.writeString(other.resolve("bbobexp_f1.info"), INFO.replace("1:", "2:"));
    Files.writeString(other.resolve("data_f1/bbobexp_f1_DIM2.dat"), DAT);
    Results results = ResultFiles.read(List.of(coco, other), ResultOptions.PRESET);
    assertThat(results.trials())
        .extracting(RunFilesTest::cell)
        .containsExactly(
            "f1 in 2-D/MYALG", "f1 in 2-D/MYALG", "f1 in 2-D/OTHER", "f1 in 2-D/OTHER");
    // Instances 1, 1 and 2, 2: the first occurrence of each, then the second.
    assertThat(results.trials())
        .extracting(trial -> trial.trial().repeat())
        .containsExactly(0, 2, 1, 3);
  }

  @Test
  void oneOfTheDataFilesIsEnough() throws IOException {
    Files.delete(coco.resolve("data_f1/bbobexp_f1_DIM2.tdat"));
    Results byTarget = read(coco, 10, 1);
    assertThat(byTarget.trials().get(0).result().hitCosts()).containsExactly(20.0, 37.0);
    assertThat(byTarget.notes())
        .containsExactly(
            "there is no "
                + coco.resolve("data_f1/bbobexp_f1_DIM2.tdat")
                + "; its runs are read without it");
    Files.writeString(coco.resolve("data_f1/bbobexp_f1_DIM2.tdat"), TDAT);
    Files.delete(coco.resolve("data_f1/bbobexp_f1_DIM2.dat"));
    assertThat(read(coco, 10, 1).trials().get(0).result().hitCosts()).containsExactly(10.0, 37.0);
    Files.delete(coco.resolve("data_f1/bbobexp_f1_DIM2.tdat"));
    assertRefused(
        coco,
        "MYALG/bbobexp_f1.info:3:1: there is neither "
            + coco.resolve("data_f1/bbobexp_f1_DIM2.dat")
            + " nor its .tdat");
  }

  @Test
  void filesThatWereCutOffAreRefusedWithTheirPlace() throws IOException {
    Path dat = coco.resolve("data_f1/bbobexp_f1_DIM2.dat");
    Files.writeString(dat, DAT.substring(0, DAT.lastIndexOf(HEADER)));
    assertRefused(
        coco,
        "MYALG/bbobexp_f1.info:3:1: "
            + dat
            + " has 1 run, but 2 are named here: perhaps a file was cut off");
    Files.writeString(dat, DAT.substring(0, DAT.lastIndexOf("+1.0e+00")));
    assertRefused(
        coco,
        "MYALG/data_f1/bbobexp_f1_DIM2.dat:7:1: the row has 2 columns and needs 3: perhaps the"
            + " file was cut off");
    Files.delete(coco.resolve("data_f1/bbobexp_f1_DIM2.tdat"));
    Files.writeString(dat, DAT.substring(0, DAT.lastIndexOf("40 0")));
    assertRefused(
        coco,
        "MYALG/bbobexp_f1.info:3:1: run 2 (instance 1) has 40 evaluations here, but its data, from"
            + " line 5 on, end at 1: perhaps a file was cut off");
  }

  @Test
  void headersThatAreNoneAreRefusedWithTheirPlace() throws IOException {
    Path info = coco.resolve("bbobexp_f1.info");
    Files.writeString(info, INFO.replace("DIM =", "DM ="));
    assertRefused(
        coco,
        "MYALG/bbobexp_f1.info:1:1: the header has no DIM (did you mean \"DM\"?); it has suite,"
            + " funcId, DM, Precision, algId, coco_version, logger, data_format, settings");
    Files.writeString(info, INFO.replace("DIM = 2", "DIM = two"));
    assertRefused(coco, "MYALG/bbobexp_f1.info:1:29: DIM must be a whole number, not \"two\"");
    Files.writeString(info, INFO.substring(0, INFO.indexOf("data_f1/")));
    assertRefused(
        coco,
        "MYALG/bbobexp_f1.info:2:1: the block ends without its data file and runs: perhaps the file"
            + " was cut off");
    Files.writeString(info, INFO.replace("1:40|", "1=40|"));
    assertRefused(
        coco,
        "MYALG/bbobexp_f1.info:3:44: \"1=40|1.0e+00\" is not instance:evaluations|loss, such as"
            + " 1:37|7.5e-01");
    Files.writeString(info, INFO + "\nand more");
    assertRefused(
        coco,
        "MYALG/bbobexp_f1.info:4:1: a block must begin here, with suite = 'bbob', funcId = 1, DIM ="
            + " 2, …");
  }

  @Test
  void rowsThatAreNoneAreRefusedWithTheirPlace() throws IOException {
    Path dat = coco.resolve("data_f1/bbobexp_f1_DIM2.dat");
    Files.writeString(dat, DAT.replace("+9.000000000e+00", "nine"));
    assertRefused(coco, "MYALG/data_f1/bbobexp_f1_DIM2.dat:3:6: \"nine\" is no number");
    Files.writeString(dat, DAT.replace("20 0", "0 0"));
    assertRefused(coco, "MYALG/data_f1/bbobexp_f1_DIM2.dat:3:1: evaluations count from 1, not 0");
    Files.writeString(dat, DAT.substring(HEADER.length()));
    assertRefused(
        coco,
        "MYALG/data_f1/bbobexp_f1_DIM2.dat:1:1: a header line must come before the first row");
  }

  @Test
  void theFormerFormatsOfIndicesAreRead() throws IOException {
    Path old = folder.resolve("old");
    Files.createDirectories(old.resolve("data"));
    Files.writeString(
        old.resolve("f1.info"),
        "funcId = 1, DIM = 5, Precision = 1.000e-08, algId = 'old'\n%\ndata\\f1.dat, 1:9|1.0e+00\n"
            + "suite = \"PBO\", funcId = 2, funcName = \"LeadingOnes\", DIM = 5, maximization = \"T\","
            + " algId = \"EA\", algInfo = \"x\"\n%\ndata/f2.dat, 1:9|4\n");
    Files.writeString(
        old.resolve("data/f1.dat"),
        "% function evaluation | noise-free fitness - Fopt | best noise-free fitness - Fopt\n"
            + "1 7.0e+00 +7.0e+00\n5 8.0e+00 +7.0e+00\n9 1.0e+00 +1.0e+00\n");
    Files.writeString(
        old.resolve("data/f2.dat"),
        "\"function evaluation\" \"current f(x)\" \"best-so-far f(x)\"\n1 2 2\n5 1 2\n9 4 4\n");
    Results results = read(old, 1, -4);
    assertThat(results.trials())
        .extracting(RunFilesTest::cell)
        .containsExactly("f1 in 5-D/old", "LeadingOnes in 5-D/old");
    assertThat(results.trials().get(0).result().hitCosts()).containsExactly(9.0, Double.NaN);
    assertThat(results.trials().get(1).result().hitCosts()).containsExactly(1.0, 9.0);
  }

  @Test
  void runsOfIohHaveTheLossesOfDataAndIndex() {
    Results results = read(ioh, 20, 10, 1);
    assertThat(results.trials()).extracting(RunFilesTest::cell).containsOnly("OneMax in 5-D/EA");
    assertThat(results.trials().get(0).result().hitCosts()).containsExactly(7.0, 60.0, Double.NaN);
    assertThat(results.trials().get(0).result().cost()).isEqualTo(100);
    assertThat(results.trials().get(1).result().hitCosts())
        .containsExactly(7.0, Double.NaN, Double.NaN);
    assertThat(results.trials().get(1).result().bestLoss()).isEqualTo(12.3);
    assertThat(results.trials().get(1).result().finalLoss()).isEqualTo(15);
  }

  @Test
  void whatIsMaximisedHasNegativeLosses() throws IOException {
    Files.writeString(
        ioh.resolve("IOHprofiler_f1_OneMax.json"),
        JSON.replace("\"maximization\": false", "\"maximization\": true"));
    assertThat(read(ioh, -15).trials().get(1).result().hitCosts()).containsExactly(80.0);
  }

  @Test
  void anIndexOfIohThatIsWrongIsRefusedWithItsPlace() throws IOException {
    Path json = ioh.resolve("IOHprofiler_f1_OneMax.json");
    Files.writeString(json, JSON.substring(0, JSON.indexOf("\"runs\"")));
    assertRefused(
        ioh, "ioh/IOHprofiler_f1_OneMax.json:12:6: this is no JSON: perhaps the file was cut off");
    Files.writeString(json, JSON.replace("\"evals\": 80", "\"eval\": 80"));
    assertRefused(
        ioh,
        "ioh/IOHprofiler_f1_OneMax.json:1:1: the key scenarios[0].runs[1].evals is missing (did you"
            + " mean \"eval\"?); there are instance, eval, best");
    Files.writeString(json, JSON.replace("\"evals\": 80", "\"evals\": 79"));
    assertRefused(
        ioh,
        "ioh/data_f1_OneMax/IOHprofiler_f1_DIM5.dat:4:1: this run goes to 80 evaluations, but"
            + " scenarios[0].runs[1].evals of "
            + json
            + " is 79");
    Files.writeString(json, JSON);
    Path dat = ioh.resolve("data_f1_OneMax/IOHprofiler_f1_DIM5.dat");
    Files.writeString(dat, IOH_DAT.substring(0, IOH_DAT.lastIndexOf("eval")));
    assertThatThrownBy(() -> read(ioh))
        .hasMessage(
            dat
                + " has 1 run, but "
                + json
                + " names 2 in scenarios[0].runs: perhaps a file was cut off");
    Files.writeString(dat, IOH_DAT.replace("raw_y", "raw"));
    assertRefused(
        ioh,
        "ioh/data_f1_OneMax/IOHprofiler_f1_DIM5.dat:1:1: no column raw_y or raw_y_best among"
            + " evaluations, raw (did you mean \"raw_y\"?)");
    Files.delete(dat);
    assertThatThrownBy(() -> read(ioh)).hasMessage("there is no file " + dat);
  }

  @Test
  void placesWithoutResultsSayWhatIsLookedFor() throws IOException {
    Path empty = Files.createDirectory(folder.resolve("empty"));
    assertThatThrownBy(() -> read(empty))
        .hasMessage(
            "there is no *.info, IOHprofiler_*.json or QualityIndicatorSummary.csv in " + empty);
    Path nowhere = folder.resolve("nowhere");
    assertThatThrownBy(() -> read(nowhere)).hasMessage("there is no file " + nowhere);
    Path packed = folder.resolve("a.tgz");
    Files.write(packed, new byte[] {0x1f, (byte) 0x8b, 8, 0});
    assertThatThrownBy(() -> read(packed))
        .hasMessage(packed + " is packed with gzip: unpack it and name the folder");
  }

  private void assertRefused(Path path, String message) {
    assertThatThrownBy(() -> read(path))
        .isInstanceOf(ResultFormatException.class)
        .hasMessage(folder + "/" + message);
  }

  private static String cell(TrialEvent.Finished trial) {
    return trial.trial().cell().factor("problem") + "/" + trial.trial().cell().factor("optimizer");
  }

  private static Results read(Path path, double... targets) {
    return ResultFiles.read(
        List.of(path),
        new ResultOptions(
            ResultOptions.PRESET.columns(), false, Arrays.stream(targets).boxed().toList()));
  }
}
