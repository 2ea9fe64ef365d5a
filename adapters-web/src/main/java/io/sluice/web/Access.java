package io.sluice.web;

import io.javalin.http.Context;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Lets only this machine in. The server listens on the loopback address alone, but a browser on
 * this machine will carry anybody's requests there: a name that suddenly stands for 127.0.0.1 (DNS
 * rebinding) shows in the header Host, another site's page in the headers Origin and
 * Sec-Fetch-Site.
 */
final class Access {

  private static final Pattern THIS_MACHINE =
      Pattern.compile("(localhost|127\\.0\\.0\\.1|\\[::1\\])(:[0-9]{1,5})?");

  /** Who may cause a request: the page itself, and whoever types an address. */
  private static final Set<String> SITES = Set.of("same-origin", "none");

  private Access() {}

  /** Refuses requests that were made for another host or by another site's page. */
  static void check(Context context) {
    String host = context.req().getHeader("Host");
    if (!namesThisMachine(host)) {
      throw new RequestException(
          403,
          "this server answers only as localhost, 127.0.0.1 or [::1], not as \"" + host + "\"");
    }
    String origin = context.req().getHeader("Origin");
    if (origin != null && !origin.equalsIgnoreCase("http://" + host)) {
      throw new RequestException(
          403, "this server answers only its own page, not one from \"" + origin + "\"");
    }
    String site = context.req().getHeader("Sec-Fetch-Site");
    if (site != null && !SITES.contains(site) && !isVisit(context)) {
      throw new RequestException(
          403, "this server answers only its own page, not one that is \"" + site + "\"");
    }
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
