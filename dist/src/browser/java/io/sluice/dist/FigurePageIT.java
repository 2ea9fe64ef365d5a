package io.sluice.dist;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.SelectOption;
import io.sluice.analysis.Estimate;
import io.sluice.analysis.Share;
import io.sluice.report.Figure;
import io.sluice.report.figure.HeatMap;
import io.sluice.report.figure.Metric;
import io.sluice.report.figure.Styles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script of a report's page, opened from a file in a real browser. */
class FigurePageIT {

  @TempDir Path folder;

  private Playwright playwright;
  private Page page;
  private final List<String> troubles = new ArrayList<>();

  @BeforeEach
  void open() throws IOException {
    Path file = Files.writeString(folder.resolve("report.html"), html());
    playwright = Playwright.create();
    page =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(Path.of("/usr/bin/chromium"))
                    .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-quic")))
            .newPage();
    page.onPageError(troubles::add);
    page.navigate(file.toUri().toString());
  }

  @AfterEach
  void close() {
    playwright.close();
    assertThat(troubles).isEmpty();
  }

  @Test
  void theHeatMapShowsOtherPartsAndMetricsInAnyOrder() {
    assertThat(rows()).containsExactly("relu", "tanh", "elu");
    choose("rows", "best mean first");
    assertThat(rows()).containsExactly("elu", "relu", "tanh");
    choose("rows", "best with sgd first");
    assertThat(rows()).containsExactly("relu", "elu", "tanh");
    choose("rows", "by name");
    assertThat(rows()).containsExactly("elu", "relu", "tanh");
    choose("coloured by", "median cost");
    assertThat(page.locator(".by")).hasText("median cost");
    assertThat(page.locator(".cell text").nth(0)).hasText("100");
    choose("problem", "xor");
    assertThat(page.locator(".cell text").nth(0)).hasText("∞");
    assertThat(page.locator(".cell").nth(0)).hasClass("cell hn");
  }

  @Test
  void aCellTellsAllMetricsAndArrowsGoFromCellToCell() {
    choose("rows", "best mean first");
    page.locator(".cell").nth(0).hover();
    assertThat(page.locator(".told"))
        .hasText("relu × sgd: reached 80 % [49, 94]; median cost 100 [90, 110]");
    page.locator(".cell").nth(0).focus();
    page.keyboard().press("ArrowDown");
    page.keyboard().press("ArrowRight");
    assertThat(page.locator(".told")).containsText("tanh × adam: ");
    assertThat(page.locator(".cell[tabindex='0']")).hasCount(1);
    page.keyboard().press("ArrowRight");
    assertThat(page.locator(".told")).containsText("tanh × adam: ");
  }

  @Test
  void aTableIsSortedByItsHeadingsWithTheUnknownLastAndCutToItsHead() {
    Locator button = page.locator("th button").nth(1);
    assertThat(names()).containsExactly("b", "a10");
    button.click();
    assertThat(page.locator("th").nth(1)).hasAttribute("aria-sort", "ascending");
    assertThat(names()).containsExactly("a10", "b");
    button.click();
    assertThat(names()).containsExactly("b", "a9");
    page.locator(".more").click();
    assertThat(names()).containsExactly("b", "a9", "a10", "c", "d", "e");
    page.locator("th button").nth(0).click();
    assertThat(names()).containsExactly("a9", "a10", "b", "c", "d", "e");
    page.getByLabel("learning rate").selectOption("0.1");
    assertThat(names()).containsExactly("a9", "b");
    page.getByLabel("learning rate").selectOption("");
    assertThat(names()).hasSize(6);
  }

  @Test
  void columnsThatAreDetailsAreShownWhenTheyAreAskedFor() {
    assertThat(page.locator("th").nth(3)).isHidden();
    page.locator(".columns").click();
    assertThat(page.locator("th").nth(3)).isVisible();
    assertThat(page.locator("tbody tr").nth(0)).containsText("more");
    page.locator(".columns").click();
    assertThat(page.locator("th").nth(3)).isHidden();
  }

