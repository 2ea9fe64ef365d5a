package io.sluice.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class PluginStreamsTest {

  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private String printed(boolean clearsLine, String... pieces) {
    PrintStream stream =
        new PrintStream(new PluginStreams(err, clearsLine), false, StandardCharsets.UTF_8);
    for (String piece : pieces) {
      stream.print(piece);
      stream.flush();
    }
    return err.toString(StandardCharsets.UTF_8);
  }

  @Test
  void linesAreWrittenWhole() {
    assertThat(printed(false, "a", "b\nc", "d")).isEqualTo("ab\n");
    assertThat(printed(false, "\n\n", "é\n")).isEqualTo("ab\n\n\né\n");
  }

  @Test
  void onATerminalTheyReplaceTheLineThatStandsThere() {
    assertThat(printed(true, "one\ntwo\n")).isEqualTo("\r\u001b[Kone\n\r\u001b[Ktwo\n");
  }

  @Test
  void aLineThatDoesNotEndIsNotKeptForEver() {
    String printed = printed(false, "x".repeat(100_000));
    assertThat(printed.length()).isGreaterThan(90_000);
    assertThat(printed).endsWith("x\n");
  }

  @Test
  void pluginsPrintToStandardErrorAndReadNothing() throws IOException {
    InputStream in = System.in;
    PrintStream out = System.out;
    PrintStream errors = System.err;
    try {
      PluginStreams.replace(err, false);
      System.out.println("from out");
      System.err.println("from err");
      assertThat(System.in.read()).isEqualTo(-1);
    } finally {
      System.setIn(in);
      System.setOut(out);
      System.setErr(errors);
    }
    assertThat(err.toString(StandardCharsets.UTF_8).lines())
        .containsExactly("from out", "from err");
  }
}
