package io.sluice.studies;

import io.sluice.engine.study.Validation;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Reads which rows are kept from training: a share, the last ones, or folds. */
final class ValidationReader {

  private static final List<String> KINDS = List.of("share", "last", "folds");
  private static final String STRATIFIED = "stratified";
  private static final String EXAMPLE =
      "0.25, {share: 0.25, stratified: true}, {last: 0.25} or {folds: 5}";

  private ValidationReader() {}

  static Optional<Validation> read(Field field) {
    if (!field.isMapping()) {
      return share(field).map(Validation::random);
    }
    field.allowOnly(List.of("share", "last", "folds", STRATIFIED));
    List<String> given = KINDS.stream().filter(field::has).toList();
    if (given.size() != 1) {
      field.complain("validation is one of " + String.join(", ", KINDS) + ": " + EXAMPLE);
      return Optional.empty();
    }
    Field number = field.child(given.get(0)).orElseThrow();
    Optional<Validation> validation;
    switch (given.get(0)) {
      case "share":
        validation = share(number).map(Validation::random);
        break;
      case "last":
        validation = share(number).map(Validation::last);
        break;
      default:
        validation =
            number
                .whole(2, Validation.MOST_FOLDS, "5")
                .map(folds -> Validation.folds(folds.intValue()));
    }
    Optional<Field> stratified = field.child(STRATIFIED);
    boolean byClass = stratified.flatMap(Field::flag).orElse(false);
    Function<Validation, Optional<Validation>> kept =
        plain -> byClass ? stratified.get().make(plain::byClass) : Optional.of(plain);
    return validation.flatMap(kept);
  }

  private static Optional<Double> share(Field field) {
    Optional<Double> share = field.number("0.25");
    if (share.isPresent() && !(share.get() >= 0 && share.get() < 1)) {
      field.expected("a share from 0 to below 1 such as 0.25");
      return Optional.empty();
    }
    return share;
  }
}
