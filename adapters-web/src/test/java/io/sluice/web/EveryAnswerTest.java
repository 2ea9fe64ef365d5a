package io.sluice.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.engine.plan.PlanLimits;
import io.sluice.engine.run.RunOptions;
import io.sluice.web.described.Description.Operation;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/**
 * Every answer that {@code openapi.yaml} describes is asked for; that it is as described is looked
 * at wherever tests send anything.
 */
class EveryAnswerTest extends WebFixture {

  private static final String JSON = "application/json";
  private static final String YAML = "application/yaml";
  private static final String TEXT = "text/plain";

  /** Where a request of a kind goes, and what it sends. */
  private record Posting(String path, String type, String right, String wrong) {}

  private static final List<Posting> POSTINGS =
      List.of(
          new Posting("/api/formula", TEXT, "x * tanh(x)", "x * ("),
          new Posting("/api/plan", YAML, TestStudies.SMALL, "study: x"),
          new Posting("/api/studies", YAML, TestStudies.SMALL, "study: x"),
          new Posting("/api/claims/a5/run", JSON, "{}", "[]"));

  /** What makes an address wrong that is asked with GET. */
  private static final Map<String, String> WRONG =
      Map.ofEntries(
          Map.entry("/api/catalog/activations/{id}/curve.json", "from=5&to=1"),
          Map.entry("/api/catalog/activations/{id}/passport", "no=1"),
          Map.entry("/api/catalog/optimizers/{id}/passport", "no=1"),
          Map.entry("/api/catalog/{kind}/{id}/show.json", "no=1"),
          Map.entry("/api/catalog/{kind}/{id}/show.html", "no=1"),
          Map.entry("/api/play/state", "hidden=-1"),
          Map.entry("/api/play/run", "no=1"),
          Map.entry("/api/play/surface", "size=1000"),
          Map.entry("/api/studies", "page=0"),
          Map.entry("/api/studies/{id}", "top=-1"),
          Map.entry("/api/studies/{id}/cells.json", "target=7"),
          Map.entry("/api/studies/{id}/comparison.json", "with="),
          Map.entry("/api/studies/{id}/comparison.html", "with="),
          Map.entry("/api/studies/{id}/judge.json", "metric=no"),
          Map.entry("/api/studies/{id}/judge.html", "metric=no"));

  /** 422 for what takes too long; {@link BoundedWorkTest} holds it for all work alike. */
  private static final Predicate<String> TOO_LONG =
      answer -> answer.endsWith(" 422") && !answer.startsWith("POST /api/studies ");

  /** What {@link HostileRequestsTest} and the tests of the distribution see. */
  private static final Set<String> ELSEWHERE =
      Set.of("POST /api/studies 408", "POST /api/claims/{id}/run 202");

  private final Set<String> seen = new TreeSet<>();

  private static final int HOUR = 3600;
  private static final long DAY = TimeUnit.DAYS.toMillis(1);

  /** With little patience for the curve of an activation that never comes back. */
  @Override
  WebLimits limits() {
    return patient(5);
  }

  private static WebLimits patient(int seconds) {
    return new WebLimits(PlanLimits.TIGHT, WebLimits.PRESET_COST, seconds, HOUR, 1, DAY);
  }

