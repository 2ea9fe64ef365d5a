package io.sluice.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ServeAndStopTest {

  private final CommandLineFixture sluice = new CommandLineFixture();

  @Test
  void theServerGetsWhatWasAskedFor() {
    List<String> asked = new ArrayList<>();
    sluice.server =
        (laboratory, storeUrl, port, out) -> {
          asked.add(laboratory.version() + " " + storeUrl + " " + port);
          out.println("listening");
        };
    assertThat(sluice.run("serve").out()).isEqualTo("listening\n");
    sluice.run("serve", "--port", "0", "--store", "memory:a");
    assertThat(asked).containsExactly("9.8.7 sqlite:results/sluice.db 7070", "9.8.7 memory:a 0");
    assertThat(sluice.run("serve", "--port", "70000").err())
        .isEqualTo("sluice: --port must be from 0 to 65535, not 70000\n");
  }

  @Test
  void stoppingInterruptsTheServer() {
    sluice.stopSignal =
        stop -> {
          stop.run();
          return () -> {};
        };
    List<Boolean> interrupted = new ArrayList<>();
    sluice.server = (laboratory, storeUrl, port, out) -> interrupted.add(Thread.interrupted());
    assertThat(sluice.run("serve").exitCode()).isZero();
    assertThat(interrupted).containsExactly(true);
  }

  @Test
  void argumentsAreQuotedForTheShell() {
    assertThat(ShellWord.of("a-b/c.yaml")).isEqualTo("a-b/c.yaml");
    assertThat(ShellWord.of("a b")).isEqualTo("'a b'");
    assertThat(ShellWord.of("it's")).isEqualTo("'it'\\''s'");
    assertThat(ShellWord.of("")).isEqualTo("''");
  }

  @Test
  void memoryThatRunsOutIsOneLineAndNoStack() {
    CommandLineFixture sluice = new CommandLineFixture();
    sluice.server =
        (laboratory, store, port, out) -> {
          throw new OutOfMemoryError("Java heap space");
        };
    CommandLineFixture.Done done = sluice.run("serve");
    assertThat(done.exitCode()).isEqualTo(CommandFailure.WORK_FAILED);
    assertThat(done.errLines())
        .singleElement()
        .asString()
        .startsWith("sluice: out of memory")
        .contains("SLUICE_JAVA_OPTS=-Xmx");
  }
}
