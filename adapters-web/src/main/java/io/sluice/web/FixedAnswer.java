package io.sluice.web;

import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.GZIPOutputStream;

/**
 * An answer that stays the same while the server runs: made once, compressed once, and not sent
 * again to a client whose copy has its tag.
 */
final class FixedAnswer {

  private static final int DIGITS = 16;

  private final String type;
  private final byte[] plain;
  private final byte[] compressed;
  private final String tag;

  FixedAnswer(String type, String text) {
    this.type = type;
    this.plain = text.getBytes(StandardCharsets.UTF_8);
    this.compressed = compressed(plain);
    this.tag = "W/\"" + digest(plain) + "\"";
  }

  void answer(Context context) {
    context.header("ETag", tag);
    context.header("Cache-Control", "no-cache");
    context.header("Vary", "Accept-Encoding");
    if (isKnown(context.header("If-None-Match"))) {
      context.status(304);
      return;
    }
    context.contentType(type);
    String encodings = context.header("Accept-Encoding");
    if (encodings != null && Arrays.stream(encodings.split(",")).anyMatch(FixedAnswer::isGzip)) {
      context.header("Content-Encoding", "gzip");
      send(context, compressed);
    } else {
      send(context, plain);
    }
  }

  /** With its length, so that it goes out in one piece. */
  private static void send(Context context, byte[] bytes) {
    context.res().setContentLength(bytes.length);
    context.result(bytes);
  }

  /** Tags are compared weakly, as for every If-None-Match. */
  private boolean isKnown(String tags) {
    return tags != null
        && Arrays.stream(tags.split(","))
            .map(String::strip)
            .anyMatch(each -> each.equals("*") || each.equals(tag) || tag.equals("W/" + each));
  }

  private static boolean isGzip(String encoding) {
    String[] parts = encoding.strip().split(";\\s*q=");
    return parts[0].equals("gzip") && (parts.length == 1 || !parts[1].matches("0(\\.0*)?"));
  }

  private static byte[] compressed(byte[] bytes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return out.toByteArray();
  }

  private static String digest(byte[] bytes) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
      return HexFormat.of().formatHex(digest).substring(0, DIGITS);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
