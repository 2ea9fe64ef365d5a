package io.sluice.dist;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.LoadState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages as a person uses them, in a real browser against the real distribution. */
class LaboratoryIT {

  private static final int FIRST_PAGE_BYTES = 600_000;

  @TempDir static Path folder;

  private static Laboratory laboratory;

  @BeforeAll
  static void open() throws IOException, InterruptedException {
    PlaywrightAssertions.setDefaultAssertionTimeout(Laboratory.PATIENCE);
    laboratory = new Laboratory(folder);
  }

  @AfterAll
  static void close() {
    laboratory.close();
  }

  @AfterEach
  void nothingWasComplainedOfAndNothingAskedElsewhere() {
    assertThat(laboratory.troubles()).isEmpty();
  }

  /** The elements that reach beyond the right edge. */
  private static final String TOO_WIDE =
      "() => [...document.querySelectorAll('body *')].filter(each =>"
          + " each.getBoundingClientRect().right > document.documentElement.clientWidth)"
          + ".slice(0, 12).map(each => each.tagName + ' ' + each.getAttribute('class')).join(', ')";

  @Test
  void curvesAreLaidOverEachOtherAndTheAddressKeepsThem() {
    Page page = laboratory.open("/catalogue");
    for (String name : List.of("snake", "tanh")) {
      page.getByRole(AriaRole.SEARCHBOX).fill(name);
      page.getByLabel("Lay " + name + " over", new Page.GetByLabelOptions().setExact(true)).check();
    }
    Locator lines = page.locator(".overlay .chart .line");
    assertThat(lines).hasCount(4);
    assertThat(page).hasURL(Pattern.compile("over=snake%2Ctanh"));
    page.reload();
    assertThat(lines).hasCount(4);
    page.waitForLoadState(LoadState.NETWORKIDLE);
    page.locator(".overlay .chart").first().press("End");
    assertThat(page.locator(".overlay .reading").first()).containsText("x = 5: snake 5.9");
    assertThat(page.locator(".overlay .reading").first()).containsText("tanh 0.9999");
    page.context().close();
  }

  @Test
  void theCatalogueIsFilteredByProperties() {
    Page page = laboratory.open("/catalogue");
    Locator found = page.locator(".entry h3");
    page.getByLabel("Range").selectOption("both");
    page.getByLabel("Slope").selectOption("yes");
    assertThat(found.filter(new Locator.FilterOptions().setHasText(Pattern.compile("^sin$"))))
        .hasCount(1);
    assertThat(found.filter(new Locator.FilterOptions().setHasText(Pattern.compile("^tanh$"))))
        .hasCount(0);
    page.getByLabel("On [−10, 10]").selectOption("no");
    page.getByRole(AriaRole.SEARCHBOX).fill("cosine");
    assertThat(found.first()).hasText("cos");
    page.context().close();
  }

  @Test
  void aFormulaShowsItsCurveItsPassportAndItsMistakes() {
    Page page = laboratory.open("/catalogue");
    Locator box = page.locator(".formula-box");
    box.getByLabel("Formula in x").fill("x^2 / (1 + x^2)");
    assertThat(box.locator(".chart .line")).hasCount(2);
    assertThat(box.locator("tr").filter(new Locator.FilterOptions().setHasText("Symmetry")))
        .containsText("even");
    box.getByLabel("Formula in x").fill("x * tanh(");
    assertThat(box.locator(".notice")).containsText("Column 10");
    page.context().close();
  }

