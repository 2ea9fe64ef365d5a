package io.sluice.store.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.spi.ResultStore;
import io.sluice.spi.ResultStoreException;
import io.sluice.spi.ResultWriter;
import io.sluice.spi.StudyHeader;
import io.sluice.spi.StudyLeases;
import io.sluice.store.sql.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.flywaydb.core.api.MigrationVersion;
import org.junit.jupiter.api.Test;

/** What a store does when the server does not do as it should, or another version was there. */
class PostgresServerTest {

  private static final Duration LONG = Duration.ofMinutes(10);

  private final PostgresStoreProvider provider = new PostgresStoreProvider();

  private static PostgresAddress address(String schema) {
    return PostgresAddress.of(Server.location(schema), Map.of());
  }

  private static void execute(String schema, String sql) throws SQLException {
    try (Connection connection = address(schema).source().getConnection()) {
      connection.createStatement().execute(sql);
    }
  }

  private static void assertRefused(String location, String... words) {
    assertThatThrownBy(() -> new PostgresStoreProvider().open(location))
        .isInstanceOf(ResultStoreException.class)
        .hasMessageNotContaining("hush")
        .hasMessageContainingAll(words);
  }

  @Test
  void whoIsNotThereOrNotLetInIsToldWhatToDo() {
    assertRefused(
        "//eve:hush@localhost:1/lab", "postgres://eve@localhost:1/lab", "start the server");
    assertRefused(Server.location("a").replace("/postgres?", "/lab?"), "createdb", "lab");
    assertRefused(Server.location("a").replace("postgres@", "eve:hush@"), "eve", "PGPASSWORD");
  }

  @Test
  void schemaThatIsNotThereIsNotMadeByReading() throws SQLException {
    assertThat(provider.openExisting(Server.location("unmade"))).isEmpty();
    try (Connection connection = address("unmade").source().getConnection()) {
      assertThat(
              Sql.number(connection, "select count(*) from pg_namespace where nspname = 'unmade'"))
          .isZero();
    }
  }

  @Test
  void schemaOfAnOlderVersionIsBroughtUpToDateWithItsRows() throws SQLException {
    for (String schema : List.of("older", "older-to-read")) {
      Schema.flyway(address(schema), MigrationVersion.fromVersion("1")).migrate();
      execute(
          schema,
          "insert into study (number, id, name, question, spec, trials, targets, opened)"
              + " values (1, 'old-1', 'old', '?', '{}', 3, '[]', 1)");
    }
    try (ResultStore store = provider.open(Server.location("older"));
        ResultStore read = provider.openExisting(Server.location("older-to-read")).orElseThrow()) {
      assertThat(store.leases("old-1", LONG).orElseThrow().others()).isEmpty();
      assertThat(store.studies()).extracting(StudyHeader::id).containsExactly("old-1");
      assertThat(read.studies()).isEqualTo(store.studies());
    }
  }

  @Test
  void schemaOfANewerVersionIsRefused() throws SQLException {
    provider.open(Server.location("newer")).close();
    execute(
        "newer",
        "insert into schema_history select installed_rank + 7, '99', description, type, script,"
            + " checksum, installed_by, installed_on, execution_time, success from schema_history"
            + " where version = '2'");
    assertRefused(Server.location("newer"), "newer Sluice", "version 99", "?schema=");
    assertThatThrownBy(() -> provider.openExisting(Server.location("newer")))
        .hasMessageContaining("newer Sluice");
  }

  @Test
  void connectionThatIsCutIsAwayForAWhileAndNothingIsLost() throws SQLException {
    try (ResultStore store = provider.open(Server.location("cut"))) {
      ResultWriter cut = store.open(Samples.HEADER);
      cut.write(Samples.finished(1));
      cut.flush();
      cut.write(Samples.finished(2));
      execute(
          "cut",
          "select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory'"
              + " and classid = 'study'::regclass and pid <> pg_backend_pid()");
      assertThatThrownBy(cut::flush)
          .asInstanceOf(InstanceOfAssertFactories.type(ResultStoreException.class))
          .returns(true, ResultStoreException::isUnavailable);
      try (ResultWriter writer = store.open(Samples.HEADER)) {
        writer.write(Samples.finished(2));
        writer.write(Samples.finished(3));
      }
      assertThat(store.sound("xor-1").stream()).containsExactly(1, 2, 3);
    }
  }

  @Test
  void severalWriteOneStudyAndItIsNotForgottenMeanwhile() {
    try (ResultStore one = provider.open(Server.location("shared"));
        ResultStore other = provider.open(Server.location("shared"))) {
      try (ResultWriter first = one.open(Samples.HEADER);
          ResultWriter second = other.open(Samples.HEADER)) {
        for (int index = 0; index < 100; index++) {
          (index % 3 == 0 ? first : second).write(Samples.finished(index));
          (index % 2 == 0 ? first : second).flush();
        }
        assertThatThrownBy(() -> one.forget("xor-1"))
            .hasMessageContaining("is being written by sluice, process ");
      }
      assertThat(one.sound("xor-1").cardinality()).isEqualTo(100);
      other.forget("xor-1");
      assertThat(one.studies()).isEmpty();
      assertThat(one.finished("xor-1").isEmpty()).isTrue();
    }
  }

  @Test
  void leaseIsHeldByOneUntilItIsGivenBackOrEnds() throws Exception {
    try (ResultStore store = provider.open(Server.location("leases"))) {
      store.open(Samples.HEADER).close();
      BitSet wanted = new BitSet();
      wanted.set(0, 5);
      try (StudyLeases one = store.leases("xor-1", LONG).orElseThrow();
          StudyLeases other = store.leases("xor-1", Duration.ofMillis(1)).orElseThrow()) {
        assertThat(one.take(wanted, 2).stream()).containsExactly(0, 1);
        assertThat(other.take(wanted, 2).stream()).containsExactly(2, 3);
        assertThat(other.others()).hasSize(1).allMatch(name -> name.startsWith("process "));
        BitSet taken = one.take(wanted, 9);
        while (taken.cardinality() < 3) { // the other's leases end
          taken.or(one.take(wanted, 9));
        }
        assertThat(taken.stream()).containsExactly(2, 3, 4);
        assertThat(other.renew().isEmpty()).isTrue();
        assertThat(one.renew()).isEqualTo(wanted);
        BitSet back = new BitSet();
        back.set(1);
        other.giveBack(back);
        assertThat(other.take(wanted, 9).isEmpty()).isTrue();
        one.giveBack(back);
        assertThat(other.take(wanted, 9)).isEqualTo(back);
      }
      try (StudyLeases next = store.leases("xor-1", LONG).orElseThrow()) {
        assertThat(next.take(wanted, 9)).isEqualTo(wanted);
      }
    }
  }
}
