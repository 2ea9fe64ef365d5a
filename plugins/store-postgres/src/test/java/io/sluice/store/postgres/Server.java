package io.sluice.store.postgres;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;

/** A PostgreSQL server of the tests' own, which ends with them. */
final class Server {

  private static final EmbeddedPostgres SERVER = start();

  private Server() {}

  private static EmbeddedPostgres start() {
    try {
      return EmbeddedPostgres.builder().setServerConfig("max_connections", "200").start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static int port() {
    return SERVER.getPort();
  }

  /** A location of a store in this schema. */
  static String location(String schema) {
    return "//postgres@localhost:" + port() + "/postgres?schema=" + schema;
  }
}
