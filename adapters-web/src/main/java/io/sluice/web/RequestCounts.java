package io.sluice.web;

import java.util.concurrent.atomic.AtomicLongArray;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Counts the requests that were answered, by the first digit of their status. */
final class RequestCounts extends Handler.Wrapper {

  private static final int CLASSES = 6;
  private static final int STATUSES_OF_A_CLASS = 100;

  private final AtomicLongArray counts = new AtomicLongArray(CLASSES);

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    Request.addCompletionListener(
        request,
        failure -> {
          int kind = response.getStatus() / STATUSES_OF_A_CLASS;
          counts.incrementAndGet(kind > 0 && kind < CLASSES ? kind : CLASSES - 1);
        });
    return super.handle(request, response, callback);
  }

  /** How many were answered with a status of this first digit. */
  long of(int kind) {
    return counts.get(kind);
  }
}
