package io.sluice.cli;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;

/**
 * Output whose reader may have seen enough, as {@code head} has: from then on it is dropped, and
 * that is no failure. Everything else that prevents writing is.
 */
final class PipeOutput extends FilterOutputStream {

  private boolean readerGone;

  PipeOutput(OutputStream out) {
    super(out);
  }

  /** What may fail. */
  private interface Writing {
    void run() throws IOException;
  }

  @Override
  public void write(int one) throws IOException {
    unlessGone(() -> out.write(one));
  }

  @Override
  public void write(byte[] bytes, int from, int length) throws IOException {
    unlessGone(() -> out.write(bytes, from, length));
  }

  @Override
  public void flush() throws IOException {
    unlessGone(out::flush);
  }

  private void unlessGone(Writing writing) throws IOException {
    if (readerGone) {
      return;
    }
    try {
      writing.run();
    } catch (IOException failure) {
      if (!isClosedPipe(failure)) {
        throw failure;
      }
      readerGone = true;
    }
  }

  /** Java tells it by the words of the system only: those of Unix and of Windows. */
  private static boolean isClosedPipe(IOException failure) {
    String words = String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT);
    return words.contains("broken pipe") || words.contains("pipe is being closed");
  }
}
