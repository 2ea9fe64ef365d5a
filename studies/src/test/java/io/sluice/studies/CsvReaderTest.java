package io.sluice.studies;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.engine.study.Dataset;
import io.sluice.engine.study.ProblemSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvReaderTest {

  @TempDir private Path directory;

  @Test
  void columnsAreChosenByNameOrByNumber() throws IOException {
    Dataset data = read("x1,note,y,\"x, 2\"\n1, first ,-3e-2,\"4\"\r\n\n5,\"a \"\"b\"\"\",7,8");

    assertThat(data)
        .usingRecursiveComparison()
        .isEqualTo(Dataset.of(new double[][] {{1, 4}, {5, 8}}, new double[][] {{-0.03}, {7}}));
  }

  @Test
  void aByteOrderMarkIsNoPartOfTheFirstName() throws IOException {
    assertThat(read("\uFEFFx1,a,y,b\n1,2,3,4\n").input(0, 0)).isEqualTo(1);
  }

  @Test
  void theStudyContainsTheDataFromThenOn() throws IOException {
    write("x1,a,y,b\n0.1,2,3,4e-9\n");
    ReadStudy study = StudyReader.read(study("x1, 4", "y"), "s.yaml", directory);

    assertThat(study.canonicalJson())
        .contains("{\"name\":\"d\",\"x\":[[0.1,4e-9]],\"y\":[[3]]}")
        .doesNotContain("csv");
    assertThat(StudyReader.read(study.canonicalJson(), "s.json", null).spec())
        .usingRecursiveComparison()
        .isEqualTo(study.spec());
  }

  @Test
  void everyWrongCellIsNamed() throws IOException {
    write("x1,a,y,b\n1,,3,4\nnone,2,,4\n1,2,3\n1,2,NaN,4\n1,2,\" 3 x\",4\n");

    assertThat(complaints("x1, 4", "y").lines())
        .containsExactly(
            "data.csv:3:1: not a finite number in column \"x1\": \"none\"",
            "data.csv:3:8: a number is missing in column \"y\"",
            "data.csv:4:1: this row has 3 cells, but the header 4",
            "data.csv:5:5: not a finite number in column \"y\": \"NaN\"",
            "data.csv:6:5: not a finite number in column \"y\": \" 3 x\"");
  }

  @Test
  void unknownColumnsAreRefusedWithTheNearest() throws IOException {
    write("height,width,area\n1,2,2\n");

    assertThat(complaints("heigth, 4, [1]", "area, area").lines())
        .containsExactly(
            "s.yaml:3:45: data.csv has no column \"heigth\" (did you mean \"height\"?)",
            "s.yaml:3:53: data.csv has no column \"4\"; its columns: height, width, area",
            "s.yaml:3:56: \"inputs\" must be the names of columns such as x1, or their numbers, not"
                + " a list",
            "s.yaml:3:78: \"outputs\" has column \"area\" twice");
  }

  @Test
  void semicolonsAreNoCommas() throws IOException {
    write("x;y\n1;2\n");

    assertThat(complaints("x", "1"))
        .isEqualTo(
            "s.yaml:3:45: data.csv has no column \"x\"; its columns: x;y; its cells must be"
                + " separated by commas");
  }

  @Test
  void columnsOfTheSameNameAreChosenByNumber() throws IOException {
    write("x,x,y\n1,2,3\n");

    assertThat(complaints("x", "y"))
        .isEqualTo("s.yaml:3:45: several columns are called \"x\": choose by number");
    assertThat(complaints("1, 2", "y")).isEmpty();
  }

  @Test
  void quotesMustMatch() throws IOException {
    write("x,y\n1,\"2\n3,4\n");
    assertThat(complaints("x", "y"))
        .isEqualTo("data.csv:2:3: the quote that opens here is never closed");

    write("x,y\n1,\"2\" 3\n");
    assertThat(complaints("x", "y"))
        .isEqualTo("data.csv:2:7: a comma must follow the closing quote");
  }

  @Test
  void filesMustBeThereAndHaveRowsOfText() throws IOException {
    assertThat(complaints("x", "y"))
        .isEqualTo("s.yaml:3:26: there is no file \"data.csv\" in " + directory);

    write("x,y\n");
    assertThat(complaints("x", "y"))
        .isEqualTo("s.yaml:3:26: data.csv needs a header row and at least one row of numbers");

    Files.write(directory.resolve("data.csv"), new byte[] {'x', '\n', (byte) 0xff, '\n'});
    assertThat(complaints("x", "y")).isEqualTo("s.yaml:3:26: data.csv is not UTF-8 text");

    write("x,y\n" + "1,2\n".repeat(1_250_000));
    assertThat(complaints("x", "y"))
        .isEqualTo("s.yaml:3:26: data.csv is too long: at most 5000000 bytes, not 5000004");
  }

  @Test
  void moreDataThanAStudyCanHoldAreRefused() throws IOException {
    write("x,y\n" + "1,2\n".repeat(700_000));

    assertThat(complaints("x", "y"))
        .matches(
            "s.yaml: too much data: with all of it the study has \\d+ characters of at most"
                + " 5000000");
  }

  private Dataset read(String csv) throws IOException {
    write(csv);
    ReadStudy study = StudyReader.read(study("x1, 4", "y"), "s.yaml", directory);
    return ((ProblemSpec.Data) study.spec().problems().get(0)).data();
  }

  private String complaints(String inputs, String outputs) {
    try {
      StudyReader.read(study(inputs, outputs), "s.yaml", directory);
      return "";
    } catch (StudyFormatException refused) {
      return refused.getMessage();
    }
  }

  private void write(String csv) throws IOException {
    Files.writeString(directory.resolve("data.csv"), csv);
  }

  private static String study(String inputs, String outputs) {
    return "study: s\noptimizers: adam\nproblems: {name: d, csv: data.csv, inputs: ["
        + inputs
        + "], outputs: ["
        + outputs
        + "]}\n";
  }
}
