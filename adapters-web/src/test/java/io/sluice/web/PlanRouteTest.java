package io.sluice.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

class PlanRouteTest extends WebFixture {

  private HttpResponse<String> plan(String study) throws Exception {
    return post("/api/plan", "application/yaml", study);
  }

  @Test
  void planSaysWhatAStudyWouldDoAndRunsNothing() throws Exception {
    JsonNode json = json(plan(TestStudies.SMALL));
    assertThat(json.get("cells").asInt()).isEqualTo(4);
    assertThat(json.get("repeats").asInt()).isEqualTo(3);
    assertThat(json.get("trials").asInt()).isEqualTo(12);
    assertThat(json.get("cost").asDouble()).isEqualTo(12 * 100.0);
    assertThat(json.get("measurements").asDouble()).isPositive();
    assertThat(json.get("seconds").asDouble()).isPositive();
    assertThat(json(get("/api/studies")).get("studies")).isEmpty();
    assertThat(submit(TestStudies.SMALL)).isEqualTo(json.get("id").asText());
  }

  @Test
  void planComplainsAsARunDoes() throws Exception {
    String wrong = TestStudies.SMALL.replace("tanh", "tahn").replace("repeats: 3", "repeats: 0");
    HttpResponse<String> refused = plan(wrong);
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.body()).isEqualTo(post(wrong).body());
    assertThat(problem(refused).get("errors").get(0).get("line").asInt()).isPositive();
  }

  @Test
  void planOfWhatIsTooDearSaysSo() throws Exception {
    String year =
        TestStudies.SMALL
            .replace("repeats: 3", "repeats: 1000000")
            .replace("budget: 100", "budget: 1000000000000");
    assertError(plan(year), 422, "multiplications, some", "years");
  }
}
