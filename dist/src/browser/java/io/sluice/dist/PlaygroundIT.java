package io.sluice.dist;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The playground as a person plays it. */
class PlaygroundIT {

  private static final String SMALL =
      "/?problem=single-example&hidden=1&output=activated&activation=tanh&start=4"
          + "&optimizer=adam+with+learning-rate%3D0.05&steps=200&b.optimizer=adamm&speed=1000";

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

  private static Locator state(Page page, int step) {
    Locator root = page.locator("[data-step='" + step + "'][data-state='rest']");
    assertThat(root).hasCount(1);
    return root;
  }

  private static Locator side(Page page, String letter) {
    return page.getByLabel("Setting " + letter, new Page.GetByLabelOptions().setExact(true))
        .and(page.locator("section"));
  }

  @Test
  void twoHundredStepsOfAdamAndAdammArePlayedOnTheSurface() {
    Page page = laboratory.open(SMALL);
    state(page, 200);
    for (String letter : new String[] {"A", "B"}) {
      Locator ground = side(page, letter).locator("canvas").first();
      assertThat(ground).hasAttribute("aria-label", Pattern.compile("w1 and w2 .* step 200; loss"));
      assertThat((int) ground.evaluate(COLOURS)).isGreaterThan(20);
    }
    assertThat(side(page, "B").locator("h2")).containsText("adamm");
    page.context().close();
  }

  /** How many different colours a canvas shows. */
  private static final String COLOURS =
      "canvas => { const pixels = canvas.getContext('2d')"
          + ".getImageData(0, 0, canvas.width, canvas.height).data; const all = new Set();"
          + " for (let i = 0; i < pixels.length; i += 4)"
          + " all.add((pixels[i] << 16) + (pixels[i + 1] << 8) + pixels[i + 2]); return all.size; }";

  @Test
  void aFormulaAndARuleAreTypedAndUsedAndMistakesAreSaidBesideThem() {
    Page page = laboratory.open(SMALL.replace("&b.optimizer=adamm", ""));
    state(page, 200);
    Locator activation = page.locator("input[data-parameter='activation']");
    activation.fill("x / (1 + abs(x))");
    activation.press("Tab");
    assertThat(side(page, "A").locator("h2")).containsText("x / (1 + abs(x))");
    Locator optimizer = page.locator("input[data-parameter='optimizer']");
    optimizer.fill("w = w - 0.3 * g");
    optimizer.press("Tab");
    assertThat(side(page, "A").locator("h2")).containsText("w = w - 0.3 * g");
    state(page, 200);
    assertThat(page).hasURL(Pattern.compile("optimizer=w\\+%3D\\+w\\+-\\+0.3"));
    page.context().close();
  }

  @Test
  void theAddressGivesAnotherReaderTheSameNumbers() {
    Page first = laboratory.open(SMALL);
    state(first, 200);
    first.getByLabel("One step back").click();
    state(first, 199);
    Page second = laboratory.open(first.url().replaceFirst("^https?://[^/]+", ""));
    state(second, 199);
    for (String letter : new String[] {"A", "B"}) {
      assertThat(side(second, letter).locator(".loss"))
          .hasText(side(first, letter).locator(".loss").textContent());
    }
    first.context().close();
    second.context().close();
  }

  @Test
  void theServerGivesTheSameAnswerToTheSameAddress() throws Exception {
    String query = "/api/play/run?problem=sin3x&hidden=4&output=linear&steps=60&optimizer=adamm";
    assertThat(ask(query)).isEqualTo(ask(query)).contains("event: end");
  }

  private static String ask(String path) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(laboratory.address()).resolve(path)).build();
    return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString()).body();
  }

  @Test
  void everythingIsDoneByKeysAlone() {
    Page page = laboratory.open(SMALL);
    state(page, 200);
    page.locator("#main").focus();
    page.keyboard().press("Home");
    state(page, 1);
    page.keyboard().press("ArrowRight");
    page.keyboard().press("Shift+ArrowRight");
    state(page, 12);
    page.keyboard().press("ArrowLeft");
    state(page, 11);
    page.keyboard().press("Space");
    state(page, 200);
    page.context().close();
  }

  @Test
  void aLessonIsRunAndItsTableIsMadeOfTenSeeds() {
    Page page = laboratory.open("/");
    page.getByLabel("Lesson").selectOption("zero");
    Locator lesson = page.locator(".lesson");
    assertThat(lesson).containsText("Hypothesis:");
    assertThat(lesson.locator("table")).containsText("0 / 10");
    assertThat(lesson.locator("table")).containsText("10 / 10");
    assertThat(lesson.locator(".badge")).hasText("holds here");
    page.locator("#language").selectOption("ja");
    assertThat(page.locator(".lesson")).containsText("仮説");
    page.locator("#language").selectOption("en");
    page.context().close();
  }

  @Test
  void onAPhoneNothingIsWiderThanTheScreen() {
    Page page = laboratory.open(SMALL);
    page.setViewportSize(390, 844);
    state(page, 200);
    assertThat((int) page.evaluate("document.documentElement.scrollWidth"))
        .isLessThanOrEqualTo(390);
    assertThat(
            page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Run").setExact(true)))
        .isVisible();
    page.context().close();
  }
}
