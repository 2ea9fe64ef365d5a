package io.sluice.studies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TextFileTest {

  @TempDir private Path directory;

  @Test
  void textUpToTheLimitIsRead() throws IOException {
    assertThat(TextFile.read(stream("abc"), "a", 3)).isEqualTo("abc");
    assertThat(TextFile.read(stream("\uFEFFa\uFFFD\u00e9"), "a", 20)).isEqualTo("a\uFFFD\u00e9");
    assertThatThrownBy(() -> TextFile.read(stream("abcd"), "a", 3))
        .isInstanceOf(IOException.class)
        .hasMessage("a is too long: at most 3 bytes");
  }

  @Test
  void anEndlessStreamIsReadToTheLimitOnly() {
    InputStream endless =
        new InputStream() {
          @Override
          public int read() {
            return 'x';
          }
        };

    assertThatThrownBy(() -> TextFile.read(endless, "pipe", 1000))
        .hasMessage("pipe is too long: at most 1000 bytes");
  }

  @Test
  void whatIsNoTextIsNamed() throws IOException {
    Path file = directory.resolve("a.csv");
    Files.write(file, new byte[] {'x', (byte) 0xff});
    assertThatThrownBy(() -> TextFile.read(file, "a.csv", 9)).hasMessage("a.csv is not UTF-8 text");
    assertThatThrownBy(() -> TextFile.read(file, "a.csv", 1))
        .hasMessage("a.csv is too long: at most 1 bytes, not 2");
    assertThatThrownBy(() -> TextFile.read(directory, "folder", 9))
        .hasMessage("folder is a directory, not a file");
    assertThatThrownBy(() -> TextFile.read(directory.resolve("b"), "b", 9))
        .hasMessage("there is no file b");
  }

  private static InputStream stream(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }
}
