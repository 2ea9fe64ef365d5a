package io.sluice.plugin;

import java.util.Arrays;

/**
 * What a plugin calls instead of {@code System.exit} and its kin, see {@link ExitCalls}: an error
 * that says who called what. Only Sluice itself ends its process.
 */
public final class PluginExit extends Error {

  private static final long serialVersionUID = 1L;

  private PluginExit(String call, int code, StackWalker.StackFrame caller) {
    super(
        ((GuardedClassLoader) caller.getDeclaringClass().getClassLoader()).pluginId()
            + " called "
            + call
            + "("
            + code
            + "), which no plugin may, at "
            + caller.toStackTraceElement());
    setStackTrace(
        Arrays.stream(getStackTrace())
            .dropWhile(frame -> !frame.equals(caller.toStackTraceElement()))
            .toArray(StackTraceElement[]::new));
  }

  /** In place of {@code System.exit}. */
  public static void exit(int code) {
    throw new PluginExit("System.exit", code, caller());
  }

  /** In place of {@code runtime.exit}. */
  public static void exit(Runtime runtime, int code) {
    throw new PluginExit("Runtime.exit", code, caller());
  }

  /** In place of {@code runtime.halt}. */
  public static void halt(Runtime runtime, int code) {
    throw new PluginExit("Runtime.halt", code, caller());
  }

  /** The innermost method of a plugin; a method reference is called by Java's own code. */
  private static StackWalker.StackFrame caller() {
    return StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE)
        .walk(
            frames ->
                frames
                    .filter(
                        frame ->
                            frame.getDeclaringClass().getClassLoader()
                                instanceof GuardedClassLoader)
                    .findFirst())
        .orElseThrow(() -> new IllegalStateException("no plugin is calling"));
  }

  /** The message alone, which says it all. */
  @Override
  public String toString() {
    return getMessage();
  }
}