  @Test
  void aReportThatIsRenewedIsLeftAsItsReaderHasLeftIt() {
    choose("coloured by", "median cost");
    choose("rows", "by name");
    page.getByLabel("learning rate").selectOption("0.1");
    page.locator("th button").nth(0).click();
    page.locator("th button").nth(0).click();
    page.locator(".columns").click();
    page.locator("th button").nth(0).focus();

    page.evaluate(
        "html => { const box = document.createElement('div'); document.body.append(box);"
            + " const main = document.querySelector('main'); box.append(main);"
            + " const next = new DOMParser().parseFromString(html, 'text/html');"
            + " window.sluiceReport.show(box, next.querySelector('main')); }",
        html());

    assertThat(page.locator("main")).hasCount(1);
    assertThat(page.locator(".by")).hasText("median cost");
    assertThat(rows()).containsExactly("elu", "relu", "tanh");
    assertThat(names()).containsExactly("b", "a9");
    assertThat(page.locator("th").nth(0)).hasAttribute("aria-sort", "descending");
    assertThat(page.locator("th").nth(3)).isVisible();
    assertThat(page.locator("th button").nth(0)).isFocused();
  }

  @Test
  void theThemeIsKept() {
    page.locator(".theme").click();
    page.locator(".theme").click();
    assertThat(page.locator("html")).hasAttribute("data-theme", "dark");
    page.reload();
    assertThat(page.locator("html")).hasAttribute("data-theme", "dark");
  }

  private void choose(String label, String option) {
    page.getByLabel(label).selectOption(new SelectOption().setLabel(option));
  }

  /** The names of rows from the top. */
  private List<String> rows() {
    return page.locator(".row-name").all().stream()
        .sorted(Comparator.comparingDouble(name -> name.boundingBox().y))
        .map(Locator::textContent)
        .toList();
  }

  private List<String> names() {
    return page.locator("tbody tr:not([hidden]) td:first-child").allTextContents();
  }

  private static String html() {
    Figure figure = heatMap().figure();
    return "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><style>"
        + Styles.figures()
        + Styles.page()
        + "</style></head><body><main class=\"report\"><figure id=\"heat\">"
        + figure.svg()
        + "</figure><script type=\"application/json\" data-views-of=\"heat\">"
        + figure.views()
        + "</script><div class=\"scroll\"><table data-head=\"2\"><thead><tr>"
        + "<th scope=\"col\">name</th><th scope=\"col\">cost</th>"
        + "<th scope=\"col\" data-factor>learning rate</th>"
        + "<th scope=\"col\" data-detail>note</th></tr></thead><tbody>"
        + row("b", "0.1", "Infinity")
        + row("a10", "0.2", "5")
        + row("c", "0.2", "NaN")
        + row("a9", "0.1", "Infinity")
        + row("d", "0.3", "NaN")
        + row("e", "0.3", "NaN")
        + "</tbody></table></div></main><script>"
        + Styles.script()
        + "</script></body></html>";
  }

  private static String row(String name, String rate, String cost) {
    return "<tr><td>"
        + name
        + "</td><td class=\"number\" data-v=\""
        + cost
        + "\">shown</td><td>"
        + rate
        + "</td><td>more</td></tr>";
  }

  private static HeatMap heatMap() {
    List<HeatMap.Cell> all =
        List.of(cell(8, 100), cell(2, 900), cell(1, 500), cell(0, 800), cell(6, 200), cell(9, 100));
    List<HeatMap.Cell> xor =
        List.of(
            cell(3, Double.POSITIVE_INFINITY),
            cell(5, 900),
            cell(1, 500),
            cell(0, 800),
            cell(6, 200),
            cell(9, 100));
    return new HeatMap(
        "heat",
        "What works with what",
        "activation",
        List.of("relu", "tanh", "elu"),
        "optimizer",
        List.of("sgd", "adam"),
        Map.of("problem", List.of("xor")),
        List.of(new HeatMap.View(Map.of(), all), new HeatMap.View(Map.of("problem", "xor"), xor)),
        Metric.SUCCESS);
  }

  private static HeatMap.Cell cell(int reached, double cost) {
    Estimate unknown = Estimate.withoutInterval(Double.NaN);
    Estimate known = new Estimate(cost, 0.9 * cost, 1.1 * cost);
    return new HeatMap.Cell(new Share(reached, 10), known, unknown, unknown);
  }
}
