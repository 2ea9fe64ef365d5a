package io.sluice.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.util.JavalinBindException;
import io.sluice.engine.Laboratory;
import io.sluice.engine.run.RunOptions;
import io.sluice.spi.ResultStore;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A laboratory on a port of this machine's loopback address. Stopping it stops the studies first
 * and closes the store last, so nothing that was finished is lost.
 */
public final class WebServer implements AutoCloseable {

  /**
   * One passport is computed at a time, or one component checked, or one trial run again, so that
   * whoever asks for many leaves a core to studies.
   */
  private static final int PASSPORTS_WAITING = 8;

  private static final String LOOPBACK = "127.0.0.1";

  /** How long those who watch a study are given to hear that it ended. */
  private static final long LAST_WORDS_SECONDS = 2;

  private final Laboratory laboratory;
  private final ResultStore store;
  private final StudyDesk desk;
  private final Javalin javalin;
  private final EventStream events;
  private final BoundedWork passports;
  private final WebLimits limits;
  private final AtomicBoolean stopped = new AtomicBoolean();

  private WebServer(
      Laboratory laboratory, ResultStore store, RunOptions options, WebLimits limits, int port) {
    this.laboratory = laboratory;
    this.store = store;
    this.limits = limits;
    this.desk = new StudyDesk(laboratory, store, options, limits);
    this.events = new EventStream(limits.streams());
    this.passports =
        new BoundedWork(
            "passports, checks, pages of components and reproductions",
            1,
            PASSPORTS_WAITING,
            limits.passportSeconds());
    this.javalin = Javalin.create(config -> configure(config, port));
  }

  /**
   * Starts a server with the {@link WebLimits#PRESET preset limits}, which from now on owns the
   * store.
   *
   * @param options how studies are run
   * @param port where it listens; 0 for any free port
   * @throws IOException if it cannot listen there; the store is closed then
   */
  public static WebServer start(
      Laboratory laboratory, ResultStore store, RunOptions options, int port) throws IOException {
    return start(laboratory, store, options, WebLimits.PRESET, port);
  }

  /**
   * Starts a server, which from now on owns the store.
   *
   * @param options how studies are run
   * @param limits what it takes upon itself
   * @param port where it listens; 0 for any free port
   * @throws IOException if it cannot listen there; the store is closed then
   */
  public static WebServer start(
      Laboratory laboratory, ResultStore store, RunOptions options, WebLimits limits, int port)
      throws IOException {
    WebServer server = new WebServer(laboratory, store, options, limits, port);
    try {
      server.javalin.start();
      return server;
    } catch (JavalinBindException taken) {
      server.stop();
      throw new IOException(
          "cannot listen on port " + port + " of " + LOOPBACK + ": it is in use or not allowed",
          taken);
    } catch (RuntimeException failure) {
      server.stop();
      throw failure;
    }
  }

  private void configure(JavalinConfig config, int port) {
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.startup.startupWatcherEnabled = false;
    config.http.maxRequestSize = PostedText.LARGEST;
    config.http.prefer405over404 = true;
    Connections.configure(config, LOOPBACK, port);
    config.staticFiles.add(files -> files.directory = "/io/sluice/web/page");
    config.staticFiles.add(files -> files.directory = "/io/sluice/report/page");
    config.routes.before(Access::protect);
    config.routes.before(Access::check);
    Errors.configure(config);
    config.routes.get("/api/health", this::health);
    config.routes.get("/api/catalog", this::catalog);
    PassportRoute.configure(config.routes, laboratory.components(), passports);
    new CheckRoute(
            Map.of(
                "activations",
                laboratory.components().activationsOfLayers(),
                "optimizers",
                laboratory.components().optimizersAndWrappers()),
            passports)
        .configure(config.routes);
    new ShowRoute(laboratory, passports).configure(config.routes);
    new ReproductionRoute(laboratory, store, passports, limits).configure(config.routes);
    config.routes.get("/api/openapi.yaml", WebServer::description);
    new StudyRoutes(desk, store, events).configure(config.routes);
  }

  private void health(Context context) {
    ObjectNode json = Json.object();
    json.put("status", "ok");
    json.put("version", laboratory.version());
    context.contentType("application/json").result(Json.text(json));
  }

  private void catalog(Context context) {
    context.contentType("application/json").result(Json.text(CatalogJson.of(laboratory)));
  }

  private static void description(Context context) throws IOException {
    try (InputStream file = WebServer.class.getResourceAsStream("openapi.yaml")) {
      context.contentType("application/yaml").result(file.readAllBytes());
    }
  }

  /** The port it listens on. */
  public int port() {
    return javalin.port();
  }

  /** Where the page is. */
  public String address() {
    return "http://" + LOOPBACK + ":" + port() + "/";
  }

  /** How many watch studies. */
  int watching() {
    return events.watching();
  }

  /** For tests: what it answers. */
  Javalin javalin() {
    return javalin;
  }

  /**
   * Stops the studies, tells those who watch, closes the connections and then the store. What is
   * finished is kept. Calling it again does nothing.
   */
  public void stop() {
    if (stopped.getAndSet(true)) {
      return;
    }
    try {
      passports.close();
      desk.close();
      events.close(LAST_WORDS_SECONDS);
    } catch (InterruptedException hurry) {
      Thread.currentThread().interrupt();
    } finally {
      try {
        javalin.stop();
      } finally {
        events.close();
        store.close();
      }
    }
  }

  /** The same as {@link #stop()}. */
  @Override
  public void close() {
    stop();
  }
}
