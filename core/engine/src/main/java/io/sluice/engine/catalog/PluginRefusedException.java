package io.sluice.engine.catalog;

/** A plugin is not installed, removed or looked into; the message says in one line why. */
public final class PluginRefusedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** A refusal for this reason. */
  public PluginRefusedException(String reason) {
    super(reason);
  }

  /** A refusal for this reason, behind which is another failure. */
  public PluginRefusedException(String reason, Throwable cause) {
    super(reason, cause);
  }
}
