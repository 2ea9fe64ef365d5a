package io.sluice.studies;

import static io.sluice.studies.Texts.SMALL;
import static io.sluice.studies.Texts.complaints;
import static io.sluice.studies.Texts.read;
import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.engine.study.ClassWeights;
import io.sluice.engine.study.ProblemSpec;
import io.sluice.engine.study.Validation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows to validate with, and how much classes count. */
class ValidationReaderTest {

  @TempDir Path directory;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0.25 | 0.25 | 0.25",
        "{share: 0.25} | 0.25 | 0.25",
        "{share: 0.25, stratified: false} | 0.25 | 0.25",
        "{share: 0.25, stratified: true} | 0.25 stratified | {\"share\":0.25,\"stratified\":true}",
        "{last: 0.5} | last 0.5 | {\"last\":0.5}",
        "{folds: 5} | 5 folds | {\"folds\":5}",
        "{folds: 5, stratified: true} | 5 folds stratified | {\"folds\":5,\"stratified\":true}"
      })
  void validationIsAShareOrTheLastRowsOrFolds(String written, String label, String json) {
    ReadStudy study = read(SMALL + "validation: " + written + "\n");
    assertThat(study.spec().validation().label()).isEqualTo(label);
    assertThat(study.canonicalJson()).contains("\"validation\":" + json + ",");
    assertThat(read(study.canonicalJson()).spec()).isEqualTo(study.spec());
    assertThat(read(SMALL).spec().validation()).isEqualTo(Validation.NONE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{share: 0.2, folds: 5} | 5:13: validation is one of share, last, folds: 0.25, {share: 0.25, stratified: true}, {last: 0.25} or {folds: 5}",
        "{stratified: true} | 5:13: validation is one of share, last, folds: 0.25, {share: 0.25, stratified: true}, {last: 0.25} or {folds: 5}",
        "{folds: 1} | 5:21: \"folds\" must be a whole number from 2 to 1000 such as 5, not 1",
        "{folds: 1001} | 5:21: \"folds\" must be a whole number from 2 to 1000 such as 5, not 1001",
        "{last: 0.5, stratified: true} | 5:37: the last rows cannot be stratified",
        "{fold: 5, share: 0.1} | 5:14: unknown key \"fold\" (did you mean \"folds\"?)",
        "{share: 1} | 5:21: \"share\" must be a share from 0 to below 1 such as 0.25, not 1",
      })
  void whatIsNeitherIsRefused(String written, String complaint) {
    assertThat(complaints(SMALL + "validation: " + written)).isEqualTo("s.yaml:" + complaint);
  }

  private static ProblemSpec.Data only(ReadStudy study) {
    return (ProblemSpec.Data) study.spec().problems().get(0);
  }

  private static String inline(String more) {
    return "study: s\noptimizers: adam\nproblems: {name: d, x: [1, 2, 3], y: [0, 1, 1]"
        + more
        + "}";
  }

  @Test
  void rowsToValidateWithStandInTheStudy() {
    ReadStudy study = read(inline(", validation-x: [4, 5], validation-y: [1, 0]"));
    assertThat(only(study).validation().orElseThrow().input(1, 0)).isEqualTo(5);
    assertThat(study.canonicalJson())
        .contains("\"validation-x\":[[4],[5]],\"validation-y\":[[1],[0]]");
    assertThat(read(study.canonicalJson()).canonicalJson()).isEqualTo(study.canonicalJson());
    assertThat(complaints(inline(", validation-x: [4, 5]")))
        .isEqualTo(
            "s.yaml:3:11: \"validation-y\" is missing, for example validation-y: [[0], [1]]");
    assertThat(complaints(inline(", validation-x: [4, 5], validation-y: [1]")))
        .endsWith("\"validation-y\" needs as many rows as \"validation-x\", 2, but has 1");
    assertThat(complaints(inline(", validation-x: [[4, 5]], validation-y: [1]")))
        .isEqualTo(
            "s.yaml:3:63: rows to validate with have as many inputs and outputs as those to train"
                + " with, 1 and 1, not 2 and 1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"one-hot", "number"})
  void aFileOfRowsToValidateWithHasTheClassesOfTheOther(String coding) throws IOException {
    Files.writeString(directory.resolve("train.csv"), "x,kind\n1,b\n2,a\n3,c\n4,c\n");
    Files.writeString(directory.resolve("test.csv"), "kind,x\nc,7\nb,8\n");
    String text =
        "study: s\noptimizers: adam\nproblems: [{name: d, csv: train.csv, validation-csv: test.csv,"
            + " inputs: x, outputs: {column: kind, classes: "
            + coding
            + "}}, {name: e, data-of: d, scale: min-max}]\n";
    ReadStudy study = StudyReader.read(text, "s.yaml", directory);
    var rows = only(study).validation().orElseThrow();
    assertThat(rows.input(0, 0)).isEqualTo(7);
    int last = rows.outputs() - 1;
    assertThat(List.of(rows.output(0, last), rows.output(1, last)))
        .containsExactly(last == 0 ? 2.0 : 1.0, last == 0 ? 1.0 : 0.0);
    assertThat(((ProblemSpec.Data) study.spec().problems().get(1)).validation()).contains(rows);
    ReadStudy again = StudyReader.read(study.canonicalJson(), "s.json", null);
    assertThat(again.spec()).usingRecursiveComparison().isEqualTo(study.spec());

    Files.writeString(directory.resolve("test.csv"), "kind,x\nc,7\nbb,8\n");
    assertThat(refusal(text))
        .contains(
            "test.csv:3:1: column \"kind\" has no class \"bb\" in the rows to train with (did you"
                + " mean \"b\"?)");
    Files.writeString(directory.resolve("test.csv"), "sort,x\nc,7\n");
    assertThat(refusal(text)).contains("test.csv has no column \"kind\"");
  }

  private String refusal(String text) {
    try {
      StudyReader.read(text, "s.yaml", directory);
      return "";
    } catch (StudyFormatException refused) {
      return refused.getMessage();
    }
  }

  @Test
  void classWeightsAreBalancedOrOneForEachClass() {
    ReadStudy balanced = read(inline(", class-weights: balanced"));
    assertThat(only(balanced).preparation().classWeights()).isEqualTo(ClassWeights.BALANCED);
    assertThat(balanced.canonicalJson()).contains("\"class-weights\":\"balanced\"");
    ReadStudy given = read(inline(", class-weights: [1, 1]"));
    assertThat(only(given).preparation().classWeights())
        .isEqualTo(ClassWeights.of(List.of(1.0, 1.0)));
    assertThat(given.canonicalJson()).contains("\"class-weights\":[1,1]");
    assertThat(only(read(inline(", class-weights: {1: 5}"))).preparation().classWeights())
        .isEqualTo(ClassWeights.of(List.of(1.0, 5.0)));
    assertThat(read(inline(", class-weights: none")).canonicalJson())
        .isEqualTo(read(inline("")).canonicalJson());
    for (ReadStudy study : List.of(balanced, given)) {
      assertThat(read(study.canonicalJson()).canonicalJson()).isEqualTo(study.canonicalJson());
    }
  }

  @Test
  void classesOfAFileHaveTheirNames() throws IOException {
    Files.writeString(
        directory.resolve("data.csv"), "x,kind\n1,common\n2,rare\n3,other\n4,other\n");
    String text =
        "study: s\noptimizers: adam\nproblems: {name: d, csv: data.csv, inputs: x, outputs:"
            + " {column: kind, classes: one-hot}, class-weights: {rare: 5, %s: 2}}\n";
    ReadStudy study = StudyReader.read(text.formatted("common"), "s.yaml", directory);
    assertThat(only(study).preparation().classWeights())
        .isEqualTo(ClassWeights.of(List.of(2.0, 1.0, 5.0)));
    assertThat(refusal(text.formatted("comon")))
        .endsWith(
            "there is no class \"comon\" (did you mean \"common\"?); there are common, other, rare");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "balance | \"class-weights\" must be balanced, [1, 5] or {rare: 5} (did you mean \"balanced\"?), not \"balance\"",
        "[1, 0] | the weight of a class is a finite number above 0, not 0",
        "[1, many] | \"class-weights\" must be a number such as 5, not \"many\"",
        "[] | class weights that are given are at least one",
      })
  void otherWeightsAreRefused(String written, String complaint) {
    assertThat(complaints(inline(", class-weights: " + written)))
        .startsWith("s.yaml:3:")
        .endsWith(": " + complaint);
  }

  @Test
  void classesOfBuiltInProblemsHaveNoNames() {
    assertThat(
            complaints("study: s\noptimizers: adam\nproblems: {id: iris, class-weights: {a: 1}}"))
        .isEqualTo(
            "s.yaml:3:37: only classes of data in the study have names here: write a list in the"
                + " order of the classes, such as [1, 5]");
  }
}
