package io.sluice.web;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where a server listens and what it serves.
 *
 * @param storeUrl where results are kept, such as {@code sqlite:results/sluice.db}
 * @param host the name or address of this machine where it listens
 * @param port where it listens; 0 for any free port
 * @param token what whoever asks must have; empty for none, which only this machine's loopback
 *     addresses allow
 * @param maxCost the most multiplications that a study may cost
 */
public record WebSettings(
    String storeUrl, String host, int port, Optional<String> token, double maxCost) {

  /** The loopback address. */
  public static final String LOOPBACK = "127.0.0.1";

  /** What can stand in an address and in a cookie as it is. */
  private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9._~-]+");

  public WebSettings {
    Objects.requireNonNull(storeUrl, "storeUrl");
    Objects.requireNonNull(token, "token");
    if (token.filter(text -> !TOKEN.matcher(text).matches()).isPresent()) {
      throw new IllegalArgumentException("a token has letters, digits and -._~ only");
    }
    if (token.isEmpty() && !isLoopback(host)) {
      throw new IllegalArgumentException(
          "the host " + host + " can be reached by other machines, so it needs a token");
    }
  }

  /** A server for this machine alone. */
  public static WebSettings here(String storeUrl, int port, double maxCost) {
    return new WebSettings(storeUrl, LOOPBACK, port, Optional.empty(), maxCost);
  }

  private static boolean isLoopback(String host) {
    try {
      return InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException unknown) {
      return false;
    }
  }

  /** The file beside the store that keeps what is still to do; none if there is no such place. */
  DeskFile deskFile() {
    try {
      Path place = Path.of(storeUrl.substring(storeUrl.indexOf(':') + 1) + ".desk");
      Path folder = place.toAbsolutePath().getParent();
      return folder != null && Files.isDirectory(folder) ? DeskFile.at(place) : DeskFile.none();
    } catch (InvalidPathException noPath) {
      return DeskFile.none();
    }
  }
}
