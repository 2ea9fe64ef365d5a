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
        (laboratory, place, out) -> {
          asked.add(laboratory.version() + " " + place.storeUrl() + " " + place.port());
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
        (laboratory, place, out) -> {
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
  void otherMachinesAreLetInByATokenOnly() {
    List<String> asked = new ArrayList<>();
    sluice.server =
        (laboratory, place, out) -> asked.add(place.host() + " " + place.token().orElse("none"));
    for (String open : List.of("0.0.0.0", "::", "192.0.2.7")) {
      assertThat(sluice.run("serve", "--host", open))
          .isEqualTo(
              new CommandLineFixture.Done(
                  2,
                  "",
                  "sluice: --host " + open + " lets other machines in, so it needs --token\n"));
    }
    assertThat(asked).isEmpty();
    for (String closed : List.of("127.0.0.1", "127.0.0.9", "::1", "localhost")) {
      assertThat(sluice.run("serve", "--host", closed).exitCode()).isZero();
    }
    sluice.run("serve", "--host", "0.0.0.0", "--token", "abcdefgh-1234567");
    assertThat(asked)
        .containsExactly(
            "127.0.0.1 none",
            "127.0.0.9 none",
            "::1 none",
            "localhost none",
            "0.0.0.0 abcdefgh-1234567");
  }

  @Test
  void aTokenIsMadeOnRequestAndAnotherEachTime() {
    List<String> tokens = new ArrayList<>();
    sluice.server = (laboratory, place, out) -> tokens.add(place.token().orElseThrow());
    sluice.run("serve", "--token", "--port", "0");
    sluice.run("serve", "--host", "0.0.0.0", "--token");
    assertThat(tokens).hasSize(2).doesNotHaveDuplicates().allMatch(t -> t.matches("[0-9a-f]{32}"));
  }

  @ParameterizedTest
  @CsvSource({"short", "'with space in it all'", "'sixteen/letters;x'"})
  void aTokenThatIsWeakOrCannotStandInAnAddressIsRefused(String token) {
    CommandLineFixture.Done refused = sluice.run("serve", "--token", token);
    assertThat(refused.exitCode()).isEqualTo(2);
    assertThat(refused.err()).startsWith("sluice: a token has from 16 to 256 letters");
  }

  @Test
  void aHostThatIsNotOfThisMachineIsNamed() {
    sluice.server =
        (laboratory, place, out) -> {
          throw new IOException(new BindException("Cannot assign requested address"));
        };
    assertThat(sluice.run("serve", "--host", "192.0.2.7", "--token").err())
        .isEqualTo("sluice: --host 192.0.2.7 is no address of this machine\n");
  }

  @Test
  void anotherFailureOfTheServerKeepsItsWords() {
    sluice.server =
        (laboratory, place, out) -> {
          throw new IOException("the cable is cut");
        };
    assertThat(sluice.run("serve"))
        .isEqualTo(new CommandLineFixture.Done(1, "", "sluice: the cable is cut\n"));
  }

  @Test
  void theMostThatAStudyMayCostIsAskedFor() {
    List<Double> asked = new ArrayList<>();
    sluice.server = (laboratory, place, out) -> asked.add(place.maxCost());
    sluice.run("serve");
    sluice.run("serve", "--max-cost", "3e9");
    assertThat(asked).containsExactly(1e14, 3e9);
    for (String wrong : List.of("0", "-1", "NaN")) {
      CommandLineFixture.Done refused = sluice.run("serve", "--max-cost", wrong);
      assertThat(refused.exitCode()).isEqualTo(2);
      assertThat(refused.err()).startsWith("sluice: --max-cost must be above 0, not ");
    }
  }

  @Test
  void stoppingInterruptsTheServerAndTheExitCodeIsThatOfTheSignal() {
    sluice.stopSignal =
        work -> {
          assertThat(work.stop()).isTrue();
          return CommandLineFixture.listening(143, () -> {});
        };
    List<Boolean> interrupted = new ArrayList<>();
    sluice.server = (laboratory, place, out) -> interrupted.add(Thread.interrupted());
    CommandLineFixture.Done done = sluice.run("serve");
    assertThat(done.exitCode()).isEqualTo(143);
    assertThat(done.errLines())
        .containsExactly("stopping when what is being computed comes back; again ends it at once");
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
        (laboratory, place, out) -> {
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
