package io.sluice.web;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The page that finds out itself what to show at its address, such as {@code /catalogue}. */
final class Shell {

  private Shell() {}

  /** Whether a browser wants to see a page: no file, nothing of the API. */
  static boolean isWanted(Context context) {
    String path = context.path();
    String accept = context.header("Accept");
    return context.req().getMethod().equals("GET")
        && !path.startsWith("/api/")
        && path.lastIndexOf('.') <= path.lastIndexOf('/')
        && accept != null
        && accept.contains("text/html");
  }

  static void answer(Context context) {
    try (InputStream page = Shell.class.getResourceAsStream("page/index.html")) {
      context.status(200).contentType("text/html; charset=utf-8").result(page.readAllBytes());
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
