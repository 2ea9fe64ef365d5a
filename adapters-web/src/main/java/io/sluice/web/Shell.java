package io.sluice.web;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.regex.Pattern;

/**
 * The one HTML file behind every page, which looks at its own address to know which page it is. A
 * browser that asks for an address that is no file and no part of the API gets it.
 */
final class Shell {

  /** Below these, a name may look like that of a file: {@code /studies/one.two-1a2b3c4d}. */
  private static final Pattern NAMED =
      Pattern.compile("/(catalogue/(activations|optimizers)|studies|claims)/[^/]+");

  private static final Pattern OTHER = Pattern.compile("/([a-z][a-z-]*)?");

  private final byte[] html;

  Shell() {
    try (InputStream file = Shell.class.getResourceAsStream("page/index.html")) {
      html = file.readAllBytes();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** Whether a path can be that of a page. */
  static boolean isAddress(String path) {
    return NAMED.matcher(path).matches() || OTHER.matcher(path).matches() && !path.equals("/api");
  }

  /** Whether a page is asked for. */
  boolean isPage(Context context) {
    String method = context.req().getMethod();
    String accept = context.header("Accept");
    return (method.equals("GET") || method.equals("HEAD"))
        && accept != null
        && accept.contains("text/html")
        && isAddress(context.path());
  }

  void answer(Context context) {
    context.status(200).contentType("text/html; charset=utf-8").result(html);
  }
}
