package io.sluice.store.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.spi.ResultStoreException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PostgresAddressTest {

  private static final Map<String, String> ENVIRONMENT =
      Map.of("PGUSER", "ada", "PGPASSWORD", "hush", "PGPORT", "5555");

  @Test
  void everyPartIsRead() {
    PostgresAddress address =
        PostgresAddress.of(
            "//eve%40home:p%2Fw@db.example:5433/lab?schema=my-results&sslmode=require", Map.of());
    assertThat(address)
        .isEqualTo(
            new PostgresAddress(
                "eve@home",
                "p/w",
                "db.example",
                5433,
                "lab",
                "my-results",
                Map.of("sslmode", "require")));
    assertThat(address.source().getUrl()).contains("db.example:5433/lab", "sslmode=require");
  }

  @Test
  void whatIsLeftOutComesFromTheEnvironmentOrIsUsual() {
    assertThat(PostgresAddress.of("///lab", ENVIRONMENT))
        .isEqualTo(
            new PostgresAddress("ada", "hush", "localhost", 5555, "lab", "sluice", Map.of()));
    assertThat(PostgresAddress.of("//eve@[::1]/lab", Map.of()))
        .isEqualTo(new PostgresAddress("eve", "", "[::1]", 5432, "lab", "sluice", Map.of()));
  }

  @Test
  void passwordIsNeverPrinted() {
    assertThat(PostgresAddress.of("//eve:hush@host/lab?schema=a", Map.of()))
        .hasToString("postgres://eve@host/lab?schema=a");
    assertThatThrownBy(() -> PostgresAddress.of("//eve:hush@host", ENVIRONMENT))
        .isInstanceOf(ResultStoreException.class)
        .hasMessageContaining("postgres://user@host/database")
        .hasMessageContaining("not \"postgres://eve@host\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "lab", "//host", "//host/", "//host:x/lab", "//a@b/c?schema=", "//a@b/c?x"})
  void whatIsNoAddressIsRefused(String location) {
    assertThatThrownBy(() -> PostgresAddress.of(location, Map.of()))
        .isInstanceOf(ResultStoreException.class);
  }

  @Test
  void settingThatTheDriverCannotTakeIsNamed() {
    PostgresAddress address = PostgresAddress.of("//a@b/c?sslmode=perhaps", Map.of());
    assertThatThrownBy(
            () -> {
              address.source().getConnection().close();
            })
        .hasMessageContaining("sslmode");
  }
}
