package io.sluice.spark;

import io.sluice.cluster.ClusterException;
import io.sluice.cluster.IsolatedClasses;
import io.sluice.cluster.Machine;
import io.sluice.cluster.MachineProvider;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import java.util.function.Supplier;

/** What this process, an executor, has made ready: Sluice itself, and the job it works for. */
final class Machines {

  private static String arrived = "";
  private static Path home;
  private static MachineProvider sluice;
  private static String job = "";
  private static Machine machine;

  private Machines() {}

  /**
   * The machine of a job, which the first task makes ready; the others wait meanwhile.
   *
   * @param archive where the luggage lies
   */
  static synchronized Machine of(String id, String archive, Supplier<byte[]> order) {
    if (!arrived.equals(archive)) {
      home = Luggage.unpack(Path.of(archive));
      ClassLoader classes = IsolatedClasses.of(List.of(home.resolve("lib")));
      sluice =
          ServiceLoader.load(MachineProvider.class, classes)
              .findFirst()
              .orElseThrow(() -> new ClusterException(archive + " has no Sluice in it"));
      arrived = archive;
      job = "";
    }
    if (!job.equals(id)) {
      machine = opened(order.get());
      job = id;
    }
    return machine;
  }

  private static Machine opened(byte[] order) {
    Thread thread = Thread.currentThread();
    ClassLoader around = thread.getContextClassLoader();
    thread.setContextClassLoader(sluice.getClass().getClassLoader());
    try {
      return sluice.open(home, order);
    } finally {
      thread.setContextClassLoader(around);
    }
  }
}
