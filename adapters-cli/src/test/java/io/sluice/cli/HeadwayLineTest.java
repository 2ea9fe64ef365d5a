package io.sluice.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class HeadwayLineTest {

  private final ByteArrayOutputStream errors = new ByteArrayOutputStream();
  private final AtomicLong clock = new AtomicLong();

  private HeadwayLine line(boolean redraws, int width) {
    Terminal.TextStream nowhere =
        Terminal.TextStream.to(OutputStream.nullOutputStream(), StandardCharsets.UTF_8, true, true);
    Terminal terminal =
        new Terminal(
            new ByteArrayInputStream(new byte[0]),
            OutputStream.nullOutputStream(),
            nowhere,
            Terminal.TextStream.to(errors, StandardCharsets.UTF_8, true, true),
            false,
            redraws,
            false,
            true);
    StatusLine line = new StatusLine(terminal.errors().codes(), () -> width);
    return new HeadwayLine(terminal, line, "planning", "cells", clock::get);
  }

  private String told() {
    return errors.toString(StandardCharsets.UTF_8);
  }

  @Test
  void saysHowFarItIsAndIsGoneInTheEnd() {
    try (HeadwayLine line = line(true, 80)) {
      line.made(0, 1_000_000);
      assertThat(told()).isEmpty();
      clock.addAndGet(200_000_000);
      line.made(245_760, 1_000_000);
      line.made(249_856, 1_000_000);
      assertThat(told()).isEqualTo("\rplanning: 245,760 of 1,000,000 cells");
    }
    assertThat(told())
        .endsWith("\r" + " ".repeat("planning: 245,760 of 1,000,000 cells".length()) + "\r");
  }

  @Test
  void shortWorkSaysNothing() {
    try (HeadwayLine line = line(true, 80)) {
      line.made(0, 10);
      clock.addAndGet(199_999_999);
      line.made(10, 10);
    }
    assertThat(told()).isEmpty();
  }

  @Test
  void elsewhereThanOnATerminalNothingIsSaid() {
    try (HeadwayLine line = line(false, 80)) {
      clock.addAndGet(1_000_000_000);
      line.made(5, 10);
    }
    assertThat(told()).isEmpty();
  }

  @Test
  void theLineStaysShorterThanTheTerminal() {
    try (HeadwayLine line = line(true, 20)) {
      clock.addAndGet(200_000_000);
      line.made(5, 10);
    }
    assertThat(told()).startsWith("\rplanning: 5 of 10 c\r");
  }
}
