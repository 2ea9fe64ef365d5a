package io.sluice.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReportCommandTest {

  private final CommandLineFixture sluice = new CommandLineFixture();

  @TempDir private Path folder;

  @BeforeEach
  void runStudy() {
    String study = StudyFiles.write(folder, "small.yaml", StudyFiles.SMALL);
    assertThat(sluice.run("run", study, "--store", "memory:a").exitCode()).isZero();
  }

  private CommandLineFixture.Done report(String... options) {
    return sluice.run(
        Stream.concat(Stream.of("report", "small", "--store", "memory:a"), Stream.of(options))
            .toArray(String[]::new));
  }

  @ParameterizedTest
  @CsvSource({
    "html, <!doctype html>",
    "htm, <!doctype html>",
    "HTML, <!doctype html>",
    "md, # small",
    "markdown, # small",
    "tex, \\documentclass{article}",
    "json, {",
    "csv, 'problem,rank,activation,optimizer'",
    "txt, Which is better?"
  })
  void theEndingOfTheFileSaysHowItIsWritten(String ending, String start) throws IOException {
    Path file = folder.resolve("the.report." + ending);
    assertThat(report("-o", file.toString())).isEqualTo(new CommandLineFixture.Done(0, "", ""));
    assertThat(Files.readString(file)).startsWith(start);
    assertThat(sluice.stores.open).isZero();
  }

  @ParameterizedTest
  @CsvSource({"text,txt", "html,html", "md,md", "latex,tex", "json,json", "csv,csv"})
  void standardOutputAndAFileGetTheSameBytes(String format, String ending) throws IOException {
    Path file = folder.resolve("report." + ending);
    report("-o", file.toString());
    CommandLineFixture.Done done = report("--format", format);
    assertThat(done.err()).isEmpty();
    assertThat(done.out()).isEqualTo(Files.readString(file));
    Path odd = folder.resolve("report.odd");
    assertThat(report("--format", format, "-o", odd.toString()).exitCode()).isZero();
    assertThat(odd).hasSameBinaryContentAs(file);
  }

  @Test
  void withoutAFormatItIsText() {
    assertThat(report().out())
        .startsWith("Which is better?\n")
        .contains("\nRanking by reaching loss ", "\nWhere this comes from\n", "sluice run small");
  }

  @Test
  void anEndingThatIsNotKnownIsAnsweredWithThoseThatAre() {
    for (String name : List.of("report.pdf", "report", "report.")) {
      Path file = folder.resolve(name);
      assertThat(report("-o", file.toString()))
          .isEqualTo(
              new CommandLineFixture.Done(
                  2,
                  "",
                  "sluice: -o "
                      + file
                      + " ends in none of .txt, .html, .md, .tex, .json, .csv; say what it is with"
                      + " --format\n"));
      assertThat(file).doesNotExist();
    }
    assertThat(report("--format", "pdf").exitCode()).isEqualTo(2);
  }

  @Test
  void aFolderThatDoesNotExistIsWrongUsage() {
    Path nowhere = folder.resolve("none");
    assertThat(report("-o", nowhere.resolve("x.html").toString()))
        .isEqualTo(
            new CommandLineFixture.Done(
                2, "", "sluice: --output: there is no folder " + nowhere + "\n"));
  }

  @Test
  void figuresAreDrawingsWithTheirNumbersBeside() throws IOException {
    Path figures = folder.resolve("new/my figures");
    Path file = folder.resolve("report.md");
    assertThat(report("--figures", figures.toString(), "-o", file.toString()).exitCode()).isZero();
    try (Stream<Path> written = Files.list(figures)) {
      List<String> names = written.map(path -> path.getFileName().toString()).sorted().toList();
      assertThat(names).contains("activation-optimizer.svg").hasSizeGreaterThan(2);
      for (String name : names) {
        String other = name.endsWith(".svg") ? ".csv" : ".svg";
        assertThat(names).contains(name.replaceFirst("\\.\\w+$", other));
        String text = Files.readString(figures.resolve(name));
        if (name.endsWith(".svg")) {
          assertThat(text).startsWith("<svg ").contains("<style>", "</svg>");
        } else {
          assertThat(text.lines().map(line -> line.replaceAll("\"[^\"]*\"", "")))
              .as(name)
              .hasSizeGreaterThan(1)
              .extracting(line -> line.chars().filter(c -> c == ',').count())
              .containsOnly(text.lines().findFirst().get().chars().filter(c -> c == ',').count());
        }
      }
    }
    assertThat(Files.readString(file)).contains("](new/my%20figures/activation-optimizer.svg)");
    assertThat(report("--format", "md").out()).doesNotContain("](");
  }

  @ParameterizedTest
  @CsvSource({"1,1", "3,3", "4,4", "9,4"})
  void topLimitsTheRanking(String top, int rows) throws IOException {
    assertThat(report("--format", "csv", "--top", top).outLines()).hasSize(rows + 1);
    JsonNode json = new ObjectMapper().readTree(report("--format", "json", "--top", top).out());
    assertThat(json.get("rankings")).hasSize(rows);
    assertThat(report("--format", "csv").outLines()).hasSize(5);
    assertThat(report("--top", "0"))
        .isEqualTo(new CommandLineFixture.Done(2, "", "sluice: --top must be at least 1, not 0\n"));
  }

  @Test
  void anUnknownStudyIsAnsweredWithTheNearestName() {
    assertThat(sluice.run("report", "smal", "--store", "memory:a"))
        .isEqualTo(
            new CommandLineFixture.Done(
                2,
                "",
                "sluice: no study \"smal\" in memory:a (did you mean \"small\"?); it has small\n"));
    assertThat(sluice.run("report", "small", "--store", "memory:b").err())
        .startsWith("sluice: there is no store memory:b");
    assertThat(sluice.stores.open).isZero();
  }

  @Test
  void aStudyIsFoundByItsIdToo() throws IOException {
    String id = new ObjectMapper().readTree(report("--format", "json").out()).get("study").asText();
    assertThat(sluice.run("report", id, "--store", "memory:a")).isEqualTo(report());
  }

  @ParameterizedTest
  @CsvSource({"json", "csv"})
  void afterTheRunTheSameIsSaid(String format) {
    String study = folder.resolve("small.yaml").toString();
    String[] fresh = {"run", study, "--store", "memory:b", "--threads", "2", "--format", format};
    assertThat(sluice.run(fresh).out()).isEqualTo(report("--format", format).out());
    assertThat(sluice.run(fresh).out()).isEqualTo(report("--format", format).out());
  }

  @Test
  void whatIsSaidInTextIsInTheJson() throws IOException {
    JsonNode json = new ObjectMapper().readTree(report("--format", "json").out());
    String text = report().out();
    json.get("answer").forEach(sentence -> assertThat(text).contains(sentence.asText()));
    assertThat(json.get("methods").size()).isPositive();
    json.get("methods").forEach(method -> assertThat(method.asText()).isNotEmpty());
    assertThat(json.get("rankings").get(0).fieldNames())
        .toIterable()
        .contains("success", "success_lower", "success_upper", "median_cost_lower");
    assertThat(json.get("leaders").get(0).fieldNames())
        .toIterable()
        .contains("first", "p", "best_better_lower", "apart");
    assertThat(json.get("sources").get(0).fieldNames())
        .toIterable()
        .contains("share", "share_lower", "share_upper", "p");
  }
}
