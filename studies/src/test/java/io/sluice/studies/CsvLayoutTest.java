package io.sluice.studies;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.engine.study.Dataset;
import io.sluice.engine.study.ProblemSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** No file is read otherwise than it was meant without a word. */
class CsvLayoutTest {

  @TempDir private Path directory;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.1,0.9,2\n0.2,0.8,3\n",
        "1,2,3\n4,5,6\n",
        "-1e3,.5,+7\n1,2,3\n",
        "0.1,,2\n1,2,3\n",
        "0.1,NA,2\n1,2,3\n",
        "\"1\",\"2\",\"3\"\n1,2,3\n",
        "\uFEFF1,2,3\n4,5,6\n"
      })
  void aHeaderOfNumbersOnlyIsRefusedAndWhatToWriteSaid(String csv) throws IOException {
    write(csv);

    for (String columns :
        List.of("inputs: [1, 2], outputs: 3", "inputs: [2], outputs: 3", "inputs: a, outputs: b")) {
      assertThat(refusal(columns))
          .startsWith("data.csv:1:1: the first row holds only numbers, no names of columns (")
          .endsWith("): write header: false if it is data, header: true if these are names");
    }
  }

  @Test
  void aChosenColumnIsNotCalledByANumber() throws IOException {
    write("5.1,3.5,Iris-setosa\n4.9,3.0,Iris-setosa\n6.3,3.3,Iris-virginica\n");
    String columns = "inputs: [1, 2], outputs: {column: 3, classes: one-hot}";

    assertThat(refusal(columns))
        .isEqualTo(
            "data.csv:1:1: \"5.1\" looks like data, not like the name of column 1: write header: false"
                + " if the first row is data, header: true if it holds names");
    assertThat(data("header: false, " + columns).rows()).isEqualTo(3);

    write("id,0,1,2000,label\n7,1,2,3,4\n");
    assertThat(refusal("inputs: 2000, outputs: label"))
        .startsWith("data.csv:1:8: \"2000\" looks like data");
    assertThat(data("header: true, inputs: 2000, outputs: label").input(0, 0)).isEqualTo(3);
    assertThat(data("inputs: id, outputs: label").rows()).isEqualTo(1);
  }

  @Test
  void withoutAHeaderTheFirstRowIsDataAndColumnsHaveNumbers() throws IOException {
    write("0.1,0.9,2\n0.2,0.8,3\n");

    Dataset data = data("header: false, inputs: [1, 2], outputs: 3");
    assertThat(data)
        .usingRecursiveComparison()
        .isEqualTo(Dataset.of(new double[][] {{0.1, 0.9}, {0.2, 0.8}}, new double[][] {{2}, {3}}));
    assertThat(refusal("header: false, inputs: x1, outputs: 4"))
        .contains("the columns of data.csv have no names: choose 1 to 3, not \"x1\"")
        .contains("data.csv has no column 4: they are 1 to 3");
    assertThat(refusal("header: no, inputs: 1, outputs: 2"))
        .contains("\"header\" must be true or false, not \"no\"");
    write("0.1,0.9\n0.2\n");
    assertThat(refusal("header: false, inputs: 1, outputs: 2"))
        .isEqualTo("data.csv:2:1: this row has 1 cell, but the first 2");
  }

  @Test
  void aNumberThatIsANameAndAnotherPlaceIsAmbiguous() throws IOException {
    write("a,b,2,1\n5,6,7,8\n");

    assertThat(refusal("header: true, inputs: 2, outputs: 1"))
        .contains(
            "\"2\" is the name of column 3 and the number of column \"b\": write {name: 2} or"
                + " {position: 2}")
        .contains("\"1\" is the name of column 4 and the number of column \"a\"");
    Dataset data = data("header: true, inputs: [{name: 2}, {position: 2}], outputs: {name: 1}");
    assertThat(data.input(0, 0)).isEqualTo(7);
    assertThat(data.input(0, 1)).isEqualTo(6);
    assertThat(data.output(0, 0)).isEqualTo(8);
    write("1,2,c\n5,6,7\n");
    assertThat(data("header: true, inputs: [1, 2], outputs: 3").input(0, 1)).isEqualTo(6);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "all | 12345",
        "all but e | 1234",
        "all but a and e | 234",
        "'all but b, d' | 135",
        "all but 2..4 | 15",
        "all but a..b and 5 | 34",
        "2..4 | 234",
        "b..d | 234",
        "2 .. d | 234",
        "3..3 | 3",
        "'[1, 3..4, e]' | 1345",
        "'[e, a..b]' | 512",
        "'[{position: 2}, {name: d}]' | 24",
        "all  but  e | 1234"
      })
  void columnsAreChosenManyAtATime(String inputs, String chosen) throws IOException {
    write("a,b,c,d,e\n1,2,3,4,5\n");

    Dataset data =
        data(
            "inputs: "
                + (inputs.contains(",") && !inputs.startsWith("[") ? '"' + inputs + '"' : inputs)
                + ", outputs: e");
    StringBuilder found = new StringBuilder();
    for (int i = 0; i < data.inputs(); i++) {
      found.append((int) data.input(0, i));
    }
    assertThat(found.toString()).isEqualTo(chosen);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "all but labl | data.csv has no column \"labl\" (did you mean \"label\"?)",
        "height..labl | data.csv has no column \"labl\" (did you mean \"label\"?)",
        "2..9 | data.csv has no column \"9\"; its columns: height, width, label",
        "0..2 | data.csv has no column \"0\"; its columns: height, width, label",
        "3..1 | the range 3..1 ends before it begins: column 1 is before column 3",
        "2.. | a range of columns has two ends such as 2..7 or a..d, not 2..",
        "all but 1..3 | \"all but 1..3\" leaves no column",
        "'[1..2, width]' | \"inputs\" has column \"width\" twice",
        "'{name: wdth}' | data.csv has no column \"wdth\" (did you mean \"width\"?)",
        "'{position: 4}' | \"position\" must be a whole number from 1 to 3 such as 1, not 4",
        "'{name: width, position: 2}' | a column is chosen by \"name\" or by \"position\", not both"
      })
  void whatIsNoColumnIsNamedWithItsPlace(String inputs, String complaint) throws IOException {
    write("height,width,label\n1,2,3\n");

    assertThat(refusal("inputs: " + inputs + ", outputs: label"))
        .startsWith("s.yaml:3:")
        .contains(complaint);
  }

  @Test
  void columnsOfSpecialNamesAreFoundByThem() throws IOException {
    write("all,a..b,all but x,\n1,2,3,4\n");

    assertThat(data("inputs: [a..b, all but x], outputs: {name: all}").input(0, 1)).isEqualTo(3);
    assertThat(refusal("inputs: all, outputs: a..b"))
        .contains(
            "\"all\" is the name of column 1 and means every column: write {name: all} or 1..4");
    assertThat(refusal("inputs: z, outputs: 4")).contains("; its columns: ").doesNotContain("\"\"");
  }

  @Test
  void rangesCanHaveClasses() throws IOException {
    write("a,b,y\nred,small,1\nblue,large,2\n");

    Dataset data = data("inputs: {column: 1..2, classes: one-hot}, outputs: y");
    assertThat(data.inputs()).isEqualTo(4);
    assertThat(data.input(0, 1)).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"x y z\n1 2 3\n", "  x   y\tz  \n\n 1  2 \t 3\n", "x \"y\"  z\n\"1\" 2 3 \r\n"})
  void anyNumberOfBlanksSeparates(String csv) throws IOException {
    write(csv);

    for (String separator : List.of("blank", "\" \"")) {
      Dataset data = data("separator: " + separator + ", inputs: [x, y], outputs: z");
      assertThat(data.input(0, 1)).isEqualTo(2);
      assertThat(data.output(0, 0)).isEqualTo(3);
    }
  }

  @Test
  void blankSeparatedRowsKnowTheirPlaces() throws IOException {
    write("x y\n 1   two\n1 2 3\n\"1\"2 3\n");

    assertThat(refusal("separator: blank, inputs: x, outputs: y"))
        .endsWith("data.csv:4:4: a blank must follow the closing quote");
    write("x y\n 1   two\n1 2 3\n");
    assertThat(refusal("separator: blank, inputs: x, outputs: y").lines())
        .containsExactly(
            "data.csv:2:6: not a finite number in column \"y\": \"two\"; for classes write {column: y,"
                + " classes: one-hot}",
            "data.csv:3:1: this row has 3 cells, but the header 2");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"\";\" | ;", "tab | TAB", "blank | ' '"})
  void decimalsMayHaveACommaWhereItSeparatesNothing(String word, String sign) throws IOException {
    String separator = sign.replace("TAB", "\t");
    write("x;y\n1,5;-2,5e1\n3;,25\n".replace(";", separator));
    String columns = ", inputs: x, outputs: y";

    Dataset data = data("separator: " + word + ", decimal: \",\"" + columns);
    assertThat(data.input(0, 0)).isEqualTo(1.5);
    assertThat(data.output(0, 0)).isEqualTo(-25);
    assertThat(data.output(1, 0)).isEqualTo(0.25);
    assertThat(refusal("separator: " + word + columns))
        .contains("\"1,5\"; decimals have a point, or add decimal: \",\"");
  }

  @Test
  void decimalsOfBothKindsInOneFileAreRefused() throws IOException {
    write("x;y\n1,5;2\n1.5;2\n1.234,5;3\n1.234.567;3\n");

    assertThat(refusal("separator: \";\", decimal: \",\", inputs: x, outputs: y").lines())
        .containsExactly(
            "data.csv:3:1: not a finite number in column \"x\": \"1.5\"; decimals have a comma, as"
                + " decimal: \",\" says",
            "data.csv:4:1: not a finite number in column \"x\": \"1.234,5\"; digits are not grouped",
            "data.csv:5:1: not a finite number in column \"x\": \"1.234.567\"; digits are not grouped");
    assertThat(refusal("decimal: \",\", inputs: x, outputs: y"))
        .contains("commas cannot stand before decimals and between cells: add the separator");
    assertThat(refusal("decimal: \";\", separator: \";\", inputs: x, outputs: y"))
        .contains("\"decimal\" must be . or ,, not \";\"");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "1,5;2,5;3 # \";\"",
        "1,5;2 # \";\"",
        "0,1 0,9 0,4 # blank",
        "1,2|3,4 # \"|\"",
        "1,5\t2,5 # tab"
      })
  void cellsThatCouldBeCutOtherwiseAreRefused(String row, String separator) throws IOException {
    String line = row.strip().replace("\\t", "\t") + "\n";
    write(line + line);
    String columns = "header: false, inputs: 1, outputs: " + line.split(",").length;

    assertThat(refusal(columns))
        .contains("cells could be separated by \",\" or by ")
        .endsWith(": write separator: \",\" or separator: " + separator);
    assertThat(refusal("separator: \",\", " + columns)).doesNotContain("could be separated");
  }

  @Test
  void timesAndNotesAreNoCells() throws IOException {
    write("12:30,one; two,1,2\n12:40,three 4,2,3\n");

    assertThat(data("header: false, inputs: 3, outputs: 4").rows()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"sep=;\nx;y\n1;2\n", "\"sep=;\"\r\nx;y\r\n1;2\r\n", "SEP=;\n\nx;y\n1;2\n"})
  void theFirstLineOfExcelIsUnderstood(String csv) throws IOException {
    write(csv);

    assertThat(data("inputs: x, outputs: y").output(0, 0)).isEqualTo(2);
    assertThat(data("separator: \";\", inputs: x, outputs: y").rows()).isEqualTo(1);
    assertThat(refusal("separator: tab, inputs: x, outputs: y"))
        .isEqualTo("data.csv:1:1: the file says sep=;, but the study separator: tab");
  }

  @Test
  void placesCountTheFirstLineOfExcel() throws IOException {
    write("sep=;\nx;y\n1;b\n");
    assertThat(refusal("inputs: x, outputs: y")).startsWith("data.csv:3:3: ");
    write("sep=\t\nx\ty\n1\t2\n");
    assertThat(data("inputs: x, outputs: y").rows()).isEqualTo(1);
    write("sep=x\nx;y\n1;2\n");
    assertThat(refusal("inputs: x, outputs: y"))
        .startsWith("data.csv:1:1: sep=x is not read: cells are separated by one of ");
  }

  @Test
  void rowsWithMissingValuesAreDroppedIfAskedForAndCounted() throws IOException {
    write("x,y,note\n1,2,\n,3,a\n4,NA,b\n5,nan,c\n6,?,d\n7,null,e\n8,#N/A,f\n9,10,NaN\n");

    ProblemSpec.Data problem = problem("missing: drop, inputs: x, outputs: y");
    assertThat(problem.data())
        .usingRecursiveComparison()
        .isEqualTo(Dataset.of(new double[][] {{1}, {9}}, new double[][] {{2}, {10}}));
    assertThat(problem.remarks())
        .containsExactly("6 of 8 rows of data.csv dropped: missing values");
    assertThat(refusal("inputs: x, outputs: y").lines()).hasSize(6);
    assertThat(refusal("missing: refuse, inputs: x, outputs: y").lines()).hasSize(6);
    assertThat(refusal("missing: fill, inputs: x, outputs: y"))
        .contains("\"missing\" must be refuse or drop, not \"fill\"");
  }

  @Test
  void droppingLeavesWhatIsCompleteAndWhatIsWrong() throws IOException {
    write("x,y\n1,2\n3,4\n");
    assertThat(problem("missing: drop, inputs: x, outputs: y").remarks()).isEmpty();
    write("x,kind\n1,a\n,c\n2,b\n3,?\n");
    ProblemSpec.Data classes =
        problem("missing: drop, inputs: x, outputs: {column: kind, classes: one-hot}");
    assertThat(classes.data().outputs()).isEqualTo(2);
    write("x,y\n,2\n3,\n");
    assertThat(refusal("missing: drop, inputs: x, outputs: y"))
        .isEqualTo("s.yaml:3:26: no row of data.csv is without missing values");
    write("x,y\n,two\n3,four\n5,6\n7\n");
    assertThat(refusal("missing: drop, inputs: x, outputs: y").lines())
        .containsExactly(
            "data.csv:3:3: not a finite number in column \"y\": \"four\"",
            "data.csv:5:1: this row has 1 cell, but the header 2");
  }

  @Test
  void aTargetThatIsAlsoAnInputIsRemarked() throws IOException {
    write("a,b,y,copy\n1,2,3,3\n4,5,6,6\n");

    assertThat(problem("inputs: all but copy, outputs: y").remarks())
        .containsExactly("the target column \"y\" is also an input");
    assertThat(problem("inputs: [a, copy], outputs: y").remarks())
        .containsExactly(
            "the target column \"y\" is also an input: column \"copy\" has the same numbers");
    assertThat(problem("inputs: [a, b], outputs: y").remarks()).isEmpty();
    write("1,2,3\n4,5,6\n");
    assertThat(problem("header: false, inputs: all, outputs: 3").remarks())
        .containsExactly("the target column 3 is also an input");
    write("a,k\n1,u\n4,v\n");
    assertThat(
            problem(
                    "inputs: [a, {column: k, classes: number}], outputs: {column: k, classes: one-hot}")
                .remarks())
        .containsExactly("the target column \"k\" is also an input");
  }

  @Test
  void inlineTargetsToo() {
    assertThat(inline("x: [[1, 2], [3, 4]], y: [2, 4]").remarks())
        .containsExactly("the target output 1 is also an input: input 2 has the same numbers");
    assertThat(inline("x: [[1, 2], [3, 4]], y: [2, 5]").remarks()).isEmpty();
    assertThat(inline("x: [1, 1], y: [1, 1]").remarks()).isEmpty();
  }

  @Test
  void aFileThatIsUsedTwiceIsReadAndKeptOnce() throws IOException {
    write("x,y,z\n1,2,3\n4,5,6\n");
    String rest = ", csv: data.csv, inputs: x, outputs: y";
    ReadStudy study =
        StudyReader.read(
            "study: s\noptimizers: adam\nproblems: [{name: a"
                + rest
                + "}, {name: a, scale: standardise"
                + rest
                + "}, {name: b"
                + rest
                + ", scale: {inputs: min-max}}, {name: c"
                + rest.replace("y", "z")
                + "}]",
            "s.yaml",
            directory);

    List<Dataset> data =
        study.spec().problems().stream().map(each -> ((ProblemSpec.Data) each).data()).toList();
    assertThat(data.get(1)).isSameAs(data.get(0));
    assertThat(data.get(2)).isSameAs(data.get(0));
    assertThat(data.get(3)).isNotSameAs(data.get(0));
    assertThat(study.canonicalJson())
        .contains("{\"name\":\"a\",\"x\":[[1],[4]],\"y\":[[2],[5]]}")
        .contains("{\"name\":\"a\",\"data-of\":\"a\",\"scale\":")
        .contains("{\"name\":\"b\",\"data-of\":\"a\",\"scale\":")
        .contains("{\"name\":\"c\",\"x\":[[1],[4]],\"y\":[[3],[6]]}");
    ReadStudy again = StudyReader.read(study.canonicalJson(), "s.json", null);
    assertThat(again.spec()).usingRecursiveComparison().isEqualTo(study.spec());
    assertThat(again.canonicalJson()).isEqualTo(study.canonicalJson());
  }

  @Test
  void aListOfScalingsIsAProblemForEach() throws IOException {
    write("x,y\n1,2\n4,5\n");
    ReadStudy study =
        StudyReader.read(
            "study: s\noptimizers: adam\nproblems:\n- {name: d, csv: data.csv, inputs: x, outputs: y,"
                + " scale: [none, standardise, {inputs: min-max}]}\n- {id: sin3x, scale: [none,"
                + " standardise]}\n- xor\n",
            "s.yaml",
            directory);

    List<ProblemSpec> problems = study.spec().problems();
    assertThat(problems.stream().map(each -> each.name() + each.preparation().label()))
        .containsExactly(
            "d",
            "d[inputs=standardise outputs=standardise]",
            "d[inputs=min-max]",
            "",
            "[inputs=standardise outputs=standardise]",
            "");
    assertThat(((ProblemSpec.Data) problems.get(2)).data())
        .isSameAs(((ProblemSpec.Data) problems.get(0)).data());
    assertThat(study.canonicalJson()).containsOnlyOnce("\"x\":");
    assertThat(study.locate("problems[1].csv")).isEqualTo("s.yaml:4:18");
    assertThat(study.locate("problems[3]")).isEqualTo("s.yaml:5:3");
    assertThat(study.locate("problems[4].id")).isEqualTo("s.yaml:5:8");
    assertThat(study.locate("problems[5]")).isEqualTo("s.yaml:6:3");
    assertThat(study.locate("optimizers")).isEqualTo("s.yaml:2:13");
    assertThat(
            Texts.complaints(
                "study: s\noptimizers: adam\nproblems: {id: iris, scale: [none, min_max]}\n"))
        .isEqualTo(
            "s.yaml:3:36: \"scale\" must be one of none, standardise, min-max, not \"min_max\" (did you"
                + " mean \"min-max\"?)");
    assertThat(Texts.complaints("study: s\noptimizers: adam\nproblems: {id: iris, scale: []}\n"))
        .contains("\"scale\" must name at least one, for example scale: [none, standardise]");
  }

  @Test
  void sharedDataCountOnce() throws IOException {
    StringBuilder csv = new StringBuilder("k,y\n");
    for (int i = 0; i < 10_000; i++) {
      csv.append(i % 900).append(",2\n");
    }
    write(csv.toString());
    String data = "csv: data.csv, inputs: {column: k, classes: one-hot}, outputs: y";
    String two =
        "study: s\noptimizers: adam\nproblems: [{name: a, " + data + "}, {name: b, " + data + "}]";

    assertThat(StudyReader.read(two, "s.yaml", directory).spec().problems()).hasSize(2);
    String other = two.replaceFirst("outputs: y}]", "outputs: y, missing: drop}]");
    assertThat(refusalOf(other))
        .isEqualTo("s.yaml: too much data: 18020000 numbers, but at most 16000000");
  }

  private ProblemSpec.Data inline(String keys) {
    String text = "study: s\noptimizers: adam\nproblems: {name: d, " + keys + "}\n";
    return (ProblemSpec.Data) Texts.read(text).spec().problems().get(0);
  }

  private Dataset data(String keys) {
    return problem(keys).data();
  }

  private ProblemSpec.Data problem(String keys) {
    ReadStudy study = StudyReader.read(study(keys), "s.yaml", directory);
    return (ProblemSpec.Data) study.spec().problems().get(0);
  }

  private String refusal(String keys) {
    return refusalOf(study(keys));
  }

  private String refusalOf(String study) {
    try {
      StudyReader.read(study, "s.yaml", directory);
      return "";
    } catch (StudyFormatException refused) {
      return refused.getMessage();
    }
  }

  private static String study(String keys) {
    return "study: s\noptimizers: adam\nproblems: {name: d, csv: data.csv, " + keys + "}\n";
  }

  private void write(String csv) throws IOException {
    Files.writeString(directory.resolve("data.csv"), csv);
  }
}
