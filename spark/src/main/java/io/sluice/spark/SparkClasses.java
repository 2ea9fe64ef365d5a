package io.sluice.spark;

import java.util.concurrent.Callable;

/** Spark looks for classes of its own by the class loader that a thread has around it. */
final class SparkClasses {

  private SparkClasses() {}

  /** Does something with Spark's classes around it. */
  static <T> T around(Callable<T> work) throws Exception {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(SparkClasses.class.getClassLoader());
    try {
      return work.call();
    } finally {
      thread.setContextClassLoader(before);
    }
  }
}
