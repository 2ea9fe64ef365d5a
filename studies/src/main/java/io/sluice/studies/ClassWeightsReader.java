package io.sluice.studies;

import io.sluice.engine.study.ClassWeights;
import io.sluice.engine.study.RowClasses;
import io.sluice.engine.text.NearestWord;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Reads how much the rows of each class count: {@code none}, {@code balanced}, a list in the order
 * of the classes, or {@code {rare: 5}} by their names, those that are left out weighing 1.
 */
final class ClassWeightsReader {

  /** The key of a problem. */
  static final String KEY = "class-weights";

  private static final String EXAMPLE = "balanced, [1, 5] or {rare: 5}";

  private ClassWeightsReader() {}

  /**
   * The weights, unless something is wrong with them.
   *
   * @param table the data, if the study has them
   */
  static Optional<ClassWeights> read(Field problem, Optional<CsvReader.Table> table) {
    Optional<Field> given = problem.child(KEY);
    if (given.isEmpty()) {
      return Optional.of(ClassWeights.NONE);
    }
    Field field = given.get();
    if (field.isMapping()) {
      return byName(field, table);
    }
    if (field.isSequence()) {
      List<Double> weights = new ArrayList<>();
      field.items().forEach(item -> item.number("5").ifPresent(weights::add));
      return weights.size() == field.items().size()
          ? field.make(() -> ClassWeights.of(weights))
          : Optional.empty();
    }
    Map<String, ClassWeights> words = new LinkedHashMap<>();
    words.put(ClassWeights.NONE.label(), ClassWeights.NONE);
    words.put(ClassWeights.BALANCED.label(), ClassWeights.BALANCED);
    if (!words.containsKey(field.scalar() == null ? "" : field.scalar())) {
      field.expected(
          EXAMPLE
              + (field.scalar() == null ? "" : NearestWord.hint(field.scalar(), words.keySet())));
      return Optional.empty();
    }
    return Optional.of(words.get(field.scalar()));
  }

  private static Optional<ClassWeights> byName(Field field, Optional<CsvReader.Table> table) {
    if (table.isEmpty()) {
      field.complain(
          "only classes of data in the study have names here: write a list in the order of the"
              + " classes, such as [1, 5]");
      return Optional.empty();
    }
    List<String> names = names(table.get());
    List<Double> weights = new ArrayList<>(Collections.nCopies(names.size(), 1.0));
    boolean right = true;
    for (String key : field.keys()) {
      Field weight = field.child(key).orElseThrow();
      Optional<Double> number = weight.number("5");
      int place = names.indexOf(key);
      if (place < 0) {
        weight.complain(
            "there is no class \""
                + Node.shown(key)
                + '"'
                + NearestWord.hint(key, names)
                + "; there are "
                + String.join(", ", names));
      }
      if (place >= 0 && number.isPresent()) {
        weights.set(place, number.get());
      }
      right &= place >= 0 && number.isPresent();
    }
    return right ? field.make(() -> ClassWeights.of(weights)) : Optional.empty();
  }

  private static List<String> names(CsvReader.Table table) {
    if (!table.classes().isEmpty()) {
      return table.classes();
    }
    RowClasses classes = RowClasses.of(table.data());
    return classes.areNames()
        ? IntStream.range(0, classes.count()).mapToObj(classes::name).toList()
        : List.of();
  }
}
