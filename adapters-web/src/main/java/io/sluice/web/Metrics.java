package io.sluice.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.sluice.spi.StudyHeader;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/** What a server has to do and what it takes, in the text format of Prometheus. */
final class Metrics {

  private static final String TYPE = "text/plain; version=0.0.4; charset=utf-8";
  private static final double MILLISECONDS = 1000;

  private final StudyDesk desk;
  private final EventStream events;
  private final RequestCounts requests;

  Metrics(StudyDesk desk, EventStream events, RequestCounts requests) {
    this.desk = desk;
    this.events = events;
    this.requests = requests;
  }

  void configure(RoutesConfig routes) {
    routes.get("/api/metrics", this::answer);
  }

  private void answer(Context context) {
    StringBuilder text = new StringBuilder();
    head(text, "sluice_studies", "gauge", "Studies of the store and the queue, by state.");
    states().forEach((state, count) -> line(text, "sluice_studies", "state", state.word(), count));
    head(text, "sluice_trials_total", "counter", "Trials that this server has finished.");
    line(text, "sluice_trials_total", desk.trials());
    head(text, "sluice_requests_total", "counter", "Requests answered, by kind of status.");
    for (int kind = 2; kind < 6; kind++) {
      line(text, "sluice_requests_total", "status", kind + "xx", requests.of(kind));
    }
    head(text, "sluice_streams", "gauge", "Clients that watch studies.");
    line(text, "sluice_streams", events.watching());
    Runtime runtime = Runtime.getRuntime();
    head(text, "sluice_heap_bytes", "gauge", "The heap: used, and the most it may become.");
    line(text, "sluice_heap_bytes", "of", "used", runtime.totalMemory() - runtime.freeMemory());
    line(text, "sluice_heap_bytes", "of", "most", runtime.maxMemory());
    head(text, "sluice_buffer_bytes", "gauge", "Memory of buffers beside the heap.");
    for (BufferPoolMXBean pool : ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class)) {
      line(text, "sluice_buffer_bytes", "of", pool.getName(), pool.getMemoryUsed());
    }
    head(text, "sluice_threads", "gauge", "Threads that are alive.");
    line(text, "sluice_threads", ManagementFactory.getThreadMXBean().getThreadCount());
    head(text, "sluice_uptime_seconds", "gauge", "For how long it has run.");
    line(
        text,
        "sluice_uptime_seconds",
        ManagementFactory.getRuntimeMXBean().getUptime() / MILLISECONDS);
    context.contentType(TYPE).result(text.toString());
  }

  private Map<RunState, Long> states() {
    Map<RunState, Long> states = new EnumMap<>(RunState.class);
    for (RunState state : RunState.values()) {
      states.put(state, 0L);
    }
    for (StudyHeader header : desk.studies()) {
      states.merge(desk.progress(header).state(), 1L, Long::sum);
    }
    return states;
  }

  private static void head(StringBuilder text, String name, String type, String help) {
    text.append("# HELP ").append(name).append(' ').append(help).append('\n');
    text.append("# TYPE ").append(name).append(' ').append(type).append('\n');
  }

  private static void line(StringBuilder text, String name, double value) {
    text.append(name).append(' ').append(number(value)).append('\n');
  }

  private static void line(
      StringBuilder text, String name, String label, String word, double value) {
    line(text, name + "{" + label + "=\"" + word + "\"}", value);
  }

  private static String number(double value) {
    return value == Math.rint(value)
        ? String.format(Locale.ROOT, "%.0f", value)
        : Double.toString(value);
  }
}
