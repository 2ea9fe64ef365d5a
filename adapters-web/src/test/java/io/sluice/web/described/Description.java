package io.sluice.web.described;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** What a server says of itself, and whether its answers are like that. */
public final class Description {

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final Set<String> METHODS = Set.of("get", "post", "put", "delete");
  private static final String JSON = "application/json";
  private static final String PROBLEM = "application/problem+json";

  /** What any address can answer to a request that is none, or where the store fails. */
  private static final Set<Integer> ANYWHERE =
      Set.of(400, 401, 403, 405, 408, 414, 417, 426, 431, 500);

  private final JsonNode root;
  private final List<Operation> operations = new ArrayList<>();
  private final Map<String, JsonSchema> schemas = new ConcurrentHashMap<>();

  /** The description in this text, which is that of {@code /api/openapi.json}. */
  public Description(String json) throws JsonProcessingException {
    root = MAPPER.readTree(json);
    for (Map.Entry<String, JsonNode> path : root.get("paths").properties()) {
      for (Map.Entry<String, JsonNode> item : path.getValue().properties()) {
        if (METHODS.contains(item.getKey())) {
          operations.add(new Operation(item.getKey(), path.getKey(), item.getValue()));
        }
      }
    }
  }

  /** All that can be asked. */
  public List<Operation> operations() {
    return operations;
  }

  /**
   * One thing that can be asked.
   *
   * @param path its address with names in braces
   */
  public record Operation(String method, String path, JsonNode json) {

    /** As it stands in a message: {@code GET /api/health}. */
    public String name() {
      return method.toUpperCase(Locale.ROOT) + " " + path;
    }

    boolean answers(String asked) {
      return asked.matches(path.replace(".", "\\.").replaceAll("\\{[a-z]+}", "[^/]*"));
    }

    /** The statuses that it is said to answer. */
    public Set<Integer> statuses() {
      Set<Integer> statuses = new TreeSet<>();
      json.get("responses").fieldNames().forEachRemaining(text -> statuses.add(number(text)));
      return statuses;
    }

    private static int number(String status) {
      return Integer.parseInt(status);
    }
  }

  /** An answer of a server, and what was asked. */
  public record Answer(String method, String path, int status, String type, String body) {}

  /** What is asked by a method at an address; the most literal of several. */
  public Optional<Operation> operation(String method, String path) {
    return operations.stream()
        .filter(each -> each.method().equalsIgnoreCase(method) && each.answers(path))
        .min((one, other) -> Integer.compare(braces(one), braces(other)));
  }

  private static int braces(Operation operation) {
    return operation.path().split("\\{").length;
  }

  /** The address of an operation with the examples of its parameters, or with other values. */
  public String example(Operation operation, Map<String, String> values) {
    String path = operation.path();
    StringBuilder query = new StringBuilder();
    for (JsonNode parameter : parameters(operation)) {
      String name = parameter.get("name").asText();
      String value = values.getOrDefault(name, parameter.path("example").asText());
      if (parameter.get("in").asText().equals("path")) {
        path = path.replace("{" + name + "}", value);
      } else if (parameter.path("required").asBoolean() || parameter.has("example")) {
        query.append(query.length() == 0 ? '?' : '&').append(name).append('=');
        query.append(java.net.URLEncoder.encode(value, java.nio.charset.StandardCharsets.UTF_8));
      }
    }
    return path + query;
  }

  /** The parameters of an operation and of its path. */
  public List<JsonNode> parameters(Operation operation) {
    JsonNode ofPath = root.get("paths").get(operation.path()).path("parameters");
    return Stream.of(ofPath, operation.json().path("parameters"))
        .flatMap(list -> list.valueStream())
        .map(this::resolved)
        .toList();
  }

  private JsonNode resolved(JsonNode node) {
    return node.has("$ref") ? root.at(node.get("$ref").asText().substring(1)) : node;
  }

  /** In what an answer is not as it is described; nothing where all is well. */
  public List<String> complaints(Answer answer) {
    Optional<Operation> operation = operation(answer.method(), answer.path());
    JsonNode response =
        operation
            .map(each -> each.json().get("responses").get(Integer.toString(answer.status())))
            .map(this::resolved)
            .orElse(null);
    boolean isAnywhere = ANYWHERE.contains(answer.status());
    boolean isNowhere = operation.isEmpty() && answer.status() == 404;
    String name = answer.method() + " " + answer.path() + " " + answer.status() + ": ";
    if (response == null && !isAnywhere && !isNowhere) {
      return List.of(name + "not described");
    }
    if (response == null) {
      return problem(name, answer);
    }
    if (!response.has("content")) {
      return answer.body().isEmpty() ? List.of() : List.of(name + "has a body");
    }
    String type = answer.type().split(";")[0];
    JsonNode content = response.get("content").get(type);
    return content == null
        ? List.of(name + "is " + answer.type())
        : against(name, content.get("schema"), answer.body(), type);
  }

  private List<String> problem(String name, Answer answer) {
    return answer.type().startsWith(PROBLEM)
        ? against(name, root.at("/components/schemas/Problem"), answer.body(), PROBLEM)
        : List.of(name + "an error is " + answer.type());
  }

  private List<String> against(String name, JsonNode schema, String body, String type) {
    if (!(type.equals(PROBLEM) || type.equals(JSON))) {
      return List.of();
    }
    try {
      Set<ValidationMessage> wrong = compiled(schema).validate(MAPPER.readTree(body));
      return wrong.stream().limit(10).map(each -> name + each.getMessage()).toList();
    } catch (JsonProcessingException noJson) {
      return List.of(name + noJson.getMessage());
    }
  }

  /** Whether a part of an answer has a named shape. */
  public List<String> shape(String name, String body) {
    return against(name + ": ", root.at("/components/schemas/" + name), body, JSON);
  }

  private JsonSchema compiled(JsonNode schema) {
    return schemas.computeIfAbsent(
        schema.toString(),
        text -> {
          ObjectNode whole = MAPPER.createObjectNode();
          whole.putArray("allOf").add(schema);
          whole.set("components", root.get("components"));
          return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(whole);
        });
  }
}
