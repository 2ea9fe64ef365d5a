package io.sluice.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A report is made from the store alone, and is the same whatever the store and the threads. */
class ReportIT {

  private static final int MOST_BYTES = 3_000_000;

  @TempDir Path folder;

  @Test
  void ofTheStoreIsTheSameBytesAsAfterTheRunInEveryStoreAndWithAnyThreads() throws Exception {
    SluiceProcess sluice = new SluiceProcess(folder);
    String run = "run";
    String said =
        sluice
            .run(run, "quickstart", "--store", "sqlite:a.db", "--threads", "1", "--format", "json")
            .done();
    assertThat(
            sluice
                .run(run, "quickstart", "--store", "jsonl:b", "--threads", "2", "--format", "json")
                .done())
        .isEqualTo(said);
    assertThat(report(sluice, "sqlite:a.db", "json")).isEqualTo(said);
    assertThat(report(sluice, "jsonl:b", "json")).isEqualTo(said);
    for (String format : new String[] {"html", "md", "latex", "text", "csv"}) {
      String one = report(sluice, "sqlite:a.db", format);
      assertThat(report(sluice, "jsonl:b", format)).as(format).isEqualTo(one);
      assertThat(one.getBytes(StandardCharsets.UTF_8)).as(format).hasSizeBetween(100, MOST_BYTES);
    }

    // With its figures, in a file.
    for (String store : new String[] {"sqlite:a.db", "jsonl:b"}) {
      String name = store.replaceAll("\\W", "-");
      sluice
          .run("report", "quickstart", "--store", store, "-o", name + ".html", "--figures", name)
          .done();
    }
    assertThat(folder.resolve("sqlite-a-db.html"))
        .hasSameTextualContentAs(folder.resolve("jsonl-b.html"));
    try (var figures = Files.list(folder.resolve("sqlite-a-db"))) {
      assertThat(figures)
          .hasSizeGreaterThan(3)
          .allSatisfy(
              figure ->
                  assertThat(figure)
                      .hasSameTextualContentAs(
                          folder.resolve("jsonl-b").resolve(figure.getFileName())));
    }
  }

  private static String report(SluiceProcess sluice, String store, String format) {
    return sluice.run("report", "quickstart", "--store", store, "--format", format).done();
  }
}
