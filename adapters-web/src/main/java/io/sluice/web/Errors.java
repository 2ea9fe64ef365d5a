package io.sluice.web;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.router.EndpointNotFound;
import io.sluice.engine.text.MemoryText;
import io.sluice.spi.ResultStoreException;
import io.sluice.studies.Complaint;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpStatus;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers that something is wrong: always JSON with an {@code error}. */
final class Errors {

  private static final Logger LOG = LoggerFactory.getLogger(Errors.class);

  private Errors() {}

  static void configure(JavalinConfig config) {
    config.routes.exception(
        RequestException.class,
        (refused, context) -> {
          if (refused.retrySeconds() > 0) {
            context.header("Retry-After", Integer.toString(refused.retrySeconds()));
          }
          answer(context, refused.status(), refused.getMessage());
        });
    config.routes.exception(
        EndpointNotFound.class,
        (missing, context) -> {
          if (Shell.isWanted(context)) {
            Shell.answer(context);
          } else {
            answer(context, 404, "there is nothing at " + context.method() + " " + context.path());
          }
        });
    config.routes.exception(
        PlannedStudy.Refused.class, (wrong, context) -> answer(context, wrong.complaints()));
    config.routes.exception(
        HttpResponseException.class,
        (refused, context) -> answer(context, refused.getStatus(), refused.getMessage()));
    config.routes.exception(
        ResultStoreException.class,
        (failure, context) -> {
          LOG.error("the store failed", failure);
          answer(context, 500, failure.getMessage());
        });
    config.routes.exception(
        Exception.class,
        (failure, context) -> {
          if (ConnectionErrors.isCharset(failure)) {
            answer(context, 415, "there is no charset \"" + failure.getMessage() + "\"");
            return;
          }
          HttpException broken = HttpException.asHttpException(failure);
          if (broken != null && HttpStatus.isClientError(broken.getCode())) {
            answer(context, broken.getCode(), broken.getReason());
            return;
          }
          LOG.error("{} {} failed", context.method(), context.path(), failure);
          answer(context, 500, "the server failed: " + failure);
        });
    config.router.javaLangErrorHandler(
        (response, error) -> {
          String reason = String.valueOf(error);
          if (error instanceof OutOfMemoryError full) {
            reason = MemoryText.of(full, "");
            LOG.error("a request failed: {}", reason);
          } else {
            LOG.error("a request failed", error);
          }
          response.setStatus(500);
          response.setContentType("application/json");
          try {
            response.getOutputStream().write(body("the server failed: " + reason));
          } catch (IOException gone) {
            LOG.debug("nobody is there to be told", gone);
          }
        });
  }

  /** Answers with JSON. */
  static void answer(Context context, int status, String error) {
    context.status(status).contentType("application/json").result(body(error));
  }

  private static byte[] body(String error) {
    return Json.text(Json.object().put("error", error)).getBytes(StandardCharsets.UTF_8);
  }

  /** Answers that a study is wrong, and where. */
  private static void answer(Context context, List<Complaint> complaints) {
    ObjectNode json = Json.object();
    int count = complaints.size();
    json.put(
        "error",
        count == 1 ? complaints.get(0).message() : count + " things are wrong with the study");
    ArrayNode errors = json.putArray("errors");
    for (Complaint complaint : complaints) {
      ObjectNode node = errors.addObject();
      if (complaint.location().line() > 0) {
        node.put("line", complaint.location().line());
        node.put("column", complaint.location().column());
      } else {
        node.putNull("line");
        node.putNull("column");
      }
      node.put("path", complaint.path());
      node.put("message", complaint.message());
    }
    context.status(400).contentType("application/json").result(Json.text(json));
  }
}
