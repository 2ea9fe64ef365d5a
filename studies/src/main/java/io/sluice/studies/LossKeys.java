package io.sluice.studies;

import static io.sluice.studies.KeyName.key;

import io.sluice.engine.loss.HeadsLoss;
import io.sluice.engine.loss.Loss;
import io.sluice.engine.study.LayerSpec;
import java.util.List;

/** The loss of a study: one of all outputs, or one for each of several heads. */
final class LossKeys {

  private static final Codec<Loss> OF_ALL =
      new ConfiguredCodec<>(
              "a loss",
              "mse or {id: huber, delta: 0.5}",
              "a loss needs the key \"id\": it is written as ",
              Loss.all(),
              Loss::with,
              field -> field.number("0.5").map(List::of).orElse(List.of()))
          .codec()
          .as(variants -> variants.get(0), List::of);

  private static final Key<HeadsLoss.Head, Integer> OUTPUTS =
      key("outputs", "how many outputs it has; the first head has the first ones")
          .like("outputs: 2")
          .needed(Codec.integer(1, LayerSpec.LARGEST_WIDTH, "2"), HeadsLoss.Head::outputs);

  private static final Key<HeadsLoss.Head, Loss> LOSS_OF_HEAD =
      key("loss", "how they are compared with data").preset(OF_ALL, HeadsLoss.Head::loss, Loss.MSE);

  private static final Key<HeadsLoss.Head, Double> WEIGHT =
      key("weight", "what its loss is multiplied by in the sum, above 0")
          .preset(Codec.number("0.5"), HeadsLoss.Head::weight, 1.0);

  /** The keys of a head. */
  static final Section<HeadsLoss.Head> HEAD = Section.of(OUTPUTS, LOSS_OF_HEAD, WEIGHT);

  private static final Key<HeadsLoss, List<HeadsLoss.Head>> HEADS =
      key("heads", "a loss for each of several groups of outputs")
          .like("heads: [{outputs: 2, loss: softmax-cross-entropy}, {outputs: 4}]")
          .needed(
              HEAD.as(
                      "keys",
                      field -> field.expected("{outputs: 2, loss: mse}"),
                      given ->
                          new HeadsLoss.Head(
                              given.get(OUTPUTS), given.get(LOSS_OF_HEAD), given.get(WEIGHT)))
                  .some("{outputs: 2, loss: mse}"),
              HeadsLoss::heads);

  private static final Codec<HeadsLoss> OF_HEADS =
      Section.of(HEADS)
          .as(
              "`heads`",
              field -> field.expected("{heads: [{outputs: 2, loss: mse}]}"),
              given -> new HeadsLoss(given.get(HEADS)));

  static final Codec<Loss> LOSS =
      new Codec<>(
          OF_ALL.type() + ", or `heads`",
          field ->
              field.isMapping() && field.has(HEADS.name())
                  ? OF_HEADS.read(field).map(heads -> heads)
                  : OF_ALL.read(field),
          loss ->
              loss instanceof HeadsLoss ? OF_HEADS.write((HeadsLoss) loss) : OF_ALL.write(loss));

  private LossKeys() {}
}