  @Test
  void aStudyIsStartedWatchedReadJudgedAndTakenHome() throws IOException {
    Page page = laboratory.open("/studies");
    page.getByLabel("Name", new Page.GetByLabelOptions().setExact(true)).fill("by-form");
    page.getByLabel("Activations", new Page.GetByLabelOptions().setExact(true)).fill("sin");
    page.getByLabel("Activations", new Page.GetByLabelOptions().setExact(true)).press("Enter");
    assertThat(page.locator("textarea")).hasValue(Pattern.compile("activations: .*snake, sin"));
    assertThat(page.locator(".planned")).containsText("120 trials: 6 cells × 20 seeds");
    page.getByText("Run the study").click();

    assertThat(page).hasURL(Pattern.compile("/studies/by-form-"));
    assertThat(page.locator("[data-state]")).hasAttribute("data-state", "finished");
    assertThat(page.locator(".renewed .report")).containsText("snake");
    Locator cells = page.locator(".heat .cell");
    assertThat(cells).hasCount(6);
    assertThat(cells.first()).containsText("/20");
    cells.nth(0).click();
    cells.nth(1).click();
    Locator judgement = page.locator(".card", new Page.LocatorOptions().setHasText("Is this win"));
    assertThat(judgement.locator("#answer").first()).containsText("of 20 pairs of trials");
    judgement.locator("#answer").first().scrollIntoViewIfNeeded();

    Download text = page.waitForDownload(() -> page.getByText("study.yaml").click());
    assertThat(Files.readString(text.path())).contains("study: by-form", "- snake");
    Download rows = page.waitForDownload(() -> page.getByText("trials.csv").click());
    assertThat(Files.readAllLines(rows.path())).hasSize(121);
    Download figure = page.waitForDownload(() -> page.getByText("Save as SVG").first().click());
    assertThat(Files.readString(figure.path())).startsWith("<svg").doesNotContain("var(--");
    page.context().close();
  }

  @Test
  void aMistakeIsShownAtItsLineWhileTyping() {
    Page page = laboratory.open("/studies");
    page.locator("textarea").fill(SmallStudy.text("[tanh, snack]", 3));
    assertThat(page.locator(".errors")).containsText("Line 12");
    assertThat(page.locator(".errors")).containsText("snake");
    assertThat(page.locator(".gutter .wrong")).hasText("12");
    page.locator("textarea").fill(SmallStudy.text("[tanh, snake]", 3));
    assertThat(page.locator(".planned")).containsText("trials");
    assertThat(page.locator(".errors")).isEmpty();
    page.context().close();
  }

  @Test
  void aStudyIsPausedCancelledAndResumed() {
    Page page = laboratory.open("/studies");
    page.locator("textarea")
        .fill(
            SmallStudy.text("[tanh, snake]", 4000)
                .replace("study: small", "study: long")
                .replace("budget: 1200", "budget: 100000\nstop: budget"));
    page.getByText("Run the study").click();
    Locator state = page.locator("[data-state]");
    assertThat(state).hasAttribute("data-state", "running");
    assertThat(page.locator(".heat .cell").first()).isVisible();
    page.getByText("Pause", new Page.GetByTextOptions().setExact(true)).click();
    assertThat(state).hasAttribute("data-state", "paused");
    page.getByText("Go on").click();
    assertThat(state).hasAttribute("data-state", "running");
    page.getByText("Cancel", new Page.GetByTextOptions().setExact(true)).click();
    assertThat(state).hasAttribute("data-state", "stopped");
    page.getByText("Go on").click();
    assertThat(state).hasAttribute("data-state", "running");
    page.getByText("Cancel", new Page.GetByTextOptions().setExact(true)).click();
    assertThat(state).hasAttribute("data-state", "stopped");
    page.context().close();
  }

  @Test
  void aRejectedPluginIsShownWithItsReason() {
    Page page = laboratory.open("/plugins");
    assertThat(page.locator("#rejected")).containsText("broken.yaml");
    assertThat(page.locator("#rejected")).containsText("is missing before the end");
    assertThat(page.locator("#loaded")).containsText("sluice-activations");
    page.context().close();
  }

