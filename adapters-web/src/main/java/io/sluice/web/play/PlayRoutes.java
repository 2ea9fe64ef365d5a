package io.sluice.web.play;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.sluice.engine.Laboratory;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/** What the playground asks of the server: what a state is, its run, a surface of its loss. */
public final class PlayRoutes {

  /** Computes for requests within bounds of time and number. */
  @FunctionalInterface
  public interface Work {
    /**
     * What the work gives or throws.
     *
     * @param what what is being done, for messages
     * @param gone whether nobody waits for it any more
     */
    <T> T get(String what, BooleanSupplier gone, Callable<T> work);
  }

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final Laboratory laboratory;
  private final Work work;
  private final Predicate<Context> gone;

  /**
   * Routes over a laboratory.
   *
   * @param gone whether nobody waits for the answer to a request any more
   */
  public PlayRoutes(Laboratory laboratory, Work work, Predicate<Context> gone) {
    this.laboratory = laboratory;
    this.work = work;
    this.gone = gone;
  }

  /** Adds the routes. */
  public void configure(RoutesConfig routes) {
    routes.get("/api/play/state", context -> answer(context, "application/json", this::state));
    routes.get("/api/play/run", context -> answer(context, "text/event-stream", this::run));
    routes.get("/api/play/surface", context -> answer(context, "application/json", this::surface));
  }

  /** What is computed of the parameters of an address. */
  @FunctionalInterface
  private interface Answer {
    byte[] of(Map<String, List<String>> query) throws Exception;
  }

  private void answer(Context context, String type, Answer answer) {
    Map<String, List<String>> query = context.queryParamMap();
    try {
      byte[] body = work.get("playing it", () -> gone.test(context), () -> answer.of(query));
      context.contentType(type).header("Cache-Control", "no-store").result(body);
    } catch (PlayRefused wrong) {
      refuse(context, wrong);
    }
  }

  private byte[] state(Map<String, List<String>> query) {
    return PlayEvents.description(PlayRequest.of(laboratory, query));
  }

  private byte[] run(Map<String, List<String>> query) {
    PlayRequest request = PlayRequest.of(laboratory, query);
    PlayEvents events = new PlayEvents(request);
    return events.of(PlayRun.of(laboratory, request, query, events.keepsAll()));
  }

  private byte[] surface(Map<String, List<String>> query) throws Exception {
    return PlaySurface.of(laboratory, PlayRequest.of(laboratory, query), query);
  }

  private static void refuse(Context context, PlayRefused wrong) {
    ObjectNode json = MAPPER.createObjectNode();
    int count = wrong.complaints().size();
    json.put("type", "about:blank");
    json.put("title", "Bad Request");
    json.put("status", 400);
    json.put(
        "detail",
        count == 1 ? wrong.getMessage() : count + " things are wrong with what is to be played");
    ArrayNode errors = json.putArray("errors");
    for (PlayRefused.Complaint complaint : wrong.complaints()) {
      errors
          .addObject()
          .put("parameter", complaint.parameter())
          .put("message", complaint.message());
    }
    // As bytes: of a text Javalin would take another charset for this type.
    byte[] bytes = json.toString().getBytes(StandardCharsets.UTF_8);
    context.status(400).contentType("application/problem+json").result(bytes);
  }
}
