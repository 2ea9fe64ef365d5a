package io.sluice.dist;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The report of a study that was run, as one file in a real browser. */
class ReportPageIT {

  private static final String SERIOUS =
      "async () => (await axe.run()).violations"
          + ".filter(one => ['serious', 'critical'].includes(one.impact))"
          + ".map(one => one.id + ': ' + one.nodes[0].html)";

  @TempDir static Path folder;

  private static Playwright playwright;
  private static Browser browser;

  private final List<String> troubles = new ArrayList<>();

  @BeforeAll
  static void runAndReport() throws IOException {
    SluiceProcess sluice = new SluiceProcess(folder);
    SmallStudy.write(folder, "[tanh, snake, relu]", 5);
    sluice.run("run", "small.yaml", "--store", "sqlite:report.db").done();
    sluice.run("report", "small", "--store", "sqlite:report.db", "-o", "report.html").done();
    playwright = Playwright.create();
    browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(Path.of("/usr/bin/chromium"))
                    .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-quic")));
  }

  @AfterAll
  static void end() {
    playwright.close();
  }

  @AfterEach
  void nothingWasComplainedOf() {
    assertThat(troubles).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"1280, LIGHT", "1280, DARK", "390, LIGHT", "390, DARK"})
  void itFitsTheScreenAndCanBeReadByAll(int width, ColorScheme colours) throws IOException {
    Page page = open(width, colours);

    Object beyond =
        page.evaluate(
            "() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
    assertThat(beyond).isEqualTo(0);
    page.evaluate(axe());
    assertThat((List<?>) page.evaluate(SERIOUS)).isEmpty();
    page.close();
  }

  @Test
  void theHeatMapShowsAnotherPartOfTheStudy() {
    Page page = open(1280, ColorScheme.LIGHT);
    List<String> before = page.locator(".cell title").allTextContents();
    page.locator("figure").first().getByLabel("problem").selectOption("xor");
    assertThat(page.locator(".cell title").allTextContents()).isNotEqualTo(before);
    page.locator("figure").first().getByLabel("problem").selectOption("");
    assertThat(page.locator(".cell title").allTextContents()).isEqualTo(before);
    page.close();
  }

  @Test
  void theRankingIsSortedFilteredAndShownWhole() {
    Page page = open(390, ColorScheme.LIGHT);
    Locator ranking = page.locator("#ranking .scroll").first();
    Locator rows = ranking.locator("tbody tr:not([hidden])");
    List<String> cut = rows.locator("td:nth-child(2)").allTextContents();

    ranking.locator("xpath=following-sibling::button[1]").click();
    assertThat(rows.count()).isGreaterThan(cut.size());
    ranking.locator("th button").nth(1).click();
    assertThat(rows.locator("td:nth-child(2)").allTextContents())
        .isSorted()
        .contains("relu", "snake", "tanh");
    page.locator("#ranking").getByLabel("activation").first().selectOption("snake");
    assertThat(rows.locator("td:nth-child(2)").allTextContents()).containsOnly("snake");
    page.close();
  }

  @Test
  void withoutScriptAllOfItCanBeRead() {
    Page page =
        browser.newContext(new Browser.NewContextOptions().setJavaScriptEnabled(false)).newPage();
    page.navigate(folder.resolve("report.html").toUri().toString());
    assertThat(page.locator("#ranking tbody tr").first()).isVisible();
    assertThat(page.locator("#ranking tbody tr").last()).isVisible();
    assertThat(page.locator("#pairs svg .cell").first()).isVisible();
    page.close();
  }

  private Page open(int width, ColorScheme colours) {
    Page page =
        browser
            .newContext(
                new Browser.NewContextOptions()
                    .setViewportSize(width, 900)
                    .setColorScheme(colours)
                    .setOffline(true))
            .newPage();
    page.onPageError(troubles::add);
    page.onConsoleMessage(message -> troubles.add(message.text()));
    page.navigate(folder.resolve("report.html").toUri().toString());
    return page;
  }

  private static String axe() throws IOException {
    try (InputStream in = ReportPageIT.class.getResourceAsStream("/axe.min.js")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
