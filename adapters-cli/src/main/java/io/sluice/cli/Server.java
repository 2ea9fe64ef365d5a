package io.sluice.cli;

import io.sluice.engine.Laboratory;
import java.io.IOException;
import java.io.PrintWriter;

/** Serves a laboratory to browsers; what {@code sluice serve} starts. */
@FunctionalInterface
public interface Server {

  /**
   * Serves until the calling thread is interrupted, then stops what is running, keeps what is
   * finished and returns.
   *
   * @param laboratory what is served
   * @param storeUrl where results are kept
   * @param port the port to listen at on this machine's loopback address; 0 for any free one
   * @param maxCost the most multiplications that a study may cost
   * @param out takes one line that says where the page is
   * @throws IOException if the port cannot be had
   */
  void serve(Laboratory laboratory, String storeUrl, int port, double maxCost, PrintWriter out)
      throws IOException;
}
