package io.sluice.dist;

import io.sluice.engine.catalog.ComponentName;
import io.sluice.engine.run.RunOptions;
import io.sluice.engine.text.Thrown;
import io.sluice.engine.watch.Pulse;
import io.sluice.engine.watch.Watch;
import io.sluice.spi.Component;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

/**
 * Decides how this process ends and with which exit code; nobody else does. What plugins leave
 * behind, be it threads, shutdown hooks or calls that do not come back, does not keep it alive.
 */
final class ProcessExit {

  private static final int FAILED = 1;

  /** How long the shutdown hooks of others are given. */
  private static final long PATIENCE_SECONDS = 5;

  private static final long LOOK_MILLISECONDS = 250;

  private static volatile boolean decided;
  private static volatile int code = FAILED;

  private ProcessExit() {}

  /** Takes care of the end of this process, whose main thread calls this. */
  static void guard() {
    Runtime.getRuntime().addShutdownHook(new Thread(ProcessExit::ending, "sluice-exit"));
    Thread.setDefaultUncaughtExceptionHandler(
        (thread, thrown) ->
            say("warning: the thread " + thread.getName() + " ended with " + Thrown.line(thrown)));
    Watch watch = new Watch(Pulse.ofThread(), RunOptions.presetLimit().toNanos());
    startDaemon("sluice-watch", () -> watch(watch));
  }

  /** Ends the process. */
  static void exit(int exitCode) {
    code = exitCode;
    decided = true;
    System.exit(exitCode);
  }

  /** Ends the process if a component does not come back to the main thread. */
  private static void watch(Watch watch) {
    while (!decided) {
      pause(LOOK_MILLISECONDS);
      watch
          .look(System.nanoTime())
          .ifPresent(
              hung -> {
                boolean named = hung.callee() instanceof Component;
                Object name = named ? ComponentName.of((Component) hung.callee()) : hung.callee();
                say(name + " " + hung.message());
                exit(FAILED);
              });
    }
  }

  /** Runs when the process ends, whoever wanted that. */
  private static void ending() {
    if (!decided) {
      Thread ender = ender();
      if (isOfSignal(ender)) {
        return;
      }
      say("the process was ended" + place(ender) + ", which only Sluice itself may");
      Runtime.getRuntime().halt(FAILED);
    }
    startDaemon(
        "sluice-halt",
        () -> {
          pause(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS));
          Runtime.getRuntime().halt(code);
        });
  }

  /** The thread that is ending the process, or null if it cannot be found. */
  private static Thread ender() {
    for (var each : Thread.getAllStackTraces().entrySet()) {
      for (StackTraceElement frame : each.getValue()) {
        if (frame.getClassName().equals("java.lang.Shutdown")) {
          return each.getKey();
        }
      }
    }
    return null;
  }

  /** Signals are what the virtual machine ends the process for, in a thread named so. */
  private static boolean isOfSignal(Thread ender) {
    return ender != null && ender.getName().matches("SIG[A-Z]+ handler");
  }

  private static String place(Thread ender) {
    if (ender != null) {
      for (StackTraceElement frame : ender.getStackTrace()) {
        if (!frame.getClassName().matches("(java|jdk|sun)\\..*")) {
          return " at " + Thrown.place(frame);
        }
      }
    }
    return "";
  }

  private static void startDaemon(String name, Runnable task) {
    Thread thread = new Thread(task, name);
    thread.setDaemon(true);
    thread.start();
  }

  private static void pause(long milliseconds) {
    try {
      Thread.sleep(milliseconds);
    } catch (InterruptedException nobodyDoes) {
      Thread.currentThread().interrupt();
    }
  }

  private static void say(String line) {
    // Not System.err: that is what plugins may have replaced.
    OutputStream err = new FileOutputStream(FileDescriptor.err);
    try {
      err.write(("sluice: " + line + "\n").getBytes(StandardCharsets.UTF_8));
    } catch (IOException nobodyListens) {
      return;
    }
  }
}
