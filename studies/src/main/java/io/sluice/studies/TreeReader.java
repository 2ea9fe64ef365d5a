package io.sluice.studies;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.reader.StreamReader;

/** Turns YAML or JSON text into nodes, and refuses what is not a single plain document. */
final class TreeReader {

  /** The longest text, in characters, besides the rows of data in JSON. */
  static final int LONGEST_TEXT = 5_000_000;

  /** The longest JSON, in characters: as many numbers of data as a study may have. */
  static final int LONGEST_JSON = 32 * CsvReader.MOST_NUMBERS;

  /** The longest line of YAML, whose parser needs the square of the length of a comment. */
  static final int LONGEST_LINE = 500_000;

  /** The deepest nesting. */
  static final int DEEPEST = 50;

  private static final Pattern LIKE_JSON = Pattern.compile("\\s*+\\{\\s*+[\"}]");
  private static final Pattern DATA_ROW = Pattern.compile("problems(\\[\\d+])?\\.[xy]\\[\\d+]");
  private static final JsonFactory JSON = new JsonFactory();
  private static final YAMLFactory YAML = yamlFactory();

  private final String source;
  private final boolean placed;
  private Complaints complaints = new Complaints();
  private JsonParser parser;
  private int nodes;

  private TreeReader(String source, boolean placed) {
    this.source = source;
    this.placed = placed;
  }

  private static YAMLFactory yamlFactory() {
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(LONGEST_TEXT);
    return YAMLFactory.builder().loaderOptions(options).build();
  }

  /** Reads a file's text. */
  static Node read(String text, String source, Complaints complaints) {
    return new TreeReader(source, true).document(text, complaints);
  }

  /** Reads a value given elsewhere than in a file: its source is all that is known of its place. */
  static Node readValue(String text, String source, Complaints complaints) {
    return new TreeReader(source, false).document(text, complaints);
  }

  private Node document(String text, Complaints all) {
    String clean = text.startsWith("\uFEFF") ? text.substring(1) : text;
    boolean likeJson = LIKE_JSON.matcher(clean).lookingAt();
    refuseUnreadable(clean, likeJson ? LONGEST_JSON : LONGEST_TEXT);
    Node root;
    try {
      root = likeJson ? jsonOrYaml(clean) : yaml(clean);
    } catch (JsonProcessingException notWellFormed) {
      throw fatal(placeOf(notWellFormed), SyntaxErrors.message(notWellFormed));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    all.addAll(complaints);
    return root;
  }

  /** JSON is nearly YAML, but not quite (tabs, surrogates), and its own errors are clearer. */
  private Node jsonOrYaml(String text) throws IOException {
    try {
      return parse(JSON, text);
    } catch (JsonProcessingException notJson) {
      if (text.length() > LONGEST_TEXT) {
        throw notJson;
      }
      try {
        complaints = new Complaints();
        return yaml(text);
      } catch (JsonProcessingException | StudyFormatException notYamlEither) {
        throw notJson;
      }
    }
  }

  private Node yaml(String text) throws IOException {
    int line = 1;
    for (int start = 0; start < text.length(); line++) {
      int lineEnd = text.indexOf('\n', start);
      int end = lineEnd < 0 ? text.length() : lineEnd;
      if (end - start > LONGEST_LINE) {
        throw fatal(
            placed ? new Location(source, line, 1) : Location.of(source),
            "line too long: at most " + LONGEST_LINE + " characters, not " + (end - start));
      }
      start = end + 1;
    }
    return parse(YAML, text);
  }

  private Node parse(JsonFactory format, String text) throws IOException {
    nodes = 0;
    try (JsonParser open = format.createParser(text)) {
      parser = open;
      if (parser.nextToken() == null) {
        return new Node.Scalar(Location.of(source), null);
      }
      Node root = node("", 0);
      if (parser.nextToken() != null) {
        throw fatal(
            place(parser.currentTokenLocation()),
            "a second document starts: there is one in a file");
      }
      return root;
    }
  }

  private Node node(String path, int depth) throws IOException {
    Location location = place(parser.currentTokenLocation());
    if (depth > DEEPEST) {
      throw fatal(location, "nested more than " + DEEPEST + " levels deep");
    }
    if (++nodes > LONGEST_TEXT / 2) {
      throw fatal(location, "too long: more than " + LONGEST_TEXT / 2 + " values besides data");
    }
    if (parser instanceof YAMLParser && ((YAMLParser) parser).isCurrentAlias()) {
      complaints.add(
          location, path, "aliases such as *" + parser.getText() + " are not read: write it out");
    } else if (parser.canReadTypeId() && parser.getTypeId() != null) {
      complaints.add(location, path, "tags such as !" + parser.getTypeId() + " are not read");
    }
    switch (parser.currentToken()) {
      case START_OBJECT:
        return mapping(location, path, depth);
      case START_ARRAY:
        if (!(parser instanceof YAMLParser) && DATA_ROW.matcher(path).matches()) {
          return row(location, path, depth);
        }
        List<Node> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          items.add(node(path + "[" + items.size() + "]", depth + 1));
        }
        return new Node.Sequence(location, items);
      case VALUE_NULL:
        return new Node.Scalar(location, null);
      default:
        return new Node.Scalar(location, parser.getText());
    }
  }

