package io.sluice.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventStreamTest extends WebFixture {

  private record Event(String name, String id, JsonNode data) {
    String state() {
      return data.get("state").asText();
    }
  }

  private HttpResponse<InputStream> watch(String id) throws Exception {
    HttpResponse<InputStream> stream =
        open(request("/api/studies/" + id + "/events").header("Accept", "text/event-stream"));
    assertThat(stream.statusCode()).isEqualTo(200);
    assertThat(stream.headers().firstValue("Content-Type").orElse(""))
        .startsWith("text/event-stream");
    return stream;
  }

  /** The next event, or null at the end of the stream. */
  private static Event next(BufferedReader lines) throws IOException {
    String name = "";
    String id = "";
    String line;
    while ((line = lines.readLine()) != null) {
      if (line.startsWith("event: ")) {
        name = line.substring(7);
      } else if (line.startsWith("id: ")) {
        id = line.substring(4);
      } else if (line.startsWith("data: ")) {
        return new Event(name, id, Json.parse(line.substring(6)));
      }
    }
    return null;
  }

  private static BufferedReader lines(InputStream stream) {
    return new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
  }

  @Test
  void tellsProgressAndThenTheEnd() throws Exception {
    String first = submit(TestStudies.endless(1));
    awaitState(first, "running");
    String id = submit(TestStudies.SMALL);
    List<Event> events = new ArrayList<>();
    try (BufferedReader lines = lines(watch(id).body())) {
      events.add(next(lines));
      post("/api/studies/" + first + "/stop", "text/plain", "");
      Event event;
      while ((event = next(lines)) != null) {
        events.add(event);
      }
    }
    assertThat(events.get(0).name()).isEqualTo("progress");
    assertThat(events.get(0).state()).isEqualTo("queued");
    assertThat(events.get(0).data().get("progress").get("planned").asLong()).isEqualTo(12);
    Event last = events.remove(events.size() - 1);
    assertThat(last.name()).isEqualTo("finished");
    assertThat(last.state()).isEqualTo("finished");
    assertThat(last.data().get("progress").get("finished").asLong()).isEqualTo(12);
    assertThat(events).extracting(Event::name).containsOnly("progress");
    assertThat(events)
        .extracting(event -> event.data().get("progress").get("finished").asLong())
        .isSorted();
  }

  @Test
  void tellsAgainAndAgainHowMuchIsDone() throws Exception {
    String id = submit(TestStudies.endless(1));
    awaitState(id, "running");
    try (BufferedReader lines = lines(watch(id).body())) {
      assertThat(next(lines).state()).isEqualTo("running");
      for (int i = 0; i < 4; i++) {
        assertThat(next(lines).name()).isEqualTo("progress");
      }
      post("/api/studies/" + id + "/stop", "text/plain", "");
      Event event = next(lines);
      while (event.name().equals("progress")) {
        event = next(lines);
      }
      assertThat(event.name()).isEqualTo("finished");
      assertThat(event.state()).isEqualTo("stopped");
      assertThat(next(lines)).isNull();
    }
  }

  @Test
  void finishedStudyIsToldAtOnce() throws Exception {
    String id = run(TestStudies.SMALL);
    try (BufferedReader lines = lines(watch(id).body())) {
      assertThat(next(lines).name()).isEqualTo("progress");
      assertThat(next(lines).name()).isEqualTo("finished");
      assertThat(next(lines)).isNull();
    }
  }

  private HttpResponse<InputStream> watchAgain(String id, String last) throws Exception {
    return open(
        request("/api/studies/" + id + "/events")
            .header("Accept", "text/event-stream")
            .header("Last-Event-ID", last));
  }

  @Test
  void whoComesBackHearsOnlyWhatIsNewer() throws Exception {
    String first = submit(TestStudies.endless(1));
    awaitState(first, "running");
    String id = submit(TestStudies.SMALL);
    String last;
    try (BufferedReader lines = lines(watch(id).body())) {
      Event waiting = next(lines);
      assertThat(waiting.id()).isEqualTo("queued-0");
      last = waiting.id();
    }
    try (BufferedReader lines = lines(watchAgain(id, last).body())) {
      order(first, "stop");
      Event event = next(lines);
      assertThat(event.id()).isNotEqualTo(last);
      while (event.name().equals("progress")) {
        event = next(lines);
      }
      assertThat(event.id()).isEqualTo("finished-12");
    }
    try (BufferedReader lines = lines(watchAgain(id, last).body())) {
      assertThat(next(lines).id()).isEqualTo("finished-12");
    }
  }

  @Test
  void whoKnowsTheEndNeedNotComeAgain() throws Exception {
    String id = run(TestStudies.SMALL);
    assertThat(watchAgain(id, "finished-12").statusCode()).isEqualTo(204);
    for (String other : List.of("finished-11", "stopped-12", "nonsense")) {
      HttpResponse<InputStream> stream = watchAgain(id, other);
      assertThat(stream.statusCode()).isEqualTo(200);
      try (BufferedReader lines = lines(stream.body())) {
        assertThat(next(lines).id()).isEqualTo("finished-12");
      }
    }
    await().atMost(PATIENCE).until(() -> server.watching() == 0);
  }

  @Test
  void runGoesOnWhenClientsLeave() throws Exception {
    String id = submit(TestStudies.endless(1));
    for (int i = 0; i < 3; i++) {
      try (Socket socket = new Socket("127.0.0.1", server.port())) {
        socket.getOutputStream().write(ask(id).getBytes(StandardCharsets.US_ASCII));
        assertThat(socket.getInputStream().read()).isEqualTo('H');
      }
    }
    long before = json(get("/api/studies/" + id)).get("progress").get("finished").asLong();
    await()
        .atMost(PATIENCE)
        .until(
            () ->
                json(get("/api/studies/" + id)).get("progress").get("finished").asLong() > before);
    await().atMost(PATIENCE).until(() -> server.watching() == 0);
  }

  @Test
  void aThousandWatchAndNoneMissesAnything() throws Exception {
    String id = submit(TestStudies.endless(1));
    awaitState(id, "running");
    int clients = 1000;
    List<Socket> sockets = new ArrayList<>();
    try {
      for (int i = 0; i < clients; i++) {
        Socket socket = new Socket("127.0.0.1", server.port());
        socket.setSoTimeout((int) PATIENCE.toMillis());
        socket.getOutputStream().write(ask(id).getBytes(StandardCharsets.US_ASCII));
        sockets.add(socket);
      }
      await().atMost(PATIENCE).until(() -> server.watching() == clients);
      assertThat(json(get("/api/health")).get("status").asText()).isEqualTo("ok");
      post("/api/studies/" + id + "/stop", "text/plain", "");
      for (Socket socket : sockets) {
        BufferedReader lines = lines(socket.getInputStream());
        Event event = next(lines);
        assertThat(event.name()).isEqualTo("progress");
        assertThat(event.state()).isIn("running", "stopped");
        while (event.name().equals("progress")) {
          event = next(lines);
        }
        assertThat(event.name()).isEqualTo("finished");
        assertThat(event.state()).isEqualTo("stopped");
      }
      await().atMost(PATIENCE).until(() -> server.watching() == 0);
    } finally {
      for (Socket socket : sockets) {
        socket.close();
      }
    }
  }

  @Test
  void whoDoesNotReadHoldsNobodyUp() throws Exception {
    String id = submit(TestStudies.endless(1));
    awaitState(id, "running");
    try (Socket deaf = new Socket()) {
      deaf.setReceiveBufferSize(1);
      deaf.connect(new java.net.InetSocketAddress("127.0.0.1", server.port()));
      deaf.getOutputStream().write(ask(id).getBytes(StandardCharsets.US_ASCII));
      await().atMost(PATIENCE).until(() -> server.watching() == 1);
      try (BufferedReader lines = lines(watch(id).body())) {
        for (int i = 0; i < 5; i++) {
          assertThat(next(lines).name()).isEqualTo("progress");
        }
      }
    }
    await().atMost(PATIENCE).until(() -> server.watching() == 0);
  }

  private static String ask(String id) {
    return "GET /api/studies/"
        + id
        + "/events HTTP/1.1\r\nHost: localhost\r\nAccept: text/event-stream\r\n\r\n";
  }

  @Test
  void stoppingTheServerEndsTheStream() throws Exception {
    String id = submit(TestStudies.endless(1));
    try (BufferedReader lines = lines(watch(id).body())) {
      next(lines);
      server.stop();
      Event event = next(lines);
      while (event != null && event.name().equals("progress")) {
        event = next(lines);
      }
      assertThat(event).isNotNull();
      assertThat(event.name()).isEqualTo("finished");
      assertThat(event.state()).isEqualTo("paused");
    }
  }

  @Test
  void isOnlyForThoseWhoAskForEvents() throws Exception {
    String id = run(TestStudies.SMALL);
    assertError(get("/api/studies/" + id + "/events"), 406, "text/event-stream");
  }
}
