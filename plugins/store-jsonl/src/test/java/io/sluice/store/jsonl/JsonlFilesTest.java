package io.sluice.store.jsonl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.sdk.lines.Samples;
import io.sluice.spi.ResultHash;
import io.sluice.spi.ResultStore;
import io.sluice.spi.ResultStoreException;
import io.sluice.spi.ResultWriter;
import io.sluice.spi.TrialEvent;
import io.sluice.spi.TrialEvent.Finished;
import io.sluice.spi.TrialEvent.Measured;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonlFilesTest {

  @TempDir Path folder;

  @BeforeEach
  void twoTrialsAreKept() {
    keep(Samples.measured(0, 1, 0.5), Samples.finished(0), Samples.finished(1));
  }

  @Test
  void linesAreAsDocumented() throws IOException {
    assertThat(file("trials.jsonl"))
        .hasContent(
            """
            {"trial":0,"key":"00000000000000ff","cell":0,"repeat":0,"outcome":"COMPLETED",\
            "steps":300,"cost":900.0,"initial_loss":1.5,"final_loss":"NaN","best_loss":0.0,\
            "best_cost":450.0,"hit_costs":[12.0,"NaN"],"message":"","measurements":1,\
            "measurements_at":0,"hash":"HASH0"}
            {"trial":1,"key":"00000000000000ff","cell":0,"repeat":1,"outcome":"COMPLETED",\
            "steps":300,"cost":900.0,"initial_loss":1.5,"final_loss":"NaN","best_loss":0.25,\
            "best_cost":450.0,"hit_costs":[12.0,"NaN"],"message":"","measurements":0,\
            "measurements_at":60,"hash":"HASH1"}
            """
                .replace("HASH0", hash(Samples.finished(0), Samples.measured(0, 1, 0.5)))
                .replace("HASH1", hash(Samples.finished(1))));
    assertThat(file("measurements.jsonl"))
        .hasContent("{\"trial\":0,\"step\":1,\"cost\":3.0,\"metric\":\"loss\",\"value\":0.5}");
    assertThat(Files.readString(file("cells.jsonl")))
        .startsWith("{\"cell\":0,\"factors\":{\"problem\":\"some problem\",")
        .matches(
            "(?s).*\"hyperparameters\":\\{\"optimizer.learning-rate\":0.002\\},"
                + "\"hash\":\"[0-9a-f]{8}\"\\}\n")
        .hasLineCount(1);
    assertThat(Files.readString(file("study.json"))).contains("\"opened\" : 1,");
  }

  private static String hash(Finished finished, Measured... measurements) {
    ResultHash hash = new ResultHash("xor-1");
    List.of(measurements).forEach(hash::add);
    return HexFormat.of().toHexDigits(hash.finish(finished));
  }

  @Test
  void linesWithoutHashesAreReadAsTheyAre() throws IOException {
    for (String name : List.of("trials.jsonl", "cells.jsonl", "study.json")) {
      String text = Files.readString(file(name));
      Files.writeString(file(name), text.replaceAll(",\\s*\"hash\" ?: ?\"[0-9a-f]+\"", ""));
      assertThat(file(name)).content().doesNotContain("hash").isNotEqualTo(text);
    }
    assertThat(open().studies()).containsExactly(Samples.HEADER);
    assertThat(open().sound("xor-1").stream()).containsExactly(0, 1);
    assertThat(trials()).containsExactly(Samples.finished(0), Samples.finished(1));
    assertThat(measurements()).containsExactly(Samples.measured(0, 1, 0.5));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"0.002", "1.0E23", "2.0E23", "8.41E21", "2.2E-322", "4.9E-324", "1.0E-5", "0.1"})
  void numbersAreTheShortestOnEveryJava(String number) throws IOException {
    keep(Samples.finished(5, Double.parseDouble(number)));
    assertThat(Files.readAllLines(file("trials.jsonl")).get(2))
        .contains("\"best_loss\":" + number + ",");
  }

  @ParameterizedTest
  @ValueSource(strings = {"cells.jsonl", "trials.jsonl", "measurements.jsonl"})
  void tornLastLineIsDroppedAndRepaired(String name) throws IOException {
    String before = Files.readString(file(name));
    append(name, "{\"trial\":0,\"key\":\"0000");
    assertThat(trials()).containsExactly(Samples.finished(0), Samples.finished(1));
    assertThat(measurements()).containsExactly(Samples.measured(0, 1, 0.5));

    keep();
    assertThat(file(name)).hasContent(before);
    keep(Samples.measured(2, 1, 0.25), Samples.finished(2));
    assertThat(trials()).hasSize(3);
    assertThat(measurements())
        .containsExactly(Samples.measured(0, 1, 0.5), Samples.measured(2, 1, 0.25));
  }

  @Test
  void longTornLineIsRepaired() throws IOException {
    append("trials.jsonl", "{\"message\":\"" + "x".repeat(200_000));
    keep();
    assertThat(Files.readString(file("trials.jsonl"))).doesNotContain("xxx").hasLineCount(2);
  }

  @Test
  void measurementsLeftOverByACrashAreNotTakenForThoseOfTheTrial() throws IOException {
    append(
        "measurements.jsonl",
        "{\"trial\":0,\"step\":7,\"cost\":9.0,\"metric\":\"loss\",\"value\":7.0}\n"
            + "{\"trial\":2,\"step\":7,\"cost\":9.0,\"metric\":\"loss\",\"value\":7.0}\n");
    keep(Samples.measured(2, 1, 0.25), Samples.finished(2));
    assertThat(measurements())
        .containsExactly(Samples.measured(0, 1, 0.5), Samples.measured(2, 1, 0.25));
  }

  @ParameterizedTest
  @ValueSource(strings = {"no json", "{}", "", "{\"trial\":3}", "[1]", "{\"trial\":0} {}"})
  void brokenLineIsNamedUntilTheStudyGoesOn(String line) throws IOException {
    String before = Files.readString(file("trials.jsonl"));
    append("trials.jsonl", line + "\n");
    assertThatThrownBy(this::trials)
        .isInstanceOf(ResultStoreException.class)
        .hasMessageContaining(file("trials.jsonl") + ", line 3 is damaged");
    assertThat(open().finished("xor-1").stream()).containsExactly(0, 1);
    keep(Samples.finished(2));
    assertThat(trials())
        .containsExactly(Samples.finished(0), Samples.finished(1), Samples.finished(2));
    assertThat(Files.readString(file("trials.jsonl"))).startsWith(before).hasLineCount(3);
    assertThat(file("trials.jsonl.damaged")).hasContent(before + line + "\n");
  }

  @Test
  void measurementsThatDoNotBelongAreNamed() throws IOException {
    String lines = Files.readString(file("measurements.jsonl"));
    Files.writeString(file("measurements.jsonl"), lines.replace("\"trial\":0", "\"trial\":9"));
    assertThatThrownBy(this::measurements)
        .isInstanceOf(ResultStoreException.class)
        .hasMessageContaining(file("measurements.jsonl") + ", line 1 is damaged")
        .hasMessageContaining("trial 9");
    Files.writeString(file("measurements.jsonl"), "");
    assertThatThrownBy(this::measurements)
        .isInstanceOf(ResultStoreException.class)
        .hasMessageContaining("ends before");
  }

  @Test
  void missingCellIsNamed() throws IOException {
    Files.writeString(file("cells.jsonl"), "");
    assertThatThrownBy(this::trials)
        .isInstanceOf(ResultStoreException.class)
        .hasMessageContaining("trials.jsonl, line 1 is damaged: cells.jsonl has no cell 0");
  }

  @Test
  void unknownFieldsAreSkipped() throws IOException {
    String lines = Files.readString(file("trials.jsonl"));
    Files.writeString(
        file("trials.jsonl"), lines.replace("{\"trial\"", "{\"new\":{\"a\":[1]},\"trial\""));
    assertThat(trials()).containsExactly(Samples.finished(0), Samples.finished(1));
  }

  @Test
  void newerFormatIsRefusedAndLeftAlone() throws IOException {
    String text = Files.readString(file("study.json")).replace("\"format\" : 1", "\"format\" : 8");
    Files.writeString(file("study.json"), text);
    String message = "written by a newer Sluice: its format is 8";
    assertThat(open().studies()).isEmpty();
    assertThat(open().unreadable()).singleElement().asString().contains(message);
    List<ThrowingCallable> uses =
        List.of(
            this::trials,
            this::measurements,
            () -> open().finished("xor-1"),
            () -> open().sound("xor-1"),
            () -> open().open(Samples.HEADER));
    for (ThrowingCallable use : uses) {
      assertThatThrownBy(use)
          .isInstanceOf(ResultStoreException.class)
          .hasMessageContaining(message);
    }
    assertThat(file("study.json")).hasContent(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "", "{", "no json", "[]", "null", "{\"format\":1,\"id\":7}"})
  void damagedStudyDoesNotTouchTheOthers(String text) throws IOException {
    Path other = Files.createDirectories(folder.resolve("store/other")).resolve("study.json");
    Files.writeString(other, text);
    assertThat(open().studies()).containsExactly(Samples.HEADER);
    assertThat(open().unreadable())
        .singleElement()
        .asString()
        .startsWith(folder.resolve("store/other/study.json") + " is damaged: ")
        .doesNotContain("\n");
    assertThat(trials()).hasSize(2);
    keep(Samples.finished(2));
    assertThat(trials()).hasSize(3);
    assertThat(other).hasContent(text);
  }

  @Test
  void damagedHeaderIsWrittenAnewWhenTheStudyGoesOn() throws IOException {
    String text = Files.readString(file("study.json"));
    Files.writeString(file("study.json"), text.replace("Which?", "Witch?"));
    assertThat(open().studies()).isEmpty();
    assertThat(open().unreadable()).singleElement().asString().contains("checksum");
    keep();
    assertThat(open().unreadable()).isEmpty();
    assertThat(trials()).hasSize(2);
  }

  @Test
  void readingOpensOnlyWhatIsThere() {
    JsonlStoreProvider provider = new JsonlStoreProvider();
    Path missing = folder.resolve("typo/store");
    assertThat(provider.openExisting(missing.toString())).isEmpty();
    assertThat(folder.resolve("typo")).doesNotExist();
    assertThat(provider.openExisting(folder.resolve("store").toString()).orElseThrow().studies())
        .containsExactly(Samples.HEADER);
  }

  @Test
  void fileInPlaceOfTheFolderIsRefused() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));
    assertThatThrownBy(() -> new JsonlStoreProvider().open(file.toString()))
        .isInstanceOf(ResultStoreException.class)
        .hasMessageContaining(file + " is a file");
    assertThatThrownBy(() -> new JsonlStoreProvider().open(file + "/below"))
        .isInstanceOf(ResultStoreException.class)
        .hasMessageContaining("cannot be created");
    assertThatThrownBy(() -> new JsonlStoreProvider().open(""))
        .isInstanceOf(ResultStoreException.class)
        .hasMessageContaining("such as jsonl:results/jsonl");
  }

  @Test
  void othersInTheFolderAreLeftAlone() throws IOException {
    Files.createDirectories(folder.resolve("store/notes"));
    Files.writeString(folder.resolve("store/read.me"), "text");
    assertThat(open().studies()).containsExactly(Samples.HEADER);
  }

  private ResultStore open() {
    return new JsonlStoreProvider().open(folder.resolve("store").toString());
  }

  private void keep(TrialEvent... events) {
    keepWithoutReading(events);
    assertThat(open().studies()).containsExactly(Samples.HEADER);
  }

  private void keepWithoutReading(TrialEvent... events) {
    try (ResultWriter writer = open().open(Samples.HEADER)) {
      for (TrialEvent event : events) {
        writer.write(event);
      }
    }
  }

  private List<Finished> trials() {
    try (Stream<Finished> trials = open().trials("xor-1")) {
      return trials.toList();
    }
  }

  private List<Measured> measurements() {
    try (Stream<Measured> measurements = open().measurements("xor-1")) {
      return measurements.toList();
    }
  }

  private Path file(String name) {
    return folder.resolve("store/xor-1").resolve(name);
  }

  private void append(String name, String text) throws IOException {
    Files.writeString(file(name), text, StandardOpenOption.APPEND);
  }
}