  @Override
  HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    HttpResponse<String> response = super.send(request);
    description()
        .operation(response.request().method(), response.uri().getRawPath())
        .ifPresent(operation -> seen.add(operation.name() + " " + response.statusCode()));
    return response;
  }

  @Test
  void everyAnswerIsGivenAndAsDescribed() throws Exception {
    String study = run(TestStudies.SMALL);
    askForAll(study);
    askForWhatIsNot();
    askWrongly(study);
    postRightlyAndWrongly();
    orderStudies(study);
    server.stop();
    server = WebServer.start(laboratory, store, new RunOptions(2, 0), patient(HOUR), 0);
    askTooMuch(study);
    Set<String> described = new TreeSet<>();
    for (Operation operation : description().operations()) {
      operation.statuses().forEach(status -> described.add(operation.name() + " " + status));
    }
    described.removeAll(seen);
    described.removeIf(TOO_LONG);
    assertThat(described).isEqualTo(ELSEWHERE);
  }

  private String address(Operation operation, String study) throws Exception {
    String path = operation.path();
    String id = path.contains("studies") ? study : path.contains("claims") ? "a5" : "tanh";
    Map<String, String> values =
        Map.of(
            "id", path.contains("optimizers") ? "sgd" : id,
            "with", study,
            "against", "activation=leaky-relu",
            "of", "activation=tanh",
            "optimizer", "sgd");
    return description().example(operation, values);
  }

  private static List<Operation> operations(String method) throws Exception {
    return description().operations().stream()
        .filter(operation -> operation.method().equals(method))
        .toList();
  }

  private HttpRequest.Builder asking(String path) {
    return path.endsWith("/events")
        ? request(path).header("Accept", "text/event-stream")
        : request(path);
  }

  private void askForAll(String study) throws Exception {
    for (Operation operation : operations("get")) {
      String address = address(operation, study);
      HttpResponse<String> answer = send(asking(play(address)));
      assertThat(answer.statusCode()).as(address + answer.body()).isEqualTo(200);
      if (operation.statuses().contains(304)) {
        send(request(address).header("If-None-Match", "*"));
      }
    }
    send(asking("/api/studies/" + study + "/events").header("Last-Event-ID", "finished-12"));
  }

  /** The only optimizer of the test's laboratory. */
  private static String play(String address) {
    return address.startsWith("/api/play/")
        ? address.split("\\?")[0] + "?optimizer=sgd&steps=5"
        : address;
  }

  private void askForWhatIsNot() throws Exception {
    for (Operation operation : description().operations()) {
      if (operation.statuses().contains(404)) {
        String path = description().example(operation, Map.of("id", "nothing"));
        boolean isGet = operation.method().equals("get");
        HttpResponse<String> answer = isGet ? send(asking(path)) : post(path, JSON, "{}");
        assertError(answer, 404, "nothing");
      }
    }
  }

  private void askWrongly(String study) throws Exception {
    for (Operation operation : operations("get")) {
      if (operation.statuses().contains(400)) {
        String address = play(address(operation, study));
        String query = WRONG.get(operation.path());
        assertThat(query).as(operation.name()).isNotNull();
        String more = address.contains("?") ? "&" : "?";
        String wrong =
            query.endsWith("=") ? address.split("\\?")[0] + "?" + query : address + more + query;
        assertThat(get(wrong).statusCode()).as(wrong).isEqualTo(400);
      }
    }
    assertError(get("/api/studies/" + study + "/events"), 406, "text/event-stream");
  }

  private void postRightlyAndWrongly() throws Exception {
    for (Posting posting : POSTINGS) {
      post(posting.path(), posting.type(), posting.right());
      assertThat(post(posting.path(), posting.type(), posting.wrong()).statusCode()).isEqualTo(400);
      String other = posting.type() + "; charset=utf-16";
      assertError(post(posting.path(), other, posting.right()), 415, "charset");
      assertError(post(posting.path(), posting.type(), "#".repeat(1 << 21)), 413, "bytes");
    }
    String dear =
        TestStudies.SMALL
            .replace("repeats: 3", "repeats: 1000000")
            .replace("budget: 100", "budget: 1e12");
    assertError(post(dear), 422, "multiplications");
    assertError(post("/api/plan", YAML, dear), 422, "multiplications");
  }

  private void orderStudies(String study) throws Exception {
    assertThat(order(study, "resume").statusCode()).isEqualTo(200);
    String endless = submit(TestStudies.endless(1));
    awaitState(endless, "running");
    assertThat(order(endless, "pause").statusCode()).isEqualTo(202);
    awaitState(endless, "paused");
    assertThat(order(endless, "resume").statusCode()).isEqualTo(202);
    assertThat(order(endless, "stop").statusCode()).isEqualTo(202);
    awaitState(endless, "stopped");

    String stuck = submit(STUCK);
    awaitState(stuck, "running");
    long begun = TestLaboratory.SLOW_BEGUN.get();
    assertThat(begun).isPositive();
    order(stuck, "stop");
    assertError(order(stuck, "resume"), 409, "just being interrupted");
  }

  /** One that does not end in the moment in which it is stopped. */
  private static final String STUCK =
      TestStudies.SMALL.replace("study: small", "study: stuck").replace("[tanh,", "[slow,");

  /** Takes all threads of some work and all places of those who wait. */
  private static void fill(BoundedWork work, CountDownLatch over, List<Thread> blockers)
      throws InterruptedException {
    AtomicBoolean isFull = new AtomicBoolean();
    while (!isFull.get()) {
      Thread blocker =
          new Thread(
              () -> {
                try {
                  work.get("blocking", () -> false, () -> over.await(1, TimeUnit.HOURS));
                } catch (RequestException full) {
                  isFull.set(true);
                }
              });
      blocker.start();
      blockers.add(blocker);
      Thread.sleep(1);
    }
  }

  /** While all threads are taken and nobody else may wait. */
  private void askTooMuch(String study) throws Exception {
    CountDownLatch over = new CountDownLatch(1);
    List<Thread> blockers = new ArrayList<>();
    for (BoundedWork work : server.works()) {
      fill(work, over, blockers);
    }
    try {
      for (Operation operation : operations("get")) {
        if (operation.statuses().contains(503) && !operation.path().endsWith("/events")) {
          HttpResponse<String> answer = get(play(address(operation, study)));
          assertThat(answer.statusCode()).as(operation.name()).isEqualTo(503);
          assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        }
      }
      for (Posting posting : POSTINGS) {
        assertError(post(posting.path(), posting.type(), posting.right()), 503, "too many");
      }
      assertError(order(study, "resume"), 503, "too many");
    } finally {
      over.countDown();
      for (Thread blocker : blockers) {
        blocker.join();
      }
    }
    String endless = submit(TestStudies.endless(2));
    HttpRequest.Builder events =
        request("/api/studies/" + endless + "/events").header("Accept", "text/event-stream");
    open(events).body().read();
    assertError(send(events), 503, "1 streams already");
  }
}
