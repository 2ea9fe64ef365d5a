package io.sluice.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who reads a card repeats it with the command that is printed on it. */
class ClaimsIT {

  @TempDir Path folder;
  @TempDir Path elsewhere;

  /** Every card that comes along can be planned, and every label in its rules is there. */
  @Test
  void allCardsStandInAList() {
    String list = new SluiceProcess(folder).run("claims", "--format", "csv").done();
    assertThat(list.lines()).hasSizeGreaterThan(24);
    assertThat(list.lines().skip(1))
        .allMatch(line -> line.contains(",not run,") || line.contains(",-,"));
  }

  @Test
  void thePrintedCommandGivesTheSameBytesInAnEmptyFolder() {
    SluiceProcess first = new SluiceProcess(folder);
    String page = first.run("claims", "run", "b1", "--quick", "--format", "html").done();
    assertThat(page).contains("sluice claims run b1 --quick").contains("refuted");
    assertThat(first.run("claims", "show", "b1", "--format", "html").done()).isEqualTo(page);
    assertThat(first.run("report", "claim-b1", "--format", "md").done())
        .contains("## Which claims rest on it", "sluice claims show b1", "| b1 | ");
    SluiceProcess second = new SluiceProcess(elsewhere);
    String again =
        second.run("claims", "run", "b1", "--quick", "--threads", "1", "--format", "html").done();
    assertThat(again).isEqualTo(page);
  }
}
