package io.sluice.web;

import io.javalin.http.Context;
import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Who may ask. Without a token the server answers this machine alone: it listens on the loopback
 * address, but a browser on this machine will carry anybody's requests there: a name that suddenly
 * stands for 127.0.0.1 (DNS rebinding) shows in the header Host, another site's page in the headers
 * Origin and Sec-Fetch-Site. With a token whoever has it may ask, by any name of the machine:
 * programs say it in the header Authorization, browsers in a cookie, which a link with the token
 * gives them.
 */
final class Access {

  private static final Pattern THIS_MACHINE =
      Pattern.compile("(localhost|127\\.0\\.0\\.1|\\[::1\\])(:[0-9]{1,5})?");

  private static final String BEARER = "Bearer ";
  private static final String TOKEN = "token";
  private static final int COOKIE_SECONDS = 30 * 24 * 3600;

  /** Who may cause a request: the page itself, and whoever types an address. */
  private static final Set<String> SITES = Set.of("same-origin", "none");

  private final Optional<byte[]> token;

  /**
   * For those who have a token.
   *
   * @param token what they must have; empty for this machine, which needs none
   */
  Access(Optional<String> token) {
    this.token = token.map(text -> text.getBytes(StandardCharsets.UTF_8));
  }

  /** Refuses requests that were made for another host, by another site's page, or by a stranger. */
  void check(Context context) {
    String host = context.req().getHeader("Host");
    if (token.isEmpty() && !namesThisMachine(host)) {
      throw new RequestException(
          403,
          "this server answers only as localhost, 127.0.0.1 or [::1], not as \"" + host + "\"");
    }
    String origin = context.req().getHeader("Origin");
    if (origin != null && !isOwn(origin, host)) {
      throw new RequestException(
          403, "this server answers only its own page, not one from \"" + origin + "\"");
    }
    String site = context.req().getHeader("Sec-Fetch-Site");
    if (site != null && !SITES.contains(site) && !isVisit(context)) {
      throw new RequestException(
          403, "this server answers only its own page, not one that is \"" + site + "\"");
    }
    if (token.isPresent()) {
      identify(context);
    }
  }

  private boolean isOwn(String origin, String host) {
    return origin.equalsIgnoreCase("http://" + host)
        || token.isPresent() && origin.equalsIgnoreCase("https://" + host);
  }

  private void identify(Context context) {
    String authorization = context.req().getHeader("Authorization");
    if (authorization != null && authorization.startsWith(BEARER)) {
      if (isToken(authorization.substring(BEARER.length()).strip())) {
        return;
      }
    } else if (isToken(cookie(context))) {
      return;
    }
    String given = context.queryParam(TOKEN);
    if (context.req().getMethod().equals("GET")
        && Shell.isAddress(context.path())
        && isToken(given)) {
      welcome(context, given);
      return;
    }
    context.header("WWW-Authenticate", "Bearer");
    throw new RequestException(
        401,
        "this server wants its token: open its page with ?token=..., or send the header"
            + " Authorization: Bearer ...");
  }

  /** Gives a browser its cookie and sends it to the same page, without the token in its address. */
  private static void welcome(Context context, String given) {
    context.header(
        "Set-Cookie",
        cookieName(context)
            + "="
            + given
            + "; Path=/; HttpOnly; SameSite=Lax; Max-Age="
            + COOKIE_SECONDS);
    String rest =
        Arrays.stream(context.req().getQueryString().split("&"))
            .filter(part -> !part.equals(TOKEN) && !part.startsWith(TOKEN + "="))
            .collect(Collectors.joining("&"));
    context.header("Location", context.path() + (rest.isEmpty() ? "" : "?" + rest));
    context.header("Cache-Control", "no-store");
    context.status(303).skipRemainingHandlers();
  }

  private static String cookie(Context context) {
    Cookie[] cookies = context.req().getCookies();
    return cookies == null
        ? null
        : Arrays.stream(cookies)
            .filter(each -> each.getName().equals(cookieName(context)))
            .map(Cookie::getValue)
            .findFirst()
            .orElse(null);
  }

  /** Cookies do not tell ports apart, servers on one machine must. */
  private static String cookieName(Context context) {
    return "sluice-" + context.req().getLocalPort();
  }

  /** In the same time whatever is wrong with it. */
  private boolean isToken(String given) {
    return given != null
        && MessageDigest.isEqual(given.getBytes(StandardCharsets.UTF_8), token.orElseThrow());
  }

  /** A link elsewhere may lead to a page. */
  private static boolean isVisit(Context context) {
    return context.req().getMethod().equals("GET")
        && Shell.isAddress(context.req().getRequestURI())
        && "navigate".equals(context.req().getHeader("Sec-Fetch-Mode"))
        && "document".equals(context.req().getHeader("Sec-Fetch-Dest"));
  }

  static boolean namesThisMachine(String host) {
    return host != null && THIS_MACHINE.matcher(host.toLowerCase(Locale.ROOT)).matches();
  }

  /** Tells the browser to load nothing from elsewhere, to run no inline script, to be no frame. */
  static void protect(Context context) {
    context.header(
        "Content-Security-Policy",
        "default-src 'self'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'");
    context.header("X-Content-Type-Options", "nosniff");
    context.header("Referrer-Policy", "no-referrer");
    context.header("Cross-Origin-Resource-Policy", "same-origin");
  }
}
