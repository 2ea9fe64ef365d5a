package io.sluice.store.postgres;

import io.sluice.spi.ResultStoreException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Where a database is and who asks: {@code //user@host:port/database?schema=name}. Other settings
 * behind the question mark are those of the JDBC driver, such as {@code sslmode=require}.
 *
 * @param password empty if the address and the environment have none, and {@code ~/.pgpass} is
 *     asked
 */
record PostgresAddress(
    String user,
    String password,
    String host,
    int port,
    String database,
    String schema,
    Map<String, String> settings) {

  static final String SCHEMA = "sluice";
  private static final int PORT = 5432;

  private static final Pattern FORM =
      Pattern.compile(
          "//(?:(?<user>[^:@/?]*)(?::(?<password>[^@/?]*))?@)?(?<host>\\[[^]/]+]|[^:/?]*)"
              + "(?::(?<port>[0-9]{1,5}))?/(?<database>[^/?]+)(?:\\?(?<settings>.*))?");

  PostgresAddress {
    settings = Map.copyOf(settings);
  }

  /**
   * Reads what follows the scheme.
   *
   * @param environment PGUSER, PGPORT and PGPASSWORD stand for what the address does not say
   */
  static PostgresAddress of(String location, Map<String, String> environment) {
    Matcher parts = FORM.matcher(location);
    if (!parts.matches()) {
      throw new ResultStoreException(
          "the address of a PostgreSQL store is postgres://user@host/database, with :port behind"
              + " the host and ?schema=name behind the database where they are not 5432 and "
              + SCHEMA
              + ", not \"postgres:"
              + withoutPassword(location)
              + "\"");
    }
    Map<String, String> settings = new LinkedHashMap<>();
    for (String setting : text(parts, "settings", "").split("&")) {
      int equals = setting.indexOf('=');
      if (equals > 0) {
        settings.put(setting.substring(0, equals), decoded(setting.substring(equals + 1)));
      } else if (!setting.isEmpty()) {
        throw new ResultStoreException(
            "a setting in the address of a PostgreSQL store is name=value, not \""
                + setting
                + "\"");
      }
    }
    String schema = settings.remove("schema");
    if (schema != null && (schema.isBlank() || schema.indexOf(',') >= 0)) {
      throw new ResultStoreException("the name of a schema cannot be \"" + schema + "\"");
    }
    String host = text(parts, "host", "");
    String user = text(parts, "user", "");
    return new PostgresAddress(
        user.isEmpty() ? environment.getOrDefault("PGUSER", System.getProperty("user.name")) : user,
        text(parts, "password", environment.getOrDefault("PGPASSWORD", "")),
        host.isEmpty() ? "localhost" : host,
        Integer.parseInt(text(parts, "port", environment.getOrDefault("PGPORT", "" + PORT))),
        text(parts, "database", ""),
        schema == null ? SCHEMA : schema,
        settings);
  }

  private static String text(Matcher parts, String group, String otherwise) {
    String text = parts.group(group);
    return text == null ? otherwise : group.equals("settings") ? text : decoded(text);
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  private static String withoutPassword(String location) {
    return location.replaceAll("(//[^:@/?]*):[^@/?]*@", "$1@");
  }

  /** Gives connections of their own. */
  PGSimpleDataSource source() {
    PGSimpleDataSource source = new PGSimpleDataSource();
    try {
      // What a server that went away does not answer must not hold up a run for ever.
      source.setConnectTimeout(10);
      source.setSocketTimeout(300);
      source.setTcpKeepAlive(true);
      source.setReWriteBatchedInserts(true);
      // JSON is given as text.
      source.setProperty("stringtype", "unspecified");
      source.setApplicationName("sluice, process " + ProcessHandle.current().pid());
      for (Map.Entry<String, String> setting : settings.entrySet()) {
        source.setProperty(setting.getKey(), setting.getValue());
      }
    } catch (java.sql.SQLException | IllegalArgumentException e) {
      throw new ResultStoreException(
          "the settings of " + this + " cannot be taken: " + e.getMessage(), e);
    }
    source.setServerNames(new String[] {host});
    source.setPortNumbers(new int[] {port});
    source.setDatabaseName(database);
    source.setUser(user);
    source.setPassword(password.isEmpty() ? null : password);
    source.setCurrentSchema("\"" + schema.replace("\"", "\"\"") + "\"");
    return source;
  }

  /** The address without the password. */
  @Override
  public String toString() {
    return "postgres://"
        + user
        + "@"
        + host
        + (port == PORT ? "" : ":" + port)
        + "/"
        + database
        + (schema.equals(SCHEMA) ? "" : "?schema=" + schema);
  }
}
