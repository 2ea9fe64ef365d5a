package io.sluice.web;

import static org.awaitility.Awaitility.await;

import io.sluice.engine.plan.PlanLimits;
import org.junit.jupiter.api.Test;

class PatienceTest extends WebFixture {

  /** More rounds than there are threads: one that were not freed would be missed. */
  private static final int ROUNDS = 3;

  @Override
  WebLimits limits() {
    return new WebLimits(PlanLimits.TIGHT, WebLimits.PRESET_COST, 1, 1, 2, 1000);
  }

  @Test
  void whatTakesTooLongToPlanIsGivenUpAndOthersArePlanned() throws Exception {
    String slow =
        TestStudies.SMALL.replace("[tanh, leaky-relu]", "[slow]")
            + "initial-weights: [variance-preserving]\n";
    for (int round = 0; round < ROUNDS; round++) {
      assertError(post(slow), 422, "planning the study took longer than 1 s");
    }
    await().atMost(PATIENCE).until(() -> post(TestStudies.SMALL).statusCode() / 100 == 2);
  }

  @Test
  void passportThatTakesTooLongIsGivenUp() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      assertError(
          get("/api/catalog/activations/slow/passport"), 422, "passport of slow took longer than");
    }
  }
}
