package io.sluice.cluster;

import java.nio.file.Path;

/** Makes ready for a job at a machine; found by {@link java.util.ServiceLoader}. */
public interface MachineProvider {

  /**
   * Makes ready.
   *
   * @param home the folder in which the luggage was unpacked
   * @param order what the job said
   * @throws RuntimeException if the work cannot be done here; the message says why
   */
  Machine open(Path home, byte[] order);
}
