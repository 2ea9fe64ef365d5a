package io.sluice.optimizers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Networks of built-in activations, trained by built-in optimizers, make no objects step by step,
 * over either mathematics. In virtual machines of their own, or other tests would tell the compiler
 * what to expect.
 */
class AllocationTest {

  @ParameterizedTest
  @ValueSource(strings = {"scalar", "vector"})
  void compiledStepsMakeNoObjects(String mathematics) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--add-modules=jdk.incubator.vector",
                "-Dsluice.math=" + mathematics,
                "-cp",
                System.getProperty("java.class.path"),
                Allocations.class.getName())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(output.strip()).isEmpty();
    assertThat(process.waitFor()).isZero();
  }
}
