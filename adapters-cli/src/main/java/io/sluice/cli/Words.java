package io.sluice.cli;

import io.sluice.engine.text.NearestWord;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Reads one of several words.
 *
 * @param <E> the words, by {@code toString}
 */
final class Words<E extends Enum<E>> implements ITypeConverter<E> {

  private final Class<E> type;

  Words(Class<E> type) {
    this.type = type;
  }

  @Override
  public E convert(String text) {
    for (E word : type.getEnumConstants()) {
      if (word.toString().equals(text)) {
        return word;
      }
    }
    List<String> words =
        Arrays.stream(type.getEnumConstants()).map(E::toString).collect(Collectors.toList());
    throw new TypeConversionException(
        "\""
            + text
            + "\" is none of "
            + String.join(", ", words)
            + NearestWord.hint(text, words));
  }
}
