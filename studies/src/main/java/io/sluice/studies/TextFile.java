package io.sluice.studies;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Reads UTF-8 text as a whole, from files, pipes and standard input alike, up to a length: a pipe
 * may be endless. Every exception has a message for people that names the file.
 */
public final class TextFile {

  private static final String BYTE_ORDER_MARK = "\uFEFF";
  private static final char REPLACEMENT = '\uFFFD';

  private TextFile() {}

  /**
   * The text of a file or a pipe, which is opened and read once, without a byte order mark.
   *
   * @param name what messages call it
   * @param most the most bytes it may have
   * @throws IOException if it cannot be read, is longer or no UTF-8 text
   */
  public static String read(Path file, String name, int most) throws IOException {
    if (Files.isDirectory(file)) {
      throw new IOException(name + " is a directory, not a file");
    }
    if (Files.isRegularFile(file) && Files.size(file) > most) {
      throw tooLong(name, most, ", not " + Files.size(file));
    }
    try (InputStream in = Files.newInputStream(file)) {
      return read(in, name, most);
    } catch (NoSuchFileException gone) {
      throw new IOException("there is no file " + name, gone);
    } catch (AccessDeniedException denied) {
      throw new IOException("cannot read " + name + ": permission denied", denied);
    }
  }

  /**
   * The rest of a stream.
   *
   * @throws IOException if it cannot be read, is longer or no UTF-8 text
   */
  public static String read(InputStream in, String name, int most) throws IOException {
    byte[] bytes = in.readNBytes(most + 1);
    if (bytes.length > most) {
      throw tooLong(name, most, "");
    }
    String text = new String(bytes, StandardCharsets.UTF_8);
    if (text.indexOf(REPLACEMENT) >= 0
        && !Arrays.equals(bytes, text.getBytes(StandardCharsets.UTF_8))) {
      throw new IOException(name + " is not UTF-8 text", new CharacterCodingException());
    }
    return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
  }

  private static IOException tooLong(String name, int most, String found) {
    return new IOException(name + " is too long: at most " + most + " bytes" + found);
  }
}
