package io.sluice.web;

import io.sluice.engine.Laboratory;
import io.sluice.engine.run.RunOptions;
import io.sluice.spi.ResultStore;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.CountDownLatch;

/** Starts web servers. */
public final class WebAdapter {

  /**
   * Starts a server that runs studies with one worker for each core.
   *
   * @param storeUrl where results are kept, such as {@code sqlite:results/sluice.db}
   * @param port where it listens on the loopback address; 0 for any free port
   * @param maxCost the most multiplications that a study may cost
   * @throws io.sluice.engine.StoreUrlException if there is no such kind of store
   * @throws io.sluice.spi.ResultStoreException if the store cannot be opened
   * @throws IOException if it cannot listen there
   */
  public WebServer start(Laboratory laboratory, String storeUrl, int port, double maxCost)
      throws IOException {
    ResultStore store = laboratory.openStore(storeUrl);
    WebLimits limits = WebLimits.PRESET.withCost(maxCost);
    return WebServer.start(laboratory, store, RunOptions.automatic(), limits, port);
  }

  /**
   * Serves until the calling thread is interrupted, then stops what is running, keeps what is
   * finished and returns.
   *
   * @param port where it listens on the loopback address; 0 for any free port
   * @param maxCost the most multiplications that a study may cost
   * @param out takes one line that says where the page is
   */
  public void serve(
      Laboratory laboratory, String storeUrl, int port, double maxCost, PrintWriter out)
      throws IOException {
    try (WebServer server = start(laboratory, storeUrl, port, maxCost)) {
      out.println("Sluice is at " + server.address());
      out.flush();
      new CountDownLatch(1).await();
    } catch (InterruptedException stop) {
      out.flush();
    }
  }
}
