package io.sluice.cli;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/** Bytes of UTF-8 text, handed on as text line by line. */
final class TextBytes extends OutputStream {

  private final PrintWriter out;
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();

  TextBytes(PrintWriter out) {
    this.out = out;
  }

  @Override
  public void write(int one) {
    line.write(one);
    if (one == '\n') {
      hand();
    }
  }

  /** What is a line's beginning is handed on as well; nobody flushes amidst a character. */
  @Override
  public void flush() {
    hand();
    out.flush();
  }

  private void hand() {
    out.print(line.toString(StandardCharsets.UTF_8));
    line.reset();
  }
}
