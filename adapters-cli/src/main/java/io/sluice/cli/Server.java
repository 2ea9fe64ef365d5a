package io.sluice.cli;

import io.sluice.engine.Laboratory;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Objects;
import java.util.Optional;

/** Serves a laboratory to browsers; what {@code sluice serve} starts. */
@FunctionalInterface
public interface Server {

  /**
   * Where it is served, and what.
   *
   * @param storeUrl where results are kept
   * @param host the name or address of this machine to listen at
   * @param port the port to listen at; 0 for any free one
   * @param token what whoever asks must have; empty for none
   * @param maxCost the most multiplications that a study may cost
   */
  record Place(String storeUrl, String host, int port, Optional<String> token, double maxCost) {
    public Place {
      Objects.requireNonNull(storeUrl, "storeUrl");
      Objects.requireNonNull(host, "host");
      Objects.requireNonNull(token, "token");
    }
  }

  /**
   * Serves until the calling thread is interrupted, then interrupts what is running, keeps what is
   * finished and returns.
   *
   * @param laboratory what is served
   * @param out takes one line that says where the page is
   * @throws IOException if the port cannot be had
   */
  void serve(Laboratory laboratory, Place place, PrintWriter out) throws IOException;
}
