package io.sluice.studies;

import static io.sluice.studies.KeyName.key;

import io.sluice.engine.study.Features;
import java.util.function.Function;

/** The keys of functions that stand in place of the inputs of a problem. */
final class FeatureKeys {

  private static final Key<Features.RandomFourier, Integer> COUNT =
      key("count", "how many")
          .like("count: 50")
          .needed(Codec.integer(1, Features.MOST, "50"), Features.RandomFourier::count);

  private static final Key<Features.RandomFourier, Double> SCALE =
      key("scale", "the standard deviation of the frequencies")
          .preset(Codec.number("1"), Features.RandomFourier::scale, 1.0);

  private static final Key<Features.Radial, Integer> CENTRES =
      key("centres", "how many of the rows to train with are centres")
          .like("centres: 20")
          .needed(Codec.integer(1, Features.MOST, "20"), Features.Radial::centres);

  private static final Key<Features.Radial, Double> WIDTH =
      key("width", "the standard deviation of each")
          .preset(Codec.number("1"), Features.Radial::width, 1.0);

  private static final Key<Features.RandomFourier, Boolean> WITH_WAVES =
      keep(Features.RandomFourier::keepsInputs);
  private static final Key<Features.Radial, Boolean> WITH_BELLS =
      keep(Features.Radial::keepsInputs);

  /** The keys of waves. */
  static final Section<Features.RandomFourier> WAVES = Section.of(COUNT, SCALE, WITH_WAVES);

  /** The keys of bells. */
  static final Section<Features.Radial> BELLS = Section.of(CENTRES, WIDTH, WITH_BELLS);

  private static final Ways<Features> WAYS =
      Ways.<Features>of("features are random-fourier, radial or products: give one of them")
          .or(
              "random-fourier",
              "√(2 / count) cos(w · x + b), w normal, b uniform from 0 to 2π",
              WAVES.as(
                  "keys",
                  field -> field.expected("{count: 50, scale: 1}"),
                  given ->
                      new Features.RandomFourier(
                          given.get(COUNT), given.get(SCALE), given.get(WITH_WAVES))),
              waves -> waves,
              Ways.in(Features.RandomFourier.class, Function.identity()))
          .or(
              "radial",
              "exp(−\\|x − c\\|² / (2 width²)), c being rows to train with, none twice",
              BELLS.as(
                  "keys",
                  field -> field.expected("{centres: 20, width: 1}"),
                  given ->
                      new Features.Radial(
                          given.get(CENTRES), given.get(WIDTH), given.get(WITH_BELLS))),
              bells -> bells,
              Ways.in(Features.Radial.class, Function.identity()))
          .or(
              "products",
              "the inputs and all products of up to so many of them: x1, x2, x1², x1 x2, x2²",
              Codec.integer(1, Features.Products.HIGHEST, "2"),
              Features.Products::new,
              Ways.in(Features.Products.class, Features.Products::degree));

  /** The key of each kind. */
  static final Section<Features> KEYS = WAYS.section();

  static final Codec<Features> FEATURES =
      WAYS.as(
          "`random-fourier`, `radial` or `products`",
          field ->
              field.expected(
                  "{random-fourier: {count: 50}}, {radial: {centres: 20}} or {products: 2}"));

  private FeatureKeys() {}

  private static <R> Key<R, Boolean> keep(Function<R, Boolean> part) {
    return key("keep-inputs", "whether the inputs are there as well")
        .preset(Codec.flag(), part, false);
  }
}
