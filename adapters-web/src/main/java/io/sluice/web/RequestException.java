package io.sluice.web;

/** A request cannot be answered; the message is for the one who made it. */
final class RequestException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int status;
  private final int retrySeconds;

  RequestException(int status, String message) {
    this(status, message, 0);
  }

  /** One that may be answered later: {@code retrySeconds} is when to try again. */
  RequestException(int status, String message, int retrySeconds) {
    super(message, null, false, false);
    this.status = status;
    this.retrySeconds = retrySeconds;
  }

  /** The HTTP status that says so. */
  int status() {
    return status;
  }

  /** After how many seconds to try again; 0 if that makes no difference. */
  int retrySeconds() {
    return retrySeconds;
  }
}
