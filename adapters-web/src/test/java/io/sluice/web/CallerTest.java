package io.sluice.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.sluice.engine.plan.PlanLimits;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class CallerTest extends WebFixture {

  private static final int LONG = 3600;

  @Override
  WebLimits limits() {
    return new WebLimits(PlanLimits.TIGHT, WebLimits.PRESET_COST, LONG, LONG, 2, 1000);
  }

  private Socket ask(String text) throws IOException {
    Socket socket = new Socket("127.0.0.1", server.port());
    socket.setSoTimeout((int) PATIENCE.toMillis());
    socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    return socket;
  }

  private void assertGivenUpWhenItsClientLeaves(String text) throws IOException {
    int begun = TestLaboratory.SLOW_BEGUN.get();
    int givenUp = TestLaboratory.SLOW_GIVEN_UP.get();
    try (Socket socket = ask(text)) {
      await().atMost(PATIENCE).until(() -> TestLaboratory.SLOW_BEGUN.get() > begun);
      assertThat(socket.isConnected()).isTrue();
    }
    await().atMost(PATIENCE).until(() -> TestLaboratory.SLOW_GIVEN_UP.get() > givenUp);
  }

  @Test
  void passportsThatNobodyWaitsForAreGivenUp() throws IOException {
    String ask = "GET /api/catalog/activations/slow/passport HTTP/1.1\r\nHost: localhost\r\n\r\n";
    assertGivenUpWhenItsClientLeaves(ask);
    assertGivenUpWhenItsClientLeaves(ask);
  }

  @Test
  void plansThatNobodyWaitsForAreGivenUp() throws IOException {
    String study =
        TestStudies.SMALL.replace("[tanh, leaky-relu]", "[slow]")
            + "initial-weights: [variance-preserving]\n";
    assertGivenUpWhenItsClientLeaves(
        "POST /api/studies HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/yaml\r\n"
            + "Content-Length: "
            + study.length()
            + "\r\n\r\n"
            + study);
  }

  @Test
  void nextRequestOnTheConnectionIsNotLost() throws Exception {
    String passport =
        "GET /api/catalog/activations/tanh/passport HTTP/1.1\r\nHost: localhost\r\n\r\n";
    String health = "GET /api/health HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
    try (Socket socket = ask(passport + passport + health)) {
      String answers = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(answers.split("HTTP/1\\.1 200 OK", -1)).hasSize(4);
      assertThat(answers).endsWith("\"version\":\"" + TestLaboratory.VERSION + "\"}");
    }
    // One that comes while the passport is computed.
    try (Socket socket = ask(passport)) {
      for (byte each : health.getBytes(StandardCharsets.US_ASCII)) {
        socket.getOutputStream().write(each);
        Thread.sleep(5);
      }
      String answers = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(answers.split("HTTP/1\\.1 200 OK", -1)).hasSize(3);
    }
  }
}