  @Test
  void aClaimIsRunQuickly() {
    Page page = laboratory.open("/claims");
    page.getByRole(AriaRole.SEARCHBOX).fill("single training example");
    page.locator("tbody a").first().click();
    assertThat(page.locator(".renewed #verdict, .renewed #answer").first()).containsText("not run");
    page.getByText("Run quickly").click();
    assertThat(page.locator(".lines [data-state]").first()).isVisible();
    assertThat(page.locator(".page")).hasAttribute("data-running", "0");
    assertThat(page.locator(".renewed .report")).not().containsText("not run");
    page.context().close();
  }

  @Test
  void theApiIsReadAndTried() {
    Page page = laboratory.open("/api-docs#curve");
    Locator curve = page.locator("#curve");
    assertThat(curve).containsText("/api/catalog/activations/{id}/curve.json");
    curve.locator("form button").click();
    assertThat(curve.locator(".reading")).containsText("200");
    assertThat(curve.locator(".answer")).containsText("\"id\": \"snake\"");
    curve.locator("a[href='#schema-Curve']").click();
    assertThat(page.locator("#schema-Curve")).containsText("settings");
    page.context().close();
  }

  @Test
  void theLanguageIsSwitchedAndKept() {
    Page page = laboratory.open("/catalogue");
    assertThat(page.locator("h1")).hasText("Catalogue");
    page.locator("#language").selectOption("ja");
    assertThat(page.locator("h1")).hasText("カタログ");
    assertThat(page.locator("html")).hasAttribute("lang", "ja");
    page.locator("#navigation a[href='/plugins']").click();
    assertThat(page.locator("h1")).hasText("プラグイン");
    page.reload();
    assertThat(page.locator("h1")).hasText("プラグイン");
    page.context().close();
  }

  @Test
  void theKeyboardAloneIsEnough() {
    Page page = laboratory.open("/plugins");
    assertThat(page.locator("h1")).isVisible();
    page.keyboard().press("Tab");
    assertThat(page.locator(".skip")).isFocused();
    page.keyboard().press("Tab");
    page.keyboard().press("Tab");
    page.keyboard().press("Tab");
    page.keyboard().press("Enter");
    assertThat(page.locator("h1")).hasText("Catalogue");
    assertThat(page.locator("#main")).isFocused();
    page.keyboard().press("Tab");
    page.keyboard().press("Tab");
    page.keyboard().press("Enter");
    assertThat(page.locator(".segmented [aria-pressed=true]")).hasText("Optimizers");
    page.context().close();
  }

  @ParameterizedTest
  @CsvSource({"1280, LIGHT", "1280, DARK", "390, LIGHT", "390, DARK"})
  void everyPageFitsTheScreenAndCanBeReadByAll(int width, ColorScheme colours) throws IOException {
    for (String path :
        List.of(
            "/",
            "/api-docs#cells",
            "/catalogue?over=snake,tanh",
            "/catalogue?kind=optimizers",
            "/catalogue/activations/snake",
            "/catalogue/optimizers/adam",
            "/studies",
            "/claims",
            "/claims/a7",
            "/plugins")) {
      Page page = laboratory.open(path, width, colours);
      assertThat(page.locator("h1")).isVisible();
      page.waitForLoadState();
      try {
        page.waitForFunction(
            "() => document.documentElement.scrollWidth <= document.documentElement.clientWidth",
            null,
            new Page.WaitForFunctionOptions().setTimeout(20_000));
      } catch (TimeoutError wide) {
        throw new AssertionError(path + " is wider than the screen: " + page.evaluate(TOO_WIDE));
      }
      assertThat(Laboratory.seriousIssues(page)).as(path).isEmpty();
      page.context().close();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/catalogue", "/studies"})
  void theFirstPageIsSmall(String path) {
    Page page = laboratory.open(path);
    assertThat(page.locator("h1").first()).isVisible();
    Object bytes =
        page.evaluate(
            "() => performance.getEntries().reduce((sum, one) => sum + (one.transferSize ?? 0), 0)");
    assertThat(((Number) bytes).intValue()).isBetween(10_000, FIRST_PAGE_BYTES);
    page.context().close();
  }
}
