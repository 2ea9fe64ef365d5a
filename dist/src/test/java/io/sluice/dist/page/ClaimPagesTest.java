package io.sluice.dist.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the pages of claims say of their cards is current; CONTRIBUTING.md says how to mend it. */
class ClaimPagesTest {

  private static final Path DOCS = Path.of("../docs");

  private final ClaimPages pages = pages();

  private static ClaimPages pages() {
    try {
      return ClaimPages.kept(DOCS);
    } catch (IOException unreadable) {
      throw new AssertionError(unreadable);
    }
  }

  @Test
  void everyClaimHasAPageThatSaysWhatStandsInItsCard() throws IOException {
    Map<String, String> made = pages.files();
    Set<String> names = new TreeSet<>(made.keySet());
    for (String folder : new String[] {ClaimPage.PAGES, ClaimPage.DRAWINGS}) {
      try (Stream<Path> kept = Files.list(DOCS.resolve(folder))) {
        kept.forEach(file -> names.add(folder + '/' + file.getFileName()));
      }
    }
    assertThat(names.stream().filter(name -> differs(name, made.get(name))))
        .as("files in docs that are not what the cards say; see CONTRIBUTING.md, Tests")
        .isEmpty();
  }

  private static boolean differs(String name, String made) {
    try {
      Path kept = DOCS.resolve(name);
      return Files.notExists(kept) || !Files.readString(kept).replace("\r\n", "\n").equals(made);
    } catch (IOException unreadable) {
      throw new AssertionError(unreadable);
    }
  }

  @Test
  void rowsOfAPageAreThoseOfTheExperimentInItsCard() {
    assertThat(pages.pages())
        .filteredOn(page -> pages.rows(page).hasVerdict())
        .allSatisfy(
            page ->
                assertThat(pages.rows(page).experiment())
                    .as("%s was run before its studies or rules became others", page.name())
                    .isEqualTo(page.experiment()));
  }

  @Test
  void whatIsNotAsExpectedIsExplained() {
    assertThat(pages.pages())
        .filteredOn(pages::isSurprising)
        .allSatisfy(page -> assertThat(page.claim().note()).as(page.name()).isNotBlank());
  }
}
