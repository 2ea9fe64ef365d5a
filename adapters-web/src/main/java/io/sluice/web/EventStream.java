package io.sluice.web;

import io.javalin.http.Context;
import io.sluice.web.EventClient.State;
import jakarta.servlet.ServletOutputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends what a run does as server-sent events: {@code progress} with the present state at once and
 * then with every change, a few times a second at most, and {@code finished} at the end, after
 * which the stream closes. Each event is the whole state, and its id says which: a client that
 * comes back with it in Last-Event-ID hears only what is newer, and of a study at rest that it need
 * not come again. One thread tells all who watch, and waits for none of them. A client that is gone
 * is noticed when something is sent; where nothing changes a comment is sent for that.
 */
final class EventStream implements AutoCloseable {

  private static final long PACE_MILLISECONDS = 250;
  private static final int SILENT_ROUNDS = 20;
  private static final int RETRY_SECONDS = 30;
  private static final Logger LOG = LoggerFactory.getLogger(EventStream.class);

  private final int most;
  private final AtomicInteger count = new AtomicInteger();
  private final ConcurrentMap<EventClient, Watch> watches = new ConcurrentHashMap<>();
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "sluice-events");
            thread.setDaemon(true);
            return thread;
          });

  /**
   * A stream for so many clients.
   *
   * @param most how many may watch at once
   */
  EventStream(int most) {
    this.most = most;
    clock.scheduleWithFixedDelay(
        this::tell, PACE_MILLISECONDS, PACE_MILLISECONDS, TimeUnit.MILLISECONDS);
  }

  /** What a client watches, and for how many rounds it has been told nothing. */
  private static final class Watch {
    private final StudyRun run;
    private final Supplier<Progress> progress;
    private int silent;

    Watch(StudyRun run, Supplier<Progress> progress) {
      this.run = run;
      this.progress = progress;
    }

    boolean isOver() {
      return run == null || run.state().isOver();
    }
  }

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
    if (count.incrementAndGet() > most) {
      count.decrementAndGet();
      throw new RequestException(503, "there are " + most + " streams already", RETRY_SECONDS);
    }
    Watch watch = new Watch(run, progress);
    String known = context.header("Last-Event-ID");
    if (watch.isOver() && state(watch).id().equals(known)) {
      count.decrementAndGet();
      context.status(204);
      return;
    }
    context.contentType("text/event-stream; charset=utf-8");
    context.header("Cache-Control", "no-cache");
    context.future(() -> open(context, watch, known));
  }

  /** How many watch. */
  int watching() {
    return count.get();
  }

  private CompletableFuture<Void> open(Context context, Watch watch, String known) {
    try {
      context.req().getAsyncContext().setTimeout(0);
      ServletOutputStream out = context.res().getOutputStream();
      EventClient client = new EventClient(out);
      client
          .ended()
          .whenComplete(
              (nothing, failure) -> {
                watches.remove(client);
                count.decrementAndGet();
              });
      State now = state(watch);
      if (now.id().equals(known)) {
        client.knows(now);
      }
      watches.put(client, watch);
      out.setWriteListener(client);
      tell(client, watch, new HashMap<>());
      return client.ended();
    } catch (IOException | RuntimeException gone) {
      count.decrementAndGet();
      return CompletableFuture.failedFuture(gone);
    }
  }

  private void tell() {
    try {
      Map<StudyRun, State> states = new HashMap<>();
      watches.forEach((client, watch) -> tell(client, watch, states));
    } catch (RuntimeException failure) {
      LOG.warn("those who watch could not be told", failure);
    }
  }

  private static void tell(EventClient client, Watch watch, Map<StudyRun, State> states) {
    boolean over = watch.isOver();
    if (over) {
      client.finish(state(watch));
    } else if (client.progress(states.computeIfAbsent(watch.run, run -> state(watch)))) {
      watch.silent = 0;
    } else if (++watch.silent % SILENT_ROUNDS == 0) {
      client.greet();
    }
  }

  private static State state(Watch watch) {
    Progress progress = watch.progress.get();
    return new State(
        progress.state().word() + "-" + progress.finished(),
        Json.text(StudyJson.progress(progress)));
  }

  /** Tells everybody how it ended, and waits a moment for those who have not taken it. */
  void close(long seconds) throws InterruptedException {
    clock.shutdown();
    clock.awaitTermination(seconds, TimeUnit.SECONDS);
    tell();
    List<EventClient> left = List.copyOf(watches.keySet());
    try {
      CompletableFuture.allOf(
              left.stream().map(EventClient::ended).toArray(CompletableFuture[]::new))
          .get(seconds, TimeUnit.SECONDS);
    } catch (TimeoutException slow) {
      LOG.debug("{} did not hear the end", watches.size());
    } catch (ExecutionException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  @Override
  public void close() {
    clock.shutdownNow();
  }
}
