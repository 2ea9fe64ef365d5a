package io.sluice.engine.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.sluice.engine.study.LayerSpec;
import io.sluice.engine.support.Parts;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** What holds for every kind of layer parts, so also for those to come. */
class LayerPartTest {

  @Test
  void everyKindThatANumberMakesIsListedOnce() {
    List<Class<?>> permitted = List.of(LayerPart.class.getPermittedSubclasses());
    assertThat(LayerPart.kinds())
        .extracting(kind -> (Object) kind.make().apply(kind.key().value()).getClass())
        .containsExactlyInAnyOrderElementsOf(
            permitted.stream().filter(part -> part != Recurrent.class).toList());
    assertThat(LayerPart.kinds()).extracting(kind -> kind.key().name()).doesNotHaveDuplicates();
  }

  @Test
  void partsAreOfTheKindThatMakesThemAndKeepItsNumber() {
    for (LayerPart.Kind kind : LayerPart.kinds()) {
      LayerPart part = kind.make().apply(kind.key().value());
      assertThat(part.kind()).isSameAs(kind);
      assertThat(part.number()).isEqualTo(kind.key().value());
      assertThat(kind.hasNumber()).isEqualTo(kind.yes().isEmpty());
      assertThat(part.word()).startsWith(kind.key().name());
    }
  }

  @Test
  void partsComputeInTheOrderOfTheirPlacesHoweverTheyAreGiven() {
    LayerSpec layer =
        new LayerSpec(
            3,
            true,
            OptionalDouble.empty(),
            false,
            List.of(new Residual(), new Normalization(), new LowRank(2)));
    assertThat(layer.parts())
        .containsExactly(new LowRank(2), new Normalization(), new Residual())
        .isEqualTo(Parts.of(2, true, true).stream().sorted(LayerPart.ORDER).toList());
  }

  @Test
  void layersHaveOneOfAKindAtMost() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new LayerSpec(
                    3,
                    true,
                    OptionalDouble.empty(),
                    false,
                    Arrays.asList(new LowRank(2), new LowRank(3))))
        .withMessageContaining("LowRank[rank=2], LowRank[rank=3]");
  }

  @Test
  void ranksAreInTheRange() {
    for (int rank : new int[] {0, -1, LayerSpec.LARGEST_WIDTH + 1}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> new LowRank(rank))
          .withMessageContaining("rank");
    }
    assertThat(new LowRank(1).refusal(1, 1, 1)).isEmpty();
    assertThat(new LowRank(2).refusal(1, 4, 4)).contains("more than its 1 inputs");
    assertThat(new LowRank(2).refusal(4, 1, 1)).contains("more than its 1 units");
    assertThat(new LowRank(2).refusal(4, 4, 1)).contains("more than its 1 sums");
  }
}
