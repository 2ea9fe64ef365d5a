package io.sluice.web;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import io.sluice.studies.Complaint;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.eclipse.jetty.http.HttpStatus;

/**
 * Why a request is not answered, as RFC 9457 has it: the type {@code about:blank}, the status and
 * its title, and one sentence of detail. What is wrong with a text has a place each.
 */
final class Problem {

  /** The media type of all that is not an answer. */
  static final String TYPE = "application/problem+json";

  private Problem() {}

  /** Answers with a problem. */
  static void answer(Context context, int status, String detail) {
    context.status(status).contentType(TYPE).result(bytes(status, detail));
  }

  /** Answers that a text is wrong, and where. */
  static void answer(Context context, int status, String what, List<Complaint> complaints) {
    int count = complaints.size();
    ObjectNode json =
        json(
            status,
            count == 1
                ? complaints.get(0).message()
                : count + " things are wrong with the " + what);
    json.set("errors", errors(complaints));
    // As bytes: of a text Javalin would take another charset for this type.
    byte[] bytes = Json.text(json).getBytes(StandardCharsets.UTF_8);
    context.status(status).contentType(TYPE).result(bytes);
  }

  static ArrayNode errors(List<Complaint> complaints) {
    ArrayNode errors = Json.array();
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
    return errors;
  }

  static String text(int status, String detail) {
    return Json.text(json(status, detail));
  }

  static byte[] bytes(int status, String detail) {
    return text(status, detail).getBytes(StandardCharsets.UTF_8);
  }

  private static ObjectNode json(int status, String detail) {
    ObjectNode json = Json.object();
    json.put("type", "about:blank");
    HttpStatus.Code code = HttpStatus.getCode(status);
    String title = code == null ? "Refused" : code.getMessage();
    json.put("title", title);
    json.put("status", status);
    json.put("detail", detail == null ? title : detail);
    return json;
  }
}
