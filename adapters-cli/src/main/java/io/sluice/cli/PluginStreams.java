package io.sluice.cli;

import io.sluice.engine.text.VisibleText;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * What plugins find in {@code System.in}, {@code System.out} and {@code System.err}. Standard
 * output carries results, so what a plugin prints goes to standard error, in whole lines; and it
 * finds nothing to read.
 */
final class PluginStreams extends OutputStream {

  /** A line that does not end is ended here. */
  private static final int LONGEST_LINE = 8192;

  private static final byte[] CLEAR_LINE = {'\r', 0x1b, '[', 'K'};

  private final OutputStream err;
  private final boolean clearsLine;
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();

  /**
   * @param clearsLine whether a progress bar may stand where the line goes; it is drawn again soon
   */
  PluginStreams(OutputStream err, boolean clearsLine) {
    this.err = err;
    this.clearsLine = clearsLine;
  }

  /** Replaces the streams of this process. */
  static void replace(OutputStream err, boolean interactive) {
    PrintStream printed =
        new PrintStream(new PluginStreams(err, interactive), false, StandardCharsets.UTF_8);
    System.setIn(InputStream.nullInputStream());
    System.setOut(printed);
    System.setErr(printed);
  }

  @Override
  public synchronized void write(int one) throws IOException {
    line.write(one);
    if (one == '\n') {
      writeLine();
    } else if (line.size() >= LONGEST_LINE) {
      write('\n');
    }
  }

  @Override
  public synchronized void write(byte[] bytes, int from, int length) throws IOException {
    for (int i = from; i < from + length; i++) {
      write(bytes[i]);
    }
  }

  private void writeLine() throws IOException {
    String said = line.toString(StandardCharsets.UTF_8).stripTrailing();
    byte[] text = (VisibleText.line(said) + "\n").getBytes(StandardCharsets.UTF_8);
    line.reset();
    if (clearsLine) {
      byte[] cleared = new byte[CLEAR_LINE.length + text.length];
      System.arraycopy(CLEAR_LINE, 0, cleared, 0, CLEAR_LINE.length);
      System.arraycopy(text, 0, cleared, CLEAR_LINE.length, text.length);
      text = cleared;
    }
    err.write(text);
  }
}
