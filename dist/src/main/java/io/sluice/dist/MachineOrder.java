package io.sluice.dist;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * What a machine is told of a run, once.
 *
 * @param spec the study in canonical JSON
 * @param identity that of its plan, which the machine's own must have
 * @param callLimit how long one call of a component may take
 */
record MachineOrder(String spec, String identity, Duration callLimit) {

  /** The order as bytes. */
  byte[] toBytes() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeUTF(identity);
      out.writeLong(callLimit.toMillis());
      out.write(spec.getBytes(StandardCharsets.UTF_8));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }

  /** The order of these bytes. */
  static MachineOrder of(byte[] bytes) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      String identity = in.readUTF();
      Duration callLimit = Duration.ofMillis(in.readLong());
      String spec = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return new MachineOrder(spec, identity, callLimit);
    } catch (IOException damaged) {
      throw new UncheckedIOException(damaged);
    }
  }
}
