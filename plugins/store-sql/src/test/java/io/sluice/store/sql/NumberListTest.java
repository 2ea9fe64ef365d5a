package io.sluice.store.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NumberListTest {

  @Test
  void listsReadWell() {
    assertThat(NumberList.encode(List.of(12.0, Double.NaN, 0.5, -3.0, -0.0)))
        .isEqualTo("[12,null,0.5,-3,-0.0]");
    assertThat(NumberList.encode(List.of(Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY)))
        .isEqualTo("[\"Infinity\",\"-Infinity\"]");
  }

  @Test
  void emptyListIsAnEmptyArray() {
    assertThat(NumberList.encode(List.of())).isEqualTo("[]");
    assertThat(NumberList.decode("[]")).isEmpty();
  }

  @Test
  void everyDoubleComesBackBitForBit() {
    Random random = new Random(1);
    List<Double> numbers = new ArrayList<>();
    for (int i = 0; i < 20_000; i++) {
      double any = Double.longBitsToDouble(random.nextLong());
      numbers.add(any);
      numbers.add((double) random.nextLong() / (1L << random.nextInt(63)));
      numbers.add((double) random.nextInt(1000));
    }
    numbers.add(999_999_999_999_999.0);
    numbers.add(1e15);
    numbers.add(-1e15);
    assertThat(NumberList.decode(NumberList.encode(numbers))).isEqualTo(numbers);
  }

  @Test
  void textThatIsNoListIsRefused() {
    assertThatThrownBy(() -> NumberList.decode("12"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("12");
  }
}
