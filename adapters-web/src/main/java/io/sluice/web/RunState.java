package io.sluice.web;

import java.util.Locale;

/** Where a study stands. */
enum RunState {
  /** It waits for its first turn. */
  QUEUED,
  /** Its trials are being computed, in turns where others run too. */
  RUNNING,
  /** Somebody, or the end of a server, has interrupted it; it goes on where it was. */
  PAUSED,
  /** The store has all its trials. */
  FINISHED,
  /** Trials are missing and nobody computes them; posting the study again goes on with it. */
  STOPPED,
  /** The run broke off with an error. */
  FAILED;

  /** The name in JSON. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether nothing will change until the study is posted again. */
  boolean isOver() {
    return this != QUEUED && this != RUNNING;
  }
}
