package io.sluice.web;

import io.javalin.http.Context;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** The body of a posted study. */
final class PostedText {

  /** No study is larger, in bytes. */
  static final long LARGEST = 1 << 20;

  private static final List<String> TYPES =
      List.of(
          "application/yaml", "application/json", "text/plain", "text/yaml", "application/x-yaml");

  private PostedText() {}

  /**
   * The text of the body.
   *
   * @throws RequestException if it is said to be something else, or is no UTF-8
   */
  static String of(Context context) {
    String declared = context.contentType();
    String type = declared == null ? "" : declared.split(";", 2)[0].trim();
    if (!TYPES.contains(type.toLowerCase(Locale.ROOT))) {
      throw new RequestException(
          415,
          "a study comes with Content-Type "
              + String.join(", ", TYPES)
              + (type.isEmpty() ? "; there was none" : ", not " + type));
    }
    if (context.req().getContentLengthLong() > LARGEST) {
      throw tooLarge();
    }
    byte[] body = context.bodyAsBytes();
    if (body.length > LARGEST) {
      throw tooLarge();
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
    } catch (CharacterCodingException other) {
      throw new RequestException(400, "the study is not UTF-8 text");
    }
  }

  private static RequestException tooLarge() {
    return new RequestException(413, "a study has at most " + LARGEST + " bytes");
  }
}
