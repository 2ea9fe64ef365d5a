package io.sluice.studies;

import static io.sluice.studies.KeyName.key;

import io.sluice.engine.study.Validation;
import java.util.Optional;

/** The keys of which rows are kept from training: a share, the last ones, or folds. */
final class ValidationKeys {

  private static final Codec<Double> SHARE =
      Codec.number("0.25")
          .only(share -> share >= 0 && share < 1, "a share from 0 to below 1 such as 0.25");

  private static final Ways<Validation> WAYS =
      Ways.<Validation>of(
              "validation is one of share, last, folds: 0.25, {share: 0.25, stratified: true},"
                  + " {last: 0.25} or {folds: 5}")
          .or(
              "share",
              "so many rows, drawn at random",
              SHARE,
              Validation::random,
              kept -> Optional.of(kept.share()).filter(share -> !kept.last() && kept.folds() == 0))
          .or(
              "last",
              "so many rows, the last ones",
              SHARE,
              Validation::last,
              kept -> Optional.of(kept.share()).filter(share -> kept.last()))
          .or(
              "folds",
              "each of so many parts in turn",
              Codec.integer(2, Validation.MOST_FOLDS, "5"),
              Validation::folds,
              kept -> Optional.of(kept.folds()).filter(folds -> folds > 0));

  private static final Key<Validation, Boolean> STRATIFIED =
      key("stratified", "whether each class has its share; not for `last`")
          .quiet()
          .preset(Codec.flag(), Validation::stratified, false);

  static final Section<Validation> KEYS = WAYS.section().and(Section.of(STRATIFIED));

  private static final Codec<Validation> FULL =
      WAYS.with(
          STRATIFIED,
          "keys",
          field -> field.complain(WAYS.several()),
          (kept, isByClass) -> isByClass ? kept.byClass() : kept);

  static final Codec<Validation> VALIDATION =
      new Codec<>(
          SHARE.type() + ", or keys",
          field -> field.isMapping() ? FULL.read(field) : SHARE.read(field).map(Validation::random),
          kept -> kept.equals(Validation.random(kept.share())) ? kept.share() : FULL.write(kept));

  private ValidationKeys() {}
}
