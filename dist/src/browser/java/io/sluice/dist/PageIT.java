package io.sluice.dist;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page as a person uses it, in a real browser against the real distribution. */
class PageIT {

  private static final double PATIENCE = 120_000;

  @TempDir Path folder;

  private SluiceProcess sluice;
  private Process server;
  private Playwright playwright;
  private Page page;
  private final List<String> troubles = new ArrayList<>();

  @BeforeEach
  void open() throws IOException, InterruptedException {
    sluice = new SluiceProcess(folder);
    server = sluice.start("serve", "--port", "0", "--store", "sqlite:page.db");
    String address = sluice.address(server);
    playwright = Playwright.create();
    Browser browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(Path.of("/usr/bin/chromium"))
                    .setArgs(
                        List.of(
                            "--no-sandbox",
                            "--disable-gpu",
                            "--disable-quic",
                            "--no-first-run",
                            "--disable-background-networking",
                            "--disable-component-update",
                            "--disable-sync")));
    page = browser.newPage();
    page.onPageError(troubles::add);
    page.onConsoleMessage(
        message -> {
          if (message.type().equals("error") && !message.text().contains("400")) {
            troubles.add(message.text());
          }
        });
    page.navigate(address);
  }

  @AfterEach
  void close() {
    playwright.close();
    server.destroy();
    sluice.end(server);
  }

  @Test
  void aStudyIsWrittenRunAndAnswered() {
    write(SmallStudy.text("[tanh, snake]", 3));
    run();

    assertThat(page.locator("#state")).hasText("finished", patiently());
    Locator report = page.locator("#report");
    assertThat(report).containsText("xor");
    assertThat(report).containsText("snake");
    assertThat(report).containsText("adamm");
    assertThat(page.locator("#downloads")).containsText("trials.csv");
    page.screenshot(
        new Page.ScreenshotOptions()
            .setFullPage(true)
            .setPath(Path.of("target", "page-finished.png")));
    assertThat(troubles).isEmpty();
  }

  @Test
  void aMistakeIsShownAtItsLine() {
    write(SmallStudy.text("[tanh, snack]", 3));
    run();

    assertThat(page.locator("#errors")).containsText("snake", patientlyContaining());
    assertThat(page.locator("#errors")).containsText("12");
    assertThat(page.locator("#study")).isHidden();
    assertThat(troubles).isEmpty();
  }

  private void write(String text) {
    page.getByLabel("Study file, YAML or JSON").fill(text);
  }

  private void run() {
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Run the study")).click();
  }

  private static LocatorAssertions.HasTextOptions patiently() {
    return new LocatorAssertions.HasTextOptions().setTimeout(PATIENCE);
  }

  private static LocatorAssertions.ContainsTextOptions patientlyContaining() {
    return new LocatorAssertions.ContainsTextOptions().setTimeout(PATIENCE);
  }
}
