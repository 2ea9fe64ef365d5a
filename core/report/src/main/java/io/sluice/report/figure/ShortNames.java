package io.sluice.report.figure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The names of contenders without the parameters that tell none of them apart: of {@code
 * adam(learning-rate=0.01)}, {@code sgd(learning-rate=0.1, momentum=0.9)} and {@code
 * sgd(learning-rate=1, momentum=0.9)} there remain {@code adam}, {@code sgd(learning-rate=0.1)} and
 * {@code sgd(learning-rate=1)}. Names of several parts, as in {@code relu / adam}, are shortened
 * part by part; a name that is written otherwise stays as it is.
 */
final class ShortNames {

  private static final String BETWEEN = " / ";
  private static final int MOST_TOLD = 3;

  private final Map<String, String> names = new LinkedHashMap<>();
  private final Map<String, String> parts = new LinkedHashMap<>();

  private ShortNames() {}

  /** The short names of these contenders; no two become alike. */
  static ShortNames of(List<String> names) {
    ShortNames all = new ShortNames();
    List<String> parts =
        names.stream().flatMap(name -> List.of(name.split(BETWEEN)).stream()).distinct().toList();
    Map<String, Set<Call>> kinds = new LinkedHashMap<>();
    for (String part : parts) {
      Call call = Call.of(part);
      kinds.computeIfAbsent(call.name(), kind -> new LinkedHashSet<>()).add(call);
    }
    for (String part : parts) {
      Call call = Call.of(part);
      all.parts.put(part, call.among(kinds.get(call.name())));
    }
    for (String name : names) {
      all.names.put(
          name,
          List.of(name.split(BETWEEN)).stream()
              .map(all.parts::get)
              .collect(Collectors.joining(BETWEEN)));
    }
    if (Set.copyOf(all.names.values()).size() < all.names.size()) {
      all.parts.clear();
      all.names.replaceAll((name, shortened) -> name);
    }
    return all;
  }

  /** The short name of one of them. */
  String of(String name) {
    return names.getOrDefault(name, name);
  }

  /** The caption of a drawing with short names, which says what they stand for. */
  String captioned(String caption) {
    List<String> told =
        parts.entrySet().stream()
            .filter(part -> !part.getKey().equals(part.getValue()))
            .map(part -> part.getValue() + " is " + part.getKey())
            .toList();
    if (told.isEmpty()) {
      return caption;
    }
    return told.size() <= MOST_TOLD
        ? caption + "; " + Drawing.listed(told)
        : caption + "; names are without parameters that tell none of them apart";
  }

  /** A name with its parameters, as they are written; none where it is written otherwise. */
  private record Call(String name, List<String> parameters) {

    static Call of(String text) {
      int open = text.indexOf('(');
      if (open < 1 || !text.endsWith(")")) {
        return new Call(text, List.of());
      }
      List<String> parameters = new ArrayList<>();
      int depth = 0;
      int from = open + 1;
      int end = text.length() - 1;
      for (int i = from; i <= end; i++) {
        char character = text.charAt(i);
        if (i == end || depth == 0 && character == ',') {
          parameters.add(text.substring(from, i).strip());
          from = i + 1;
        } else if ("([{".indexOf(character) >= 0) {
          depth++;
        } else if (")]}".indexOf(character) >= 0) {
          depth--;
        }
      }
      boolean isPlain = depth == 0 && parameters.stream().allMatch(one -> one.indexOf('=') > 0);
      return isPlain
          ? new Call(text.substring(0, open), List.copyOf(parameters))
          : new Call(text, List.of());
    }

    String among(Set<Call> others) {
      String kept =
          parameters.stream()
              .filter(one -> others.stream().anyMatch(other -> !other.parameters().contains(one)))
              .collect(Collectors.joining(", "));
      return kept.isEmpty() ? name : name + "(" + kept + ")";
    }
  }
}
