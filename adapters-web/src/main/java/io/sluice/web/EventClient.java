package io.sluice.web;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;

/**
 * One who watches a study. Nothing waits for it: what it has not taken yet is replaced by what is
 * newer, so at most one state and the last one are kept, however slowly it reads.
 */
final class EventClient implements WriteListener {

  private final ServletOutputStream out;
  private final CompletableFuture<Void> ended = new CompletableFuture<>();
  private String told = "";
  private byte[] next;
  private byte[] last;
  private boolean ready;
  private boolean unflushed;

  EventClient(ServletOutputStream out) {
    this.out = out;
  }

  /**
   * A state as it is sent.
   *
   * @param id names it; a client that comes back with it is not told again
   * @param text its JSON
   */
  record State(String id, String text) {}

  /** Takes note that the client knows a state from before. */
  synchronized void knows(State state) {
    told = state.text();
  }

  /** Completed when the last event is sent, or the client is gone. */
  CompletableFuture<Void> ended() {
    return ended;
  }

  /** Sends the state, if it is another than before; gives false if it is the same. */
  boolean progress(State state) {
    synchronized (this) {
      if (state.text().equals(told) || last != null) {
        return false;
      }
      told = state.text();
      next = event("progress", state);
    }
    send();
    return true;
  }

  /** Sends a comment, which tells whether the client is still there. */
  void greet() {
    synchronized (this) {
      if (next == null) {
        next = ": still here\n\n".getBytes(StandardCharsets.UTF_8);
      }
    }
    send();
  }

  /** Sends the state and that there will be no other. */
  void finish(State state) {
    progress(state);
    synchronized (this) {
      if (last == null) {
        last = event("finished", state);
      }
    }
    send();
  }

  private static byte[] event(String name, State state) {
    return ("event: " + name + "\nid: " + state.id() + "\ndata: " + state.text() + "\n\n")
        .getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public void onWritePossible() {
    synchronized (this) {
      ready = true;
    }
    send();
  }

  @Override
  public void onError(Throwable gone) {
    ended.complete(null);
  }

  private void send() {
    boolean over;
    try {
      over = write();
    } catch (IOException | RuntimeException gone) {
      over = true;
    }
    if (over) {
      ended.complete(null);
    }
  }

  /** Writes as much as can be written at once; gives true if that was all there will ever be. */
  private synchronized boolean write() throws IOException {
    while (ready && !ended.isDone() && out.isReady()) {
      if (next != null) {
        byte[] event = next;
        next = null;
        unflushed = true;
        out.write(event);
      } else if (last != null && last.length > 0) {
        byte[] event = last;
        last = new byte[0];
        unflushed = true;
        out.write(event);
      } else if (unflushed) {
        unflushed = false;
        out.flush();
      } else {
        return last != null;
      }
    }
    return false;
  }
}
