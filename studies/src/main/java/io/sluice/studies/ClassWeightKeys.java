package io.sluice.studies;

import static io.sluice.studies.KeyName.key;

import io.sluice.engine.study.ClassWeights;
import io.sluice.engine.study.Preparation;
import io.sluice.engine.study.RowClasses;
import io.sluice.engine.text.NearestWord;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The key of how much the rows of each class count: {@code none}, {@code balanced}, a list in the
 * order of the classes, or {@code {rare: 5}} by their names, those that are left out weighing 1.
 */
final class ClassWeightKeys {

  private static final Codec<Double> WEIGHT = Codec.number("5");

  private ClassWeightKeys() {}

  /**
   * The key of a problem.
   *
   * @param table the data, if the study has them
   */
  static Key<Preparation, ClassWeights> weights(Optional<CsvReader.Table> table) {
    return key(
            "class-weights", "how much the rows of each class count, [see below](#class-weights)")
        .leftOut("`none`")
        .quiet()
        .preset(
            new Codec<>(
                "`none`, `balanced`, a number for each class, or one for some by their names",
                field -> read(field, table),
                weights ->
                    weights.kind() == ClassWeights.Kind.GIVEN
                        ? weights.weights()
                        : weights.label()),
            Preparation::classWeights,
            ClassWeights.NONE);
  }

  private static Optional<ClassWeights> read(Field field, Optional<CsvReader.Table> table) {
    if (field.isMapping()) {
      return byName(field, table);
    }
    if (field.isSequence()) {
      return WEIGHT.any().as(ClassWeights::of, ClassWeights::weights).read(field);
    }
    List<ClassWeights> words = List.of(ClassWeights.NONE, ClassWeights.BALANCED);
    Optional<ClassWeights> found =
        words.stream().filter(one -> one.label().equals(field.scalar())).findFirst();
    if (found.isEmpty()) {
      List<String> labels = words.stream().map(ClassWeights::label).toList();
      field.expected(
          "balanced, [1, 5] or {rare: 5}"
              + (field.scalar() == null ? "" : NearestWord.hint(field.scalar(), labels)));
    }
    return found;
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
      Optional<Double> number = WEIGHT.read(weight);
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
