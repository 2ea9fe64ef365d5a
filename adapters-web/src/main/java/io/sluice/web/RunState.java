package io.sluice.web;

import java.util.Locale;

/** Where a study stands. */
enum RunState {
  /** It waits for the one before it. */
  QUEUED,
  /** Its trials are being computed. */
  RUNNING,
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
