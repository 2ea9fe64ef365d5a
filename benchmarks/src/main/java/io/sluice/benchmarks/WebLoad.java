package io.sluice.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * A server under load: clients that watch a study, and others that read the catalogue at a rate.
 * Prints how many were answered, how many not, and what the server takes.
 */
public final class WebLoad {

  private static final int READERS = 8;
  private static final int LINE_SECONDS = 10;
  private static final int RUNNING = 100;

  private static final String STUDY =
      String.join(
          "\n",
          "study: load",
          "repeats: 1000000",
          "budget: 30000",
          "stop: budget",
          "problems: [xor]",
          "networks: [{hidden: [4], output: linear}]",
          "activations: [tanh]",
          "optimizers: [adam]",
          "");

  private final String host = "127.0.0.1";
  private final int port;
  private final AtomicLong reads = new AtomicLong();
  private final AtomicLong bytes = new AtomicLong();
  private final AtomicLong errors = new AtomicLong();
  private volatile boolean over;

  private WebLoad(int port) {
    this.port = port;
  }

  /**
   * Starts a server, puts it under load and stops it.
   *
   * @param arguments the command of Sluice, a folder for the store, how many clients watch, how
   *     many reads a second, for how many seconds, and {@code study} or {@code idle}: whether a
   *     study runs meanwhile, on all cores
   */
  public static void main(String[] arguments) throws Exception {
    int clients = Integer.parseInt(arguments[2]);
    int rate = Integer.parseInt(arguments[3]);
    int seconds = Integer.parseInt(arguments[4]);
    Process server =
        new ProcessBuilder(arguments[0], "serve", "--port", "0", "--store", "jsonl:" + arguments[1])
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      BufferedReader said =
          new BufferedReader(
              new InputStreamReader(server.getInputStream(), StandardCharsets.UTF_8));
      URI address = URI.create(said.readLine().replaceFirst(".* ", ""));
      new WebLoad(address.getPort())
          .run(server.pid(), clients, rate, seconds, arguments[5].equals("study"));
    } finally {
      server.destroy();
      server.waitFor(RUNNING, TimeUnit.SECONDS);
    }
  }

  private void run(long pid, int clients, int rate, int seconds, boolean study) throws Exception {
    String id = submit();
    if (!study) {
      post("/api/studies/" + id + "/pause", "");
    }
    List<EventReader> watching = new ArrayList<>();
    for (int i = 0; i < clients; i++) {
      watching.add(new EventReader(id));
    }
    for (EventReader each : watching) {
      each.start();
    }
    for (int i = 0; i < READERS && rate > 0; i++) {
      Thread reader = new Thread(() -> read((double) rate / READERS));
      reader.setDaemon(true);
      reader.start();
    }
    System.out.println("second   reads a second   errors   events   without   heap MB   RSS MB");
    long start = System.nanoTime();
    long before = 0;
    long events = 0;
    for (int second = LINE_SECONDS; second <= seconds; second += LINE_SECONDS) {
      sleepUntil(start + TimeUnit.SECONDS.toNanos(second));
      long now = reads.get();
      long heard = watching.stream().mapToLong(EventReader::events).sum();
      long without = watching.stream().filter(each -> each.events() == 0).count();
      System.out.printf(
          Locale.ROOT,
          "%6d %16.0f %8d %8d %9d %9.0f %8.0f%n",
          second,
          (now - before) / (double) LINE_SECONDS,
          errors.get(),
          heard - events,
          without,
          heap() / 1e6,
          rss(pid) / 1e3);
      before = now;
      events = heard;
    }
    over = true;
    System.out.printf(
        Locale.ROOT,
        "%d reads of %d bytes each; %d of %d clients without an event, %d were cut off%n",
        reads.get(),
        reads.get() == 0 ? 0 : bytes.get() / reads.get(),
        watching.stream().filter(each -> each.events() == 0).count(),
        clients,
        watching.stream().filter(EventReader::isCutOff).count());
  }

  private static void sleepUntil(long time) {
    long left;
    while ((left = time - System.nanoTime()) > 0) {
      LockSupport.parkNanos(left);
    }
  }

  private String submit() throws Exception {
    String receipt = post("/api/studies", STUDY);
    return receipt.replaceFirst("(?s).*\"id\":\"([^\"]+)\".*", "$1");
  }

  private String post(String path, String body) throws Exception {
    return send(
        HttpRequest.newBuilder(URI.create("http://" + host + ":" + port + path))
            .header("Content-Type", "application/yaml")
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  private String get(String path) throws Exception {
    return send(HttpRequest.newBuilder(URI.create("http://" + host + ":" + port + path)));
  }

  private static String send(HttpRequest.Builder request) throws Exception {
    return HttpClient.newHttpClient()
        .send(request.build(), HttpResponse.BodyHandlers.ofString())
        .body();
  }

  private double heap() throws Exception {
    for (String line : get("/api/metrics").split("\n")) {
      if (line.startsWith("sluice_heap_bytes{of=\"used\"}")) {
        return Double.parseDouble(line.substring(line.indexOf(' ')));
      }
    }
    return Double.NaN;
  }

  /** In kB; NaN where the system does not say. */
  private static double rss(long pid) throws IOException {
    Path status = Path.of("/proc", Long.toString(pid), "status");
    if (!Files.exists(status)) {
      return Double.NaN;
    }
    for (String line : Files.readAllLines(status)) {
      if (line.startsWith("VmRSS:")) {
        return Double.parseDouble(line.replaceAll("[^0-9]", ""));
      }
    }
    return Double.NaN;
  }

  /** Reads the catalogue over one connection, again and again. */
  private void read(double rate) {
    byte[] ask =
        ("GET /api/catalog HTTP/1.1\r\nHost: localhost\r\nAccept-Encoding: gzip\r\n\r\n")
            .getBytes(StandardCharsets.US_ASCII);
    while (!over) {
      try (Socket socket = new Socket(host, port)) {
        socket.setTcpNoDelay(true);
        InputStream in = socket.getInputStream();
        long start = System.nanoTime();
        for (long done = 0; !over; done++) {
          sleepUntil(start + (long) (done * 1e9 / rate));
          socket.getOutputStream().write(ask);
          bytes.addAndGet(answer(in));
          reads.incrementAndGet();
        }
      } catch (IOException broken) {
        errors.incrementAndGet();
      }
    }
  }

  /** Takes one answer and gives the size of its body. */
  private static int answer(InputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      int next = in.read();
      if (next < 0) {
        throw new IOException("the connection was closed");
      }
      head.append((char) next);
    }
    String text = head.toString().toLowerCase(Locale.ROOT);
    if (!text.startsWith("http/1.1 200")) {
      throw new IOException(text);
    }
    String digits = text.replaceFirst("(?s).*\ncontent-length: *([0-9]+)\r.*", "$1");
    if (!digits.matches("[0-9]{1,9}")) {
      throw new IOException("an answer without its length: " + text);
    }
    int length = Integer.parseInt(digits);
    if (in.readNBytes(length).length < length) {
      throw new IOException("a part only");
    }
    return length;
  }

  /** One client that watches. */
  private final class EventReader extends Thread {
    private final Socket socket = new Socket();
    private final String study;
    private final AtomicLong events = new AtomicLong();
    private volatile boolean cutOff;

    EventReader(String study) {
      super(null, null, "client", 64 << 10);
      setDaemon(true);
      this.study = study;
    }

    long events() {
      return events.get();
    }

    boolean isCutOff() {
      return cutOff;
    }

    @Override
    public void run() {
      try (Socket open = socket) {
        open.connect(new InetSocketAddress(host, port));
        String ask =
            "GET /api/studies/"
                + study
                + "/events HTTP/1.1\r\nHost: localhost\r\nAccept: text/event-stream\r\n\r\n";
        open.getOutputStream().write(ask.getBytes(StandardCharsets.US_ASCII));
        BufferedReader lines =
            new BufferedReader(
                new InputStreamReader(open.getInputStream(), StandardCharsets.UTF_8), 512);
        String line;
        while ((line = lines.readLine()) != null) {
          if (line.startsWith("event: ")) {
            events.incrementAndGet();
          }
        }
        cutOff = !over;
      } catch (IOException broken) {
        cutOff = !over;
      }
    }
  }
}
