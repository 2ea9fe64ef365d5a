package io.sluice.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

class MetricsTest extends WebFixture {

  private double metric(String name) throws Exception {
    for (String line : get("/api/metrics").body().split("\n")) {
      if (line.startsWith(name + " ")) {
        return Double.parseDouble(line.substring(name.length() + 1));
      }
    }
    throw new AssertionError("no metric " + name);
  }

  @Test
  void everyLineIsAMetricOrAComment() throws Exception {
    HttpResponse<String> metrics = get("/api/metrics");
    assertThat(metrics.headers().firstValue("Content-Type").orElse(""))
        .startsWith("text/plain; version=0.0.4");
    assertThat(metrics.body().lines())
        .allMatch(
            line ->
                line.matches("# (HELP|TYPE) sluice_[a-z_]+ .+")
                    || line.matches("sluice_[a-z_]+(\\{[a-z]+=\"[^\"]+\"})? -?[0-9.E+-]+"));
    assertThat(metrics.body()).endsWith("\n");
  }

  @Test
  void studiesAndTrialsAreCounted() throws Exception {
    assertThat(metric("sluice_studies{state=\"finished\"}")).isZero();
    run(TestStudies.SMALL);
    awaitState(submit(TestStudies.endless(1)), "running");
    submit(TestStudies.endless(2));
    assertThat(metric("sluice_studies{state=\"finished\"}")).isEqualTo(1);
    assertThat(metric("sluice_studies{state=\"running\"}")).isEqualTo(1);
    assertThat(metric("sluice_studies{state=\"queued\"}")).isEqualTo(1);
    assertThat(metric("sluice_trials_total")).isGreaterThanOrEqualTo(12);
    assertThat(metric("sluice_heap_bytes{of=\"used\"}")).isPositive();
  }

  @Test
  void requestsAreCountedByTheKindOfTheirStatus() throws Exception {
    double good = metric("sluice_requests_total{status=\"2xx\"}");
    double bad = metric("sluice_requests_total{status=\"4xx\"}");
    for (int i = 0; i < 5; i++) {
      get("/api/health");
      get("/api/nothing");
    }
    raw("GET /% HTTP/1.1", "Host: localhost", "Connection: close");
    assertThat(metric("sluice_requests_total{status=\"2xx\"}")).isGreaterThanOrEqualTo(good + 5);
    assertThat(metric("sluice_requests_total{status=\"4xx\"}")).isGreaterThanOrEqualTo(bad + 5);
    assertThat(metric("sluice_requests_total{status=\"5xx\"}")).isZero();
  }
}
