package io.sluice.dist;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A server of the real distribution with a broken plugin, and a browser that notes all trouble. */
final class Laboratory implements AutoCloseable {

  static final double PATIENCE = 300_000;

  private static final String SERIOUS =
      "async () => (await axe.run()).violations"
          + ".filter(one => ['serious', 'critical'].includes(one.impact))"
          + ".map(one => one.id + ': ' + one.nodes[0].html)";

  private final SluiceProcess sluice;
  private final Process server;
  private final Playwright playwright = Playwright.create();
  private final Browser browser;
  private final List<String> troubles = new ArrayList<>();
  private final String address;

  Laboratory(Path folder) throws IOException, InterruptedException {
    Path plugins = Files.createDirectory(folder.resolve("dropped"));
    Files.writeString(
        plugins.resolve("broken.yaml"),
        """
        pack: broken
        version: 1.0.0
        activations:
          - {id: unfinished, formula: "x * ("}
        """);
    sluice = new SluiceProcess(folder);
    server =
        sluice.start("--plugins", "dropped", "serve", "--port", "0", "--store", "sqlite:page.db");
    address = sluice.address(server);
    browser =
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
  }

  /** A page in a browser of its own that begins at this path. */
  Page open(String path, int width, ColorScheme colours) {
    BrowserContext context =
        browser.newContext(
            new Browser.NewContextOptions()
                .setViewportSize(width, 860)
                .setColorScheme(colours)
                .setLocale("en-GB"));
    Page page = context.newPage();
    page.setDefaultTimeout(PATIENCE);
    page.onPageError(troubles::add);
    page.onConsoleMessage(
        message -> {
          // The browser itself tells of answers that a text is wrong.
          if (message.type().equals("error") && !message.text().contains("400")) {
            troubles.add(message.text());
          }
        });
    page.onRequest(
        request -> {
          URI asked = URI.create(request.url().split("[?#]")[0]);
          if (asked.getScheme().startsWith("http") && !request.url().startsWith(address)) {
            troubles.add("asked elsewhere: " + request.url());
          }
        });
    page.navigate(address + path.substring(1));
    return page;
  }

  Page open(String path) {
    return open(path, 1280, ColorScheme.LIGHT);
  }

  /** Where the server is. */
  String address() {
    return address;
  }

  /** What was complained of since the last time. */
  List<String> troubles() {
    List<String> found = List.copyOf(troubles);
    troubles.clear();
    return found;
  }

  /** What a reader without eyes, without colours or without a mouse would be kept from. */
  static List<?> seriousIssues(Page page) throws IOException {
    try (InputStream in = Laboratory.class.getResourceAsStream("/axe.min.js")) {
      page.evaluate(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }
    return (List<?>) page.evaluate(SERIOUS);
  }

  @Override
  public void close() {
    playwright.close();
    server.destroy();
    sluice.end(server);
  }
}
