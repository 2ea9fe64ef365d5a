package io.sluice.studies;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.engine.study.Dataset;
import io.sluice.engine.study.ProblemSpec;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
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
            "data.csv:3:8: a number is missing in column \"y\"; fill the cell, or write missing: drop to leave such rows out",
            "data.csv:4:1: this row has 3 cells, but the header 4",
            "data.csv:5:5: a number is missing in column \"y\": \"NaN\"; fill the cell, or write missing: drop to leave such rows out",
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
            "s.yaml:3:45: data.csv has no column \"x\"; its columns: x;y; if its cells are"
                + " separated otherwise, add separator: \";\"");
  }

  @Test
  void otherSeparatorsAreGiven() throws IOException {
    write("x;\"y;z\"\n1.5;\"2\"\n");
    assertThat(only("separator: \";\", inputs: x, outputs: y;z").input(0, 0)).isEqualTo(1.5);

    write("x\ty\n1\t 2\n\t3\n");
    assertThat(refusal("separator: tab, inputs: x, outputs: y"))
        .isEqualTo(
            "data.csv:3:1: a number is missing in column \"x\"; fill the cell, or write missing: drop to leave such rows out");

    write("x|y\n1|\"2\" 3\n");
    assertThat(refusal("separator: \"|\", inputs: x, outputs: y"))
        .isEqualTo("data.csv:2:7: \"|\" must follow the closing quote");
    assertThat(refusal("separator: x, inputs: x, outputs: y"))
        .contains(
            "\"separator\" must be one of \",\", \";\", \"|\", \":\", tab and blank, not \"x\"");

    write("x;y\n1,5;2\n");
    assertThat(refusal("separator: \";\", inputs: x, outputs: y"))
        .isEqualTo(
            "data.csv:2:1: not a finite number in column \"x\": \"1,5\"; decimals have a point, or add"
                + " decimal: \",\"");
  }

  @Test
  void classesAreCountedInAlphabeticalOrder() throws IOException {
    write("size,colour,species\n1,red,wolf\n2,blue,cat\n3,red,\"ant\"\n4,red,cat\n");

    Dataset oneHot = only("inputs: size, outputs: {column: species, classes: one-hot}");
    assertThat(oneHot)
        .usingRecursiveComparison()
        .isEqualTo(
            Dataset.of(
                new double[][] {{1}, {2}, {3}, {4}},
                new double[][] {{0, 0, 1}, {0, 1, 0}, {1, 0, 0}, {0, 1, 0}}));
    Dataset numbers =
        only(
            "inputs: [{column: 2, classes: one-hot}, size],"
                + " outputs: [{column: species, classes: number}]");
    assertThat(numbers)
        .usingRecursiveComparison()
        .isEqualTo(
            Dataset.of(
                new double[][] {{0, 1, 1}, {1, 0, 2}, {0, 1, 3}, {0, 1, 4}},
                new double[][] {{2}, {1}, {0}, {1}}));
  }

  @Test
  void classesMustBeThere() throws IOException {
    write("x,kind\n1,a\n2,?\n3,b\n4,NA\n");
    assertThat(refusal("inputs: x, outputs: {column: kind, classes: one-hot}").lines())
        .containsExactly(
            "data.csv:3:3: a class is missing in column \"kind\": \"?\"; fill the cell, or write missing: drop to leave such rows out",
            "data.csv:5:3: a class is missing in column \"kind\": \"NA\"; fill the cell, or write missing: drop to leave such rows out");

    write("x,kind\n1,a\n2,a\n");
    assertThat(refusal("inputs: x, outputs: {column: kind, classes: one-hot}"))
        .isEqualTo("data.csv:2:3: column \"kind\" has 1 class, but classes are 2 to 1000");
    assertThat(refusal("inputs: x, outputs: {column: kind, classes: onehot}"))
        .contains("\"classes\" must be one-hot or number, not \"onehot\"");
    assertThat(refusal("inputs: x, outputs: {column: kind}"))
        .contains("\"classes\" is missing, for example {column: species, classes: one-hot}");
    assertThat(refusal("inputs: x, outputs: kind").lines())
        .contains(
            "data.csv:2:3: not a finite number in column \"kind\": \"a\"; for classes write"
                + " {column: kind, classes: one-hot}");
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

    try (RandomAccessFile file =
        new RandomAccessFile(directory.resolve("data.csv").toFile(), "rw")) {
      file.setLength(DataFiles.LONGEST + 1L);
    }
    assertThat(complaints("x", "y"))
        .isEqualTo("s.yaml:3:26: data.csv is too long: at most 67108864 bytes, not 67108865");
  }

  @Test
  void filesFarLongerThanAStudyAreRead() throws IOException {
    write("x,y\n" + "1,2\n".repeat(1_400_000));

    Dataset data = only("inputs: x, outputs: y");
    assertThat(data.rows()).isEqualTo(1_400_000);
    assertThat(data.numbers()).isEqualTo(2_800_000);
  }

  @Test
  void moreDataThanAStudyCanHoldAreRefused() throws IOException {
    write("k,y\n" + IntStream.range(0, 20_000).mapToObj(i -> i % 900 + ",2\n").collect(joining()));

    assertThat(refusal("inputs: {column: k, classes: one-hot}, outputs: y"))
        .isEqualTo("s.yaml:3:26: too much data: 18020000 numbers, but at most 16000000");
  }

  private Dataset read(String csv) throws IOException {
    write(csv);
    ReadStudy study = StudyReader.read(study("x1, 4", "y"), "s.yaml", directory);
    return ((ProblemSpec.Data) study.spec().problems().get(0)).data();
  }

  private Dataset only(String keys) {
    ReadStudy study = StudyReader.read(problem(keys), "s.yaml", directory);
    return ((ProblemSpec.Data) study.spec().problems().get(0)).data();
  }

  private String refusal(String keys) {
    try {
      StudyReader.read(problem(keys), "s.yaml", directory);
      return "";
    } catch (StudyFormatException refused) {
      return refused.getMessage();
    }
  }

  private static String problem(String keys) {
    return "study: s\noptimizers: adam\nproblems: {name: d, csv: data.csv, " + keys + "}\n";
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
