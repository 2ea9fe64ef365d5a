package io.sluice.plugin;

import org.pf4j.PluginRuntimeException;

/** Says in one line why a file, a plugin or a class is not in use and what to do about it. */
final class Unusable extends PluginRuntimeException {

  private static final long serialVersionUID = 1L;

  /** Deep enough for any honest chain of causes, and an end for one that runs in a circle. */
  private static final int DEEPEST_CAUSE = 50;

  Unusable(String reason) {
    super(oneLine(reason));
  }

  /**
   * The reason behind a failure of somebody else's code.
   *
   * @param action what failed, such as {@code "its constructor threw"}
   */
  static Unusable because(String action, Throwable problem) {
    Throwable root = problem;
    for (int depth = 0; depth < DEEPEST_CAUSE; depth++) {
      if (root instanceof Unusable) {
        return (Unusable) root;
      }
      if (root instanceof PluginExit) {
        return new Unusable(root.getMessage());
      }
      if (root instanceof NoClassDefFoundError
          && root.getCause() instanceof ClassNotFoundException) {
        return new Unusable(
            "needs the class "
                + root.getCause().getMessage()
                + ", which is neither in the plugin nor in Sluice; put it into the plugin's jar");
      }
      if (root.getCause() == null) {
        break;
      }
      root = root.getCause();
    }
    String reason = action + " " + problem;
    String cause = root.toString();
    return new Unusable(reason.endsWith(cause) ? reason : reason + ", caused by " + cause);
  }

  private static String oneLine(String reason) {
    return reason.strip().replaceAll("\\s*\\R\\s*", " ");
  }
}
