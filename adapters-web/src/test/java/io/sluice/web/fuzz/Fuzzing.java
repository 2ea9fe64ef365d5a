package io.sluice.web.fuzz;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sends fuzzed requests to a server on this machine, each over a connection of its own. */
public final class Fuzzing {

  private static final int PATIENCE_MILLISECONDS = 60_000;
  private static final int LONGEST_HEAD = 1 << 16;
  private static final int END_OF_HEAD = 0x0d0a0d0a;
  private static final int MOST_COMPLAINTS = 20;
  private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] ([0-9]{3}) ?[^\r\n]*\r\n");
  private static final Pattern LENGTH =
      Pattern.compile("(?i)\r\ncontent-length: ?([0-9]{1,9})\r\n");

  private final int port;
  private final FuzzedRequests requests;
  private final Map<Integer, Integer> statuses = new TreeMap<>();
  private final List<String> complaints = new ArrayList<>();

  /** Fuzzing of the server at this port. */
  public Fuzzing(int port, long seed) {
    this.port = port;
    this.requests = new FuzzedRequests(seed);
  }

  /** How often each status was given. */
  public Map<Integer, Integer> statuses() {
    return statuses;
  }

  /** What was wrong with answers: the beginnings of request and answer; the first few. */
  public List<String> complaints() {
    return complaints;
  }

  /** Sends so many more requests. */
  public void send(int count) throws IOException {
    for (int i = 0; i < count; i++) {
      FuzzedRequests.Fuzzed request = requests.next();
      String answer = answer(request);
      String complaint = complaint(request, answer);
      if (!complaint.isEmpty() && complaints.size() < MOST_COMPLAINTS) {
        complaints.add(
            complaint
                + "\n  "
                + shown(new String(request.bytes(), StandardCharsets.ISO_8859_1))
                + "\n  "
                + shown(answer));
      }
    }
  }

  private static String shown(String text) {
    String line = text.replaceAll("[\\x00-\\x1f\\x7f-\\xff]+", " ");
    return line.substring(0, Math.min(300, line.length()));
  }

  private String answer(FuzzedRequests.Fuzzed request) throws IOException {
    try (Socket socket = new Socket(InetAddress.getByName("127.0.0.1"), port)) {
      socket.setSoTimeout(PATIENCE_MILLISECONDS);
      try {
        socket.getOutputStream().write(request.bytes());
      } catch (SocketException alreadyAnswered) {
        // The server may close before it has read all of a request that it refuses.
      }
      return request.whole() ? read(socket.getInputStream(), isHead(request.bytes())) : "";
    }
  }

  private static boolean isHead(byte[] request) {
    return new String(request, 0, Math.min(5, request.length), StandardCharsets.ISO_8859_1)
        .equals("HEAD ");
  }

  /** The head, and the body if its length is told. */
  private static String read(InputStream in, boolean headOnly) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    try {
      int lastFour = 0;
      while (lastFour != END_OF_HEAD && all.size() < LONGEST_HEAD) {
        int next = in.read();
        if (next < 0) {
          break;
        }
        all.write(next);
        lastFour = lastFour << 8 | next;
      }
      Matcher length = LENGTH.matcher(all.toString(StandardCharsets.ISO_8859_1));
      if (!headOnly && length.find()) {
        all.writeBytes(in.readNBytes(Integer.parseInt(length.group(1))));
      }
    } catch (SocketException closed) {
      // What came before is the answer.
    }
    return all.toString(StandardCharsets.UTF_8);
  }

  private String complaint(FuzzedRequests.Fuzzed request, String answer) {
    if (!request.whole() || answer.isEmpty()) {
      return "";
    }
    Matcher line = STATUS.matcher(answer);
    if (!line.lookingAt()) {
      return "no status";
    }
    int status = Integer.parseInt(line.group(1));
    statuses.merge(status, 1, Integer::sum);
    if (status >= 500) {
      return "a server error";
    }
    String body = answer.substring(answer.indexOf("\r\n\r\n") + 4);
    if (body.contains("\tat ") || body.contains("Exception:")) {
      return "a stack trace";
    }
    boolean json = body.startsWith("{\"type\":\"") && body.endsWith("}") && !body.contains("\n");
    return status >= 400 && !body.isEmpty() && !json ? "an error that is no JSON line" : "";
  }
}
