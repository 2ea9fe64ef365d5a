package io.sluice.math.vector;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Compiled kernels make no objects. A kernel that is too large for the compiler makes some in every
 * virtual machine; one that was compiled at a bad moment, before the classes it needs were ready,
 * does in that one. So several have a try.
 */
class AllocationTest {

  private static final int TRIES = 4;

  @Test
  void compiledKernelsMakeNoObjects() throws IOException, InterruptedException {
    String complaints = complaints();
    for (int tried = 1; tried < TRIES && !complaints.isEmpty(); tried++) {
      complaints = complaints();
    }
    assertThat(complaints).isEmpty();
  }

  private static String complaints() throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "--add-modules=jdk.incubator.vector",
                    "-Dsluice.math=" + System.getProperty("sluice.math", "auto"),
                    "-cp",
                    System.getProperty("java.class.path"),
                    Allocations.class.getName()))
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    String output =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    assertThat(process.waitFor()).as("exit code, after: %s", output).isZero();
    return output;
  }
}
