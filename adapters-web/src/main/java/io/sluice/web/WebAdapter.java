package io.sluice.web;

import io.sluice.engine.Laboratory;
import io.sluice.engine.run.RunOptions;
import io.sluice.spi.ResultStore;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;

/** Starts web servers. */
public final class WebAdapter {

  /**
   * Starts a server that runs studies with one worker for each core, and takes up what an earlier
   * one of the same store had still to do.
   *
   * @throws io.sluice.engine.StoreUrlException if there is no such kind of store
   * @throws io.sluice.spi.ResultStoreException if the store cannot be opened
   * @throws IOException if it cannot listen there
   */
  public WebServer start(Laboratory laboratory, WebSettings settings) throws IOException {
    ResultStore store = laboratory.openStore(settings.storeUrl());
    WebLimits limits = WebLimits.PRESET.withCost(settings.maxCost());
    return WebServer.start(laboratory, store, RunOptions.automatic(), limits, settings);
  }

  /**
   * Serves until the calling thread is interrupted, then interrupts what is running, keeps what is
   * finished and returns.
   *
   * @param out takes one line that says where the page is
   */
  public void serve(Laboratory laboratory, WebSettings settings, PrintWriter out)
      throws IOException {
    try (WebServer server = start(laboratory, settings)) {
      String token = settings.token().map(text -> "?token=" + text).orElse("");
      out.println("Sluice is at " + server.address() + token);
      out.flush();
      new CountDownLatch(1).await();
    } catch (InterruptedException stop) {
      out.flush();
    } catch (RuntimeException failure) {
      if (!isInterrupted(failure)) {
        throw failure;
      }
    }
  }

  /** Whether it was stopped while it started, which Javalin tells as a failure of its own. */
  private static boolean isInterrupted(Throwable failure) {
    return Thread.currentThread().isInterrupted()
        || Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
            .anyMatch(InterruptedException.class::isInstance);
  }
}
