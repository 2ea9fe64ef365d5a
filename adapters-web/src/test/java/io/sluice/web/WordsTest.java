package io.sluice.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The texts of the pages, which are in one place for each language. */
class WordsTest {

  private static final String ENGLISH = "en.json";
  private static final Pattern KEY = Pattern.compile("[\"']([a-z-]+\\.[A-Za-z0-9.-]+)[\"']");
  private static final Pattern CALL = Pattern.compile("\\bword\\(\\s*[\"']([^\"']+)[\"']");
  private static final Pattern LABEL = Pattern.compile("data-(?:word|label)=\"([^\"]+)\"");
  private static final Pattern VALUE = Pattern.compile("\\{(\\w+)[|}]");

  private static Path page() throws URISyntaxException {
    return Path.of(WebServer.class.getResource("page/index.html").toURI()).getParent();
  }

  static Stream<String> files() throws Exception {
    try (Stream<Path> files = Files.list(page().resolve("words"))) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(ENGLISH))
          .map(name -> name.substring(0, name.length() - ENGLISH.length()))
          .sorted()
          .toList()
          .stream();
    }
  }

  private static TreeMap<String, String> words(String file) throws Exception {
    JsonNode json = Json.parse(Files.readString(page().resolve("words").resolve(file)));
    TreeMap<String, String> words = new TreeMap<>();
    json.properties().forEach(entry -> words.put(entry.getKey(), entry.getValue().asText()));
    return words;
  }

  private static Set<String> allWords() throws Exception {
    Set<String> keys = new TreeSet<>();
    for (String file : files().toList()) {
      keys.addAll(words(file + ENGLISH).keySet());
    }
    return keys;
  }

  private static String sources() throws IOException, URISyntaxException {
    try (Stream<Path> files = Files.walk(page())) {
      StringBuilder text = new StringBuilder();
      for (Path file : files.filter(WordsTest::usesWords).sorted().toList()) {
        text.append(Files.readString(file)).append('\n');
      }
      return text.toString();
    }
  }

  private static boolean usesWords(Path file) {
    String name = file.getFileName().toString();
    return name.endsWith(".js")
        || name.endsWith(".html")
        || name.endsWith(".json") && !file.getParent().endsWith("words");
  }

  private static Set<String> found(Pattern pattern, String text) {
    return pattern
        .matcher(text)
        .results()
        .map(each -> each.group(1))
        .collect(TreeSet::new, Set::add, Set::addAll);
  }

  @ParameterizedTest
  @MethodSource("files")
  void everyLanguageHasTheSameWordsWithTheSameValues(String file) throws Exception {
    TreeMap<String, String> english = words(file + ENGLISH);
    TreeMap<String, String> japanese = words(file + "ja.json");
    assertThat(english).isNotEmpty();
    assertThat(japanese.keySet()).isEqualTo(english.keySet());
    english.forEach(
        (key, text) -> {
          assertThat(text).as(key).isNotBlank();
          assertThat(japanese.get(key)).as(key).isNotBlank();
          assertThat(found(VALUE, japanese.get(key))).as(key).isEqualTo(found(VALUE, text));
        });
  }

  @Test
  void everyWordThatIsAskedForIsThere() throws Exception {
    String sources = sources();
    Set<String> asked = found(CALL, sources);
    asked.addAll(found(LABEL, sources));
    assertThat(asked).hasSizeGreaterThan(100);
    assertThat(allWords()).containsAll(asked);
  }

  @Test
  void everyWordOfAPageThatLooksLikeAKeyIsOne() throws Exception {
    Set<String> keys = allWords();
    Set<String> prefixes =
        keys.stream().map(key -> key.substring(0, key.indexOf('.'))).collect(Collectors.toSet());
    List<String> unknown =
        found(KEY, sources()).stream()
            .filter(text -> prefixes.contains(text.substring(0, text.indexOf('.'))))
            .filter(text -> !text.matches(".*\\.(js|json|css|csv|jsonl|yaml|html)"))
            .filter(text -> !keys.contains(text))
            .toList();
    assertThat(unknown).isEmpty();
  }

  @Test
  void everyWordIsUsed() throws Exception {
    String sources = sources();
    Set<String> used = found(KEY, sources);
    used.addAll(found(LABEL, sources));
    assertThat(allWords()).isSubsetOf(used);
  }

  @ParameterizedTest
  @ValueSource(strings = {"word(\"a.b\")", "word(  'a.b', {n})", "{x: \"a.b\"}"})
  void usesAreFoundHoweverTheyAreWritten(String source) {
    assertThat(found(KEY, source)).containsExactly("a.b");
  }
}
