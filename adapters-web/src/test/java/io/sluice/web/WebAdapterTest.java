package io.sluice.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.google.inject.Guice;
import io.sluice.engine.StoreUrlException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.Socket;
import java.net.URI;
import org.junit.jupiter.api.Test;

class WebAdapterTest {

  private final WebAdapter adapter =
      Guice.createInjector(new WebModule()).getInstance(WebAdapter.class);

  @Test
  void servesUntilInterrupted() throws Exception {
    StringWriter said = new StringWriter();
    Thread thread =
        new Thread(
            () -> {
              try {
                adapter.serve(
                    TestLaboratory.create(),
                    WebSettings.here("memory:any", 0, 1e14),
                    new PrintWriter(said));
              } catch (IOException failure) {
                said.append(failure.toString());
              }
            });
    thread.start();
    await()
        .atMost(WebFixture.PATIENCE)
        .until(() -> said.toString().endsWith(System.lineSeparator()));
    URI address = URI.create(said.toString().strip().replaceFirst(".* ", ""));
    assertThat(address.getHost()).isEqualTo("127.0.0.1");
    try (Socket socket = new Socket(address.getHost(), address.getPort())) {
      assertThat(socket.isConnected()).isTrue();
    }
    thread.interrupt();
    thread.join(WebFixture.PATIENCE.toMillis());
    assertThat(thread.isAlive()).isFalse();
    assertThatThrownBy(() -> new Socket(address.getHost(), address.getPort()).close())
        .isInstanceOf(IOException.class);
  }

  @Test
  void anInterruptWhileItStartsStopsIt() throws Exception {
    Thread.currentThread().interrupt();
    adapter.serve(
        TestLaboratory.create(),
        WebSettings.here("memory:any", 0, 1e14),
        new PrintWriter(new StringWriter()));
    Thread.interrupted();
  }

  @Test
  void unknownKindOfStoreIsNamed() {
    assertThatThrownBy(
            () -> adapter.start(TestLaboratory.create(), WebSettings.here("memroy:any", 0, 1e14)))
        .isInstanceOf(StoreUrlException.class)
        .hasMessageContaining("did you mean \"memory\"?");
  }
}
