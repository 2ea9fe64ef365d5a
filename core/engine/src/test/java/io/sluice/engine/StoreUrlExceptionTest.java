package io.sluice.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StoreUrlExceptionTest {

  @Test
  void passwordOfAUrlIsNotShown() {
    assertThat(StoreUrlException.shown("postgres://eve:hush@host:5433/lab?schema=a"))
        .isEqualTo("postgres://eve@host:5433/lab?schema=a");
    assertThat(StoreUrlException.shown("postgres://:hush@host/lab")).doesNotContain("hush");
  }

  @Test
  void urlWithoutAPasswordIsShownAsItIs() {
    for (String url :
        new String[] {"sqlite:results/a:b@c.db", "postgres://eve@host:1/a@b", "jsonl:C:\\x@y"}) {
      assertThat(StoreUrlException.shown(url)).isEqualTo(url);
    }
  }
}
