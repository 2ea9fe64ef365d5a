package io.sluice.web;

import java.io.UnsupportedEncodingException;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/** Answers in JSON too where a request is so broken that no route is asked. */
final class ConnectionErrors extends ErrorHandler {

  @Override
  public boolean errorPageForMethod(String method) {
    return true;
  }

  @Override
  protected void generateResponse(
      Request request,
      Response response,
      int code,
      String message,
      Throwable cause,
      Callback callback) {
    int status = code;
    String error = message;
    if (isCharset(cause)) {
      status = HttpStatus.UNSUPPORTED_MEDIA_TYPE_415;
      error = "there is no charset \"" + message + "\"";
    } else if (code == HttpStatus.HTTP_VERSION_NOT_SUPPORTED_505
        || code == HttpStatus.NOT_IMPLEMENTED_501) {
      // What the client asks for and nobody has is a mistake of its own, not one of the server.
      status = HttpStatus.BAD_REQUEST_400;
    }
    response.setStatus(status);
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, Problem.TYPE);
    Content.Sink.write(response, true, Problem.text(status, error), callback);
  }

  /** Whether a charset that does not exist is at the bottom of it. */
  static boolean isCharset(Throwable cause) {
    for (Throwable each = cause; each != null; each = each.getCause()) {
      if (each instanceof UnsupportedEncodingException
          || each instanceof UnsupportedCharsetException
          || each instanceof IllegalCharsetNameException) {
        return true;
      }
    }
    return false;
  }
}
