package io.sluice.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * A block makes no objects step by step, whatever the network, the batches and the rules. A virtual
 * machine of its own sees to it that other tests have not told the compiler what to expect.
 */
class AllocationTest {

  @Test
  void compiledStepsMakeNoObjects() throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Allocations.class.getName())
            .redirectErrorStream(true)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(output.strip()).isEmpty();
    assertThat(process.waitFor()).isZero();
  }
}
