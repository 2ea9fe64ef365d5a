package io.sluice.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several processes that run one study into one store. */
class SharedStudyIT {

  private static final int REPEATS = 100;

  @TempDir Path folder;

  private Path study;
  private String store;

  @BeforeEach
  void prepare() throws IOException {
    study = SmallStudy.write(folder, "[tanh, relu, gelu]", REPEATS);
    store = "sqlite:" + folder.resolve("shared.db");
  }

  private SluiceProcess sluice(String name) throws IOException {
    return new SluiceProcess(Files.createDirectories(folder.resolve(name)));
  }

  private Process run(SluiceProcess sluice, String intoStore) {
    return sluice.start("run", study.toString(), "--store", intoStore, "--threads", "1");
  }

  private static int matched(String pattern, String text) {
    Matcher found = Pattern.compile(pattern).matcher(text);
    return found.find() ? Integer.parseInt(found.group(1)) : 0;
  }

  private static int planned(String err) {
    return matched(": (\\d+) trials in", err);
  }

  /** How many trials one has run itself that has come to the end of the study. */
  private static int ran(String err) {
    return planned(err)
        - matched("(\\d+) of the trials were run by other processes", err)
        - matched("(\\d+) of them are there already", err);
  }

  private void assertThatTheStoreHasWhatOneProcessGives() throws IOException {
    SluiceProcess alone = sluice("alone");
    String single = "jsonl:" + folder.resolve("alone-rows");
    alone.end(run(alone, single)).done();
    for (String what : List.of("trials", "measurements")) {
      assertThat(alone.run("export", "small", "--what", what, "--store", store).done())
          .isEqualTo(alone.run("export", "small", "--what", what, "--store", single).done());
    }
  }

  @Test
  void twoProcessesRunEachTrialOnceBetweenThem() throws IOException {
    SluiceProcess one = sluice("one");
    SluiceProcess other = sluice("other");
    Process first = run(one, store);
    Process second = run(other, store);
    SluiceProcess.Ended firstEnd = one.end(first);
    SluiceProcess.Ended secondEnd = other.end(second);
    assertThat(firstEnd.done()).isEqualTo(secondEnd.done()).contains("Full report");
    assertThat(ran(firstEnd.err()) + ran(secondEnd.err()))
        .as(firstEnd.err() + secondEnd.err())
        .isEqualTo(planned(firstEnd.err()))
        .isGreaterThan(REPEATS);
    assertThatTheStoreHasWhatOneProcessGives();
  }

  @Test
  void whatAKilledProcessLeavesTheOtherEnds() throws Exception {
    SluiceProcess one = sluice("one");
    SluiceProcess other = sluice("other");
    Process first = run(one, store);
    one.awaitError(first, "kept in");
    Process second = run(other, store);
    other.awaitError(second, "kept in");
    first.destroyForcibly().waitFor();
    other.end(second).done();
    assertThatTheStoreHasWhatOneProcessGives();
  }
}
