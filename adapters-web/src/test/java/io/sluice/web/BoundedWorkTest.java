package io.sluice.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BoundedWorkTest {

  private static final int LONG = 3600;

  private final CountDownLatch begun = new CountDownLatch(1);
  private final CountDownLatch interrupted = new CountDownLatch(1);
  private BoundedWork work = new BoundedWork("things", 1, 1, LONG);

  @AfterEach
  void close() {
    work.close();
  }

  private String endless() throws InterruptedException {
    begun.countDown();
    try {
      new CountDownLatch(1).await();
      return "never";
    } catch (InterruptedException givenUp) {
      interrupted.countDown();
      throw givenUp;
    }
  }

  private void assertGivenUp() throws InterruptedException {
    assertThat(interrupted.await(WebFixture.PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
    assertThat(work.<String>get("another", () -> false, () -> "done")).isEqualTo("done");
  }

  @Test
  void givesWhatTheWorkGivesAndThrowsWhatItThrows() {
    assertThat(work.<String>get("it", () -> false, () -> "done")).isEqualTo("done");
    assertThatThrownBy(
            () ->
                work.get(
                    "it",
                    () -> false,
                    () -> {
                      throw new IllegalArgumentException("no");
                    }))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no");
  }

  @Test
  void memoryAndDepthThatAreNotThereAreTheRequestsFault() {
    for (Error error : List.of(new OutOfMemoryError(), new StackOverflowError())) {
      RequestException refused =
          catchThrowableOfType(
              RequestException.class,
              () ->
                  work.get(
                      "it",
                      () -> false,
                      () -> {
                        throw error;
                      }));
      assertThat(refused.status()).isEqualTo(422);
    }
  }

  @Test
  void whatTakesTooLongIsGivenUp() throws InterruptedException {
    work.close();
    work = new BoundedWork("things", 1, 1, 1);
    RequestException refused =
        catchThrowableOfType(
            RequestException.class, () -> work.get("making it", () -> false, this::endless));
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused).hasMessage("making it took longer than 1 s and was given up");
    assertGivenUp();
  }

  @Test
  void whatNobodyWaitsForIsGivenUp() throws InterruptedException {
    RequestException refused =
        catchThrowableOfType(
            RequestException.class,
            () -> work.get("it", () -> begun.getCount() == 0, this::endless));
    assertThat(refused.status()).isEqualTo(499);
    assertGivenUp();
  }

  @Test
  void onlySoManyAreComputedAndWait() throws InterruptedException {
    AtomicBoolean gone = new AtomicBoolean();
    Thread first =
        new Thread(
            () ->
                catchThrowableOfType(
                    RequestException.class, () -> work.get("it", gone::get, this::endless)));
    first.start();
    begun.await();
    List<RequestException> refusals = new ArrayList<>();
    // While the second waits, a third comes.
    catchThrowableOfType(
        RequestException.class, () -> work.get("it", () -> refusals.add(refusal()), this::endless));
    assertThat(refusals.get(0).status()).isEqualTo(503);
    assertThat(refusals.get(0).retrySeconds()).isPositive();
    assertThat(refusals.get(0)).hasMessageContaining("too many things");
    gone.set(true);
    first.join();
    assertGivenUp();
  }

  private RequestException refusal() {
    return catchThrowableOfType(
        RequestException.class, () -> work.get("it", () -> false, this::endless));
  }
}
