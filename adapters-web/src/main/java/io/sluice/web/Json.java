package io.sluice.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * JSON as this server speaks it. Numbers that are not finite are the strings {@code "NaN"}, {@code
 * "Infinity"} and {@code "-Infinity"}, as in exports.
 */
final class Json {

  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(JsonWriteFeature.WRITE_NAN_AS_STRINGS).build();

  private Json() {}

  static ObjectNode object() {
    return MAPPER.createObjectNode();
  }

  static ArrayNode array() {
    return MAPPER.createArrayNode();
  }

  static ArrayNode texts(Collection<String> texts) {
    ArrayNode array = array();
    texts.forEach(array::add);
    return array;
  }

  static ArrayNode numbers(Collection<Double> numbers) {
    ArrayNode array = array();
    numbers.forEach(array::add);
    return array;
  }

  /** A text, a number, a boolean or null. */
  static JsonNode value(Object value) {
    return MAPPER.valueToTree(value);
  }

  /** Maps, lists and values as JSON, with names as this server writes them: {@code sourceRead}. */
  static JsonNode tree(Object value) {
    if (value instanceof Map<?, ?>) {
      ObjectNode object = object();
      ((Map<?, ?>) value).forEach((name, part) -> object.set(camelCase((String) name), tree(part)));
      return object;
    }
    if (value instanceof List<?>) {
      ArrayNode array = array();
      ((List<?>) value).forEach(part -> array.add(tree(part)));
      return array;
    }
    return value(value);
  }

  private static String camelCase(String name) {
    StringBuilder text = new StringBuilder();
    for (String word : name.split("_")) {
      text.append(
          text.length() == 0 ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
    }
    return text.toString();
  }

  static String text(JsonNode node) {
    try {
      return MAPPER.writeValueAsString(node);
    } catch (JsonProcessingException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** The value of a JSON text. */
  static JsonNode parse(String text) {
    try {
      return MAPPER.readTree(text);
    } catch (JsonProcessingException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
