package io.sluice.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.engine.text.DisplayWidth;
import io.sluice.spi.Cell;
import io.sluice.spi.Factor;
import io.sluice.spi.Outcome;
import io.sluice.spi.ResultWriter;
import io.sluice.spi.StudyHeader;
import io.sluice.spi.Trial;
import io.sluice.spi.TrialEvent;
import io.sluice.spi.TrialResult;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProgressTest {

  private static final StudyHeader HEADER =
      new StudyHeader("small-01234567", "small", "", "{}", 100, 1, List.of(), Map.of());

  private final StringWriter text = new StringWriter();
  private long nanos;
  private int width = 80;
  private String place = "";
  private final Progress progress =
      new Progress(
          new StatusLine(new PrintWriter(text), () -> width), 40, false, () -> place, () -> nanos);

  @Test
  void theBarCountsWhatWasThereBefore() {
    try (ResultWriter bar = progress.open(HEADER)) {
      assertThat(text).hasToString("\r[############..................] 40/100 trials");
      nanos = TimeUnit.SECONDS.toNanos(2);
      bar.write(finished(Outcome.COMPLETED));
      for (int i = 0; i < 19; i++) {
        bar.write(finished(Outcome.DIVERGED));
      }
      bar.write(finished(Outcome.CANCELLED));
      bar.flush();
      assertThat(text.toString())
          .endsWith("\r[##################............] 60/100 trials, 10/s, 0:04 left");
    }
    assertThat(text.toString()).matches("(?s).*\r {60,}\r");
  }

  @Test
  void whoComputesIsSaidWhereThereIsRoomForIt() {
    place = "2 executors, 8 cores";
    width = 100;
    try (ResultWriter bar = progress.open(HEADER)) {
      assertThat(text.toString()).endsWith(" 40/100 trials on 2 executors, 8 cores");
      nanos = TimeUnit.SECONDS.toNanos(1);
      place = "1 executor, 4 cores";
      bar.write(finished(Outcome.COMPLETED));
      assertThat(text.toString()).contains("41/100 trials, 1/s, 0:59 left on 1 executor, 4 cores");
      width = 50;
      nanos = TimeUnit.SECONDS.toNanos(2);
      bar.write(finished(Outcome.COMPLETED));
      String all = text.toString();
      String last = all.substring(all.lastIndexOf('\r'));
      assertThat(last).contains("42/100 trials, 1/s, 0:58 left").doesNotContain("executor");
    }
  }

  @Test
  void theBarIsNotDrawnForEveryTrial() {
    try (ResultWriter bar = progress.open(HEADER)) {
      for (int i = 0; i < 50; i++) {
        nanos += TimeUnit.MILLISECONDS.toNanos(10);
        bar.write(finished(Outcome.COMPLETED));
      }
    }
    assertThat(text.toString().chars().filter(c -> c == '[')).hasSize(1 + 5);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 8, 15, 19, 20, 25, 40, 60, 79, 80, 200})
  void noLineReachesTheLastColumn(int columns) {
    width = columns;
    drawSome();
    assertThat(List.of(text.toString().split("\r", -1)))
        .allMatch(line -> DisplayWidth.of(line) < columns)
        .anyMatch(line -> columns < 60 || line.contains("] 60/100 trials, 10/s, 0:04 left"));
  }

  @Test
  void theBarGivesWayToTheFigures() {
    width = 60;
    drawSome();
    assertThat(text.toString())
        .contains("\r[###############...........] 60/100 trials, 10/s, 0:04 left");
    text.getBuffer().setLength(0);
    width = 38;
    drawSome();
    assertThat(text.toString()).contains("\r60/100 trials, 10/s, 0:04 left");
    for (String shorter :
        List.of("60/100 trials, 0:04 left", "60/100, 0:04 left", "60/100 trials", "60/100", "")) {
      text.getBuffer().setLength(0);
      width = shorter.length() + 1;
      drawSome();
      assertThat(text.toString().split("\r", -1)).contains(shorter);
    }
  }

  @Test
  void noFigureIsCutInTwo() {
    width = 12;
    drawSome();
    assertThat(text.toString()).contains("\r60/100").doesNotContain("[", "tri");
  }

  @Test
  void aTerminalMadeNarrowerIsNotOverrun() {
    try (ResultWriter bar = progress.open(HEADER)) {
      width = 20;
      bar.flush();
      assertThat(text.toString()).endsWith("\r40/100 trials      ");
    }
    assertThat(text.toString()).endsWith("\r" + " ".repeat(13) + "\r");
  }

  private void drawSome() {
    nanos = 0;
    try (ResultWriter bar = progress.open(HEADER)) {
      nanos = TimeUnit.SECONDS.toNanos(2);
      for (int i = 0; i < 20; i++) {
        bar.write(finished(Outcome.COMPLETED));
      }
      bar.flush();
    }
  }

  @Test
  void durationsAreReadable() {
    assertThat(Progress.duration(0.2)).isEqualTo("0:01");
    assertThat(Progress.duration(83)).isEqualTo("1:23");
    assertThat(Progress.duration(3 * 3600 + 62)).isEqualTo("3:01:02");
    assertThat(Progress.duration(Double.POSITIVE_INFINITY)).isEqualTo("?");
    assertThat(Progress.duration(Double.NaN)).isEqualTo("?");
  }

  private static TrialEvent finished(Outcome outcome) {
    Map<String, String> factors =
        Factor.names(Factor.FIRST).stream()
            .collect(Collectors.toMap(factor -> factor, factor -> "any"));
    return new TrialEvent.Finished(
        new Trial(0, "0123456789abcdef", Cell.of(Factor.FIRST, 0, factors, Map.of()), 0),
        new TrialResult(outcome, 1, 1, 1, 1, 1, 1, List.of(), ""));
  }
}
