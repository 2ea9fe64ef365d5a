package io.sluice.dist.page;

import io.sluice.analysis.claim.Claim;
import io.sluice.analysis.claim.Expectation;
import io.sluice.analysis.claim.Standing;
import io.sluice.engine.Laboratory;
import io.sluice.engine.catalog.Components;
import io.sluice.plugin.PluginHost;
import io.sluice.spi.ResultStore;
import io.sluice.spi.StudyHeader;
import io.sluice.studies.PackFile;
import io.sluice.studies.ShippedClaims;
import io.sluice.studies.kept.StoredClaim;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The pages of the claims that come along, and the table of all of them; {@link #main} prints them
 * anew. Of a claim whose rows are not there, what its page says of rows is kept.
 */
final class ClaimPages {

  /** The page in which the table stands. */
  static final String NAME = "claims.md";

  private static final Pattern TABLE =
      Pattern.compile("(<!-- claims -->\n).*?(<!-- end -->)", Pattern.DOTALL);

  private final Path docs;
  private final Function<ClaimPage, Standing> standings;
  private final List<ClaimPage> pages = ShippedClaims.ids().stream().map(ClaimPage::new).toList();
  private final Map<String, ClaimPage.Kept> rows = new TreeMap<>();
  private final Map<String, String> drawings = new TreeMap<>();

  /**
   * The pages.
   *
   * @param docs the folder of all documentation
   * @param standings where each claim stands
   */
  ClaimPages(Path docs, Function<ClaimPage, Standing> standings) throws IOException {
    this.docs = docs;
    this.standings = standings;
    for (ClaimPage page : pages) {
      look(page);
    }
  }

  /** The pages with what those in the folder say of rows. */
  static ClaimPages kept(Path docs) throws IOException {
    return new ClaimPages(docs, page -> Standing.without(page.claim()));
  }

  private void look(ClaimPage page) throws IOException {
    Standing standing = standings.apply(page);
    Optional<ClaimPage.Kept> there = there(page);
    boolean isKept = standing.judgement().isEmpty() && there.isPresent();
    if (!isKept || page.claim().kind().isPresent()) {
      rows.put(page.name(), page.of(standing));
      drawings.putAll(page.drawings(standing));
    } else {
      rows.put(page.name(), there.get());
      for (String name : drawingsOf(there.get().text())) {
        drawings.put(name, Files.readString(docs.resolve(name)));
      }
    }
  }

  private Optional<ClaimPage.Kept> there(ClaimPage page) throws IOException {
    Path file = docs.resolve(page.name());
    return Files.exists(file) ? ClaimPage.kept(read(file)) : Optional.empty();
  }

  private static String read(Path file) throws IOException {
    return Files.readString(file).replace("\r\n", "\n");
  }

  private static List<String> drawingsOf(String text) {
    return Pattern.compile("\\]\\(\\.\\./(" + ClaimPage.DRAWINGS + "/[a-z0-9-]+\\.svg)\\)")
        .matcher(text)
        .results()
        .map(found -> found.group(1))
        .toList();
  }

  List<ClaimPage> pages() {
    return pages;
  }

  /** What a page says of rows. */
  ClaimPage.Kept rows(ClaimPage page) {
    return rows.get(page.name());
  }

  /** Whether rows say something else than was expected. */
  boolean isSurprising(ClaimPage page) {
    return rows(page).hasVerdict()
        && !rows(page).verdict().equals(expected(page.claim()).verdict().word());
  }

  private static Expectation expected(Claim claim) {
    return claim.expectation().orElseThrow();
  }

  /** Every file, by its name relative to the folder of all documentation. */
  Map<String, String> files() throws IOException {
    Map<String, String> files = new TreeMap<>(drawings);
    pages.forEach(page -> files.put(page.name(), page.with(rows(page))));
    String table = table();
    files.put(
        NAME,
        TABLE
            .matcher(read(docs.resolve(NAME)))
            .replaceAll(
                found -> Matcher.quoteReplacement(found.group(1) + table + found.group(2))));
    return files;
  }

  private String table() {
    String lines = pages.stream().map(this::row).collect(Collectors.joining());
    String apart =
        pages.stream()
            .filter(this::isSurprising)
            .map(
                page ->
                    "- **"
                        + page.claim().id()
                        + "** is "
                        + rows(page).verdict()
                        + ", not "
                        + expected(page.claim()).verdict().word()
                        + ". "
                        + MarkdownText.plain(page.claim().note())
                        + "\n")
            .collect(Collectors.joining());
    return "| claim | said by | statement | expected | verdict |\n|---|---|---|---|---|\n"
        + lines
        + (apart.isEmpty() ? "" : "\nOther than expected:\n\n" + apart);
  }

  private String row(ClaimPage page) {
    Claim claim = page.claim();
    ClaimPage.Kept kept = rows(page);
    String when = expected(claim).when();
    String state = kept.state();
    return "| ["
        + String.join(
            " | ",
            claim.id() + "](" + page.name() + ")",
            claim.saidBy(),
            claim.statement(),
            expected(claim).verdict().word() + (when.isEmpty() ? "" : ", " + when),
            !kept.hasVerdict()
                ? state
                : kept.verdict() + (state.equals("quick") ? ", by the quick sample" : ""))
        + " |\n";
  }

  /** Where each claim stands by a store, computed by whatever version made its first study. */
  private static Function<ClaimPage, Standing> standings(Path distribution, String storeUrl) {
    Components components =
        new PluginHost(List.of(distribution.resolve("plugins")), "0.1.0", new PackFile())
            .load(List.of());
    return page -> {
      try (ResultStore store =
          new Laboratory(components, "any").openExistingStore(storeUrl).orElseThrow()) {
        StudyHeader any = store.studies().get(0);
        Laboratory laboratory = new Laboratory(components, any.provenance().get("sluice"));
        return StoredClaim.planned(
                ShippedClaims.read(page.claim().id()), study -> laboratory.plan(study.spec()))
            .standing(laboratory, store);
      }
    };
  }

  /**
   * Writes pages, drawings and table.
   *
   * @param arguments the folder of all documentation; then, to look at rows, the distribution that
   *     they were computed with and their store
   */
  public static void main(String[] arguments) throws IOException {
    Path docs = Path.of(arguments[0]);
    ClaimPages pages =
        arguments.length == 1
            ? kept(docs)
            : new ClaimPages(docs, standings(Path.of(arguments[1]), arguments[2]));
    for (Map.Entry<String, String> file : pages.files().entrySet()) {
      Path path = docs.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.getValue());
    }
  }
}
