package io.sluice.web;

import io.javalin.config.JavalinConfig;
import io.javalin.http.HttpResponseException;
import io.javalin.router.EndpointNotFound;
import io.sluice.engine.text.MemoryText;
import io.sluice.spi.ResultStoreException;
import java.io.IOException;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpStatus;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers that something is wrong: always a {@link Problem}. */
final class Errors {

  private static final Logger LOG = LoggerFactory.getLogger(Errors.class);

  private Errors() {}

  static void configure(JavalinConfig config, Shell shell) {
    config.routes.exception(
        RequestException.class,
        (refused, context) -> {
          if (refused.retrySeconds() > 0) {
            context.header("Retry-After", Integer.toString(refused.retrySeconds()));
          }
          Problem.answer(context, refused.status(), refused.getMessage());
        });
    config.routes.exception(
        EndpointNotFound.class,
        (missing, context) -> {
          if (shell.isPage(context)) {
            shell.answer(context);
          } else {
            Problem.answer(
                context, 404, "there is nothing at " + context.method() + " " + context.path());
          }
        });
    config.routes.exception(
        PlannedStudy.Refused.class,
        (wrong, context) -> Problem.answer(context, 400, wrong.what(), wrong.complaints()));
    config.routes.exception(
        HttpResponseException.class,
        (refused, context) -> Problem.answer(context, refused.getStatus(), refused.getMessage()));
    config.routes.exception(
        ResultStoreException.class,
        (failure, context) -> {
          LOG.error("the store failed", failure);
          Problem.answer(context, 500, failure.getMessage());
        });
    config.routes.exception(
        Exception.class,
        (failure, context) -> {
          if (ConnectionErrors.isCharset(failure)) {
            Problem.answer(context, 415, "there is no charset \"" + failure.getMessage() + "\"");
            return;
          }
          HttpException broken = HttpException.asHttpException(failure);
          if (broken != null && HttpStatus.isClientError(broken.getCode())) {
            Problem.answer(context, broken.getCode(), broken.getReason());
            return;
          }
          LOG.error("{} {} failed", context.method(), context.path(), failure);
          Problem.answer(context, 500, "the server failed: " + failure);
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
          response.setContentType(Problem.TYPE);
          try {
            response.getOutputStream().write(Problem.bytes(500, "the server failed: " + reason));
          } catch (IOException gone) {
            LOG.debug("nobody is there to be told", gone);
          }
        });
  }
}
