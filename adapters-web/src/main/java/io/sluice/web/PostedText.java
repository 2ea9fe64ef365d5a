package io.sluice.web;

import io.javalin.http.Context;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The body of a posted study or formula. */
final class PostedText {

  /** No study is larger, in bytes. */
  static final long LARGEST = 1 << 20;

  private static final List<String> TYPES =
      List.of(
          "application/yaml", "application/json", "text/plain", "text/yaml", "application/x-yaml");

  private static final Pattern CHARSET =
      Pattern.compile(";\\s*charset\\s*=\\s*\"?([^\";]*)", Pattern.CASE_INSENSITIVE);

  private static final Set<String> UTF_8 = Set.of("utf-8", "utf8", "us-ascii", "ascii");

  private PostedText() {}

  /**
   * The text of the body.
   *
   * @throws RequestException if it is said to be something else, or is no UTF-8
   */
  static String of(Context context) {
    return of(context, "study");
  }

  /** The same of another text: {@code what} names it in messages. */
  static String of(Context context, String what) {
    String declared = context.contentType();
    String type = declared == null ? "" : declared.split(";", 2)[0].trim();
    if (!TYPES.contains(type.toLowerCase(Locale.ROOT))) {
      throw new RequestException(
          415,
          "a "
              + what
              + " comes with Content-Type "
              + String.join(", ", TYPES)
              + (type.isEmpty() ? "; there was none" : ", not " + type));
    }
    refuseOtherThanUtf8(declared, what);
    if (context.req().getContentLengthLong() > LARGEST) {
      throw tooLarge(what);
    }
    byte[] body;
    try {
      body = context.req().getInputStream().readNBytes((int) LARGEST + 1);
    } catch (IOException broken) {
      throw new RequestException(400, "the body broke off");
    }
    if (body.length > LARGEST) {
      throw tooLarge(what);
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
    } catch (CharacterCodingException other) {
      throw new RequestException(400, "the " + what + " is not UTF-8 text");
    }
  }

  private static void refuseOtherThanUtf8(String declared, String what) {
    Matcher charset = CHARSET.matcher(declared);
    while (charset.find()) {
      if (!UTF_8.contains(charset.group(1).toLowerCase(Locale.ROOT))) {
        throw new RequestException(
            415, "a " + what + " comes as charset=utf-8, not " + charset.group(1));
      }
    }
  }

  private static RequestException tooLarge(String what) {
    return new RequestException(413, "a " + what + " has at most " + LARGEST + " bytes");
  }
}
