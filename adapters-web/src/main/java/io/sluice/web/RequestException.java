package io.sluice.web;

/** A request cannot be answered; the message is for the one who made it. */
final class RequestException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int status;

  RequestException(int status, String message) {
    super(message);
    this.status = status;
  }

  /** The HTTP status that says so. */
  int status() {
    return status;
  }
}
