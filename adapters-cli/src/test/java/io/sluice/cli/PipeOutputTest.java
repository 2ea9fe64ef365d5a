package io.sluice.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import org.junit.jupiter.api.Test;

class PipeOutputTest {

  private int attempts;

  private PrintWriter failing(String words) {
    return new PrintWriter(
        new PipeOutput(
            new OutputStream() {
              @Override
              public void write(int one) throws IOException {
                attempts++;
                throw new IOException(words);
              }
            }));
  }

  @Test
  void aReaderThatHasSeenEnoughIsNoFailureAndGetsNothingMore() {
    PrintWriter out = failing("Broken pipe");
    out.println("one");
    assertThat(out.checkError()).isFalse();
    out.println("two");
    assertThat(out.checkError()).isFalse();
    assertThat(attempts).isEqualTo(1);
  }

  @Test
  void aFullDiskIsAFailure() {
    PrintWriter out = failing("No space left on device");
    out.println("one");
    assertThat(out.checkError()).isTrue();
  }
}
