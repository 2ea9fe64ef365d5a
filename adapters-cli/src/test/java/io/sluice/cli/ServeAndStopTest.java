package io.sluice.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.BindException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

  @ParameterizedTest
  @CsvSource({
    "Address already in use, is in use by another program",
    "Permission denied, 'may not be used by this user, as most below 1024'"
  })
  void aPortThatCannotBeHadIsNamedWithTheWayOut(String words, String why) {
    sluice.server =
        (laboratory, storeUrl, port, out) -> {
          throw new IOException("cannot listen", new IOException(new BindException(words)));
        };
    assertThat(sluice.run("serve", "--port", "81"))
        .isEqualTo(
            new CommandLineFixture.Done(
                1,
                "",
                "sluice: port 81 " + why + "; name another one, or any free one by --port 0\n"));
  }

  @Test
  void anotherFailureOfTheServerKeepsItsWords() {
    sluice.server =
        (laboratory, storeUrl, port, out) -> {
          throw new IOException("the cable is cut");
        };
    assertThat(sluice.run("serve"))
        .isEqualTo(new CommandLineFixture.Done(1, "", "sluice: the cable is cut\n"));
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
}