  /** Numbers alone take little room; with anything else among them they are as any list. */
  private Node row(Location location, String path, int depth) throws IOException {
    double[] numbers = new double[8];
    int count = 0;
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      double number =
          parser.currentToken().isScalarValue()
              ? Numbers.finiteOrNaN(parser.getText())
              : Double.NaN;
      if (Double.isNaN(number)) {
        List<Node> items = new ArrayList<>(new NumberRow(location, Arrays.copyOf(numbers, count)));
        do {
          items.add(node(path + "[" + items.size() + "]", depth + 1));
        } while (parser.nextToken() != JsonToken.END_ARRAY);
        return new Node.Sequence(location, items);
      }
      numbers = count < numbers.length ? numbers : Arrays.copyOf(numbers, 2 * count);
      numbers[count++] = number;
    }
    return new Node.Sequence(location, new NumberRow(location, Arrays.copyOf(numbers, count)));
  }

  private Node mapping(Location location, String path, int depth) throws IOException {
    Map<String, Node.Entry> entries = new LinkedHashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String key = parser.currentName();
      Location keyLocation = place(parser.currentTokenLocation());
      String childPath = path.isEmpty() ? key : path + "." + key;
      parser.nextToken();
      Node value = node(childPath, depth + 1);
      Node.Entry first = entries.putIfAbsent(key, new Node.Entry(keyLocation, value));
      if (first != null) {
        complaints.add(
            keyLocation,
            childPath,
            "duplicate key \"" + Node.shown(key) + "\", already given at " + first.key());
      }
    }
    return new Node.Mapping(location, entries);
  }

  private void refuseUnreadable(String text, int longest) {
    if (text.length() > longest) {
      throw fatal(
          Location.of(source),
          "too long: at most " + longest + " characters, not " + text.length());
    }
    int line = 1;
    int column = 1;
    for (int i = 0; i < text.length(); ) {
      int character = text.codePointAt(i);
      if (!StreamReader.isPrintable(character)) {
        throw fatal(
            placed ? new Location(source, line, column) : Location.of(source),
            String.format("unprintable character U+%04X", character));
      }
      i += Character.charCount(character);
      column = character == '\n' ? 1 : column + 1;
      line += character == '\n' ? 1 : 0;
    }
  }

  private Location place(JsonLocation at) {
    if (!placed || at == null || at.getLineNr() < 1 || at.getColumnNr() < 1) {
      return Location.of(source);
    }
    return new Location(source, at.getLineNr(), at.getColumnNr());
  }

  private Location placeOf(JsonProcessingException failure) {
    return SyntaxErrors.mark(failure)
        .filter(mark -> placed)
        .map(mark -> new Location(source, mark.getLine() + 1, mark.getColumn() + 1))
        .orElseGet(() -> place(failure.getLocation()));
  }

  private static StudyFormatException fatal(Location location, String message) {
    Complaints one = new Complaints();
    one.add(location, "", message);
    return one.exception();
  }
}
