package io.sluice.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.util.JavalinBindException;
import io.sluice.engine.Laboratory;
import io.sluice.engine.run.RunOptions;
import io.sluice.spi.ResultStore;
import io.sluice.studies.ClaimCard;
import io.sluice.studies.ShippedClaims;
import io.sluice.web.play.PlayRoutes;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A laboratory on a port of this machine. Stopping it interrupts the studies first and closes the
 * store last, so nothing that was finished is lost.
 */
public final class WebServer implements AutoCloseable {

  /**
   * One passport is computed at a time, or one component checked, or one trial run again, so that
   * whoever asks for many leaves a core to studies.
   */
  private static final int PASSPORTS_WAITING = 8;

  private static final int CURVES_WAITING = 64;

  /** More play at once than look at passports: a page asks twice a second. */
  private static final int PLAYS_WAITING = 32;

  /** How long those who watch a study are given to hear that it ended. */
  private static final long LAST_WORDS_SECONDS = 2;

  private final Laboratory laboratory;
  private final ResultStore store;
  private final Planning planning;
  private final StudyDesk desk;
  private final Javalin javalin;
  private final EventStream events;
  private final BoundedWork passports;
  private final BoundedWork plays;
  private final BoundedWork curves;
  private final BoundedWork readings;
  private final FixedAnswer catalog;
  private final WebLimits limits;
  private final WebSettings settings;
  private final RequestCounts requests = new RequestCounts();
  private final AtomicBoolean stopped = new AtomicBoolean();

  private WebServer(
      Laboratory laboratory,
      ResultStore store,
      DeskFile file,
      RunOptions options,
      WebLimits limits,
      WebSettings settings) {
    this.settings = settings;
    this.laboratory = laboratory;
    this.store = store;
    this.limits = limits;
    this.planning = new Planning(laboratory, options, limits);
    this.desk = new StudyDesk(laboratory, store, options, planning, file, limits.turnMillis());
    this.events = new EventStream(limits.streams());
    this.passports =
        new BoundedWork(
            "passports, checks, pages of components and reproductions",
            1,
            PASSPORTS_WAITING,
            limits.passportSeconds());
    this.plays =
        new BoundedWork("runs of the playground", 2, PLAYS_WAITING, limits.passportSeconds());
    this.curves = new BoundedWork("curves", 1, CURVES_WAITING, limits.planSeconds());
    this.readings =
        new BoundedWork("comparisons and claims", 1, PASSPORTS_WAITING, limits.passportSeconds());
    this.catalog = new FixedAnswer("application/json", Json.text(CatalogJson.of(laboratory)));
    this.javalin = Javalin.create(this::configure);
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
    return start(
        laboratory, store, DeskFile.none(), options, limits, WebSettings.here("", port, 1));
  }

  /** The same where its settings say, with a file beside the store. */
  static WebServer start(
      Laboratory laboratory,
      ResultStore store,
      RunOptions options,
      WebLimits limits,
      WebSettings settings)
      throws IOException {
    return start(laboratory, store, settings.deskFile(), options, limits, settings);
  }

  /**
   * The same with any file.
   *
   * @param file keeps what is still to do when it stops
   */
  static WebServer start(
      Laboratory laboratory,
      ResultStore store,
      DeskFile file,
      RunOptions options,
      WebLimits limits,
      WebSettings settings)
      throws IOException {
    WebServer server = new WebServer(laboratory, store, file, options, limits, settings);
    try {
      server.javalin.start();
      server.desk.takeUp();
      return server;
    } catch (JavalinBindException taken) {
      server.stop();
      throw new IOException(
          "cannot listen on port "
              + settings.port()
              + " of "
              + settings.host()
              + ": it is in use or not allowed",
          taken);
    } catch (RuntimeException failure) {
      server.stop();
      throw failure;
    }
  }

  private void configure(JavalinConfig config) {
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.startup.startupWatcherEnabled = false;
    config.http.maxRequestSize = PostedText.LARGEST;
    config.http.prefer405over404 = true;
    Connections.configure(config, settings.host(), settings.port(), requests);
    config.staticFiles.add(files -> files.directory = "/io/sluice/web/page");
    config.staticFiles.add(files -> files.directory = "/io/sluice/report/page");
    config.routes.before(Access::protect);
    config.routes.before(new Access(settings.token())::check);
    Errors.configure(config, new Shell());
    config.routes.get("/api/health", this::health);
    config.routes.get("/api/catalog", catalog::answer);
    new PlanRoute(planning).configure(config.routes);
    new CurveRoutes(laboratory, limits, curves, passports).configure(config.routes);
    new Metrics(desk, events, requests).configure(config.routes);
    new Sketches(laboratory.components().activations(), curves).configure(config.routes);
    PassportRoute.configure(config.routes, laboratory.components(), passports);
    NamedComponents components = new NamedComponents(laboratory.components());
    new CheckRoute(components, passports).configure(config.routes);
    new PlayRoutes(laboratory, plays::get, Caller::isGone).configure(config.routes);
    new ShowRoute(laboratory, components, passports).configure(config.routes);
    new ReproductionRoute(laboratory, store, passports, limits).configure(config.routes);
    new JudgeRoute(desk, store, readings).configure(config.routes);
    new ComparisonRoute(desk, store, readings).configure(config.routes);
    new ClaimRoutes(shippedClaims(), desk, readings).configure(config.routes);
    new ApiDescription().configure(config.routes);
    new StudyRoutes(desk, store, events, new Cells(desk, store, planning)).configure(config.routes);
  }

  private Claims shippedClaims() {
    List<ClaimCard> cards = ShippedClaims.ids().stream().map(ShippedClaims::read).toList();
    return new Claims(laboratory, store, desk, limits, cards);
  }

  private void health(Context context) {
    ObjectNode json = Json.object();
    json.put("status", "ok");
    json.put("version", laboratory.version());
    context.contentType("application/json").result(Json.text(json));
  }

  /** The port it listens on. */
  public int port() {
    return javalin.port();
  }

  /** Where the page is. */
  public String address() {
    return "http://" + named(settings.host()) + ":" + port() + "/";
  }

  /** As a browser on this machine has it: for all addresses stands one of them. */
  private static String named(String host) {
    if (host.equals("0.0.0.0") || host.equals("::")) {
      return WebSettings.LOOPBACK;
    }
    return host.contains(":") ? "[" + host + "]" : host;
  }

  /** How many watch studies. */
  int watching() {
    return events.watching();
  }

  /** All that is computed while somebody waits. */
  List<BoundedWork> works() {
    return List.of(planning.work(), passports, plays, curves, readings);
  }

  /** Where studies are handed in. */
  StudyDesk desk() {
    return desk;
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
      works().forEach(BoundedWork::close);
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
