package io.sluice.web;

import io.javalin.http.Context;
import io.javalin.http.sse.SseClient;
import io.javalin.http.sse.SseHandler;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * Sends what a run does as server-sent events: {@code progress} with the present state at once and
 * then with every change, a few times a second at most, and {@code finished} at the end, after
 * which the stream closes. A client that is gone is noticed when something is sent; where nothing
 * changes a comment is sent for that.
 */
final class EventStream {

  private static final int MOST_CLIENTS = 64;
  private static final long PACE_MILLISECONDS = 250;
  private static final int SILENT_ROUNDS = 40;

  private final AtomicInteger clients = new AtomicInteger();

  /**
   * Answers a request with events.
   *
   * @param run the run, or null if nobody runs the study
   * @param progress how far the study is
   */
  void answer(Context context, StudyRun run, Supplier<Progress> progress) {
    String accept = context.header("Accept");
    if (accept == null || !accept.contains("text/event-stream")) {
      throw new RequestException(406, "this is a stream: ask with Accept: text/event-stream");
    }
    if (clients.get() >= MOST_CLIENTS) {
      throw new RequestException(503, "there are " + MOST_CLIENTS + " streams already");
    }
    new SseHandler(0, client -> send(client, run, progress)).handle(context);
  }

  private void send(SseClient client, StudyRun run, Supplier<Progress> progress) {
    clients.incrementAndGet();
    try {
      boolean over = run == null;
      String last = "";
      int silent = 0;
      while (!client.terminated()) {
        String state = Json.text(StudyJson.progress(progress.get()));
        if (over) {
          client.sendEvent("progress", state);
          if (!client.terminated()) {
            client.sendEvent("finished", state);
          }
          return;
        }
        if (!state.equals(last)) {
          client.sendEvent("progress", state);
          last = state;
          silent = 0;
        } else if (++silent % SILENT_ROUNDS == 0) {
          client.sendComment("still here");
        }
        over = run.awaitEnd(PACE_MILLISECONDS);
      }
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    } finally {
      clients.decrementAndGet();
      client.close();
    }
  }
}
