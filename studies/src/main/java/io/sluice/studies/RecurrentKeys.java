package io.sluice.studies;

import static io.sluice.studies.KeyName.key;

import io.sluice.engine.network.Recurrent;
import io.sluice.engine.network.RecurrentCell;
import io.sluice.engine.study.LayerSpec;
import io.sluice.formula.Formula;
import io.sluice.formula.FormulaException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** The keys of a layer that reads its inputs as a sequence. */
final class RecurrentKeys {

  private static final Codec<RecurrentCell> CELL_WORD =
      Codec.oneOf(List.of(RecurrentCell.values()), RecurrentCell::id);

  private static final Key<Recurrent, RecurrentCell> CELL =
      key("cell", "what is done at each step; alone it stands for all keys")
          .like("cell: lstm")
          .needed(CELL_WORD, Recurrent::cell);

  private static final Key<Recurrent, Integer> STEP =
      key("step", "how many inputs a step has; it divides the number of inputs")
          .quiet()
          .preset(Codec.integer(1, LayerSpec.LARGEST_WIDTH, "2"), Recurrent::step, 1);

  private static final Key<Recurrent, Optional<Double>> FORGET_BIAS =
      key(
              "forget-bias",
              "of `lstm` and `gru`: where the biases of the gate that keeps the state start")
          .leftOut("where the other biases start")
          .optional(Codec.number("1"), recurrent -> boxed(recurrent.keepBias()));

  private static final Key<Recurrent, Optional<Double>> IDENTITY =
      key("identity", "of `simple`: the matrix of the state starts as so many times the identity")
          .leftOut("where the initial weights have it")
          .optional(Codec.number("1"), recurrent -> boxed(recurrent.identity()));

  private static final Key<Recurrent, String> GATE =
      key("gate", "of `lstm` and `gru`: the function of the gates, a [formula](formulas.md) of x")
          .quiet()
          .preset(
              Codec.text("a formula of x such as " + Recurrent.SIGMOID)
                  .unless(RecurrentKeys::complaint),
              Recurrent::gate,
              Recurrent.SIGMOID);

  /** All keys of such a layer. */
  static final Section<Recurrent> KEYS = Section.of(CELL, STEP, FORGET_BIAS, IDENTITY, GATE);

  static final Codec<Recurrent> RECURRENT =
      new Codec<>(
          CELL_WORD.type() + ", or its keys",
          RecurrentKeys::read,
          recurrent ->
              recurrent.equals(Recurrent.plain(recurrent.cell(), 1))
                  ? CELL_WORD.write(recurrent.cell())
                  : KEYS.write(recurrent));

  private RecurrentKeys() {}

  private static Optional<Recurrent> read(Field field) {
    if (!field.isMapping()) {
      return CELL_WORD.read(field).map(cell -> Recurrent.plain(cell, 1));
    }
    Section.Given given = KEYS.read(field);
    return given.isComplete()
        ? field.make(
            () ->
                new Recurrent(
                    given.get(CELL),
                    given.get(STEP),
                    unboxed(given.get(FORGET_BIAS)),
                    unboxed(given.get(IDENTITY)),
                    given.get(GATE)))
        : Optional.empty();
  }

  private static Optional<String> complaint(String gate) {
    try {
      boolean usesInput = Formula.parse(gate, List.of()).usesVariable();
      return usesInput ? Optional.empty() : Optional.of("the formula does not depend on x");
    } catch (FormulaException mistake) {
      return Optional.of(mistake.complaint());
    }
  }

  private static Optional<Double> boxed(OptionalDouble number) {
    return number.isPresent() ? Optional.of(number.getAsDouble()) : Optional.empty();
  }

  private static OptionalDouble unboxed(Optional<Double> number) {
    return number.map(OptionalDouble::of).orElse(OptionalDouble.empty());
  }
}
